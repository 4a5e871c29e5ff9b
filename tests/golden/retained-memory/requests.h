#ifndef REQUESTS_H
#define REQUESTS_H

#include <httplib.h>
#include <string>
#include <vector>

static std::vector<std::string> paths;

inline void keep(const httplib::Request &req, httplib::Response &) {
  paths.push_back(req.path); // want[advice]: 'paths' only grows
}

#endif
