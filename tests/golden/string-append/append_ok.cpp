#include <iterator>
#include <list>
#include <sstream>
#include <string>
#include <vector>

using Words = std::vector<std::string>;

struct Node {
  std::string name;
  Node *next = nullptr;
};

std::string inPlaceOk(const Words &words) {
  std::string text;
  for (const std::string &word : words)
    text += word;
  return text;
}

// Five times is nothing.
std::string constantOk() {
  std::string text;
  for (int i = 0; i < 5; ++i)
    text = text + "x";
  return text;
}

std::string bracedListOk() {
  std::string text;
  for (const char *word : {"a", "b", "c"})
    text = text + word;
  return text;
}

// A string of the iteration does not grow.
void localOk(const Words &words, Words &lines) {
  for (const std::string &word : words) {
    std::string line;
    line = line + word;
    lines.push_back(line);
  }
}

void resetOk(const Words &words, Words &lines) {
  std::string line;
  for (const std::string &word : words) {
    line = "";
    line = line + word;
    lines.push_back(line);
  }
}

// Another string in every iteration.
void elementsOk(std::list<Node> &nodes, Node *first) {
  for (Node &node : nodes)
    node.name = node.name + "!";
  for (Node *node = first; node; node = node->next)
    node->name = node->name + "!";
}

void indexedOk(Words &words) {
  for (std::size_t i = 0; i < words.size(); ++i)
    words[i] = words[i] + "!";
}

// Runs once, although it stands in a loop.
std::string leavesOk(const Words &words) {
  std::string text = "not found: ";
  for (const std::string &word : words)
    if (word.empty()) {
      text = text + word;
      return text;
    }
  return text;
}

std::string retryOk(bool (*send)(const std::string &)) {
  std::string log;
  for (int attempt = 0; attempt < 100; ++attempt) {
    if (send(log))
      break;
    log = log + "failed\n";
  }
  return log;
}

// The stream starts anew.
void streamOk(const Words &words, Words &lines) {
  std::ostringstream out;
  for (const std::string &word : words) {
    out.str("");
    out << word;
    lines.push_back(out.str());
  }
}

std::string onceMacroOk(std::string text) {
  do {
    text = text + "x";
  } while (0);
  return text;
}

struct Account {
  std::string name;
  const Account *parent = nullptr;
};

// A path to the root has as many parts as the tree has levels.
std::string pathOk(const Account &account) {
  std::string path = account.name;
  for (const Account *up = account.parent; up; up = up->parent)
    path = up->name + ":" + path;
  return path;
}

// The clauses are written in one iteration and taken in another.
std::string clausesOk(const Words &words, Words &taken) {
  std::ostringstream out;
  for (const std::string &word : words) {
    if (word == "from")
      taken.push_back(out.str());
    else
      out << word;
  }
  return out.str();
}
