#include <cstdio>
#include <cstring>
#include <string>
#include <vector>

using Words = std::vector<std::string>;

void catBad(char *buffer, const Words &words) {
  for (const std::string &word : words)
    strcat(buffer, word.c_str()); // want[advice]: 'strcat' walks over all of 'buffer' to find its end // want-advice: end = stpcpy(end, word.c_str());  // char *end = buffer + strlen(buffer), before the loop
}

void catNBad(char *buffer, const Words &words) {
  for (const std::string &word : words)
    std::strncat(buffer, word.c_str(), 20); // want[advice]: 'strncat' walks over all of 'buffer' to find its end
}

void behindBad(char *buffer, const Words &words) {
  for (const std::string &word : words) {
    strcpy(buffer + strlen(buffer), word.c_str()); // want[advice]: 'strlen' walks over all of 'buffer' to find its end
    sprintf(&buffer[strlen(buffer)], "%s;", word.c_str()); // want[advice]: 'strlen' walks over all of 'buffer' to find its end
  }
}

// Less than it takes to format a number.
void pageOk(const Words &words) {
  char text[4096] = "";
  for (const std::string &word : words)
    snprintf(text + strlen(text), sizeof(text) - strlen(text), "%s\n", word.c_str());
  std::puts(text);
}
void bookBad(const Words &words) {
  static char text[1 << 20];
  text[0] = 0;
  for (const std::string &word : words)
    snprintf(text + strlen(text), sizeof(text) - strlen(text), "%s\n", word.c_str()); // want[advice]: 'strlen' walks over all of 'text' to find its end
  std::puts(text);
}

// Read anew each time.
struct Agent {
  char *command;
};
bool readCommand(Agent *agent);
void commandsOk(Agent *agent) {
  for (;;) {
    if (!readCommand(agent))
      return;
    strcat(agent->command, "/");
    std::puts(agent->command);
  }
}

// A few cache lines.
void smallOk(const Words &words) {
  char line[80] = "";
  for (const std::string &word : words)
    strncat(line, word.c_str(), 2);
  std::puts(line);
}

void restartedOk(char *buffer, const Words &words) {
  for (const std::string &word : words) {
    strcpy(buffer, "> ");
    strcat(buffer, word.c_str());
    std::puts(buffer);
  }
}

void emptiedOk(char *buffer, const Words &words) {
  for (const std::string &word : words) {
    buffer[0] = 0;
    strcat(buffer, word.c_str());
    std::puts(buffer);
  }
}

// Another buffer each time.
void othersOk(std::vector<char *> &buffers) {
  for (char *buffer : buffers)
    strcat(buffer, "!");
}

void onceOk(char *buffer) { strcat(buffer, "!"); }

// Another check's matter: nothing is appended.
std::size_t lengthOk(const char *text) {
  std::size_t spaces = 0;
  for (std::size_t i = 0; i < strlen(text); ++i)
    spaces += text[i] == ' ';
  return spaces;
}
