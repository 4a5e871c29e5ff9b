// args: -std=c++17
#include <absl/strings/str_split.h>
#include <boost/algorithm/string/classification.hpp>
#include <boost/algorithm/string/split.hpp>
#include <string>
#include <vector>

using Strings = std::vector<std::string>;
void use(absl::string_view part);
void keep(const Strings &parts);

// More than one, or of several.
int moreOk(const Strings &lines) {
  int sum = 0;
  for (const std::string &line : lines) {
    Strings parts;
    boost::split(parts, line, boost::is_any_of(","));
    if (parts.size() > 1)
      sum += std::stoi(parts[0]);
  }
  Strings all;
  for (const std::string &line : lines)
    boost::split(all, line, boost::is_any_of(","));
  return sum + int(all.size());
}
// Empty ones do not count.
int compressedOk(const Strings &lines) {
  int sum = 0;
  for (const std::string &line : lines) {
    Strings parts;
    boost::split(parts, line, boost::is_any_of(","), boost::token_compress_on);
    sum += int(parts.size());
  }
  return sum;
}
// Once.
std::string onceOk(const std::string &line) {
  Strings parts;
  boost::split(parts, line, boost::is_any_of(","));
  return parts[0];
}
// One by one already.
void lazyOk(const std::string &text) {
  for (absl::string_view part : absl::StrSplit(text, '\n'))
    use(part);
  const std::vector<absl::string_view> views = absl::StrSplit(text, '\n');
  for (absl::string_view part : views)
    use(part);
}
// The text changes on the way.
void changedOk(std::string text) {
  const Strings parts = absl::StrSplit(text, '\n');
  for (const std::string &part : parts) {
    text += "x";
    use(part);
  }
}
void keptOk(const std::string &text) {
  const Strings parts = absl::StrSplit(text, '\n');
  for (const std::string &part : parts)
    use(part);
  keep(parts);
}

// Whose parts are not cut from the text, or not alone.
Strings namesOf(const std::string &text);
static Strings paths(const std::string &folder, const Strings &files) {
  Strings result;
  for (const std::string &file : files)
    result.push_back(file + ".txt");
  return result;
}
static Strings spelled(const std::string &text) {
  Strings result;
  for (char each : text)
    result.push_back(std::string(each == 'a' ? "alpha" : "beta"));
  return result;
}
static Strings lines(const std::string &text) {
  Strings result;
  std::size_t begin = 0;
  for (std::size_t end; (end = text.find('\n', begin)) != std::string::npos; begin = end + 1)
    result.push_back(text.substr(begin, end - begin));
  return result;
}
void ownOk(const Strings &all, Strings &names) {
  for (const std::string &line : all) {
    names.push_back(namesOf(line)[0]);
    names.push_back(paths(line, all)[0]);
    names.push_back(spelled(line)[0]);
    // What the last one is depends on how the text ends.
    names.push_back(lines(line).back());
    names.push_back(std::to_string(lines(line).size()));
  }
}
