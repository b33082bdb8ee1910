// SPDX-License-Identifier: EUPL-1.2
#include <mutex>
#include <utility>

#include "host/server/log.h"
#include "host/server/sqlite_statement.h"
#include "host/server/storage.h"

namespace polku::server {
namespace {

// Each step leaves its number as user_version. A later version adds a step; nothing is ever changed in place.
constexpr const char* first_step = R"sql(
CREATE TABLE submissions (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  reference TEXT NOT NULL UNIQUE, key TEXT NOT NULL UNIQUE, body_hash TEXT NOT NULL, service TEXT NOT NULL, version TEXT NOT NULL, definition_hash TEXT NOT NULL,
  site TEXT NOT NULL, language TEXT NOT NULL, submitted_on TEXT NOT NULL, received_at TEXT NOT NULL, body TEXT NOT NULL) STRICT;
CREATE TABLE deliveries (
  reference TEXT NOT NULL REFERENCES submissions(reference), recipient TEXT NOT NULL, connector TEXT NOT NULL, key TEXT NOT NULL UNIQUE, body TEXT NOT NULL,
  record_html TEXT NOT NULL, record_text TEXT NOT NULL, stage TEXT NOT NULL, tries INTEGER NOT NULL, due_at INTEGER NOT NULL, their_reference TEXT NOT NULL,
  their_status TEXT NOT NULL, problem TEXT NOT NULL, created_at TEXT NOT NULL, PRIMARY KEY (reference, recipient)) STRICT;
CREATE INDEX deliveries_due ON deliveries(due_at) WHERE stage IN ('waiting', 'in-flight', 'looking-up');
CREATE TABLE definitions (hash TEXT PRIMARY KEY, service TEXT NOT NULL, version TEXT NOT NULL, body TEXT NOT NULL) STRICT;
CREATE TABLE catalogs (
  number INTEGER PRIMARY KEY AUTOINCREMENT, service TEXT NOT NULL, language TEXT NOT NULL, hash TEXT NOT NULL, body TEXT NOT NULL,
  UNIQUE (service, language, hash)) STRICT;
CREATE TABLE sessions (hash TEXT PRIMARY KEY, until INTEGER NOT NULL) STRICT;
PRAGMA user_version = 1;
)sql";
constexpr const char* payments_step = R"sql(
CREATE TABLE payments (
  reference TEXT PRIMARY KEY REFERENCES submissions(reference), token TEXT NOT NULL UNIQUE, amount TEXT NOT NULL, currency TEXT NOT NULL, stage TEXT NOT NULL,
  tries INTEGER NOT NULL, due_at INTEGER NOT NULL, provider_id TEXT NOT NULL, address TEXT NOT NULL, paid_at TEXT NOT NULL) STRICT;
CREATE INDEX payments_due ON payments(due_at) WHERE stage = 'begun';
PRAGMA user_version = 2;
)sql";
constexpr const char* persons_step = R"sql(
CREATE TABLE persons (hash TEXT PRIMARY KEY, source TEXT NOT NULL, claims TEXT NOT NULL, until INTEGER NOT NULL) STRICT;
PRAGMA user_version = 3;
)sql";
constexpr const char* invitations_step = R"sql(
CREATE TABLE invitations (
  reference TEXT NOT NULL REFERENCES submissions(reference), recipient TEXT NOT NULL, token TEXT NOT NULL UNIQUE, service TEXT NOT NULL, stage TEXT NOT NULL,
  until INTEGER NOT NULL, answer TEXT NOT NULL, answered_at TEXT NOT NULL, PRIMARY KEY (reference, recipient)) STRICT;
CREATE INDEX invitations_due ON invitations(until) WHERE stage = 'open';
CREATE INDEX invitations_answered ON invitations(answer) WHERE stage = 'answered';
PRAGMA user_version = 4;
)sql";
constexpr const char* steps[] = {first_step, payments_step, persons_step, invitations_step};
constexpr std::int64_t newest_version = std::size(steps);

