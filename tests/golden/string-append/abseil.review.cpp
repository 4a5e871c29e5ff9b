#include <absl/strings/str_cat.h>
#include <string>
#include <vector>

std::string joinBad(const std::vector<std::string> &Words) {
  std::string Text;
  for (const std::string &Word : Words)
    absl::StrAppend(&Text, Word, ",", 1); // want[review]: 'Text' is copied whole to append to it, once per iteration (O(n²) → O(n))
  return Text;
}

// What is appended is what there is.
std::string doubledOk(const std::vector<std::string> &Words) {
  std::string Text = "x";
  for (const std::string &Word : Words)
    Text = absl::StrCat(Text, Text, Word);
  return Text;
}

std::string otherOk(const std::vector<std::string> &Words) {
  std::string Text;
  for (const std::string &Word : Words)
    Text = absl::StrCat(Word, ",");
  return Text;
}
