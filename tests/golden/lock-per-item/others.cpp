// args: -std=c++17
#include <boost/thread/locks.hpp>
#include <boost/thread/mutex.hpp>
#include <pthread.h>
#include <vector>

boost::mutex guard;
long total = 0;

void boostBad(const std::vector<int> &items) {
  // want-note@+1: inside this loop
  for (int item : items) {
    boost::lock_guard<boost::mutex> lock(guard); // want[review]: 'guard' is locked
    total += item;
  }
}

void pthreadBad(const int *items, unsigned long size, pthread_mutex_t *mutex) {
  // want-note@+1: inside this loop
  for (unsigned long i = 0; i < size; ++i) {
    pthread_mutex_lock(mutex); // want[review]: 'mutex' is locked
    total += items[i];
    pthread_mutex_unlock(mutex);
  }
}
