#include <map>
#include <memory>
#include <regex>
#include <string>
#include <utility>
#include <vector>

// The pattern is another one each time.
int ofItemOk(const std::vector<std::string> &patterns, const std::string &line) {
  int found = 0;
  for (const std::string &each : patterns) {
    std::regex expression(each);
    found += std::regex_search(line, expression) ? 1 : 0;
  }
  return found;
}

int ofChangedOk(const std::vector<std::string> &lines) {
  std::string prefix = "^a";
  int found = 0;
  for (const std::string &line : lines) {
    std::regex expression(prefix);
    found += std::regex_search(line, expression) ? 1 : 0;
    prefix += "b";
  }
  return found;
}

int ofBothOk(const std::vector<std::string> &lines) {
  int found = 0;
  for (const std::string &line : lines)
    found += std::regex_search(line, std::regex("a" + line)) ? 1 : 0;
  return found;
}

int ofIndexOk(const std::vector<std::string> &lines) {
  int found = 0;
  for (size_t i = 0; i < lines.size(); ++i)
    found += std::regex_search(lines[i], std::regex(std::to_string(i))) ? 1 : 0;
  return found;
}

int choosesOk(const std::vector<std::string> &lines) {
  int found = 0;
  for (const std::string &line : lines) {
    const std::regex expression(line.empty() ? "a" : "b");
    found += std::regex_search("ab", expression) ? 1 : 0;
  }
  return found;
}

// Kept already.
int staticOk(const std::vector<std::string> &lines) {
  int found = 0;
  for (const std::string &line : lines) {
    static const std::regex digits("[0-9]+");
    thread_local std::regex word("[a-z]+");
    found += std::regex_search(line, digits) || std::regex_search(line, word);
  }
  return found;
}

const std::regex &cached(std::map<std::string, std::regex> &cache,
                         const std::vector<std::string> &lines) {
  for (const std::string &line : lines)
    if (cache.find(line) == cache.end())
      cache.emplace(line, std::regex("[0-9]+"));
  return cache.begin()->second;
}

// Made for others to keep.
struct Rule {
  std::string name;
  std::regex expression;
};

std::vector<Rule> keptOk(const std::vector<std::string> &names) {
  std::vector<Rule> rules;
  for (const std::string &name : names) {
    std::regex any(".*");
    rules.push_back({name, any});
    rules.push_back(Rule{name, std::regex(".+")});
  }
  return rules;
}

std::vector<std::regex> collectedOk(const std::vector<std::string> &names) {
  std::vector<std::regex> all;
  for (size_t i = 0; i < names.size(); ++i) {
    all.emplace_back("a+");
    all.push_back(std::regex("b+"));
    std::regex other("c+");
    all.push_back(std::move(other));
    auto shared = std::make_shared<std::regex>("d+");
    all.push_back(*shared);
  }
  return all;
}

void fill(std::regex &expression, const std::string &text);

void filledOk(const std::vector<std::string> &lines) {
  for (const std::string &line : lines) {
    std::regex expression("a+");
    fill(expression, line);
  }
}

// Another object is made first and assigned.
int assignedOk(const std::vector<std::string> &lines) {
  int found = 0;
  for (const std::string &line : lines) {
    std::regex expression("a+");
    if (line.size() > 3)
      expression = std::regex(line);
    found += std::regex_search(line, expression) ? 1 : 0;
  }
  return found;
}

// Once only.
bool onceOk(const std::vector<std::string> &lines) {
  for (const std::string &line : lines)
    if (!line.empty())
      return std::regex_search(line, std::regex("a+"));
  return false;
}

int fewOk(const std::string &line) {
  int found = 0;
  for (const char *each : {"a", "b", "c"}) {
    std::regex digits("[0-9]+");
    found += std::regex_search(line + each, digits) ? 1 : 0;
  }
  return found;
}

void failOk(const std::vector<std::string> &lines) {
  for (const std::string &line : lines)
    if (line.empty())
      throw std::regex_replace("no line", std::regex("o"), "0");
}

void defaultOk(const std::vector<std::string> &lines) {
  for (const std::string &line : lines) {
    std::regex expression;
    expression = line;
    const std::regex copy(expression);
    (void)std::regex_match(line, copy);
  }
}

int volatileOk(const std::vector<std::string> &lines) {
  volatile unsigned flags = 1;
  int found = 0;
  for (const std::string &line : lines) {
    std::regex expression("a", static_cast<std::regex::flag_type>(flags));
    found += std::regex_search(line, expression) ? 1 : 0;
  }
  return found;
}
