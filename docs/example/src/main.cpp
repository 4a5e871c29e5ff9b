// inventory-sync: keeps a warehouse inventory in step with its suppliers.
#include "config.h"
#include "headquarters.h"
#include "log.h"
#include "report.h"
#include "repository.h"
#include "stations.h"
#include "sync.h"
#include "text.h"

#include <asio/co_spawn.hpp>
#include <asio/detached.hpp>
#include <asio/io_context.hpp>
#include <cstddef>
#include <exception>
#include <fstream>
#include <iostream>
#include <set>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

namespace {

constexpr const char *kUsage =
    R"(usage: inventory-sync [--db FILE] COMMAND

  import FILE...   import catalogues, supplier lists and deliveries
  verify FILE...   look for incomplete records, import nothing
  scan             apply "SKU DELTA" pairs from standard input
  report [FILE]    what to order again, as CSV or as HTML into FILE
  prices SERVER    exchange prices and stock with the headquarters, a PostgreSQL
                   server
  poll HOST...     apply what the scanner stations have seen
  notify           write orders to the outbox and mark the items as ordered

Settings (database, outbox, report_title) are read from inventory.conf.
)";

std::vector<ReorderLine> currentReorders(Repository &repository) {
  const auto factor = text::parseInt(repository.setting("stock_factor"));
  return planReorders(repository.lowStock(), factor.value_or(2));
}

void report(Repository &repository, const std::string &title,
            const std::vector<std::string> &files) {
  const std::vector<ReorderLine> lines = currentReorders(repository);
  if (files.empty()) {
    std::cout << renderCsv(lines);
    return;
  }
  std::ofstream out(files.front());
  out << renderHtml(title, lines, repository.movements());
  out.close();
  if (!out)
    throw std::runtime_error("cannot write " + files.front());
}

void notify(Repository &repository, const std::string &outbox) {
  std::vector<ReorderLine> lines = currentReorders(repository);
  const std::set<std::string> reached =
      sendOrders(writeOrders(repository.suppliers(), lines), outbox);
  std::erase_if(lines, [&](const ReorderLine &line) {
    return !reached.contains(line.item.supplier);
  });
  repository.markOrdered(lines);
  std::cout << "ordered " << lines.size() << " items from " << reached.size()
            << " suppliers\n";
}

void syncPrices(Repository &repository, const std::string &server) {
  PriceList prices(server);
  std::vector<Item> items = stillListed(server, repository.lowStock());
  updatePrices(prices, items);
  publishStock(prices, items);
  std::cout << items.size() << " items, worth " << stockValue(prices, items)
            << " cents\n";
}

void poll(Repository &repository, const std::vector<std::string> &hosts) {
  std::string scans;
  asio::io_context io;
  asio::co_spawn(io, collectScans(hosts, scans), asio::detached);
  io.run();
  std::istringstream lines(scans);
  std::cout << "applied " << applyScans(repository, lines) << " scans\n";
}

bool isCommand(const std::string &word) {
  return word == "import" || word == "verify" || word == "scan" ||
         word == "report" || word == "notify" || word == "prices" ||
         word == "poll";
}

int run(const Config &config, const std::string &command,
        const std::vector<std::string> &files) {
  if (command == "verify") {
    const std::size_t problems = verifyFeeds(files);
    std::cout << problems << " problems\n";
    return problems == 0 ? 0 : 1;
  }

  Repository repository(config.database);
  if (command == "import") {
    importFeeds(repository, files);
    std::cout << "imported " << text::join(files, ", ") << '\n';
  } else if (command == "scan") {
    const std::size_t applied = applyScans(repository, std::cin);
    std::cout << "applied " << applied << " scans\n";
  } else if (command == "report") {
    report(repository, config.reportTitle, files);
  } else if (command == "prices") {
    syncPrices(repository, files.empty() ? "" : files.front());
  } else if (command == "poll") {
    poll(repository, files);
  } else {
    notify(repository, config.outbox);
  }
  return 0;
}

} // namespace

int main(int argc, char **argv) {
  try {
    std::vector<std::string> arguments(argv + 1, argv + argc);
    Config config = loadConfig("inventory.conf");
    if (arguments.size() > 1 && arguments[0] == "--db") {
      config.database = arguments[1];
      arguments.erase(arguments.begin(), arguments.begin() + 2);
    }
    if (arguments.empty() || !isCommand(arguments[0])) {
      std::cerr << kUsage;
      return 2;
    }
    return run(config, arguments[0], {arguments.begin() + 1, arguments.end()});
  } catch (const std::exception &error) {
    logging::error(error.what());
    return 1;
  }
}
