#include <forward_list>
#include <list>
#include <vector>

struct Row {
  std::vector<int> cells;
};
bool take(std::vector<int> &items);

// What an inner loop runs over is not there before the outer one, or changes.
std::vector<int> elementsOk(const std::vector<Row> &rows) {
  std::vector<int> result;
  for (const Row &row : rows)
    for (int cell : row.cells)
      result.push_back(cell);
  return result;
}
std::vector<int> changingOk(const std::vector<int> &rows, std::vector<int> columns) {
  std::vector<int> result;
  for (int row : rows) {
    for (int column : columns)
      result.push_back(row * column);
    columns.pop_back();
  }
  return result;
}
std::vector<int> triangleOk(const std::vector<int> &items) {
  std::vector<int> result;
  for (std::size_t i = 0; i < items.size(); ++i)
    for (std::size_t k = i; k < items.size(); ++k)
      result.push_back(items[i] * items[k]);
  return result;
}

// Not all of them.
std::vector<int> someOk(const std::vector<int> &rows, const std::vector<int> &columns) {
  std::vector<int> result;
  for (int row : rows)
    if (row > 0)
      for (int column : columns)
        result.push_back(row * column);
  return result;
}
std::vector<int> untilOk(const std::vector<int> &rows, const std::vector<int> &columns) {
  std::vector<int> result;
  for (int row : rows)
    for (int column : columns) {
      if (row == column)
        break;
      result.push_back(row * column);
    }
  return result;
}
// In the outer loop, too.
std::vector<int> headsOk(const std::vector<int> &rows, const std::vector<int> &columns) {
  std::vector<int> result;
  for (int row : rows) {
    result.push_back(row);
    for (int column : columns)
      result.push_back(row * column);
  }
  return result;
}

// Few.
std::vector<int> fewOk() {
  std::vector<int> result;
  for (int i = 0; i < 4; ++i)
    for (int k = 0; k < 4; ++k)
      result.push_back(i * k);
  return result;
}

// To count these is another walk.
std::vector<int> listOk(std::list<int>::const_iterator first, std::list<int>::const_iterator last) {
  std::vector<int> result;
  for (auto it = first; it != last; ++it)
    result.push_back(*it);
  return result;
}
std::vector<int> movedOk(const int *begin, const int *end) {
  std::vector<int> result;
  for (const int *p = begin; p != end; ++p) {
    if (*p == 0)
      --end;
    result.push_back(*p);
  }
  return result;
}
