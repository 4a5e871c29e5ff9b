// args: -std=c++17
// packages: Qt5Core Qt5Concurrent
#include <QProcess>
#include <QStringList>
#include <QThread>
#include <QThreadPool>
#include <QVector>
#include <QtConcurrent>

void load(const QString &Url);

// The pool has a fixed number of threads.
void concurrentOk(const QStringList &Urls) {
  for (const QString &Url : Urls)
    QtConcurrent::run([Url] { load(Url); });
}

struct Task : QRunnable {
  void run() override;
};
void poolOk(const QStringList &Urls) {
  for (const QString &Url : Urls) {
    (void)Url;
    QThreadPool::globalInstance()->start(new Task);
  }
}

// Actors, one per long-lived object.
class Poller : public QThread {
public:
  explicit Poller(const QString &Url) : Url(Url) {}
  void run() override {
    while (!isInterruptionRequested())
      load(Url);
  }

private:
  QString Url;
};
class Hidden : public QThread {
public:
  explicit Hidden(const QString &Url);
  void run() override;
};
void actorsOk(const QStringList &Urls) {
  for (const QString &Url : Urls)
    (new Poller(Url))->start();
  for (const QString &Url : Urls)
    (new Hidden(Url))->start();
}

// These threads exist before the loop.
void existingOk(const QVector<QThread *> &All) {
  for (QThread *T : All)
    T->start();
}

void sequentialOk(const QStringList &Urls) {
  for (const QString &Url : Urls) {
    QProcess P;
    P.start("wget", {Url});
    P.waitForFinished();
  }
}
