#include <cstddef>
#include <utility>

// A map of one's own, with the members of the standard's.
template <typename K, typename V> class Flat {
public:
  using key_type = K;
  using mapped_type = V;
  using value_type = std::pair<K, V>;
  using iterator = value_type *;
  iterator begin();
  iterator end();
  iterator find(const K &);
  std::size_t count(const K &) const;
  V &operator[](const K &);
};

int ownBad(Flat<int, int> &ages, int key) {
  return ages.count(key) ? ages[key] : 0; // want[review]: 'ages[key]'
}
