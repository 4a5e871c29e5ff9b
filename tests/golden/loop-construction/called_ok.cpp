#include <map>
#include <regex>
#include <string>
#include <vector>

// Nobody calls it for each item.
bool onceOk(const std::string &text) {
  return std::regex_match(text, std::regex("[0-9]+"));
}
bool runsOnce(const std::string &text) { return onceOk(text); }

// The pattern comes with the item.
bool matchesOk(const std::string &line, const std::string &text) {
  return std::regex_search(line, std::regex(text));
}
int anyOk(const std::vector<std::string> &patterns) {
  int found = 0;
  for (const std::string &text : patterns)
    found += matchesOk("line", text) ? 1 : 0;
  return found;
}

bool keptOk(const std::string &line) {
  static const std::regex digits("[0-9]+");
  return std::regex_search(line, digits);
}
int keptForAllOk(const std::vector<std::string> &lines) {
  int found = 0;
  for (const std::string &line : lines)
    found += keptOk(line) ? 1 : 0;
  return found;
}

// Each object has a pattern of its own.
class Rule {
public:
  explicit Rule(std::string from) : text(std::move(from)), own("[a-z]+") {}
  bool matches(const std::string &line) const {
    return std::regex_search(line, std::regex(text));
  }

private:
  std::string text;
  std::regex own;
};
int allRulesOk(const std::vector<Rule> &rules) {
  int found = 0;
  for (const Rule &rule : rules)
    found += rule.matches("line") ? 1 : 0;
  return found;
}
std::vector<Rule> rulesOk(const std::vector<std::string> &texts) {
  std::vector<Rule> rules;
  for (const std::string &text : texts)
    rules.emplace_back(text);
  return rules;
}

// Made for the caller.
std::regex makeOk() { return std::regex("a+"); }
std::vector<std::regex> makeAllOk(const std::vector<std::string> &names) {
  std::vector<std::regex> all;
  for (size_t i = 0; i < names.size(); ++i)
    all.push_back(makeOk());
  return all;
}

// Only what is in no cache is compiled.
std::map<std::string, bool> known;
bool rememberedOk(const std::string &line) {
  if (const auto found = known.find(line); found != known.end())
    return found->second;
  return known[line] = std::regex_match(line, std::regex("[0-9]+"));
}
int rememberAllOk(const std::vector<std::string> &lines) {
  int found = 0;
  for (const std::string &line : lines)
    found += rememberedOk(line) ? 1 : 0;
  return found;
}

// Another class of this name.
namespace other {
struct regex {
  explicit regex(const char *) {}
  bool matches(const std::string &) const { return true; }
};
} // namespace other
int otherOk(const std::vector<std::string> &lines) {
  int found = 0;
  for (const std::string &line : lines) {
    other::regex any("a+");
    found += any.matches(line) ? 1 : 0;
  }
  return found;
}

// Of some words only.
bool isSpecial(const std::string &word, int kind) {
  if (kind == 2)
    return std::regex_match(word, std::regex("[0-9]+"));
  return word.empty();
}
int countSpecialOk(const std::vector<std::string> &words, const std::vector<int> &kinds) {
  int count = 0;
  for (std::size_t i = 0; i < words.size(); ++i)
    count += isSpecial(words[i], kinds[i]);
  return count;
}
