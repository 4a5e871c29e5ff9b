// packages: sqlite3
#include "header_statements.h"

int main() {}