constexpr const char* submission_columns = "reference, key, body_hash, service, version, definition_hash, site, language, submitted_on, received_at, body";
constexpr const char* payment_columns = "reference, token, amount, currency, stage, tries, due_at, provider_id, address, paid_at";
constexpr const char* invitation_columns = "reference, recipient, token, service, stage, until, answer, answered_at";
constexpr const char* delivery_columns =
    "reference, recipient, connector, key, body, record_html, record_text, stage, tries, due_at, their_reference, their_status, problem, created_at";

Submission read_submission(Statement& row) {
  Submission read;
  for (auto* field : {&read.reference, &read.key, &read.body_hash, &read.service, &read.version, &read.definition_hash, &read.site, &read.language,
                      &read.submitted_on, &read.received_at, &read.body}) {
    *field = row.text();
  }
  return read;
}

Delivery read_delivery(Statement& row) {
  Delivery read;
  row.rewind();
  for (auto* field : {&read.reference, &read.recipient, &read.connector, &read.key, &read.body, &read.record_html, &read.record_text, &read.stage})
    *field = row.text();
  read.tries = static_cast<int>(row.number());
  read.due_at = row.number();
  for (auto* field : {&read.their_reference, &read.their_status, &read.problem, &read.created_at}) *field = row.text();
  return read;
}

Payment read_payment(Statement& row) {
  Payment read;
  for (auto* field : {&read.reference, &read.token, &read.amount, &read.currency, &read.stage}) *field = row.text();
  read.tries = static_cast<int>(row.number());
  read.due_at = row.number();
  for (auto* field : {&read.provider_id, &read.address, &read.paid_at}) *field = row.text();
  return read;
}

Invitation read_invitation(Statement& row) {
  Invitation read;
  for (auto* field : {&read.reference, &read.recipient, &read.token, &read.service, &read.stage}) *field = row.text();
  read.until = row.number();
  for (auto* field : {&read.answer, &read.answered_at}) *field = row.text();
  return read;
}

class SqliteStorage : public Storage {
 public:
  explicit SqliteStorage(sqlite3* database) : database_(database) {}
  ~SqliteStorage() override { sqlite3_close_v2(database_); }

  bool prepare() {
    // FULL: a commit is on the disk before it returns, also in WAL (https://sqlite.org/pragma.html#pragma_synchronous).
    for (const char* const pragma : {"PRAGMA journal_mode = WAL", "PRAGMA synchronous = FULL", "PRAGMA foreign_keys = ON", "PRAGMA secure_delete = ON"}) {
      if (!run(pragma)) return false;
    }
    if (!run("BEGIN IMMEDIATE")) return false;
    std::int64_t version = -1;
    {
      Statement asked{database_, "PRAGMA user_version"};
      if (asked.step() == SQLITE_ROW) version = asked.number();
    }
    bool good = version >= 0 && version <= newest_version;
    for (auto step = version; good && step < newest_version; ++step) good = run(steps[step]);
    if (version > newest_version) log_line("storage-newer", {{"version", std::to_string(version)}});
    return run(good ? "COMMIT" : "ROLLBACK") && good;
  }

  bool is_well() override {
    const std::lock_guard lock{mutex_};
    Statement asked{database_, "SELECT count(*) FROM definitions"};
    return asked.step() == SQLITE_ROW;
  }

  Kept keep(const Submission& submission, const std::vector<Delivery>& deliveries, const Beside& beside) override {
    const std::lock_guard lock{mutex_};
    if (!run("BEGIN IMMEDIATE")) return Kept::failed;
    auto kept = insert(submission);
    for (const auto& one : deliveries) {
      if (kept == Kept::kept && !insert(one)) kept = Kept::failed;
    }
    if (kept == Kept::kept && beside.payment && !insert(*beside.payment)) kept = Kept::failed;
    for (const auto& one : beside.invitations) {
      if (kept == Kept::kept && !insert(one)) kept = Kept::failed;
    }
    if (kept == Kept::kept && beside.answered) kept = take_answer(*beside.answered, beside.amended, beside.now);
    if (kept == Kept::kept && run("COMMIT")) return kept;
    run("ROLLBACK");
    return kept == Kept::kept ? Kept::failed : kept;
  }

