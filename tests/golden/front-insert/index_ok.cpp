#include <string>
#include <vector>

bool isDone(int item);
struct Job {
  bool finish();
};

// One, or all behind it.
void oneOk(std::vector<int> &items) {
  for (std::size_t i = 0; i < items.size(); ++i)
    if (items[i] == 3) {
      items.erase(items.begin() + i);
      break;
    }
}
void restOk(std::string &text) {
  for (std::size_t i = 0; i < text.size();) {
    if (text[i] == '#')
      text.erase(i);
    else
      ++i;
  }
}

// Does more than filter, or the condition does.
void moreOk(std::vector<int> &items, std::vector<int> &done) {
  for (std::size_t i = 0; i < items.size();) {
    if (items[i] == 3) {
      done.push_back(items[i]);
      items.erase(items.begin() + i);
    } else {
      ++i;
    }
  }
}
void finishOk(std::vector<Job> &jobs) {
  for (std::size_t i = 0; i < jobs.size();) {
    if (jobs[i].finish())
      jobs.erase(jobs.begin() + i);
    else
      ++i;
  }
}

// Of what else the place depends on.
void positionOk(std::vector<int> &items) {
  for (std::size_t i = 0; i < items.size();) {
    if (i % 7 == 3)
      items.erase(items.begin() + i);
    else
      ++i;
  }
}
void neighboursOk(std::vector<int> &items) {
  for (std::size_t i = 1; i < items.size();) {
    if (items[i] == items[i - 1])
      items.erase(items.begin() + i);
    else
      ++i;
  }
}
void otherOk(std::vector<int> &items, const std::vector<int> &others) {
  for (std::size_t i = 0; i < others.size(); ++i)
    if (others[i] == 3 && i < items.size())
      items.erase(items.begin() + i);
}
// Leaves out the one behind.
void skippingOk(std::vector<int> &items) {
  for (std::size_t i = 0; i < items.size(); ++i)
    if (items[i] == 3)
      items.erase(items.begin() + i);
}

// Looks for something else each time.
void foundOk(std::string &text, const std::string &word) {
  std::size_t at = 0;
  while ((at = text.find(word)) != std::string::npos)
    text.erase(at, 1);
  while ((at = text.find('x', at)) != std::string::npos)
    text.erase(at, 1);
}
