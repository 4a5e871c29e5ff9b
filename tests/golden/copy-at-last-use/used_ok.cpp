#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

using Lines = std::vector<std::string>;

// Used again.
std::size_t laterOk(Lines &lines, const Lines &words) {
  std::size_t size = 0;
  for (const std::string &word : words) {
    std::string line = word + ".";
    lines.push_back(line);
    size += line.size();
  }
  return size;
}

// In the next iteration.
void nextIterationOk(Lines &lines, int n) {
  std::string line;
  for (int i = 0; i < n; ++i) {
    line += 'x';
    lines.push_back(line);
  }
}

// Its memory is used again.
void clearedOk(Lines &lines, const std::string &text) {
  std::string line;
  for (char c : text) {
    if (c == '\n') {
      lines.push_back(line);
      line.clear();
    } else {
      line += c;
    }
  }
}

// In the same expression.
std::size_t put(const std::string &, std::size_t);
void sameExpressionOk(std::vector<std::pair<std::string, std::size_t>> &all, const Lines &words) {
  for (const std::string &word : words) {
    std::string text = word;
    all.emplace_back(text, text.size());
  }
}

// By way of something that leads there.
char viewOk(Lines &lines, const Lines &words) {
  char last = 0;
  for (const std::string &word : words) {
    std::string text = word;
    std::string_view view = text;
    lines.push_back(text);
    last = view.back();
  }
  return last;
}

char referenceOk(Lines &lines, const Lines &words) {
  char sum = 0;
  for (const std::string &word : words) {
    std::string text = word;
    char &first = text.front();
    lines.push_back(text);
    sum = static_cast<char>(sum + first);
  }
  return sum;
}

int iteratorOk(std::vector<std::vector<int>> &all, int n) {
  int sum = 0;
  for (int i = 0; i < n; ++i) {
    std::vector<int> row(10, i);
    std::vector<int>::iterator it;
    it = row.begin();
    all.push_back(row);
    sum += *it;
  }
  return sum;
}

struct Source {
  const std::string *text = nullptr;
  void setText(const std::string &given) { text = &given; }
  std::size_t size() const { return text->size(); }
};
std::size_t keptOk(Lines &lines, const Lines &words) {
  std::size_t sum = 0;
  Source source;
  for (const std::string &word : words) {
    std::string text = word;
    source.setText(text);
    lines.push_back(text);
    sum += source.size();
  }
  return sum;
}

std::size_t pointerOk(Lines &lines, const Lines &words) {
  std::size_t sum = 0;
  for (const std::string &word : words) {
    std::string text = word;
    const std::string *place = &text;
    lines.push_back(text);
    sum += place->size();
  }
  return sum;
}

std::size_t lambdaOk(Lines &lines, const Lines &words) {
  std::size_t sum = 0;
  for (const std::string &word : words) {
    std::string text = word;
    const auto size = [&] { return text.size(); };
    lines.push_back(text);
    sum += size();
  }
  return sum;
}

// An exception leads to another use.
void handlerOk(Lines &lines, Lines &failed, const Lines &words) {
  for (const std::string &word : words) {
    std::string text = word + "!";
    try {
      lines.push_back(text);
    } catch (const std::bad_alloc &) {
      failed.push_back(text);
    }
  }
}

// A guard looks at it at the end.
struct Guard {
  explicit Guard(const std::string &text) : text(text) {}
  ~Guard() { last = text.size(); }
  const std::string &text;
  static std::size_t last;
};
void guardOk(Lines &lines, const Lines &words) {
  for (const std::string &word : words) {
    std::string text = word;
    Guard guard(text);
    lines.push_back(text);
  }
}

// Cannot be moved from, or is no copy.
void constOk(Lines &lines, const Lines &words) {
  for (const std::string &word : words) {
    const std::string text = word + "!";
    lines.push_back(text);
  }
}

void parameterOk(Lines &lines, std::string text) { lines.push_back(text); }

void movedOk(Lines &lines, const Lines &words) {
  for (const std::string &word : words) {
    std::string text = word;
    lines.push_back(std::move(text));
  }
}

void referenceParameterOk(const Lines &words) {
  for (const std::string &word : words) {
    std::string text = word;
    put(text, 1);
  }
}

