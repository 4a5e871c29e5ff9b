#include <memory>
#include <string>
#include <utility>
#include <vector>

struct Point {
  double x = 0;
  double y = 0;
};
void keep(Point *point);
void change(Point &point);

// Somebody asks for the address.
void given(const std::vector<double> &xs) {
  std::vector<std::unique_ptr<Point>> points;
  for (double x : xs) {
    points.push_back(std::make_unique<Point>());
    points.back()->x = x;
  }
  for (const auto &point : points)
    keep(point.get());
}

void referred(const std::vector<double> &xs) {
  std::vector<std::unique_ptr<Point>> points;
  for (double x : xs) {
    points.push_back(std::make_unique<Point>());
    points.back()->x = x;
  }
  for (const auto &point : points)
    change(*point);
}

double *fieldOf(const std::vector<double> &xs) {
  static std::vector<std::unique_ptr<Point>> points;
  for (double x : xs) {
    points.push_back(std::make_unique<Point>());
    points.back()->x = x;
  }
  return &points.front()->x;
}

// Some are absent, or of somebody else.
void absent(const std::vector<double> &xs) {
  std::vector<std::unique_ptr<Point>> points;
  for (double x : xs) {
    points.push_back(std::make_unique<Point>());
    points.push_back(nullptr);
    points.back()->x = x;
  }
}

std::unique_ptr<Point> pointFor(double x);
void made(const std::vector<double> &xs) {
  std::vector<std::unique_ptr<Point>> points;
  for (double x : xs)
    points.push_back(pointFor(x));
}

void kept(const std::vector<double> &xs) {
  std::vector<std::unique_ptr<Point>> points;
  for (double x : xs) {
    auto point = std::make_unique<Point>();
    point->x = x;
    keep(point.get());
    points.push_back(std::move(point));
  }
}

// They are handed over, or the whole is.
std::unique_ptr<Point> handed(const std::vector<double> &xs) {
  std::vector<std::unique_ptr<Point>> points;
  for (double x : xs) {
    points.push_back(std::make_unique<Point>());
    points.back()->x = x;
  }
  return std::move(points.front());
}

std::vector<std::unique_ptr<Point>> returned(const std::vector<double> &xs) {
  std::vector<std::unique_ptr<Point>> points;
  for (double x : xs) {
    points.push_back(std::make_unique<Point>());
    points.back()->x = x;
  }
  return points;
}

void parameter(const std::vector<double> &xs, std::vector<std::unique_ptr<Point>> &points) {
  for (unsigned i = 0; i < xs.size(); ++i)
    points.push_back(std::make_unique<Point>());
}

// Large, polymorphic, or not to be moved.
struct LargeOk {
  double values[5] = {};
};
struct ShapeOk {
  virtual double area() const { return 1; }
};
struct NodeOk {
  NodeOk() = default;
  NodeOk(const NodeOk &) = delete;
  double x = 0;
};
void others(const std::vector<double> &xs) {
  std::vector<std::unique_ptr<LargeOk>> large;
  std::vector<std::unique_ptr<ShapeOk>> shapes;
  std::vector<std::unique_ptr<NodeOk>> unmoved;
  for (double x : xs) {
    large.push_back(std::make_unique<LargeOk>());
    large.back()->values[0] = x;
    shapes.push_back(std::make_unique<ShapeOk>());
    unmoved.push_back(std::make_unique<NodeOk>());
  }
}

// Several own one.
void shared(const std::vector<double> &xs) {
  std::vector<std::shared_ptr<Point>> points;
  for (double x : xs) {
    points.push_back(std::make_shared<Point>());
    points.back()->x = x;
  }
}

// Few.
void few() {
  std::vector<std::unique_ptr<Point>> points;
  for (int i = 0; i < 3; ++i)
    points.push_back(std::make_unique<Point>());
}
