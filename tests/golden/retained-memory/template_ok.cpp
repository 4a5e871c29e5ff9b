// args: -std=c++17
#include <httplib.h>
#include <string>
#include <vector>

// Each instance may be emptied elsewhere.
template <typename T> class Log {
public:
  void page(const httplib::Request &req, httplib::Response &) { paths_.push_back(req.path); }

private:
  std::vector<std::string> paths_;
  T last_;
};

Log<int> numbers;
