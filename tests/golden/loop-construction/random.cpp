#include <algorithm>
#include <random>
#include <vector>

void shuffleBad(std::vector<std::vector<int>> &hands) {
  for (std::vector<int> &hand : hands) {
    std::random_device device; // want[review]: 'device' opens a source of randomness again, once per iteration
    std::mt19937 engine(device());
    std::shuffle(hand.begin(), hand.end(), engine);
  }
}

void withoutNameBad(std::vector<int> &numbers) {
  for (int &number : numbers) {
    std::mt19937_64 engine{std::random_device{}()}; // want[review]: opens a source of randomness again
    number = std::uniform_int_distribution<int>(0, 9)(engine);
  }
}

int roll() {
  std::random_device device; // want[review]: each call of 'roll' opens a source of randomness again
  std::mt19937 engine(device());
  return std::uniform_int_distribution<int>(1, 6)(engine);
}

int rollAll(const std::vector<int> &players) {
  int sum = 0;
  for (int player : players)
    sum += player * roll();
  return sum;
}
