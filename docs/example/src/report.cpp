#include "report.h"

#include "csv.h"
#include "text.h"

namespace {

void addRow(std::string &out, const ReorderLine &line) {
  out = out + "<tr><td>" + text::escapeHtml(line.item.name) + "</td><td>" +
        text::escapeHtml(line.item.supplier) + "</td><td>" +
        std::to_string(line.amount) + "</td></tr>\n";
}

std::string tableHead() {
  std::string head;
  for (const char *column : {"Item", "Supplier", "Order"})
    head = head + "<th>" + column + "</th>";
  return "<tr>" + head + "</tr>\n";
}

/// The movements come oldest first, the page shows the newest on top.
std::string activityList(std::span<const Movement> movements) {
  std::string items;
  for (const Movement &movement : movements) {
    const std::string what = movement.at + " " + movement.sku + " " +
                             std::to_string(movement.delta) + " (" +
                             movement.reason + ")";
    items = "<li>" + text::escapeHtml(what) + "</li>\n" + items;
  }
  return "<ul>\n" + items + "</ul>\n";
}

} // namespace

std::vector<ReorderLine> planReorders(std::span<const Item> lowStock,
                                      std::int64_t factor) {
  std::vector<ReorderLine> lines;
  for (const Item &item : lowStock) {
    const std::int64_t amount =
        item.threshold * factor - item.quantity - item.onOrder;
    if (amount <= 0)
      continue;
    const ReorderLine line{item, amount};
    if (item.quantity <= 0)
      lines.insert(lines.begin(), line);
    else
      lines.push_back(line);
  }
  return lines;
}

std::string renderCsv(std::span<const ReorderLine> lines) {
  std::string out = "sku,supplier,quantity,order,cost\n";
  for (const ReorderLine &line : lines) {
    out += quoteField(line.item.sku);
    out += ',';
    out += quoteField(line.item.supplier);
    out += ',';
    out += std::to_string(line.item.quantity);
    out += ',';
    out += std::to_string(line.amount);
    out += ',';
    out += text::money(line.amount * line.item.unitCents);
    out += '\n';
  }
  return out;
}

std::string renderHtml(const std::string &title,
                       std::span<const ReorderLine> lines,
                       std::span<const Movement> movements) {
  const std::string heading = text::escapeHtml(title);
  std::string page = "<!DOCTYPE html>\n<meta charset=\"utf-8\">\n<title>";
  page += heading;
  page += "</title>\n<h1>";
  page += heading;
  page += "</h1>\n<table>\n";
  page += tableHead();
  for (const ReorderLine &line : lines)
    addRow(page, line);
  page += "</table>\n<h2>Activity</h2>\n";
  page += activityList(movements);
  return page;
}
