// args: -std=c++17
#include <httplib.h>
#include <string>
#include <vector>

// Each instance may be emptied elsewhere.
template <typename T> class Log {
public:
  void page(const httplib::Request &, httplib::Response &) { entries_.push_back(T()); }

private:
  std::vector<T> entries_;
};

Log<int> numbers;