  std::optional<Payment> find_payment(const std::string& token) override { return find_payment_by("token = ?", token); }
  std::optional<Payment> payment_of(const std::string& reference) override { return find_payment_by("reference = ?", reference); }
  std::optional<Payment> next_payment_due(std::int64_t now) override {
    return find_payment_by("stage = 'begun' AND due_at <= CAST(? AS INTEGER) ORDER BY due_at LIMIT 1", std::to_string(now));
  }

  bool update_payment(const Payment& now, const Payment& before) override {
    const std::lock_guard lock{mutex_};
    return change(now, before);
  }

  bool settle_payment(const Payment& paid, const Payment& before, const std::vector<Amended>& deliveries, std::int64_t now) override {
    const std::lock_guard lock{mutex_};
    return run("BEGIN IMMEDIATE") && end(change(paid, before) && amend(deliveries) && release(paid.reference, now));
  }

  std::optional<Invitation> find_invitation(const std::string& token) override { return first_of(find_invitations("token = ?", token)); }
  std::vector<Invitation> invitations_of(const std::string& reference) override { return find_invitations("reference = ? ORDER BY recipient", reference); }
  std::optional<Invitation> invitation_answered_by(const std::string& reference) override {
    return first_of(find_invitations("stage = 'answered' AND answer = ?", reference));
  }
  std::optional<Invitation> next_invitation_due(std::int64_t now) override {
    return first_of(find_invitations("stage = 'open' AND until <= CAST(? AS INTEGER) ORDER BY until LIMIT 1", std::to_string(now)));
  }
  bool settle_invitation(const Invitation& now_is, const Invitation& before, const std::vector<Amended>& deliveries, std::int64_t now) override {
    const std::lock_guard lock{mutex_};
    return run("BEGIN IMMEDIATE") && end(change(now_is, before.stage) && amend(deliveries) && release(now_is.reference, now));
  }

  Found find_by_key(const std::string& key, Submission& into) override { return find("key", key, into); }
  Found find_by_reference(const std::string& reference, Submission& into) override { return find("reference", reference, into); }

  std::vector<ListedSubmission> list(std::size_t count, std::int64_t before) override {
    const std::lock_guard lock{mutex_};
    Statement asked{database_,
                    "SELECT s.number, s.reference, s.service, s.version, s.language, s.received_at, coalesce(min(d.stage), '') FROM submissions s "
                    "LEFT JOIN deliveries d ON d.reference = s.reference WHERE ?1 = 0 OR s.number < ?1 GROUP BY s.number ORDER BY s.number DESC LIMIT ?2"};
    asked.bind(before).bind(static_cast<std::int64_t>(count));
    std::vector<ListedSubmission> all;
    while (asked.step() == SQLITE_ROW) {
      asked.rewind();
      ListedSubmission one;
      one.number = asked.number();
      for (auto* field : {&one.reference, &one.service, &one.version, &one.language, &one.received_at, &one.stage}) *field = asked.text();
      all.push_back(std::move(one));
    }
    return all;
  }

  std::int64_t count_submissions() override {
    const std::lock_guard lock{mutex_};
    Statement asked{database_, "SELECT count(*) FROM submissions"};
    return asked.step() == SQLITE_ROW ? asked.number() : 0;
  }

  std::vector<Delivery> deliveries_of(const std::string& reference) override {
    const std::lock_guard lock{mutex_};
    Statement asked{database_, std::string{"SELECT "} + delivery_columns + " FROM deliveries WHERE reference = ? ORDER BY recipient"};
    asked.bind(reference);
    std::vector<Delivery> all;
    while (asked.step() == SQLITE_ROW) all.push_back(read_delivery(asked));
    return all;
  }

  std::optional<Delivery> next_due(std::int64_t now) override {
    const std::lock_guard lock{mutex_};
    Statement asked{database_, std::string{"SELECT "} + delivery_columns +
                                   " FROM deliveries WHERE stage IN ('waiting', 'in-flight', 'looking-up') AND due_at <= ? ORDER BY due_at LIMIT 1"};
    asked.bind(now);
    if (asked.step() != SQLITE_ROW) return std::nullopt;
    return read_delivery(asked);
  }

