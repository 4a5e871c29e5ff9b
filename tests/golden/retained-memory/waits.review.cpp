// args: -std=c++17 -fPIC
// packages: Qt5Core
#include <QCoreApplication>
#include <QVariant>
#include <QHash>
#include <QStringList>
#include <map>
#include <string>
#include <vector>

std::size_t use(const std::vector<std::string> &lines);

int runBad(int argc, char **argv, const std::vector<std::string> &files) {
  QCoreApplication app(argc, argv);
  std::vector<std::string> lines; // want[review]: 'lines' keeps its memory while 'app.exec' runs, although it is not used any more
  for (const std::string &file : files)
    lines.push_back(file);
  std::size_t size = 0;
  for (const std::string &line : lines)
    size += line.size();
  if (size == 0)
    return 1;
  lines = decltype(lines)();
  return app.exec(); // want-note: waits here
}

int qtBad(int argc, char **argv, const QStringList &names) {
  QCoreApplication app(argc, argv);
  QHash<QString, int> lengths; // want[review]: 'lengths' keeps its memory
  for (const QString &name : names)
    lengths.insert(name, name.size());
  app.setProperty("longest", lengths.value("longest"));
  lengths = decltype(lengths)();
  return QCoreApplication::exec(); // want-note: waits here
}

// A function has seen it, which might know where it is.
int passedBad(int argc, char **argv, const std::vector<std::string> &files) {
  QCoreApplication app(argc, argv);
  std::vector<std::string> lines; // want[review]: 'lines' keeps its memory
  for (const std::string &file : files)
    lines.push_back(file);
  app.setProperty("size", static_cast<int>(use(lines)));
  lines = decltype(lines)();
  return app.exec(); // want-note: waits here
}
