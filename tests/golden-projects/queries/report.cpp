#include "users.h"

#include <algorithm>

void fillNames(Users &users, std::vector<User> &all) {
  for (User &user : all) // want-note: inside this loop
    user.name = users.nameOf(user.id); // want[advice]: each 'users.nameOf' leads to this SELECT
}

std::vector<User> active(Users &users, const std::vector<User> &all) {
  std::vector<User> found;
  // want-note@+2: the callable is run once per element by this call
  // want@+3: each 'users.isBlocked' leads to this SELECT
  std::copy_if(all.begin(), all.end(), std::back_inserter(found),
               [&](const User &user) {
                 return !users.isBlocked(user);
               });
  return found;
}

void touch(Users &users, const std::vector<User> &all) {
  for (const User &user : all) // want-note: inside this loop
    users.run("SELECT touch(" + std::to_string(user.id) + ")"); // want: each 'users.run' leads to this SELECT
}

User loadOne(Users &users, int id) {
  return users.load(id); // want-note: 'loadOne' calls 'users.load' here
}

std::vector<User> loadAll(Users &users, const std::vector<int> &ids) {
  std::vector<User> all;
  all.reserve(ids.size());
  for (int id : ids) // want-note: inside this loop
    all.push_back(loadOne(users, id)); // want: each 'loadOne' leads to this SELECT
  return all;
}

// ---- what must not be reported ---------------------------------------------

void fillCached(Users &users, std::vector<User> &all) {
  for (User &user : all)
    user.name = users.cachedNameOf(user.id);
}

void fillAtOnce(Users &users, std::vector<User> &all) {
  std::vector<int> ids;
  ids.reserve(all.size());
  for (const User &user : all)
    ids.push_back(user.id);
  const std::vector<std::string> names = users.namesOf(ids);
  for (std::size_t i = 0; i < all.size() && i < names.size(); ++i)
    all[i].name = names[i];
}

void fillChunks(Users &users, const std::vector<std::vector<int>> &chunks) {
  for (const std::vector<int> &chunk : chunks)
    users.namesOf(chunk);
}

int bossOf(Users &users, int id) {
  for (int manager = users.managerOf(id); manager != 0;
       manager = users.managerOf(manager))
    id = manager;
  return id;
}

const User *firstBlocked(Users &users, const std::vector<User> &all) {
  for (const User &user : all)
    if (users.isBlocked(user))
      return &user;
  return nullptr;
}

void fillFew(Users &users, std::vector<User> &all) {
  for (std::size_t i = 0; i < 3 && i < all.size(); ++i)
    all[i].name = users.nameOf(all[i].id);
}

void perServer(std::vector<std::unique_ptr<Users>> &servers) {
  for (const std::unique_ptr<Users> &server : servers)
    server->nameOf(0);
}
