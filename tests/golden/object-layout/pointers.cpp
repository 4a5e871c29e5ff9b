#include <memory>
#include <vector>

struct Point {
  explicit Point(double at = 0) : x(at) {}
  double x;
  double y = 0;
  double length() const { return x + y; }
};

double sum(const std::vector<double> &xs) {
  std::vector<std::unique_ptr<Point>> points; // want-note: kept here
  points.reserve(xs.size());
  // want-note@+1: inside this loop
  for (double x : xs)
    points.push_back(std::make_unique<Point>(x)); // want[advice]: each 'Point' of 'points' is allocated on its own, though it has only 16 bytes and nothing asks for its address (n allocations, n jumps → O(log n) allocations) // want-advice: std::vector<Point> points;
  double result = 0;
  for (const auto &point : points)
    result += point->length();
  return result;
}

void draw(const Point &point);

class Line {
public:
  void read(const std::vector<double> &xs) {
    // want-note@+1: inside this loop
    for (double x : xs) {
      auto point = std::make_unique<Point>();
      point->x = x;
      points.push_back(std::move(point)); // want[advice]: each 'Point' of 'points' is allocated on its own
    }
  }
  void show() const {
    for (unsigned i = 0; i < points.size(); ++i)
      draw(*points[i]);
  }
  double last() const { return points.empty() ? 0 : points.back()->x; }

private:
  std::vector<std::unique_ptr<Point>> points; // want-note: kept here
};
