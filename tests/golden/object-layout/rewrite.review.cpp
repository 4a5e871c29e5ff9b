#include <cstdint>
#include <string>
#include <utility>
#include <vector>

/// Comments go where their fields go.
struct DocumentedBad { // want[review]: each 'DocumentedBad' has 14 bytes of padding
  /// How much.
  double value = 0; ///< in metres
                    ///< above the sea
  /// Is it on?
  /// It mostly is.
  bool on = true;
  bool last = false; // the last one
                     // of its kind
  int *next = nullptr;

  double twice() const { return 2 * value; }
};

// Lines that belong together are apart from others.
struct SpacedBad { // want[review]: each 'SpacedBad' has 14 bytes of padding

  double value;
  bool on;

  bool off;

  double other;
};

// A heading is about all that it stands above.
struct HeadedBad { // want[review]: each 'HeadedBad' has 14 bytes of padding
  // The position
  double x;
  double y;
  bool off;

  bool on;
  // Others
  double z;
};

// What is declared together stays together.
struct TogetherBad { // want[review]: each 'TogetherBad' has 13 bytes of padding
  double x, y;
  bool a, b;
  bool c;
};

class ConstructedBad { // want[review]: each 'ConstructedBad' has 14 bytes of padding
public:
  ConstructedBad(std::string text, double x) : price(x), open(true), paid(false), name(std::move(text)) {}
  explicit ConstructedBad(double x);
  ConstructedBad() = default;

private:
  double price = 0;
  bool open = false;
  bool paid = false;
  std::string name;
};

ConstructedBad::ConstructedBad(double x)
    : price(x),
      open{x > 1},
      paid(x < 1) {}

// Each field stays in its section.
class SectionsBad { // want[review]: each 'SectionsBad' has 28 bytes of padding, and many are kept; another order of its fields saves 16
public:
  double x = 0;
  bool a = false;
  bool b = false;

private:
  bool c = false;
  bool d = false;
  double y = 0;
  double z = 0;
};

// Strings are made and destroyed in the same order as before.
struct OrderedBad { // want[review]: each 'OrderedBad' has 14 bytes of padding
  std::string first;
  std::string second;
  bool a;
  bool b;
};

typedef struct { // want[review]: each 'AliasBad' has 14 bytes of padding
  double x;
  bool a;
  bool b;
} AliasBad;

struct LastBad { // want[review]: each 'LastBad' has 14 bytes of padding
  // about the number
  double x;
  bool b;

  bool a;
};

// A type of the class is declared before the fields that need it.
class NestedBad { // want[review]: each 'NestedBad' has 14 bytes of padding
  double x = 0;
  bool a = false;
  bool b = false;
  enum class Kind : std::uint8_t { One, Two };
  Kind kind = Kind::One;
  int n = 0;
};

// What is computed first stays first.
int next();
struct CountedBad { // want[review]: each 'CountedBad' has 12 bytes of padding
  int a = next();
  double b = next();
  void *d = nullptr;
  int c = next();
  int e = 0;
};

// What is handed over and comes back, nobody looks into.
struct UserDataBad { // want[review]: each 'UserDataBad' has 14 bytes of padding
  double b;
  bool a;
  bool c;
};
void call(void (*run)(void *), void *data);
void run(void *data) { static_cast<UserDataBad *>(data)->b = 1; }
void callback(UserDataBad &data) { call(run, &data); }

// An empty declaration separates nothing.
class EmptyBad { // want[review]: each 'EmptyBad' has 14 bytes of padding
  void set() { a = true; };
  double b = 0;
  bool a = false;
  bool c = false;
};

void all(const std::vector<int> &ids, std::vector<DocumentedBad> &documented,
         std::vector<SpacedBad> &spaced, std::vector<HeadedBad> &headed,
         std::vector<TogetherBad> &together,
         std::vector<ConstructedBad> &constructed,
         std::vector<SectionsBad> &sections, std::vector<OrderedBad> &ordered,
         std::vector<AliasBad> &aliases, std::vector<LastBad> &lasts,
         std::vector<NestedBad> &nested,
         std::vector<CountedBad> &counted, std::vector<UserDataBad> &data, std::vector<EmptyBad> &empty) {
  for (int id : ids) {
    documented.emplace_back();
    spaced.emplace_back();
    headed.emplace_back();
    together.emplace_back();
    constructed.emplace_back("name", id);
    sections.emplace_back();
    ordered.emplace_back();
    aliases.emplace_back();
    lasts.emplace_back();
    nested.emplace_back();
    counted.emplace_back();
    data.emplace_back();
    empty.emplace_back();
  }
}
