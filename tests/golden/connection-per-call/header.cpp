// packages: sqlite3
#include "header_connections.h"

int main() {}
