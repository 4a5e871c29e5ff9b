// Reads the comma separated files that suppliers and the warehouse send.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

using CsvRow = std::vector<std::string>;

struct CsvTable {
  CsvRow header;
  std::vector<CsvRow> rows;   // only those with as many fields as the header
  std::size_t incomplete = 0; // the others, which were skipped
};

/// Reads a whole file, one record per line; the first one names the columns.
CsvTable readCsv(const std::string &file);

/// Quotes a field for output.
std::string quoteField(const std::string &field);
