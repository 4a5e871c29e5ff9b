#pragma once

#include "store.h"

void import(Store &store, const std::vector<Order> &orders);
void importPaid(Store &store, const std::vector<Order> &orders);
