#include <algorithm>
#include <map>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

class Grid {
public:
  explicit Grid(std::vector<std::vector<int>> cells) : cells_(std::move(cells)) {}

  long pathsBad(int i, int j) const {
    if (i < 0 || j < 0 || cells_[i][j] != 0)
      return 0;
    if (i == 0 && j == 0)
      return 1;
    return pathsBad(i - 1, j) + pathsBad(i, j - 1); // want[advice]: overlaps // want-advice: std::map<std::pair<int, int>, long> &memo // a further parameter, one table per outermost call
  }

  // Not const, but it changes nothing.
  int costBad(int i, int j) {
    if (i < 0 || j < 0)
      return 1 << 20;
    int best = std::min(costBad(i - 1, j), costBad(i, j - 1)); // want[advice]: overlaps
    return best + cells_[i][j];
  }

  static long choicesBad(int n, int k) {
    if (k == 0 || k == n)
      return 1;
    static thread_local std::map<std::pair<int, int>, long> memo;
    const auto known = memo.find({n, k});
    if (known != memo.end())
      return known->second;
    return memo[{n, k}] = choicesBad(n - 1, k - 1) + choicesBad(n - 1, k); // want[review]: overlaps
  }

private:
  std::vector<std::vector<int>> cells_;
};

// The names of the rewrite are taken.
long takenBad(int memo) {
  return memo < 2 ? memo : takenBad(memo - 1) + takenBad(memo - 2); // want[advice]: overlaps
}

// A table may not be made: it may throw.
int neverThrowsBad(const std::vector<int> &coins, int sum) noexcept {
  int ways = sum == 0;
  // want-note@+1: inside this loop
  for (int coin : coins)
    if (coin <= sum)
      ways += neverThrowsBad(coins, sum - coin); // want[advice]: this loop calls
  return ways;
}

// Text is kept, too.
std::string wordBad(int n) {
  if (n == 0)
    return "a";
  if (n == 1)
    return {};
  static thread_local std::unordered_map<int, std::string> memo;
  const auto known = memo.find(n);
  if (known != memo.end())
    return known->second;
  return memo[n] = wordBad(n - 1) + wordBad(n - 2); // want[review]: overlaps
}

// The value is a class of its own.
struct Big {
  long high = 0;
  long low = 0;
};
Big addOf(Big a, Big b) { return {a.high + b.high, a.low + b.low}; }
Big bigBad(int n) {
  if (n < 2)
    return {0, n};
  return addOf(bigBad(n - 1), bigBad(n - 2)); // want[advice]: overlaps
}

// Declared before, defined in a namespace's block, with two ways out.
namespace app {
int ways(const std::vector<int> &steps, int n);

static int ways(const std::vector<int> &steps, int n, std::unordered_map<int, int> &memo) {
  if (n < 0)
    return 0;
  if (n == 0)
    return 1;
  int sum = 0;
  // want-note@+1: inside this loop
  const auto known = memo.find(n);
  if (known != memo.end())
    return known->second;
  for (const int step : steps) {
    sum += ways(steps, n - step, memo); // want[review]: this loop calls
    if (sum > 1000000)
      return memo[n] = sum % 1000000;
  }
  return memo[n] = sum;
}

int ways(const std::vector<int> &steps, int n) {
  std::unordered_map<int, int> memo;
  return ways(steps, n, memo);
}
} // namespace app