  bool update_delivery(const Delivery& now, const std::string& stage_before, int tries_before) override {
    const std::lock_guard lock{mutex_};
    Statement change{database_,
                     "UPDATE deliveries SET stage = ?, tries = ?, due_at = ?, their_reference = ?, their_status = ?, problem = ? "
                     "WHERE reference = ? AND recipient = ? AND stage = ? AND tries = ?"};
    change.bind(now.stage).bind(now.tries).bind(now.due_at).bind(now.their_reference).bind(now.their_status).bind(now.problem);
    change.bind(now.reference).bind(now.recipient).bind(stage_before).bind(tries_before);
    return change.step() == SQLITE_DONE && sqlite3_changes(database_) == 1;
  }

  bool keep_definition(const Definition& definition) override {
    const std::lock_guard lock{mutex_};
    Statement change{database_, "INSERT OR IGNORE INTO definitions (hash, service, version, body) VALUES (?, ?, ?, ?)"};
    return change.bind(definition.hash).bind(definition.service).bind(definition.version).bind(definition.body).step() == SQLITE_DONE;
  }

  std::optional<Definition> find_definition(const std::string& hash) override {
    const std::lock_guard lock{mutex_};
    Statement asked{database_, "SELECT hash, service, version, body FROM definitions WHERE hash = ?"};
    if (asked.bind(hash).step() != SQLITE_ROW) return std::nullopt;
    Definition read;
    for (auto* field : {&read.hash, &read.service, &read.version, &read.body}) *field = asked.text();
    return read;
  }

  bool keep_catalog(const Catalog& catalog) override {
    const std::lock_guard lock{mutex_};
    Statement change{database_, "INSERT OR IGNORE INTO catalogs (service, language, hash, body) VALUES (?, ?, ?, ?)"};
    return change.bind(catalog.service).bind(catalog.language).bind(catalog.hash).bind(catalog.body).step() == SQLITE_DONE;
  }

  std::vector<Catalog> catalogs_of(const std::string& service, const std::string& language) override {
    const std::lock_guard lock{mutex_};
    Statement asked{database_, "SELECT service, language, hash, body FROM catalogs WHERE service = ? AND language = ? ORDER BY number DESC"};
    asked.bind(service).bind(language);
    std::vector<Catalog> all;
    while (asked.step() == SQLITE_ROW) {
      asked.rewind();
      Catalog one;
      for (auto* field : {&one.service, &one.language, &one.hash, &one.body}) *field = asked.text();
      all.push_back(std::move(one));
    }
    return all;
  }

  bool keep_session(const std::string& hash, std::int64_t until) override {
    const std::lock_guard lock{mutex_};
    Statement change{database_, "INSERT INTO sessions (hash, until) VALUES (?, ?)"};
    return change.bind(hash).bind(until).step() == SQLITE_DONE;
  }
  bool has_session(const std::string& hash, std::int64_t now) override {
    const std::lock_guard lock{mutex_};
    Statement asked{database_, "SELECT 1 FROM sessions WHERE hash = ? AND until > ?"};
    return asked.bind(hash).bind(now).step() == SQLITE_ROW;
  }
  void forget_session(const std::string& hash, std::int64_t now) override {
    const std::lock_guard lock{mutex_};
    Statement change{database_, "DELETE FROM sessions WHERE hash = ? OR until <= ?"};
    change.bind(hash).bind(now).step();
  }

  bool keep_person(const KeptPerson& person, std::int64_t now) override {
    const std::lock_guard lock{mutex_};
    delete_persons("", now);
    Statement change{database_, "INSERT INTO persons (hash, source, claims, until) VALUES (?, ?, ?, ?)"};
    return change.bind(person.hash).bind(person.source).bind(person.claims).bind(person.until).step() == SQLITE_DONE;
  }
  std::optional<std::string> find_person(const std::string& hash, const std::string& source, std::int64_t now) override {
    const std::lock_guard lock{mutex_};
    delete_persons("", now);
    Statement asked{database_, "SELECT claims FROM persons WHERE hash = ? AND source = ?"};
    if (asked.bind(hash).bind(source).step() != SQLITE_ROW) return std::nullopt;
    return asked.text();
  }
  void forget_person(const std::string& hash, std::int64_t now) override {
    const std::lock_guard lock{mutex_};
    delete_persons(hash, now);
  }

