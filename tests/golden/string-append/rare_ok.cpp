// Code that runs once, or hardly ever.
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

using Strings = std::vector<std::string>;

static Strings names();

static std::string joinedOk(const Strings &Names) {
  std::string Text;
  for (const std::string &Name : Names)
    Text = Text + Name + "\n";
  return Text;
}
const std::string Joined = joinedOk(names());

static void usageOk(const Strings &Options) {
  std::string Text = "usage: tool";
  for (const std::string &Option : Options)
    Text = Text + " [" + Option + "]";
  std::puts(Text.c_str());
}
void parse(bool Good, const Strings &Options) {
  if (!Good) {
    usageOk(Options);
    std::exit(2);
  }
}

// Whoever calls it, what it writes is read by a person.
std::string printUsage(const Strings &Options) {
  std::string Text = "usage: tool";
  for (const std::string &Option : Options)
    Text = Text + " [" + Option + "]";
  return Text;
}
