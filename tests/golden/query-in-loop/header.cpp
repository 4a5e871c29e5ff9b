// packages: libpq
#include "header_users.h"

int main() {}
