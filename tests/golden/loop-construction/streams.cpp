#include <iomanip>
#include <sstream>
#include <string>
#include <vector>

std::string writtenBad(const std::vector<int> &numbers) {
  std::string result;
  for (int number : numbers) {
    std::ostringstream text; // want[review]: 'text' makes a stream with its locale and buffer, once per iteration
    text << '#' << number << "; ";
    result += text.str();
  }
  return result;
}

int readBad(const std::vector<std::string> &lines) {
  int sum = 0;
  for (const std::string &line : lines) {
    std::istringstream words(line); // want[review]: 'words' makes a stream
    int number = 0;
    while (words >> number)
      sum += number;
  }
  return sum;
}

size_t splitBad(const std::vector<std::string> &lines) {
  size_t cells = 0;
  for (const std::string &line : lines) {
    std::stringstream row(line); // want[review]: 'row' makes a stream
    std::string cell;
    while (std::getline(row, cell, ','))
      ++cells;
  }
  return cells;
}

// `std::hex` would still be set for the next number.
std::string manipulatedBad(const std::vector<int> &numbers) {
  std::string result;
  for (int number : numbers) {
    std::ostringstream text; // want[advice]: 'text' makes a stream
    text << number << ' ' << std::hex << std::setw(4) << number;
    result += text.str();
  }
  return result;
}
