#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>
#include <string>
#include <vector>

struct Row {
  int id;
  std::string name;
};

void writeBad(const std::vector<Row> &rows, const char *path) {
  std::ofstream out(path);
  // want-note@+1: inside this loop
  for (const Row &row : rows) {
    // want[safe]@+1: 'std::endl' makes the system write what is in 'out', once per iteration
    out << row.id << '\n';
    out << row.name << '\n';
  }
}

void writeMoreBad(const std::vector<Row> &rows, const char *path) {
  std::ofstream out(path);
  for (const Row &row : rows)
    out << row.id << ' ' << row.name << '\n'; // want[safe]: what is in 'out'
  out.flush();
  std::cout << rows.size() << '\n';
}

// Somebody finds out when it is written.
void followBad(std::ifstream &same, const std::vector<Row> &rows, const char *path) {
  std::ofstream out(path);
  std::string line;
  for (const Row &row : rows) {
    out << row.id << std::endl; // want[review]: what is in 'out'
    std::getline(same, line);
  }
}

void measureBad(const std::vector<Row> &rows, const char *path) {
  std::ofstream out(path);
  for (const Row &row : rows)
    if (std::filesystem::file_size(path) < 1000000)
      out << row.id << std::endl; // want[review]: what is in 'out'
}

void throwBad(const std::vector<Row> &rows, const char *path) {
  std::ofstream out(path);
  out.exceptions(std::ios::badbit);
  for (const Row &row : rows)
    out << row.id << std::endl; // want[review]: what is in 'out'
}

void printBad(const std::vector<Row> &rows) {
  for (const Row &row : rows)
    std::cout << row.name << std::endl; // want[review]: what is in 'std::cout'
}

void toBad(std::ostream &out, const std::vector<Row> &rows) {
  for (const Row &row : rows)
    out << row.name << std::endl; // want[review]: what is in 'out'
}

void print(std::ostream &out, const Row &row) {
  out << row.name << std::endl; // want[review]: what is in 'out', each time 'print' is called in a loop
}

void eachBad(std::ostream &out, const std::vector<Row> &rows) {
  for (const Row &row : rows)
    print(out, row); // want-note: called here
}

void copyBad(std::istream &in, std::ofstream &out) {
  std::string line;
  while (std::getline(in, line))
    out << line << std::endl; // want[review]: what is in 'out'
}

std::string contentOf(const char *path) {
  std::ifstream in(path);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

int main() {
  const std::vector<Row> rows = {{1, "one"}, {2, "two"}, {3, ""}};
  const char *path = "rows.txt";
  writeBad(rows, path);
  std::cout << contentOf(path);
  writeMoreBad(rows, path);
  std::cout << contentOf(path);
  writeBad({}, path);
  std::cout << contentOf(path);
  std::remove(path);
}
