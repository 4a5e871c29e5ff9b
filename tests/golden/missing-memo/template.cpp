#include <vector>

template <typename T> T fibTemplateBad(T n) {
  if (n < 2)
    return n;
  return fibTemplateBad(n - 1) + fibTemplateBad(n - 2); // want[advice]: 'fibTemplateBad' computes the same again // want-advice: static thread_local std::unordered_map<int, int> memo;
}

template <typename T> struct Counter {
  static long waysBad(int stairs) {
    if (stairs <= 1)
      return 1;
    return waysBad(stairs - 1) + waysBad(stairs - 2); // want[advice]: step of 'stairs'
  }
};

// Nobody says what T is.
template <typename T> T unusedOk(T n) {
  return n < 2 ? n : unusedOk(n - 1) + unusedOk(n - 2);
}

// Found at compile time.
template <int N> struct Constant {
  static constexpr int value = Constant<N - 1>::value + Constant<N - 2>::value;
};
template <> struct Constant<0> {
  static constexpr int value = 0;
};
template <> struct Constant<1> {
  static constexpr int value = 1;
};

long use(int n) {
  return fibTemplateBad(n) + fibTemplateBad(static_cast<long>(n)) +
         Counter<int>::waysBad(n) + Counter<long>::waysBad(n) +
         Constant<10>::value;
}
