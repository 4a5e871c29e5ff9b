#include <string>
#include <vector>

void parseBad(std::string buffer, std::vector<std::string> &lines) {
  std::size_t end;
  while ((end = buffer.find('\n')) != std::string::npos) {
    lines.push_back(buffer.substr(0, end));
    buffer.erase(0, end + 1); // want[advice]: erasing at the front moves all other elements of 'buffer'
  }
}

void tailBad(std::string text, std::vector<std::string> &words) {
  std::size_t end;
  while ((end = text.find(',')) != std::string::npos) {
    words.push_back(text.substr(0, end));
    text = text.substr(end + 1); // want[advice]: dropping the front copies all the rest of 'text'
  }
}

struct Item {
  bool expired() const;
  int weight;
};

void filterBad(std::vector<Item> &items, int limit) {
  std::erase_if(items, [&](const auto &element) { return element.expired() && element.weight > limit; });
}

// Seen half-way, so the order must be right in the loop.
int observedBad(const std::vector<int> &items) {
  std::vector<int> result;
  int sum = 0;
  for (int item : items) {
    result.insert(result.begin(), item); // want[advice]: moves all elements of 'result'
    sum += result.back();
  }
  return sum;
}

// How much is dropped is found in the text, or all of it is read.
void trimBad(std::vector<int> &recent) {
  while (recent.size() > 100000)
    recent.erase(recent.begin()); // want: erasing at the front moves all other elements of 'recent'
}
void linesBad(std::string text, std::vector<std::string> &lines) {
  while (text.size() > 76) {
    lines.push_back(text.substr(0, 76));
    text = text.substr(76); // want: dropping the front copies all the rest of 'text'
  }
}
