#include "header_prices.h"

int main() {}
