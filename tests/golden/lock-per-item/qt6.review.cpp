// args: -std=c++17
// packages: Qt6Core
#include <QList>
#include <QMutex>
#include <QMutexLocker>
#include <QReadWriteLock>
#include <QString>

class Names {
public:
  void addBad(const QList<QString> &names) {
    // want-note@+1: inside this loop
    QMutexLocker locker(&m_mutex);
    for (const QString &name : names) {
      // want[review]: 'm_mutex' is locked
      m_names.append(name);
    }
  }
  void setBad(const QList<QString> &names) {
    // want-note@+1: inside this loop
    m_mutex.lock();
    for (const QString &name : names) {
      // want[review]: 'm_mutex' is locked
      m_names.append(name);
    }
    m_mutex.unlock();
  }
  void writeBad(const QList<QString> &names) {
    // want-note@+1: inside this loop
    QWriteLocker locker(&m_lock);
    for (const QString &name : names) {
      // want[review]: 'm_lock' is locked
      m_names.append(name);
    }
  }
  void unlocksOk(const QList<QString> &names) {
    for (const QString &name : names) {
      QMutexLocker locker(&m_mutex);
      m_names.append(name);
      locker.unlock();
      m_last = name;
    }
  }

private:
  QMutex m_mutex;
  QReadWriteLock m_lock;
  QList<QString> m_names;
  QString m_last;
};
