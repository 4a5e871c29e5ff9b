#include <vector>

#define FIELD(type, name) type name
#define STRUCT(name) struct name { bool a; double b; bool c; }
#define SIZE 3
#define FOR_EACH(item, items) for (auto &item : items)

struct FieldsBad { // want[advice]: each 'FieldsBad' has 14 bytes of padding
  FIELD(bool, a);
  double b;
  FIELD(bool, c);
};

struct SizedBad { // want[review]: each 'SizedBad' has 12 bytes of padding
  double b;
  bool a;
  char c[SIZE];
};

STRUCT(MadeOk);

void fill(const std::vector<int> &ids, std::vector<FieldsBad> &fields, std::vector<SizedBad> &sized, std::vector<MadeOk> &made) {
  FOR_EACH(id, ids) {
    fields.emplace_back().a = id;
    sized.emplace_back();
    made.emplace_back();
  }
}