  void forget_persons_with(const std::string& source, const std::string& claims) override {
    const std::lock_guard lock{mutex_};
    Statement change{database_, "DELETE FROM persons WHERE source = ? AND claims = ?"};
    change.bind(source).bind(claims).step();
  }

 private:
  void delete_persons(const std::string& hash, std::int64_t now) {
    Statement change{database_, "DELETE FROM persons WHERE hash = ? OR until <= ?"};
    change.bind(hash).bind(now).step();
  }

  bool run(const char* sql) {
    if (sqlite3_exec(database_, sql, nullptr, nullptr, nullptr) == SQLITE_OK) return true;
    // The number alone: SQLite's own words may quote what was to be stored.
    log_line("storage-fault", {{"sqlite", std::to_string(sqlite3_extended_errcode(database_))}});
    return false;
  }

  Kept insert(const Submission& one) {
    Statement change{database_, std::string{"INSERT INTO submissions ("} + submission_columns + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"};
    for (const auto* field : {&one.reference, &one.key, &one.body_hash, &one.service, &one.version, &one.definition_hash, &one.site, &one.language,
                              &one.submitted_on, &one.received_at, &one.body}) {
      change.bind(*field);
    }
    const int result = change.step();
    if (result == SQLITE_DONE) return Kept::kept;
    if ((result & 0xff) != SQLITE_CONSTRAINT) return Kept::failed;
    Statement asked{database_, "SELECT 1 FROM submissions WHERE key = ?"};
    return asked.bind(one.key).step() == SQLITE_ROW ? Kept::key_exists : Kept::reference_exists;
  }

  bool insert(const Delivery& one) {
    Statement change{database_, std::string{"INSERT INTO deliveries ("} + delivery_columns + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"};
    for (const auto* field : {&one.reference, &one.recipient, &one.connector, &one.key, &one.body, &one.record_html, &one.record_text, &one.stage})
      change.bind(*field);
    change.bind(one.tries).bind(one.due_at);
    for (const auto* field : {&one.their_reference, &one.their_status, &one.problem, &one.created_at}) change.bind(*field);
    return change.step() == SQLITE_DONE;
  }

  bool insert(const Payment& one) {
    Statement change{database_, std::string{"INSERT INTO payments ("} + payment_columns + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"};
    change.bind(one.reference).bind(one.token).bind(one.amount).bind(one.currency).bind(one.stage).bind(one.tries).bind(one.due_at);
    return change.bind(one.provider_id).bind(one.address).bind(one.paid_at).step() == SQLITE_DONE;
  }

  bool change(const Payment& now, const Payment& before) {
    Statement asked{database_,
                    "UPDATE payments SET stage = ?, tries = ?, due_at = ?, provider_id = ?, address = ?, paid_at = ? "
                    "WHERE reference = ? AND stage = ? AND tries = ? AND provider_id = ?"};
    asked.bind(now.stage).bind(now.tries).bind(now.due_at).bind(now.provider_id).bind(now.address).bind(now.paid_at);
    asked.bind(before.reference).bind(before.stage).bind(before.tries).bind(before.provider_id);
    return asked.step() == SQLITE_DONE && sqlite3_changes(database_) == 1;
  }

  bool insert(const Invitation& one) {
    Statement change{database_, std::string{"INSERT INTO invitations ("} + invitation_columns + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?)"};
    change.bind(one.reference).bind(one.recipient).bind(one.token).bind(one.service).bind(one.stage).bind(one.until);
    return change.bind(one.answer).bind(one.answered_at).step() == SQLITE_DONE;
  }

  bool change(const Invitation& now, const std::string& stage_before) {
    Statement asked{database_, "UPDATE invitations SET stage = ?, answer = ?, answered_at = ? WHERE reference = ? AND recipient = ? AND stage = ?"};
    asked.bind(now.stage).bind(now.answer).bind(now.answered_at).bind(now.reference).bind(now.recipient).bind(stage_before);
    return asked.step() == SQLITE_DONE && sqlite3_changes(database_) == 1;
  }

  // Once, in time or late.
  Kept take_answer(const Invitation& answered, const std::vector<Amended>& deliveries, std::int64_t now) {
    if (!change(answered, "open") && !change(answered, "over")) return Kept::already_answered;
    return amend(deliveries) && release(answered.reference, now) ? Kept::kept : Kept::failed;
  }

  bool amend(const std::vector<Amended>& deliveries) {
    for (const auto& one : deliveries) {
      Statement asked{database_, "UPDATE deliveries SET body = ? WHERE reference = ? AND recipient = ? AND body = ? AND stage IN (?, ?)"};
      asked.bind(one.after).bind(one.reference).bind(one.recipient).bind(one.before);
      asked.bind(std::string{awaiting_payment}).bind(std::string{awaiting_answer});
      if (asked.step() != SQLITE_DONE || sqlite3_changes(database_) != 1) return false;
    }
    return true;
  }

  // What waits and has nothing to wait for any more goes on its way.
  bool release(const std::string& reference, std::int64_t now) {
    Statement asked{database_,
                    "UPDATE deliveries SET due_at = ?1, stage = CASE "
                    "WHEN EXISTS (SELECT 1 FROM payments p WHERE p.reference = ?2 AND p.stage <> 'paid') THEN ?3 "
                    "WHEN EXISTS (SELECT 1 FROM invitations i WHERE i.reference = ?2 AND i.stage = 'open') THEN ?4 "
                    "WHEN connector = '' THEN 'kept' ELSE 'waiting' END WHERE reference = ?2 AND stage IN (?3, ?4)"};
    asked.bind(now).bind(reference).bind(std::string{awaiting_payment}).bind(std::string{awaiting_answer});
    return asked.step() == SQLITE_DONE;
  }

  // Of a transaction that was begun.
  bool end(bool good) {
    if (good && run("COMMIT")) return true;
    run("ROLLBACK");
    return false;
  }

  std::vector<Invitation> find_invitations(const std::string& condition, const std::string& wanted) {
    const std::lock_guard lock{mutex_};
    Statement asked{database_, std::string{"SELECT "} + invitation_columns + " FROM invitations WHERE " + condition};
    asked.bind(wanted);
    std::vector<Invitation> all;
    while (asked.step() == SQLITE_ROW) {
      asked.rewind();
      all.push_back(read_invitation(asked));
    }
    return all;
  }

  static std::optional<Invitation> first_of(std::vector<Invitation> all) {
    if (all.empty()) return std::nullopt;
    return std::move(all.front());
  }

  std::optional<Payment> find_payment_by(const std::string& condition, const std::string& wanted) {
    const std::lock_guard lock{mutex_};
    Statement asked{database_, std::string{"SELECT "} + payment_columns + " FROM payments WHERE " + condition};
    if (asked.bind(wanted).step() != SQLITE_ROW) return std::nullopt;
    return read_payment(asked);
  }

  Found find(const char* column, const std::string& wanted, Submission& into) {
    const std::lock_guard lock{mutex_};
    Statement asked{database_, std::string{"SELECT "} + submission_columns + " FROM submissions WHERE " + column + " = ?"};
    const int result = asked.bind(wanted).step();
    if (result == SQLITE_ROW) {
      into = read_submission(asked);
      return Found::found;
    }
    return result == SQLITE_DONE ? Found::nothing : Found::failed;
  }

  sqlite3* database_;
  std::mutex mutex_;
};

}  // namespace

std::unique_ptr<Storage> open_sqlite(const std::string& file) {
  sqlite3* database = nullptr;
  const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_FULLMUTEX;
  if (sqlite3_open_v2(file.c_str(), &database, flags, nullptr) != SQLITE_OK) {
    log_line("storage-unopened", {{"sqlite", std::to_string(sqlite3_extended_errcode(database))}});
    sqlite3_close_v2(database);
    return nullptr;
  }
  sqlite3_extended_result_codes(database, 1);
  sqlite3_busy_timeout(database, 5000);
  auto storage = std::make_unique<SqliteStorage>(database);
  if (!storage->prepare()) return nullptr;
  return storage;
}

}  // namespace polku::server
