#include <deque>
#include <list>
#include <string>
#include <vector>

void dequeOk(const std::vector<int> &items, std::deque<int> &queue,
             std::list<int> &list) {
  for (int item : items) {
    queue.push_front(item);
    list.insert(list.begin(), item);
  }
}

void onceOk(std::vector<int> &items) { items.insert(items.begin(), 0); }

// Kept short.
void recentOk(const std::vector<int> &items, std::vector<int> &recent) {
  for (int item : items) {
    recent.insert(recent.begin(), item);
    if (recent.size() > 10)
      recent.pop_back();
  }
}

void constantOk(std::vector<int> &items) {
  for (int i = 0; i < 3; ++i)
    items.insert(items.begin(), i);
}

// Leaves with the first hit.
bool removeOk(std::vector<int> &items, int value) {
  for (auto it = items.begin(); it != items.end(); ++it)
    if (*it == value) {
      items.erase(it);
      return true;
    }
  return false;
}

void wholeOk(std::vector<std::string> &lines) {
  for (std::string &line : lines)
    line.erase(0, 1);
}

struct Process {
  bool tryFinish();
};

// Does more than filter; what is erased is not what the time goes to.
void reapOk(std::vector<Process *> &running, std::deque<Process *> &finished) {
  for (auto it = running.begin(); it != running.end();) {
    if ((*it)->tryFinish()) {
      finished.push_back(*it);
      it = running.erase(it);
    } else {
      ++it;
    }
  }
}

struct Group {
  std::string name;
  const Group *parent() const;
};

// A path to the root has as many parts as the tree has levels.
void pathOk(const Group *group, std::vector<std::string> &path) {
  for (; group; group = group->parent())
    path.insert(path.begin(), group->name);
}

std::string nameOf(int id);

// A temporary is new each time, also in a function that a loop calls.
struct Handler {
  void handle(int id) { last = nameOf(id).erase(0, 1); }
  std::string last;
};

void temporaryOk(const std::vector<int> &ids) {
  Handler handler;
  for (int id : ids)
    handler.handle(id);
}

std::string readLine();

// The line is another one in every iteration.
void refilledOk(std::vector<std::string> &lines) {
  std::string line = readLine();
  while (!line.empty()) {
    if (line.starts_with("- "))
      line.erase(0, 2);
    lines.push_back(line);
    line = readLine();
  }
}

void prefixOk(std::string &text) {
  while (!text.empty() && text[0] == '.')
    text = text.substr(1);
  while (!text.empty() && text.front() == ' ')
    text.erase(text.begin());
}
