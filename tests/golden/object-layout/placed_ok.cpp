#include <atomic>
#include <ios>
#include <string>
#include <vector>

// Nothing to gain.
struct BestOk {
  double b;
  bool a;
  bool c;
};
struct LittleOk {
  bool a;
  int b;
  bool c;
};
// Eight bytes of 104.
struct LargeOk {
  bool a;
  std::string s, t, u;
  bool c;
  float *x;
};

#pragma pack(push, 4)
struct PragmaOk {
  bool a;
  double b;
  bool c;
  double d;
  bool e;
};
#pragma pack(pop)

struct [[gnu::packed]] PackedOk {
  bool a;
  double b;
  bool c;
  double d;
  bool e;
};

// On cache lines of their own.
struct alignas(64) LineOk {
  bool a;
  double b[6];
  bool c;
  double d;
  bool e;
};
struct FieldOk {
  bool a;
  alignas(64) std::atomic<long> b;
  bool c;
  alignas(64) std::atomic<long> d;
};
struct Line {
  alignas(64) std::atomic<long> n;
};
struct OfLinesOk {
  bool a;
  Line b;
  bool c;
};
struct SpaceOk {
  bool a;
  double b;
  char padding[7];
  double c;
  bool d;
};

struct BitsOk {
  unsigned a : 1;
  double b;
  unsigned c : 1;
};

union UnionOk {
  bool a;
  double b;
  bool c[24];
};

struct AnonymousOk {
  bool a;
  union {
    double b;
    long i;
  };
  bool c;
};

struct Base {
  int n = 0;
};
struct VirtualOk : virtual Base {
  bool a = false;
  double b = 0;
  bool c = false;
};

struct Empty {};
struct UniqueOk {
  [[no_unique_address]] Empty e;
  bool a;
  double b;
  bool c;
};
struct Tagged : Empty {
  bool b;
};
struct EmptyBaseOk : Empty {
  Tagged a;
  double b;
  Tagged c;
};

template <typename T> struct TemplateOk {
  bool a;
  T b;
  bool c;
};
template <typename T> struct Outer {
  struct InnerOk {
    bool a;
    double b;
    bool c;
  };
  std::vector<InnerOk> all;
};

// Most of it is the library's, and elsewhere.
struct LibraryOk : std::ios_base::failure {
  using failure::failure;
  bool a = false;
  double b = 0;
  bool c = false;
};

extern "C" {
struct SharedOk {
  bool a;
  double b;
  bool c;
};
}

void all(const std::vector<int> &ids, std::vector<BestOk> &best, std::vector<LittleOk> &little, std::vector<LargeOk> &large,
         std::vector<PragmaOk> &pragma, std::vector<PackedOk> &packed, std::vector<LineOk> &line, std::vector<FieldOk *> &field,
         std::vector<OfLinesOk *> &lines, std::vector<SpaceOk> &space, std::vector<BitsOk> &bits, std::vector<UnionOk> &unions,
         std::vector<AnonymousOk> &anonymous, std::vector<VirtualOk> &virtuals, std::vector<UniqueOk> &unique,
         std::vector<EmptyBaseOk> &bases, std::vector<TemplateOk<double>> &templates, Outer<int> &outer,
         std::vector<LibraryOk> &library, std::vector<SharedOk> &shared) {
  for (int id : ids) {
    best.emplace_back();
    little.emplace_back();
    large.emplace_back();
    pragma.emplace_back();
    packed.emplace_back();
    line.emplace_back();
    field.push_back(new FieldOk);
    lines.push_back(new OfLinesOk);
    space.emplace_back();
    bits.emplace_back();
    unions.emplace_back();
    anonymous.emplace_back();
    virtuals.emplace_back();
    unique.emplace_back();
    bases.emplace_back();
    templates.emplace_back();
    outer.all.emplace_back();
    library.emplace_back("no", std::error_code(id, std::generic_category()));
    shared.emplace_back();
  }
}
