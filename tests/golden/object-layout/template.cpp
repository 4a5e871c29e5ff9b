#include <vector>

struct ItemBad { // want[review]: each 'ItemBad' has 14 bytes of padding
  bool a;
  double b;
  bool c;
};

template <typename T> void fill(const std::vector<T> &ids, std::vector<ItemBad> &items) {
  for (const T &id : ids) {
    ItemBad item;
    item.b = id;
    items.push_back(item);
  }
}

void numbers(const std::vector<int> &ids, std::vector<ItemBad> &items) { fill(ids, items); }

// What a template adds to is of a type that only its callers know.
struct UnknownOk {
  bool a;
  double b;
  bool c;
};
template <typename T> void add(const std::vector<int> &ids, std::vector<T> &items) {
  for (unsigned i = 0; i < ids.size(); ++i)
    items.emplace_back();
}
void unknown(const std::vector<int> &ids, std::vector<UnknownOk> &items) { add(ids, items); }
