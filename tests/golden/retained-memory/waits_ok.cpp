// args: -std=c++17 -fPIC
// packages: Qt5Core
#include <QCoreApplication>
#include <QVariant>
#include <QObject>
#include <string>
#include <vector>

using Lines = std::vector<std::string>;

int usedAfterOk(int argc, char **argv, const Lines &files) {
  QCoreApplication app(argc, argv);
  Lines lines;
  for (const std::string &file : files)
    lines.push_back(file);
  app.exec();
  return static_cast<int>(lines.size());
}

// Handlers use it.
int handlerOk(int argc, char **argv, const Lines &files) {
  QCoreApplication app(argc, argv);
  Lines lines;
  for (const std::string &file : files)
    lines.push_back(file);
  QObject::connect(&app, &QCoreApplication::aboutToQuit, [&] { app.setProperty("size", static_cast<int>(lines.size())); });
  return app.exec();
}

struct Model {
  explicit Model(const Lines &lines) : lines(lines) {}
  const Lines &lines;
};
int modelOk(int argc, char **argv, const Lines &files) {
  QCoreApplication app(argc, argv);
  Lines lines;
  for (const std::string &file : files)
    lines.push_back(file);
  Model model(lines);
  return app.exec();
}

int addressOk(int argc, char **argv, const Lines &files) {
  QCoreApplication app(argc, argv);
  Lines lines;
  for (const std::string &file : files)
    lines.push_back(file);
  const Lines *all = &lines;
  app.exec();
  return static_cast<int>(all->size());
}

// Gone before.
int scopeOk(int argc, char **argv, const Lines &files) {
  QCoreApplication app(argc, argv);
  {
    Lines lines;
    for (const std::string &file : files)
      lines.push_back(file);
    app.setProperty("size", static_cast<int>(lines.size()));
  }
  return app.exec();
}

// Small.
int smallOk(int argc, char **argv) {
  QCoreApplication app(argc, argv);
  Lines lines;
  lines.push_back("one");
  app.setProperty("size", static_cast<int>(lines.size()));
  return app.exec();
}

// Given back already.
int emptiedOk(int argc, char **argv, const Lines &files) {
  QCoreApplication app(argc, argv);
  Lines lines;
  for (const std::string &file : files)
    lines.push_back(file);
  app.setProperty("size", static_cast<int>(lines.size()));
  Lines().swap(lines);
  return app.exec();
}