// Costs nothing to copy, or as much to move.
struct Point {
  double x = 0, y = 0;
};
void cheapOk(std::vector<Point> &points, int n) {
  for (int i = 0; i < n; ++i) {
    Point point;
    point.x = i;
    points.push_back(point);
  }
}

struct Closing {
  std::vector<int> values;
  ~Closing() { values.clear(); }
};
void noMoveOk(std::vector<Closing> &all, int n) {
  for (int i = 0; i < n; ++i) {
    Closing one;
    one.values.push_back(i);
    all.push_back(one);
  }
}

// Once, and small.
void onceOk(Lines &lines) {
  std::string text = "text";
  lines.push_back(text);
}

// Called now and then.
using Rows = std::vector<std::vector<int>>;
void addRare(Rows &rows, int number) {
  std::vector<int> row(10, number);
  rows.push_back(row);
}
void rareOk(Rows &rows, const std::vector<int> &numbers) {
  for (int number : numbers)
    if (number < 0)
      addRare(rows, number);
}

// A text is little of what a call costs.
void addText(Lines &lines, int number) {
  std::string text = std::to_string(number);
  lines.push_back(text);
}
void textsOk(Lines &lines, const std::vector<int> &numbers) {
  for (int number : numbers)
    addText(lines, number);
}

// The function had better take a reference.
std::size_t sizeOf(std::string text) { return text.size(); }
std::size_t sizesOk(const Lines &words) {
  std::size_t size = 0;
  for (const std::string &word : words) {
    std::string text = word + "!";
    size += sizeOf(text);
  }
  return size;
}

// One text of each kind.
struct Address {
  std::string host, user, port;
};
void settingsOk(Address &address, const std::vector<std::pair<std::string, std::string>> &values) {
  for (const auto &[key, given] : values) {
    std::string value = given + " ";
    if (key == "host")
      address.host = value;
    else if (key == "user")
      address.user = value;
    else if (key == "port")
      address.port = value;
  }
}

// What is made of it copies it all the same.
struct Label {
  Label(int number, const std::string &text) : number(number), text(text) {}
  int number;
  std::string text;
};
void copyingOk(std::vector<Label> &labels, std::vector<std::unique_ptr<Label>> &owned,
               const Lines &words) {
  for (const std::string &word : words) {
    std::string text = word + "!";
    std::string other = word + "?";
    labels.emplace_back(1, text);
    owned.push_back(std::make_unique<Label>(2, other));
  }
}

// A container of views leads there, too.
std::size_t viewsOk(Lines &lines, const Lines &words) {
  std::size_t size = 0;
  for (const std::string &word : words) {
    std::string text = word + "!";
    std::vector<std::string_view> parts;
    parts.push_back(text);
    lines.push_back(text);
    size += parts.front().size();
  }
  return size;
}

std::size_t pointersOk(Lines &lines, const Lines &words) {
  std::size_t size = 0;
  for (const std::string &word : words) {
    std::string text = word + "!";
    std::vector<const char *> names;
    names.push_back(text.c_str());
    lines.push_back(text);
    size += static_cast<std::size_t>(names.front()[0]);
  }
  return size;
}

// Another build looks at it again.
#define CHECK_THAT(condition) static_cast<void>(0)
void checkedOk(Lines &lines, const Lines &words) {
  for (const std::string &word : words) {
    std::string text = word + "!";
    lines.push_back(text);
    CHECK_THAT(!text.empty());
  }
}

std::size_t configuredOk(Lines &lines, const Lines &words) {
  std::size_t size = 0;
  for (const std::string &word : words) {
    std::string text = word + "!";
    lines.push_back(text);
#ifdef COUNT_ALL
    size += text.size();
#endif
  }
  return size;
}

Guard guarding(const std::string &text) { return Guard(text); }
void guardOfFunctionOk(Lines &lines, const Lines &words) {
  for (const std::string &word : words) {
    std::string text = word + "!";
    const auto guard = guarding(text);
    lines.push_back(text);
  }
}

// Never here, but in another configuration.
constexpr bool IsVerbose = false;
std::size_t verboseOk(Lines &lines, const Lines &words) {
  std::size_t size = 0;
  for (const std::string &word : words) {
    std::string text = word + "!";
    lines.push_back(text);
    if (IsVerbose)
      size += text.size();
  }
  return size;
}
