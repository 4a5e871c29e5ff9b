// The rest of a text or sequence as a new one.
#include <string>
#include <vector>

void use(const std::string &line);
int headerSize(const std::vector<char> &data);

void sizedBad(std::string text) {
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    use(text.substr(0, end));
    text = text.substr(end + 1, text.size() - end - 1); // want[advice]: dropping the front copies all the rest of 'text', once per iteration
  }
}
void endBad(std::string text) {
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    use(text.substr(0, end));
    text = text.substr(end + 1, std::string::npos); // want[advice]: dropping the front copies all the rest of 'text'
  }
}
void madeBad(std::string text) {
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    use(text.substr(0, end));
    text = std::string(text, end + 1); // want[advice]: dropping the front copies all the rest of 'text' // want-advice: rest.remove_prefix(end + 1);
  }
}
void sequenceBad(std::vector<char> data) {
  while (!data.empty()) {
    const int used = headerSize(data);
    data = std::vector<char>(data.begin() + used, data.end()); // want[advice]: dropping the front copies all the rest of 'data' // want-advice: start += used;  // the index of what is left of data, 0 before the loop, where searches begin
  }
}
