#include <map>

#define GET(map, key) (map.count(key) ? map[key] : 0)

int macroOk(std::map<int, int> &counts, int key) { return GET(counts, key); }
