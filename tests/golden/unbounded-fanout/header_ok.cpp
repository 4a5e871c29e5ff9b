#include <thread>

void headerOk() { std::thread().swap(*new std::thread()); }
