#include <cstdio>
#include <string>
#include <utility>
#include <vector>

// Moved, copied, swapped: each iteration needs one of its own.
std::vector<std::vector<int>> kept(const std::vector<std::vector<int>> &rows) {
  std::vector<std::vector<int>> all;
  for (const std::vector<int> &row : rows) {
    std::vector<int> one;
    for (int each : row)
      one.push_back(each);
    all.push_back(std::move(one));
    std::vector<int> other;
    for (int each : row)
      other.push_back(each);
    all.push_back(other);
    std::vector<int> third;
    for (int each : row)
      third.push_back(each);
    all.emplace_back();
    all.back().swap(third);
  }
  return all;
}

// It seldom grows.
long rare(const std::vector<std::vector<int>> &rows) {
  long sum = 0;
  for (const std::vector<int> &row : rows) {
    std::vector<int> negative;
    for (int each : row)
      if (each < 0)
        negative.push_back(each);
    if (row.empty())
      for (int i = 0; i < sum; ++i)
        negative.push_back(i);
    sum += static_cast<long>(negative.size());
  }
  return sum;
}

// One element fits the string.
std::size_t single(const std::vector<std::string> &texts) {
  std::size_t count = 0;
  for (const std::string &text : texts) {
    std::string line;
    line += text.front();
    count += line.size();
  }
  return count;
}

// Writing takes longer.
void print(const std::vector<std::vector<int>> &rows) {
  for (const std::vector<int> &row : rows) {
    std::string line;
    for (int each : row)
      line += static_cast<char>('a' + each);
    std::FILE *out = std::fopen("/dev/null", "w");
    std::fputs(line.c_str(), out);
    std::fclose(out);
  }
}

// Made three times.
int few(const std::vector<int> &row) {
  int sum = 0;
  for (int factor = 1; factor <= 3; ++factor) {
    std::vector<int> scaled;
    for (int each : row)
      scaled.push_back(factor * each);
    for (int each : scaled)
      sum += each;
  }
  return sum;
}

// Handed to the project's own code, which may keep or change it.
void use(std::vector<int> &values);
void handed(const std::vector<std::vector<int>> &rows) {
  for (const std::vector<int> &row : rows) {
    std::vector<int> values;
    for (int each : row)
      values.push_back(each);
    use(values);
  }
}
