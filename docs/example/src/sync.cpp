#include "sync.h"

#include "csv.h"
#include "log.h"
#include "text.h"

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <deque>
#include <exception>
#include <filesystem>
#include <fstream>
#include <future>
#include <iterator>
#include <map>
#include <numeric>
#include <stdexcept>
#include <system_error>
#include <thread>
#include <utility>

namespace {

constexpr int kAttempts = 3;

struct Scan {
  std::string sku;
  std::int64_t delta = 0;
};

/// Messages that wait for another attempt, first come, first served.
class RetryQueue {
public:
  void add(Message message) { waiting_.push_back(std::move(message)); }
  bool empty() const { return waiting_.empty(); }

  Message take() {
    Message next = std::move(waiting_.front());
    waiting_.erase(waiting_.begin());
    return next;
  }

private:
  std::vector<Message> waiting_;
};

std::int64_t number(const std::string &field) {
  const auto value = text::parseInt(text::trim(field));
  if (!value)
    logging::warning("not a number: ", field);
  return value.value_or(0);
}

void importCatalogue(Repository &repository, const CsvTable &table) {
  for (const CsvRow &row : table.rows) {
    const Item item{row[0],         row[1],         row[2],
                    number(row[3]), number(row[4]), number(row[5])};
    repository.saveItem(item);
  }
}

void importSuppliers(Repository &repository, const CsvTable &table) {
  std::vector<Supplier> suppliers;
  suppliers.reserve(table.rows.size());
  for (const CsvRow &row : table.rows)
    suppliers.push_back({row[0], row[1]});
  repository.saveSuppliers(suppliers);
}

void importDeliveries(Repository &repository, const CsvTable &table) {
  std::vector<Delivery> deliveries;
  deliveries.reserve(table.rows.size());
  for (const CsvRow &row : table.rows) {
    if (!repository.hasItem(row[1]))
      logging::warning("delivery of what nobody lists: ", row[1]);
    deliveries.push_back({row[0], row[1], number(row[2])});
  }
  repository.receiveDeliveries(deliveries);
}

void importTable(Repository &repository, const CsvTable &table) {
  const std::string columns = text::join(table.header, ",");
  if (columns == "sku,name,supplier,quantity,threshold,unit_cents")
    importCatalogue(repository, table);
  else if (columns == "name,email")
    importSuppliers(repository, table);
  else if (columns == "reference,sku,quantity")
    importDeliveries(repository, table);
  else
    throw std::runtime_error("unknown kind of feed: " + columns);
}

std::size_t countProblems(const std::string &file) {
  try {
    return readCsv(file).incomplete;
  } catch (const std::exception &error) {
    logging::error(error.what());
    return 1;
  }
}

bool deliver(const Message &message, const std::filesystem::path &outbox) {
  std::string name = message.supplier + ".txt";
  std::replace(name.begin(), name.end(), '/', '-');
  std::ofstream out(outbox / name);
  out << "To: " << message.email << "\n\n" << message.body << '\n';
  out.close();
  return !out.fail();
}

} // namespace

void importFeeds(Repository &repository, std::span<const std::string> files) {
  // Feeds often sit on slow network shares, so read them side by side.
  std::vector<std::future<CsvTable>> tables;
  tables.reserve(files.size());
  std::transform(files.begin(), files.end(), std::back_inserter(tables),
                 [](const std::string &file) {
                   return std::async(std::launch::async, readCsv, file);
                 });

  for (std::future<CsvTable> &table : tables)
    importTable(repository, table.get());
  repository.recordSync();
}

std::size_t verifyFeeds(std::span<const std::string> files) {
  const unsigned count = std::max(1U, std::thread::hardware_concurrency());
  std::vector<std::size_t> problems(files.size());
  std::vector<std::thread> workers;
  workers.reserve(count);
  for (unsigned worker = 0; worker < count; ++worker)
    workers.emplace_back([&, worker] {
      for (std::size_t i = worker; i < files.size(); i += count)
        problems[i] = countProblems(files[i]);
    });
  for (std::thread &worker : workers)
    worker.join();
  return std::accumulate(problems.begin(), problems.end(), std::size_t{0});
}

std::size_t applyScans(Repository &repository, std::istream &in) {
  // Scanners are slow: read all of it before the database gets locked.
  std::deque<Scan> pending;
  Scan next;
  while (in >> next.sku >> next.delta)
    pending.push_back(next);

  std::size_t applied = 0;
  Transaction transaction = repository.begin();
  while (!pending.empty()) {
    const Scan &scan = pending.front();
    if (repository.adjust(scan.sku, scan.delta, "scan"))
      ++applied;
    pending.pop_front();
  }
  transaction.commit();
  return applied;
}

std::vector<Message> writeOrders(std::span<const Supplier> suppliers,
                                 std::span<const ReorderLine> lines) {
  std::map<std::string, std::vector<std::string>> wanted;
  for (const ReorderLine &line : lines)
    wanted[line.item.supplier].push_back(std::to_string(line.amount) + " x " +
                                         line.item.sku + " " + line.item.name);

  std::vector<Message> messages;
  for (const Supplier &supplier : suppliers) {
    const auto order = wanted.find(supplier.name);
    if (order != wanted.end())
      messages.push_back(
          {supplier.name, supplier.email,
           "Please deliver:\n" + text::join(order->second, "\n")});
  }
  return messages;
}

std::set<std::string> sendOrders(std::vector<Message> messages,
                                 const std::string &outbox) {
  std::error_code ignored; // a missing folder shows as failed deliveries
  std::filesystem::create_directories(outbox, ignored);

  std::vector<std::thread> senders;
  senders.reserve(messages.size());
  for (Message &message : messages)
    senders.emplace_back(
        [&message, &outbox] { message.sent = deliver(message, outbox); });
  for (std::thread &sender : senders)
    sender.join();

  std::set<std::string> reached;
  RetryQueue queue;
  for (Message &message : messages) {
    if (message.sent)
      reached.insert(message.supplier);
    else
      queue.add(std::move(message));
  }
  if (!queue.empty())
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
  while (!queue.empty()) {
    Message message = queue.take();
    if (deliver(message, outbox))
      reached.insert(message.supplier);
    else if (++message.attempts < kAttempts)
      queue.add(std::move(message));
    else
      logging::error("could not reach ", message.supplier);
  }
  return reached;
}
