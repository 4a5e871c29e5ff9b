// args: -std=c++20
#include <string>
#include <vector>

using Strings = std::vector<std::string>;
struct Row {
  std::string name;
  int group = 0;
  bool isOpen() const { return group > 0; }
};
using Rows = std::vector<Row>;
std::size_t use(const std::string &name);
Rows load();

static Strings openNames(const Rows &rows) {
  Strings names; // want[advice]: 'names' is filled with copies and returned to be walked over once // want-advice: return rows | std::views::filter([=](const auto &row) { return row.isOpen(); }) | std::views::transform([](const auto &row) -> const auto & { return row.name; });  // auto openNames(…)
  for (const Row &row : rows)
    if (row.isOpen())
      names.push_back(row.name);
  return names;
}
std::size_t openBad() {
  const Rows rows = load();
  std::size_t size = 0;
  for (const std::string &name : openNames(rows)) // want-note: walked over here
    size += use(name);
  return size;
}

namespace {
Strings inGroup(const Rows &rows, int group) {
  Strings names; // want[advice]: 'names' is filled with copies and returned
  names.reserve(rows.size());
  for (const Row &row : rows) {
    if (row.group == group)
      names.emplace_back(row.name);
  }
  return names;
}
} // namespace
std::size_t groupBad(const Rows &rows, int group) {
  std::size_t size = 0;
  const Strings names = inGroup(rows, group);
  for (const std::string &name : names)
    size += name.size();
  for (const std::string &name : inGroup(rows, group + 1))
    size += name.size();
  return size;
}

class Table {
public:
  std::size_t length() const {
    std::size_t size = 0;
    for (const std::string &name : names())
      size += name.size();
    return size;
  }

private:
  Strings names() const {
    Strings result; // want[advice]: 'result' is filled with copies and returned // want-advice: return rows | std::views::transform([](const auto &row) -> const auto & { return row.name; });  // auto names(…)
    for (const Row &row : rows)
      result.push_back(row.name);
    return result;
  }
  Rows rows;
};
