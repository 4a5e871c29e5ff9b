#include <vector>

void workBad(std::vector<int> &items) {
  for (int &item : items)
    item = 0; // want[advice]: the words of the message
}
