// args: -std=c++17 -fPIC
// packages: Qt5Core
#include <QString>
#include <string>
#include <vector>

void use(const std::string &line);
int headerSize(const std::vector<char> &data);

// A piece out of the middle, of something else, or all of it.
void middleOk(std::string text, const std::string &other) {
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    use(text);
    if (end > 7)
      text = text.substr(end + 1, 72);
    else if (end > 5)
      text = text.substr(end + 1, other.size() - end);
    else if (end > 3)
      text = std::string(other, end);
    else
      text = std::string(text, end, 3);
  }
}
void partOk(std::vector<char> data, std::vector<char> other) {
  while (!data.empty()) {
    const int used = headerSize(data);
    if (used > 9)
      data = std::vector<char>(data.begin(), data.end() - used);
    else
      data = std::vector<char>(other.begin() + used, other.end());
  }
}

// One of the fields of a reply, as the function is given them.
struct User {
  QString modes;
  void setHost(const QString &user, const QString &host, const QString &server);
};
bool isMode(QChar letter);
void whoOk(User &user, const QString &name, const QString &host, const QString &server, const QString &flags) {
  user.setHost(name, host, server);
  QString unchecked = flags;
  while (!unchecked.isEmpty()) {
    if (isMode(unchecked[0]))
      user.modes.append(unchecked[0]);
    unchecked = unchecked.remove(0, 1);
  }
}
