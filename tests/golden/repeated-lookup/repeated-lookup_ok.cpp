#include <vector>

void workOk(std::vector<int> &items) { items.clear(); }
