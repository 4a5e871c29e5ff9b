#include <boost/regex.hpp>
#include <string>
#include <vector>

int boostBad(const std::vector<std::string> &lines, const std::string &text) {
  int found = 0;
  for (const std::string &line : lines) {
    boost::regex word(text, boost::regex::icase); // want[review]: 'word' compiles
    boost::smatch match;
    found += boost::regex_search(line, match, word) ? 1 : 0;
  }
  return found;
}
