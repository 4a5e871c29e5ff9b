#include <string>
#include <vector>

struct Line {
  std::string name;
  int amount = 0;
};

// Turned round, the ones at the end would come first.
std::vector<Line> planBad(const std::vector<Line> &stock) {
  std::vector<Line> lines;
  for (const Line &line : stock)
    if (line.amount <= 0)
      lines.insert(lines.begin(), line); // want[advice]: moves all elements of 'lines' // want-advice: front.push_back(line);  // std::vector<Line> front, before the loop // want-advice: lines.insert(lines.begin(), front.rbegin(), front.rend());
    else
      lines.push_back(line);
  return lines;
}

// Who looks at them in the loop needs all of them in their places.
int watchedBad(const std::vector<int> &items) {
  std::vector<int> result;
  int sum = 0;
  for (int item : items) {
    result.insert(result.begin(), item); // want[advice]: moves all elements of 'result' // want-advice: result.push_front(item);  // with result declared as std::deque
    sum += result.back();
  }
  return sum;
}

std::vector<int> leftBad(const std::vector<int> &items) {
  std::vector<int> result;
  for (int item : items) {
    if (item < 0)
      return result;
    result.insert(result.begin(), item); // want[advice]: moves all elements of 'result' // want-advice: result.push_front(item);  // with result declared as std::deque
  }
  return {};
}

// The other elements of a member are not known.
struct History {
  std::vector<std::string> names;
  void addBad(const std::vector<std::string> &more) {
    for (const auto &name : more)
      names.emplace(names.begin(), name, 1); // want[advice]: moves all elements of 'names' // want-advice: front.push_back(std::string(name, 1));  // std::vector<std::string> front, before the loop
  }
};

// Several characters at once keep their order.
void charactersBad(std::string &text, const std::vector<int> &widths) {
  for (int width : widths)
    text.insert(0, width, '-'); // want[advice]: moves all elements of 'text' // want-advice: parts.push_back(std::string(width, '-'));  // std::vector<std::string> parts, before the loop // want-advice: std::string front;
}
