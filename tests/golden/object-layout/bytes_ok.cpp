#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <memory>
#include <span>
#include <string>
#include <type_traits>
#include <vector>

// What is written to a file, sent or shared has the layout of the format.
struct WrittenOk {
  bool a;
  double b;
  bool c;
};
void write(const std::vector<WrittenOk> &all, std::FILE *file) {
  std::fwrite(all.data(), 24, all.size(), file);
}

struct CopiedOk {
  bool a;
  double b;
  bool c;
};
void copy(CopiedOk &to, const char *from) { std::memcpy(&to, from, 24); }

struct ViewedOk {
  bool a;
  double b;
  bool c;
};
const ViewedOk &view(const char *data) { return *reinterpret_cast<const ViewedOk *>(data); }

struct StreamedOk {
  bool a;
  double b;
  bool c;
};
const char *stream(const StreamedOk &from) { return (const char *)&from; }

// In a template, too.
struct HashedOk {
  bool a;
  double b;
  bool c;
};
template <typename T> std::size_t hash(const T &value) {
  std::size_t result = 0;
  for (const char *at = reinterpret_cast<const char *>(&value); *at; ++at)
    result = 31 * result + *at;
  return result;
}

struct AssertedOk {
  bool a;
  double b;
  bool c;
};
static_assert(sizeof(AssertedOk) == 24);

struct TraitOk {
  bool a;
  double b;
  bool c;
};
static_assert(std::is_trivially_copyable_v<TraitOk>);

struct MeasuredOk {
  bool a;
  double b;
  bool c;
};
bool fits(std::size_t length) { return length == sizeof(MeasuredOk); }

struct OffsetOk {
  bool a;
  double b;
  bool c;
};
const std::size_t offset = offsetof(OffsetOk, b);

struct SpannedOk {
  bool a;
  double b;
  bool c;
};
std::size_t spanned(std::span<SpannedOk> all) { return std::as_bytes(all).size(); }

struct CastOk {
  int a;
  std::int64_t b;
  int c;
};
struct Raw {
  std::int64_t a, b, c;
};
Raw cast(const CastOk &from) { return std::bit_cast<Raw>(from); }

// A part of what is written.
struct PartOk {
  bool a;
  double b;
  bool c;
};
struct Whole {
  PartOk parts[4];
  int n;
};
void writeWhole(const Whole &whole, std::FILE *file) { std::fwrite(&whole, 100, 1, file); }

struct UnitedOk {
  bool a;
  double b;
  bool c;
};
union Both {
  UnitedOk value;
  char bytes[24];
};

struct DecodedOk {
  bool a;
  double b;
  bool c;
};
double decode(const void *data) { return static_cast<const DecodedOk *>(data)->b; }

struct RegistersOk {
  char a;
  double b;
  char c;
};
char registers() { return reinterpret_cast<volatile RegistersOk *>(0x40000000)->a; }

struct MappedOk {
  bool a;
  double b;
  bool c;
};
void *map();
double mapped() {
  void *at = map();
  return static_cast<MappedOk *>(at)->b;
}

void all(const std::vector<int> &ids, std::vector<WrittenOk> &written, std::vector<CopiedOk> &copied, std::vector<ViewedOk> &viewed,
         std::vector<StreamedOk> &streamed, std::vector<HashedOk> &hashed, std::vector<AssertedOk> &asserted, std::vector<TraitOk> &traits,
         std::vector<MeasuredOk> &measured, std::vector<OffsetOk> &offsets, std::vector<SpannedOk> &spanned, std::vector<CastOk> &casts,
         std::vector<PartOk> &parts, std::vector<UnitedOk> &united, std::vector<DecodedOk> &decoded, std::vector<RegistersOk> &registers,
         std::vector<MappedOk> &mapped) {
  for (int id : ids) {
    written.emplace_back();
    copied.emplace_back();
    viewed.emplace_back();
    streamed.emplace_back();
    hashed.emplace_back().a = hash(hashed.back()) == 0 && id;
    asserted.emplace_back();
    traits.emplace_back();
    measured.emplace_back();
    offsets.emplace_back();
    spanned.emplace_back();
    casts.emplace_back();
    parts.emplace_back();
    united.emplace_back();
    decoded.emplace_back();
    registers.emplace_back();
    mapped.emplace_back();
  }
}
