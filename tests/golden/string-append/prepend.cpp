#include <string>
#include <vector>

std::string digitsFirstBad(const std::string &from) {
  std::string text;
  for (char c : from)
    text = c + text; // want[advice]: 'text' is copied whole to prepend to it // want-advice: text += c; // want-advice: std::reverse(text.begin(), text.end());
  return text;
}

// What was there before stays behind what is put in front.
void inFrontOfBad(std::string &text, const std::vector<std::string> &words) {
  for (const auto &word : words)
    text = word + text; // want[advice]: 'text' is copied whole to prepend to it // want-advice: parts.push_back(word);  // std::vector<std::string> parts, before the loop // want-advice: std::string front; // want-advice: text = front + text;
}

std::string bothEndsBad(const std::vector<std::string> &tags) {
  std::string text = "body";
  for (const auto &tag : tags)
    text = "<" + tag + ">" + text + "</" + tag + ">"; // want[advice]: 'text' is copied whole to prepend to it // want-advice: parts.push_back("<" + tag + ">");  // std::vector<std::string> parts, before the loop // want-advice: tail += "</" + tag + ">";
  return text;
}
