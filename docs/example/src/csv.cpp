#include "csv.h"

#include "log.h"
#include "text.h"

#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string_view>
#include <utility>

namespace {

/// Fields may be quoted; inside quotes a doubled quote stands for itself.
CsvRow parseRecord(std::string_view record) {
  CsvRow row;
  std::string field;
  bool quoted = false;
  for (std::size_t i = 0; i < record.size(); ++i) {
    const char c = record[i];
    if (c == '"') {
      if (quoted && record.substr(i + 1).starts_with('"'))
        field += record[++i];
      else
        quoted = !quoted;
    } else if (c == ',' && !quoted) {
      row.push_back(std::move(field));
      field.clear();
    } else {
      field += c;
    }
  }
  row.push_back(std::move(field));
  return row;
}

} // namespace

CsvTable readCsv(const std::string &file) {
  std::ifstream in(file);
  if (!in)
    throw std::runtime_error("cannot read " + file);
  std::string buffer{std::istreambuf_iterator<char>(in),
                     std::istreambuf_iterator<char>()};
  buffer += '\n';

  CsvTable table;
  std::size_t pos = 0;
  while ((pos = buffer.find('\n')) != std::string::npos) {
    const std::string line(text::trim(buffer.substr(0, pos)));
    buffer.erase(0, pos + 1);
    if (line.empty())
      continue;
    CsvRow row = parseRecord(line);
    if (table.header.empty()) {
      table.header = std::move(row);
    } else if (row.size() == table.header.size()) {
      table.rows.push_back(std::move(row));
    } else {
      logging::warning(file, ": incomplete record: ", line);
      ++table.incomplete;
    }
  }
  return table;
}

std::string quoteField(const std::string &field) {
  std::string quoted = "\"";
  for (const char c : field) {
    if (c == '"')
      quoted += '"';
    quoted += c;
  }
  quoted += '"';
  return quoted;
}
