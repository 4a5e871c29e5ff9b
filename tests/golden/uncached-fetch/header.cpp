// packages: libpq
#include "header_taxes.h"

int main() {}
