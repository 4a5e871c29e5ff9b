#include "repository.h"

#include "log.h"

#include <array>
#include <chrono>
#include <thread>
#include <utility>

namespace {

constexpr const char *kSchema = R"sql(
  CREATE TABLE IF NOT EXISTS suppliers(
    name TEXT PRIMARY KEY,
    email TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS items(
    sku TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    supplier TEXT NOT NULL,
    quantity INTEGER NOT NULL,
    threshold INTEGER NOT NULL,
    on_order INTEGER NOT NULL DEFAULT 0,
    unit_cents INTEGER NOT NULL);
  CREATE INDEX IF NOT EXISTS items_low ON items(supplier, sku)
    WHERE quantity < threshold;
  CREATE TABLE IF NOT EXISTS movements(
    id INTEGER PRIMARY KEY,
    at TEXT NOT NULL DEFAULT (datetime('now')),
    sku TEXT NOT NULL,
    delta INTEGER NOT NULL,
    reason TEXT NOT NULL);
  CREATE INDEX IF NOT EXISTS movements_at ON movements(at);
  CREATE TABLE IF NOT EXISTS deliveries(
    reference TEXT PRIMARY KEY,
    sku TEXT NOT NULL,
    quantity INTEGER NOT NULL);
  CREATE TABLE IF NOT EXISTS settings(
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL);
)sql";

constexpr std::array<std::pair<std::string_view, std::string_view>, 3>
    kDefaults = {{{"history_days", "30"},
                  {"last_sync", "never"},
                  {"stock_factor", "2"}}};

Database openWithSchema(const std::string &path) {
  Database db(path);
  db.exec(kSchema);
  return db;
}

} // namespace

Repository::Repository(const std::string &path)
    : db_(openWithSchema(path)),
      saveItem_(db_, "INSERT INTO items(sku, name, supplier, quantity,"
                     " threshold, unit_cents) VALUES(?1, ?2, ?3, ?4, ?5, ?6)"
                     " ON CONFLICT(sku) DO UPDATE SET name = ?2,"
                     " supplier = ?3, threshold = ?5, unit_cents = ?6"),
      adjustItem_(db_, "UPDATE items SET quantity = quantity + ?2,"
                       " on_order = max(on_order - max(?2, 0), 0)"
                       " WHERE sku = ?1"),
      addMovement_(db_, "INSERT INTO movements(sku, delta, reason)"
                        " VALUES(?1, ?2, ?3)") {
  seedSettings();
}

void Repository::seedSettings() {
  Statement insert(db_,
                   "INSERT OR IGNORE INTO settings(key, value) VALUES(?, ?)");
  for (const auto &[key, value] : kDefaults)
    insert.bind(1, key).bind(2, value).run();
}

void Repository::saveItem(const Item &item) {
  saveItem_.bind(1, item.sku)
      .bind(2, item.name)
      .bind(3, item.supplier)
      .bind(4, item.quantity)
      .bind(5, item.threshold)
      .bind(6, item.unitCents)
      .run();
}

void Repository::saveSuppliers(std::span<const Supplier> suppliers) {
  Statement save(db_, "INSERT INTO suppliers(name, email) VALUES(?1, ?2)"
                      " ON CONFLICT(name) DO UPDATE SET email = ?2");
  Transaction transaction(db_);
  for (const Supplier &supplier : suppliers)
    save.bind(1, supplier.name).bind(2, supplier.email).run();
  transaction.commit();
}

bool Repository::adjust(std::string_view sku, std::int64_t delta,
                        std::string_view reason) {
  adjustItem_.bind(1, sku).bind(2, delta).run();
  if (db_.changes() == 0) {
    logging::warning("no such item: ", sku);
    return false;
  }
  addMovement_.bind(1, sku).bind(2, delta).bind(3, reason).run();
  return true;
}

void Repository::receiveDeliveries(std::span<const Delivery> deliveries) {
  Statement insert(db_, "INSERT OR IGNORE INTO deliveries(reference, sku,"
                        " quantity) VALUES(?, ?, ?)");
  for (const Delivery &delivery : deliveries) {
    // All that a delivery changes belongs together.
    db_.exec("BEGIN IMMEDIATE");
    try {
      insert.bind(1, delivery.reference)
          .bind(2, delivery.sku)
          .bind(3, delivery.quantity)
          .run();
      if (db_.changes() > 0)
        adjust(delivery.sku, delivery.quantity, delivery.reference);
      db_.exec("COMMIT");
    } catch (const DatabaseError &) {
      db_.exec("ROLLBACK");
      throw;
    }
  }
}

void Repository::markOrdered(std::span<const ReorderLine> lines) {
  Statement update(db_, "UPDATE items SET on_order = on_order + ?2"
                        " WHERE sku = ?1");
  for (const ReorderLine &line : lines) {
    update.bind(1, line.item.sku);
    update.bind(2, line.amount);
    update.run();
  }
}

void Repository::recordSync() {
  constexpr int kAttempts = 20;
  Statement update(db_, "UPDATE settings SET value = datetime('now')"
                        " WHERE key = 'last_sync'");
  for (int attempt = 1;; ++attempt) {
    try {
      update.run();
      return;
    } catch (const DatabaseError &error) {
      if (error.code() != SQLITE_BUSY || attempt == kAttempts)
        throw;
      std::this_thread::sleep_for(std::chrono::milliseconds(10 * attempt));
    }
  }
}

bool Repository::hasItem(std::string_view sku) {
  Statement query(db_, "SELECT 1 FROM items WHERE sku = ?");
  query.bind(1, sku);
  return query.step();
}

std::vector<Supplier> Repository::suppliers() {
  Statement query(db_, "SELECT name, email FROM suppliers ORDER BY name");
  std::vector<Supplier> suppliers;
  while (query.step())
    suppliers.push_back({query.text(0), query.text(1)});
  return suppliers;
}

std::vector<Item> Repository::lowStock() {
  Statement query(db_, "SELECT sku, name, supplier, quantity, threshold,"
                       " unit_cents, on_order FROM items"
                       " WHERE quantity < threshold ORDER BY supplier, sku");
  std::vector<Item> items;
  while (query.step())
    items.push_back({query.text(0), query.text(1), query.text(2),
                     query.integer(3), query.integer(4), query.integer(5),
                     query.integer(6)});
  return items;
}

std::vector<Movement> Repository::movements() {
  Statement query(db_, "SELECT at, sku, reason, delta FROM movements"
                       " WHERE at >= datetime('now', '-' || ? || ' days')"
                       " ORDER BY at");
  query.bind(1, setting("history_days"));
  std::vector<Movement> movements;
  while (query.step())
    movements.push_back(
        {query.text(0), query.text(1), query.text(2), query.integer(3)});
  return movements;
}

std::string Repository::setting(std::string_view key) {
  Statement query(db_, "SELECT value FROM settings WHERE key = ?");
  query.bind(1, key);
  return query.step() ? query.text(0) : std::string();
}
