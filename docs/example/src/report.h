// Decides what to order again and shows it as HTML or CSV.
#pragma once

#include "repository.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

/// What to order so that each item has `factor` times its threshold; items
/// that are out of stock come first.
std::vector<ReorderLine> planReorders(std::span<const Item> lowStock,
                                      std::int64_t factor);

std::string renderCsv(std::span<const ReorderLine> lines);
std::string renderHtml(const std::string &title,
                       std::span<const ReorderLine> lines,
                       std::span<const Movement> movements);
