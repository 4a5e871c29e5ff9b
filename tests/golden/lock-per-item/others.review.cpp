// args: -std=c++17
#include <boost/thread/locks.hpp>
#include <boost/thread/mutex.hpp>
#include <pthread.h>
#include <vector>

boost::mutex guard;
long total = 0;

void boostBad(const std::vector<int> &items) {
  // want-note@+1: inside this loop
  boost::lock_guard<boost::mutex> lock(guard);
  for (int item : items) {
    // want[review]: 'guard' is locked
    total += item;
  }
}

void pthreadBad(const int *items, unsigned long size, pthread_mutex_t *mutex) {
  // want-note@+1: inside this loop
  pthread_mutex_lock(mutex);
  for (unsigned long i = 0; i < size; ++i) {
    // want[review]: 'mutex' is locked
    total += items[i];
  }
  pthread_mutex_unlock(mutex);
}
