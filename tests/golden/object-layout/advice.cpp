#include <compare>
#include <cstdio>
#include <string>
#include <vector>

// Values are listed in the order of the fields.
struct ListedBad { // want[advice]: each 'ListedBad' has 14 bytes of padding // want-advice: double b; // want-advice: bool a; // want-advice: bool c;
  bool a;
  double b;
  bool c;
};
std::vector<ListedBad> listed(const std::vector<double> &items) {
  std::vector<ListedBad> all;
  // want-note@+1: inside this loop
  for (double item : items)
    all.push_back({true, item, false}); // want-note: 'all' gets one per iteration here
  return all;
}

struct NamedBad { // want[advice]: each 'NamedBad' has 14 bytes of padding
  bool a;
  double b;
  bool c;
};
void named(const std::vector<double> &items, std::vector<NamedBad> &all) {
  for (double item : items)
    all.push_back(NamedBad{.a = true, .b = item, .c = false});
}

// In a table, some of whose braces are left out.
struct TableBad { // want[advice]: each 'TableBad' has 14 bytes of padding
  bool a;
  double b;
  bool c;
};
TableBad table[2000] = {true, 1, false, {true, 2, false}};

// By the library's own code.
struct ForwardedBad { // want[advice]: each 'ForwardedBad' has 14 bytes of padding
  bool a;
  double b;
  bool c;
};
void forwarded(const std::vector<double> &items, std::vector<ForwardedBad> &all) {
  for (double item : items)
    all.emplace_back(true, item, false);
}

struct BoundBad { // want[advice]: each 'BoundBad' has 14 bytes of padding
  bool a = false;
  double b = 0;
  bool c = false;
};
double bound(const std::vector<double> &items, std::vector<BoundBad> &all) {
  for (double item : items) {
    BoundBad each;
    each.b = item;
    all.push_back(each);
  }
  const auto &[a, b, c] = all.front();
  return a && c ? b : 0;
}

// The first field that differs decides.
struct ComparedBad { // want[advice]: each 'ComparedBad' has 14 bytes of padding
  bool a = false;
  double b = 0;
  bool c = false;
  auto operator<=>(const ComparedBad &) const = default;
};

// Which field is first makes no difference here.
struct EqualBad { // want[review]: each 'EqualBad' has 14 bytes of padding
  bool a = false;
  double b = 0;
  bool c = false;
  bool operator==(const EqualBad &) const = default;
};

struct ConditionalBad { // want[advice]: each 'ConditionalBad' has 14 bytes of padding
  bool a = false;
#ifndef NO_B
  double b = 0;
#endif
  bool c = false;
};

struct __attribute__((visibility("default"))) ExportedBad { // want[advice]: each 'ExportedBad' has 14 bytes of padding
  bool a = false;
  double b = 0;
  bool c = false;
};

struct HeadedBad { // want[advice]: each 'HeadedBad' has 14 bytes of padding
  // What we know about it
  bool a = false;
  double b = 0;
  bool c = false;
};

struct HeadingsBad { // want[advice]: each 'HeadingsBad' has 14 bytes of padding
  // --- first ---

  bool a = false;

  // --- second ---

  double b = 0;

  // --- third ---

  bool c = false;
};

struct OneLineBad { bool a, b; double x; bool c; }; // want[advice]: each 'OneLineBad' has 13 bytes of padding

// Whose destructors run in the order of the fields.
struct Handle {
  ~Handle() { std::puts("closed"); }
  int id = 0;
};
struct DestroyedBad { // want[advice]: each 'DestroyedBad' has 8 bytes of padding
  Handle a;
  std::string s;
  Handle b;
  std::string t;
};

struct SourceBad { // want[advice]: each 'SourceBad' has 14 bytes of padding
  explicit SourceBad(bool x) : a(x), b(a ? 1 : 2), c(!a) {}
  bool a;
  double b;
  bool c;
};

int next();
struct CountedBad { // want[advice]: each 'CountedBad' has 8 bytes of padding
  int a = next();
  double b = next();
  int c = next();
};

struct MovedBad { // want[advice]: each 'MovedBad' has 14 bytes of padding
  explicit MovedBad(std::string x) : a(x.empty()), b(std::move(x)), c(next() != 0) {}
  bool a;
  std::string b;
  bool c;
};

struct CommentedBad { // want[advice]: each 'CommentedBad' has 14 bytes of padding
  CommentedBad()
      : a(true), // until it is off
        b(0), c(false) {}
  bool a;
  double b;
  bool c;
};

struct ElsewhereBad { // want[advice]: each 'ElsewhereBad' has 14 bytes of padding
  ElsewhereBad();
  bool a;
  double b;
  bool c;
};

struct BetweenBad { // want[advice]: each 'BetweenBad' has 14 bytes of padding
  bool a;
  BetweenBad() : a(true), b(0), c(false) {}
  double b;
  bool c;
};

struct DefinesBad { // want[advice]: each 'DefinesBad' has 14 bytes of padding
  struct { bool x; } a;
  double b;
  struct { bool y; } c;
};

class SectionsBad { // want[advice]: each 'SectionsBad' has 14 bytes of padding
public:
  bool a = false;

private:
  double b = 0;

public:
  bool c = false;
};

// To whom it is handed, `x` is the first of three.
void draw(const float *xyz);
struct PointBad { // want[advice]: each 'PointBad' has 17 bytes of padding
  bool a;
  double b;
  bool c;
  float x, y, z;
  bool d;
};

// Declared behind what it depends on.
class TypedBad { // want[advice]: each 'TypedBad' has 14 bytes of padding
  bool a = false;
  auto get() -> decltype(a);
  double b = 0;
  bool c = false;
};

class SizedBad { // want[advice]: each 'SizedBad' has 11 bytes of padding
  bool a = false;
  double b = 0;
  char c[sizeof(a) + 3];
};

void all(const std::vector<int> &ids, std::vector<ComparedBad> &compared, std::vector<EqualBad> &equal, std::vector<ConditionalBad> &conditional,
         std::vector<ExportedBad> &exported, std::vector<HeadedBad> &headed, std::vector<HeadingsBad> &headings, std::vector<OneLineBad> &lines,
         std::vector<DestroyedBad> &destroyed, std::vector<SourceBad> &sources, std::vector<CountedBad> &counted, std::vector<MovedBad> &moved,
         std::vector<CommentedBad> &commented, std::vector<ElsewhereBad> &elsewhere, std::vector<BetweenBad> &between,
         std::vector<DefinesBad> &defines, std::vector<SectionsBad> &sections, std::vector<PointBad> &points,
         std::vector<TypedBad> &typed, std::vector<SizedBad> &sized) {
  for (int id : ids) {
    compared.emplace_back();
    equal.emplace_back();
    conditional.emplace_back();
    exported.emplace_back();
    headed.emplace_back();
    headings.emplace_back();
    lines.emplace_back();
    destroyed.emplace_back();
    sources.emplace_back(id != 0);
    counted.emplace_back();
    moved.emplace_back(std::to_string(id));
    commented.emplace_back();
    elsewhere.emplace_back();
    between.emplace_back();
    defines.emplace_back();
    sections.emplace_back();
    points.emplace_back();
    typed.emplace_back();
    sized.emplace_back();
    draw(&points.back().x);
  }
}
