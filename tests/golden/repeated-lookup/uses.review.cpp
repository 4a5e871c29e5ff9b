#include <map>
#include <string>
#include <vector>

struct Point {
  int x, y;
};

void fieldsBad(std::map<int, Point> &points, const std::vector<int> &ids) {
  for (int id : ids) {
    auto &value = points[id];
    value.x = 1;
    value.y = 2; // want[review]: 'points[id]' looks for 'id' in 'points' again, after 'points[id]'
  }
}

static int lengthOf(const std::map<std::string, Point> &points,
                    const std::string &name) {
  auto &value = points.at(name);
  return value.x + value.y; // want[review]: 'points.at(name)'
}

// Called in a loop.
int sumBad(const std::map<std::string, Point> &points,
           const std::vector<std::string> &names) {
  int sum = 0;
  for (const std::string &name : names)
    sum += lengthOf(points, name);
  return sum;
}

void groupBad(std::map<std::string, std::vector<int>> &groups, std::string name,
              const std::vector<int> &numbers) {
  for (int number : numbers)
    groups[name].push_back(number); // want[advice]: 'groups[name]' is looked up in each iteration, always with the same key // want-advice: auto &value = groups[name];
}

// Once only.
void onceOk(std::map<int, Point> &points, int id) {
  points[id].x = 1;
  points[id].y = 2;
}
