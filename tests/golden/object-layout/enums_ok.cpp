#include <cstdint>
#include <cstdio>
#include <vector>

// Somebody chose the type.
enum class Chosen : std::uint32_t { A, B };
struct ChosenOk {
  double x = 0;
  Chosen first = Chosen::A;
  Chosen second = Chosen::A;
  bool last = false;
};

enum class Large { A, B = 256 };
struct LargeOk {
  double x = 0;
  Large first = Large::A;
  Large second = Large::A;
  bool last = false;
};

// No smaller with one byte.
enum class Only { A, B };
struct OnlyOk {
  double x = 0;
  Only only = Only::A;
  bool last = false;
};

// Somebody asks for the size, writes the bytes, or hands out the address.
enum class Sized { A, B };
struct SizedOk {
  double x = 0;
  Sized first = Sized::A;
  Sized second = Sized::A;
  bool last = false;
};
static_assert(sizeof(Sized) == 4);

enum class Written { A, B };
struct WrittenOk {
  double x = 0;
  Written first = Written::A;
  Written second = Written::A;
  bool last = false;
};
void write(const WrittenOk &each, std::FILE *file) {
  const auto *bytes = reinterpret_cast<const char *>(&each.first);
  std::fputc(*bytes, file);
}

enum Scanned { First, Second };
struct ScannedOk {
  double x = 0;
  Scanned first = First;
  Scanned second = First;
  bool last = false;
};
void scan(ScannedOk &each) { std::scanf("%u", &each.first); }

extern "C" {
enum Shared { One, Two };
}
struct SharedOk {
  double x = 0;
  Shared first = One;
  Shared second = One;
  bool last = false;
};

void fill(const std::vector<double> &xs, std::vector<ChosenOk> &chosen, std::vector<LargeOk> &large,
          std::vector<OnlyOk> &only, std::vector<SizedOk> &sized, std::vector<WrittenOk> &written,
          std::vector<ScannedOk> &scanned, std::vector<SharedOk> &shared) {
  for (double x : xs) {
    chosen.emplace_back().x = x;
    large.emplace_back().x = x;
    only.emplace_back().x = x;
    sized.emplace_back().x = x;
    written.emplace_back().x = x;
    scanned.emplace_back().x = x;
    shared.emplace_back().x = x;
  }
}

// There is one.
enum class Few { A, B };
struct FewOk {
  double x = 0;
  Few first = Few::A;
  Few second = Few::A;
  bool last = false;
};
double one() {
  FewOk few;
  return few.x;
}
