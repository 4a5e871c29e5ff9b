#include <cstddef>
#include <list>
#include <string>
#include <vector>

struct Point {
  double x;
  double y;
  double norm() const { return x * x + y * y; }
};

long read(const std::string &name);

// want-note@+4: inside this loop
// want-note@+6: the only use of 'sizes'
long sizesBad(const std::vector<std::string> &names) {
  std::vector<long> sizes; // want[advice]: 'sizes' is filled in one loop only to be walked over once in the next
  for (const std::string &name : names)
    sizes.push_back(read(name));
  long sum = 0;
  for (long size : sizes)
    sum += size;
  return sum;
}

double pointsBad(const std::vector<double> &numbers) {
  double best = 0;
  std::vector<Point> points; // want[advice]: 'points' is filled in one loop
  points.reserve(numbers.size());
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    if (numbers[i] < 0)
      continue;
    points.push_back({numbers[i], numbers[i] + 1});
  }
  for (const Point &point : points) {
    const double norm = point.norm();
    if (norm > best)
      best = norm;
  }
  return best;
}

// Left early only by what fills it.
std::string joinBad(const std::vector<std::string> &names) {
  std::vector<std::string> parts; // want[advice]: 'parts' is filled in one loop
  for (const std::string &name : names) {
    if (name.empty())
      return "";
    parts.emplace_back(name + ",");
  }
  std::string all;
  for (const auto &part : parts)
    all += part;
  return all;
}

long listBad(const std::list<int> &numbers) {
  const std::vector<int> copy(numbers.begin(), numbers.end()); // want[advice]: all elements of 'numbers'
  long sum = 0;
  for (int number : copy)
    sum += number;
  return sum;
}
