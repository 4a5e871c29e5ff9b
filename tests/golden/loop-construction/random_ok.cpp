#include <algorithm>
#include <random>
#include <thread>
#include <vector>

// The same numbers for each item are wanted.
void seededOk(std::vector<std::vector<int>> &hands) {
  for (std::vector<int> &hand : hands) {
    std::mt19937 engine(42);
    std::shuffle(hand.begin(), hand.end(), engine);
    std::mt19937 again;
    std::shuffle(hand.begin(), hand.end(), again);
  }
}

void seededByItemOk(std::vector<unsigned> &seeds) {
  for (unsigned &seed : seeds) {
    std::mt19937 engine(seed);
    seed = static_cast<unsigned>(engine());
  }
}

// An engine for each of those that keep it.
class Player {
public:
  Player() : engine(std::random_device{}()) {}
  int roll() { return static_cast<int>(engine() % 6); }

private:
  std::mt19937 engine;
};

int playersOk(int count) {
  int sum = 0;
  for (int i = 0; i < count; ++i) {
    Player player;
    sum += player.roll();
  }
  return sum;
}

std::mt19937 makeOk() { return std::mt19937(std::random_device{}()); }

std::vector<std::mt19937> makeAllOk(const std::vector<int> &players) {
  std::vector<std::mt19937> engines;
  for (size_t i = 0; i < players.size(); ++i) {
    engines.push_back(makeOk());
    engines.emplace_back(std::random_device{}());
  }
  return engines;
}
