#include <cstdio>
#include <string>
#include <vector>

long sumOfWindows(const std::vector<std::vector<int>> &rows) {
  long sum = 0;
  for (const std::vector<int> &row : rows) {
    std::vector<int> doubled; // want[review]: 'doubled' gets its memory anew in each iteration
    for (int each : row)
      doubled.push_back(2 * each);
    for (std::size_t i = 1; i < doubled.size(); ++i)
      sum += doubled[i] * doubled[i - 1];
  }
  return sum;
}

std::size_t letters(const std::vector<std::string> &texts) {
  std::size_t count = 0;
  for (std::size_t i = 0; i != texts.size(); ++i) {
    std::string letters; // want[review]: 'letters' gets its memory anew in each iteration
    for (char each : texts[i])
      letters += each;
    count += letters.find_first_of("xyz");
  }
  return count;
}

int main() {
  std::printf("%ld %zu\n", sumOfWindows({{1, 2, 3}, {4}, {5, 6}}),
              letters({"abcx", "y", "z"}));
}
