#include <string>
#include <vector>

using Words = std::vector<std::string>;

// The count is the user's own expression.
void countBad(std::string buffer, Words &lines) {
  for (std::size_t end; (end = buffer.find('\n')) != std::string::npos;) {
    lines.push_back(buffer.substr(0, end));
    buffer.erase(0, end + 1); // want[advice]: erasing at the front moves all other elements of 'buffer' // want-advice: std::string_view rest = buffer;  // before the loop, which looks into rest instead // want-advice: rest.remove_prefix(end + 1);
  }
}

void rangeBad(std::string buffer, Words &lines) {
  while (buffer.size() > 4) {
    lines.push_back(buffer.substr(0, 4));
    buffer.erase(buffer.begin(), buffer.begin() + 4); // want[advice]: erasing at the front moves all other elements of 'buffer' // want-advice: rest.remove_prefix(4);
  }
}

void oneBad(std::wstring buffer, std::vector<std::size_t> &out) {
  while (!buffer.empty()) {
    out.push_back(buffer.find(L','));
    buffer.erase(buffer.begin()); // want[advice]: erasing at the front moves all other elements of 'buffer' // want-advice: std::wstring_view rest = buffer;  // before the loop, which looks into rest instead // want-advice: rest.remove_prefix(1);
  }
}

void tailBad(std::string text, Words &words) {
  for (std::size_t end; (end = text.find(',')) != std::string::npos;) {
    words.push_back(text.substr(0, end));
    text = text.substr(end + 1); // want[advice]: dropping the front copies all the rest of 'text' // want-advice: rest.remove_prefix(end + 1);
  }
}

// A view of a string that also grows would dangle.
std::string more();

void grownBad(std::string buffer, Words &lines, const Words &chunks) {
  for (const std::string &chunk : chunks) {
    buffer += chunk;
    lines.push_back(buffer.substr(0, 4));
    buffer.erase(0, 4); // want[advice]: erasing at the front moves all other elements of 'buffer' // want-advice: start += 4;  // the index of what is left of buffer, 0 before the loop, where searches begin // want-advice: buffer.erase(0, start);
  }
}

// Not only the first.
int pairsBad(std::vector<int> &queue) {
  int sum = 0;
  while (queue.size() != 1) {
    sum += queue[0] * queue[1];
    queue.erase(queue.begin(), queue.begin() + 2); // want[advice]: erasing at the front moves all other elements of 'queue' // want-advice: start += 2;  // the index of what is left of queue, 0 before the loop, where searches begin // want-advice: queue.erase(queue.begin(), queue.begin() + start);
  }
  return sum;
}

// One advice for all that a loop takes off the front.
static void dropWord(std::string &text) {
  const std::size_t end = text.find(' ');
  if (end == std::string::npos)
    text = text.substr(1); // want[advice]: dropping the front copies all the rest of 'text', each time 'dropWord' is called in a loop
  else
    text = text.substr(end + 1);
}

void dropAllBad(std::string text) {
  while (!text.empty())
    dropWord(text);
}
