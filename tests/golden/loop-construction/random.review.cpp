#include <algorithm>
#include <random>
#include <vector>

void shuffleBad(std::vector<std::vector<int>> &hands) {
  std::random_device device;
  std::mt19937 engine(device());
  for (std::vector<int> &hand : hands) {
    // want[review]: 'device' opens a source of randomness again, once per iteration
    std::shuffle(hand.begin(), hand.end(), engine);
  }
}

void withoutNameBad(std::vector<int> &numbers) {
  std::mt19937_64 engine{std::random_device{}()};
  for (int &number : numbers) {
    // want[review]: opens a source of randomness again
    number = std::uniform_int_distribution<int>(0, 9)(engine);
  }
}

int roll() {
  thread_local std::random_device device; // want[review]: each call of 'roll' opens a source of randomness again
  thread_local std::mt19937 engine(device());
  return std::uniform_int_distribution<int>(1, 6)(engine);
}

int rollAll(const std::vector<int> &players) {
  int sum = 0;
  for (int player : players)
    sum += player * roll();
  return sum;
}
