// args: -std=c++17
// packages: Qt5Core
#include <QProcess>
#include <QStringList>
#include <QThread>

void load(const QString &Url);

void createBad(const QStringList &Urls) {
  for (const QString &Url : Urls)
    QThread::create([Url] { load(Url); })->start(); // want[advice]: a thread is started for every element of 'Urls'
  // want-advice: QThreadPool::globalInstance()->start([Url] { load(Url); });
}

void foreachBad(const QStringList &Urls) {
  Q_FOREACH (const QString &Url, Urls) {
    QThread *Thread = QThread::create([Url] { load(Url); });
    QObject::connect(Thread, &QThread::finished, Thread, &QObject::deleteLater);
    Thread->start(); // want[advice]: a thread is started for every element of 'Urls'
  }
}

void eventLoopBad(const QStringList &Urls) {
  for (int I = 0; I < Urls.size(); ++I) {
    QThread *Thread = new QThread;
    Thread->start(); // want[advice]: a thread is started for every element of 'Urls'
  }
}

class Loader : public QThread {
public:
  explicit Loader(const QString &Url) : Url(Url) {}
  void run() override { load(Url); }

private:
  QString Url;
};
void subclassBad(const QStringList &Urls) {
  for (const QString &Url : Urls) {
    auto *L = new Loader(Url);
    L->start(); // want[advice]: a thread is started
    // want-advice: QThreadPool::globalInstance()->start(L);  // class Loader : public QRunnable
  }
}

void processBad(const QStringList &Urls) {
  for (const QString &Url : Urls) {
    auto *P = new QProcess;
    P->start("wget", {Url}); // want[advice]: a process is started for every element of 'Urls'
    // want-advice:   running.front()->waitForFinished(-1);
  }
}
