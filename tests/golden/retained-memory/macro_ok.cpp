// args: -std=c++17
#include <httplib.h>
#include <string>
#include <vector>

#define KEEP(list, text) list.push_back(text)

static std::vector<std::string> paths;
void macroOk(const httplib::Request &req, httplib::Response &) { KEEP(paths, req.path); }
