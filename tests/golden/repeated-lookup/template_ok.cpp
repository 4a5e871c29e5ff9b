#include <map>

// What the map is, is not known in the pattern.
template <typename Map> int templateOk(Map &map, int key) {
  return map.count(key) ? map[key] : 0;
}

int useOk(std::map<int, int> &map) { return templateOk(map, 1); }
