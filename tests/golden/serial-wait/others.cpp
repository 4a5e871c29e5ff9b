// packages: Qt5Core Qt5Concurrent
// args: -std=c++17 -fPIC -DBOOST_THREAD_VERSION=4
#include <QStringList>
#include <QtConcurrent>
#include <boost/thread.hpp>
#include <boost/thread/future.hpp>
#include <string>
#include <vector>

int price(const std::string &Item);
int priceOf(const QString &Item);

int qtBad(const QStringList &All) {
  int Sum = 0;
  for (const QString &Item : All)
    Sum += QtConcurrent::run(priceOf, Item).result(); // want[advice]: each 'QtConcurrent::run' is waited for
  return Sum;
}

void boostBad(const std::vector<std::string> &All) {
  for (const std::string &Item : All) {
    boost::thread Loader(price, Item); // want: each 'boost::thread' is waited for
    Loader.join();
  }
}

int boostAsyncBad(const std::vector<std::string> &All) {
  int Sum = 0;
  for (const std::string &Item : All) {
    boost::future<int> Price = boost::async(boost::launch::async, [&] { return price(Item); }); // want: each 'boost::async' is waited for
    Sum += Price.get();
  }
  return Sum;
}

// Nobody waits for it.
void qtOk(const QStringList &All) {
  for (const QString &Item : All)
    QtConcurrent::run(priceOf, Item);
}
