// args: -std=c++17 -fPIC
// packages: Qt6Core
#include <QHash>
#include <QMutex>
#include <QMutexLocker>
#include <map>
#include <mutex>

// Others may have changed the map while it was not locked.
int relockedOk(const QHash<int, int> &ages, QMutex &mutex, int key) {
  QMutexLocker locker(&mutex);
  if (ages.contains(key)) {
    locker.unlock();
    locker.relock();
    return ages.value(key);
  }
  return 0;
}

int lockedAgainOk(const std::map<int, int> &ages, std::unique_lock<std::mutex> &lock, int key) {
  if (ages.count(key)) {
    lock.unlock();
    lock.lock();
    return ages.at(key);
  }
  return 0;
}
