// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// packages: Qt6Core Qt6Concurrent Qt6Network
#include <QAtomicInt>
#include <QByteArrayView>
#include <QCoreApplication>
#include <QDataStream>
#include <QDateTime>
#include <QEventLoop>
#include <QFile>
#include <QFuture>
#include <QHash>
#include <QHostInfo>
#include <QJsonDocument>
#include <QList>
#include <QLocale>
#include <QMap>
#include <QMutex>
#include <QNetworkAccessManager>
#include <QNetworkRequest>
#include <QProcess>
#include <QReadWriteLock>
#include <QRegularExpression>
#include <QSemaphore>
#include <QSet>
#include <QSettings>
#include <QSharedPointer>
#include <QString>
#include <QStringView>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTextStream>
#include <QThread>
#include <QThreadPool>
#include <QTimeZone>
#include <QVarLengthArray>
#include <QWaitCondition>
#include <QtConcurrent>

void types(QString &, QByteArray &, QVarLengthArray<int> &, QList<int> &,
           QMap<int, int> &, QMultiMap<int, int> &, QHash<int, int> &,
           QMultiHash<int, int> &, QSet<int> &, QStringView, QLatin1String,
           QByteArrayView, QTime, QDateTime, QTextStream &, QDataStream &,
           QMutexLocker<QMutex> &, QReadLocker &, QWriteLocker &,
           QSharedPointer<int>, QBasicAtomicInteger<int> &);

void requests(const QNetworkRequest &Request, const QByteArray &Data) {
  QNetworkAccessManager Manager;
  Manager.get(Request);
  Manager.post(Request, Data);
  Manager.put(Request, Data);
  Manager.head(Request);
  Manager.deleteResource(Request);
  Manager.sendCustomRequest(Request, "PATCH", Data);
}

void sockets(QTcpSocket &Socket, QTcpServer &Server, QIODevice &Device,
             QObject *Receiver) {
  Socket.connectToHost("host", 80);
  Socket.waitForConnected();
  Socket.flush();
  Device.waitForReadyRead(1000);
  Device.waitForBytesWritten(1000);
  Server.waitForNewConnection();
  QHostInfo::fromName("host");
  QHostInfo::lookupHost("host", Receiver, [](const QHostInfo &) {});
}

void signals_(QThread &Thread, QTcpSocket &Socket) {
  QObject::connect(&Thread, &QThread::started, &Socket, &QTcpSocket::abort);
}

void loops() {
  QEventLoop Loop;
  Loop.exec();
  QCoreApplication::exec();
}

void threads(QThread &Thread, QThreadPool &Pool, QRunnable *Task) {
  Thread.start();
  Thread.wait();
  QThread::idealThreadCount();
  QThread::sleep(1);
  QThread::msleep(1);
  QThread::usleep(1);
  Pool.start(Task);
  Pool.waitForDone();
  Pool.maxThreadCount();
  Pool.setMaxThreadCount(4);
}

int twice(const int &Number);
void change(int &Number);
bool isOdd(const int &Number);
void add(int &Sum, const int &Number);

void concurrent(QList<int> &Numbers) {
  QFuture<int> Future = QtConcurrent::run(twice, 1);
  Future.isFinished();
  Future.result();
  Future.waitForFinished();
  QtConcurrent::map(Numbers, change);
  QtConcurrent::mapped(Numbers, twice);
  QtConcurrent::mappedReduced(Numbers, twice, add);
  QtConcurrent::filter(Numbers, isOdd);
  QtConcurrent::filtered(Numbers, isOdd);
  QtConcurrent::filteredReduced(Numbers, isOdd, add);
  QtConcurrent::blockingMap(Numbers, change);
  QtConcurrent::blockingMapped(Numbers, twice);
  QtConcurrent::blockingMappedReduced(Numbers, twice, add);
  QtConcurrent::blockingFilter(Numbers, isOdd);
  QtConcurrent::blockingFiltered(Numbers, isOdd);
  QtConcurrent::blockingFilteredReduced(Numbers, isOdd, add);
}

void locks(QBasicMutex &Basic, QMutex &Mutex, QRecursiveMutex &Recursive,
           QReadWriteLock &Lock, QSemaphore &Semaphore,
           QWaitCondition &Condition) {
  Basic.lock();
  Mutex.lock();
  Recursive.lock();
  QMutexLocker Locker(&Mutex);
  Lock.lockForRead();
  Lock.lockForWrite();
  QReadLocker Reading(&Lock);
  QWriteLocker Writing(&Lock);
  Semaphore.acquire();
  Semaphore.release();
  Condition.wait(&Mutex);
}

void atomics(QAtomicInt &Number) {
  ++Number;
  --Number;
  Number += 1;
  Number -= 1;
  Number.fetchAndAddRelaxed(1);
  Number.fetchAndAddAcquire(1);
  Number.fetchAndAddRelease(1);
  Number.fetchAndAddOrdered(1);
  Number.fetchAndSubRelaxed(1);
  Number.fetchAndSubAcquire(1);
  Number.fetchAndSubRelease(1);
  Number.fetchAndSubOrdered(1);
}

void files(QFile &File, QTextStream &Stream) {
  File.open(QIODevice::ReadOnly);
  File.flush();
  File.rename("a");
  File.copy("b");
  File.remove();
  QFile::rename("a", "b");
  QFile::copy("a", "b");
  QFile::remove("a");
  Stream.flush();
  Qt::endl(Stream);
  QSettings Settings("organisation", "application");
  Settings.sync();
}

void tables(const QByteArray &Data) {
  QRegularExpression Expression("a+");
  QLocale Locale("de_DE");
  QTimeZone Zone("Europe/Berlin");
  QJsonDocument::fromJson(Data);
}

void processes(QProcess &Process) {
  Process.start("program", QStringList());
  Process.waitForStarted();
  Process.waitForFinished();
  QProcess::execute("program");
}
