// packages: sqlite3
#include "header_store.h"

int main() {}
