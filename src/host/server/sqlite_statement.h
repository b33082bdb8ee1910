// SPDX-License-Identifier: EUPL-1.2
// Inside the storage of SQLite only: one prepared statement, its values bound and its columns read in order.
#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <string>

namespace polku::server {

class Statement {
 public:
  Statement(sqlite3* database, const std::string& sql) { sqlite3_prepare_v2(database, sql.c_str(), static_cast<int>(sql.size()), &statement_, nullptr); }
  ~Statement() { sqlite3_finalize(statement_); }
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;

  Statement& bind(const std::string& words) {
    sqlite3_bind_text(statement_, ++bound_, words.data(), static_cast<int>(words.size()), SQLITE_TRANSIENT);
    return *this;
  }
  Statement& bind(std::int64_t number) {
    sqlite3_bind_int64(statement_, ++bound_, number);
    return *this;
  }
  // SQLITE_ROW, SQLITE_DONE or an error (also when it could not be prepared).
  int step() { return statement_ ? sqlite3_step(statement_) : SQLITE_ERROR; }
  std::string text() {
    const auto* words = sqlite3_column_text(statement_, read_);
    const auto size = sqlite3_column_bytes(statement_, read_++);
    return words ? std::string{reinterpret_cast<const char*>(words), static_cast<std::size_t>(size)} : std::string{};
  }
  std::int64_t number() { return sqlite3_column_int64(statement_, read_++); }
  void rewind() { read_ = 0; }

 private:
  sqlite3_stmt* statement_ = nullptr;
  int bound_ = 0, read_ = 0;
};

}  // namespace polku::server
