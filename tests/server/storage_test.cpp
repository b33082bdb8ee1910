// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>
#include <sqlite3.h>

#include <thread>

#include "host/server/storage.h"
#include "testbed.h"

namespace polku::server {
namespace {

Submission example(int number) {
  return {.reference = "TES-0000-" + std::to_string(1000 + number),
          .key = key_number(number),
          .body_hash = "h",
          .service = "dog-tag",
          .version = "1.0.0",
          .definition_hash = "d",
          .site = "testville",
          .language = "en",
          .submitted_on = "2026-11-22",
          .received_at = "2026-11-22T10:00:00Z",
          .body = "{\"n\": " + std::to_string(number) + "}"};
}

Delivery delivery_of(const Submission& one, const std::string& recipient) {
  return {.reference = one.reference,
          .recipient = recipient,
          .connector = "c",
          .key = recipient + one.key,
          .body = "{}",
          .record_html = "<p>",
          .record_text = "p",
          .stage = "waiting",
          .tries = 0,
          .due_at = 100,
          .their_reference = {},
          .their_status = {},
          .problem = {},
          .created_at = one.received_at};
}

TEST(storage, what_is_kept_is_read_back_byte_for_byte_also_after_it_was_closed) {
  const Folder folder;
  auto one = example(1);
  one.body = std::string{"{\"a\":\"ä\\u0000\n  \"}"} + std::string{"\xF0\x9F\x90\x95"};
  {
    const auto storage = open_sqlite(folder.path + "/s.sqlite");
    ASSERT_TRUE(storage);
    EXPECT_EQ(storage->keep(one, {delivery_of(one, "office")}), Kept::kept);
  }
  const auto storage = open_sqlite(folder.path + "/s.sqlite");
  Submission read;
  ASSERT_EQ(storage->find_by_key(one.key, read), Storage::Found::found);
  EXPECT_EQ(read.body, one.body);
  EXPECT_EQ(read.reference, one.reference);
  ASSERT_EQ(storage->deliveries_of(one.reference).size(), 1U);
  EXPECT_EQ(storage->deliveries_of(one.reference)[0].record_html, "<p>");
  EXPECT_EQ(storage->find_by_reference("TES-NONE", read), Storage::Found::nothing);
}

TEST(storage, a_commit_is_on_the_disk_before_it_returns) {
  const Folder folder;
  const auto storage = open_sqlite(folder.path + "/s.sqlite");
  sqlite3* other = nullptr;
  ASSERT_EQ(sqlite3_open((folder.path + "/s.sqlite").c_str(), &other), SQLITE_OK);
  sqlite3_stmt* asked = nullptr;
  sqlite3_prepare_v2(other, "PRAGMA journal_mode", -1, &asked, nullptr);
  ASSERT_EQ(sqlite3_step(asked), SQLITE_ROW);
  EXPECT_STREQ(reinterpret_cast<const char*>(sqlite3_column_text(asked, 0)), "wal");
  sqlite3_finalize(asked);
  // Another connection sees it at once: it is committed, not buffered.
  ASSERT_EQ(storage->keep(example(1), {}), Kept::kept);
  sqlite3_prepare_v2(other, "SELECT count(*) FROM submissions", -1, &asked, nullptr);
  ASSERT_EQ(sqlite3_step(asked), SQLITE_ROW);
  EXPECT_EQ(sqlite3_column_int(asked, 0), 1);
  sqlite3_finalize(asked);
  sqlite3_close(other);
}

TEST(storage, a_key_has_one_row_and_a_reference_too) {
  const Folder folder;
  const auto storage = open_sqlite(folder.path + "/s.sqlite");
  ASSERT_EQ(storage->keep(example(1), {}), Kept::kept);
  auto same_key = example(2);
  same_key.key = example(1).key;
  EXPECT_EQ(storage->keep(same_key, {}), Kept::key_exists);
  auto same_reference = example(3);
  same_reference.reference = example(1).reference;
  EXPECT_EQ(storage->keep(same_reference, {}), Kept::reference_exists);
  EXPECT_EQ(storage->count_submissions(), 1);
}

TEST(storage, all_is_kept_or_nothing) {
  const Folder folder;
  const auto storage = open_sqlite(folder.path + "/s.sqlite");
  const auto one = example(1);
  EXPECT_EQ(storage->keep(one, {delivery_of(one, "office"), delivery_of(one, "office")}), Kept::failed);
  EXPECT_EQ(storage->count_submissions(), 0);
  EXPECT_TRUE(storage->deliveries_of(one.reference).empty());
  EXPECT_EQ(storage->keep(one, {delivery_of(one, "office")}), Kept::kept);
}

TEST(storage, many_at_once_with_one_key_are_one_row) {
  const Folder folder;
  const auto storage = open_sqlite(folder.path + "/s.sqlite"), beside = open_sqlite(folder.path + "/s.sqlite");
  std::atomic<int> kept = 0, existed = 0;
  std::vector<std::thread> threads;
  for (int index = 0; index < 8; ++index) {
    threads.emplace_back([&, index] {
      auto one = example(index);
      one.key = key_number(99);
      const auto result = (index % 2 ? storage : beside)->keep(one, {});
      kept += result == Kept::kept;
      existed += result == Kept::key_exists;
    });
  }
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(kept, 1);
  EXPECT_EQ(existed, 7);
  EXPECT_EQ(storage->count_submissions(), 1);
}

TEST(storage, the_list_is_newest_first_and_read_page_by_page) {
  const Folder folder;
  const auto storage = open_sqlite(folder.path + "/s.sqlite");
  for (int number = 1; number <= 7; ++number) ASSERT_EQ(storage->keep(example(number), {}), Kept::kept);
  const auto first = storage->list(3, 0);
  ASSERT_EQ(first.size(), 3U);
  EXPECT_EQ(first[0].reference, example(7).reference);
  const auto second = storage->list(3, first.back().number);
  ASSERT_EQ(second.size(), 3U);
  EXPECT_EQ(second[0].reference, example(4).reference);
  EXPECT_EQ(storage->list(3, second.back().number).size(), 1U);
}

TEST(storage, a_due_delivery_is_taken_by_one_server_only) {
  const Folder folder;
  const auto storage = open_sqlite(folder.path + "/s.sqlite");
  const auto one = example(1);
  ASSERT_EQ(storage->keep(one, {delivery_of(one, "office")}), Kept::kept);
  EXPECT_FALSE(storage->next_due(99));
  auto due = storage->next_due(100);
  ASSERT_TRUE(due);
  due->stage = "in-flight";
  due->tries = 1;
  due->due_at = 200;
  EXPECT_TRUE(storage->update_delivery(*due, "waiting", 0));
  EXPECT_FALSE(storage->update_delivery(*due, "waiting", 0));
  EXPECT_FALSE(storage->next_due(150));
  EXPECT_TRUE(storage->next_due(200));
  due->stage = "delivered";
  EXPECT_TRUE(storage->update_delivery(*due, "in-flight", 1));
  EXPECT_FALSE(storage->next_due(10000));
}

TEST(storage, definitions_and_words_are_kept_for_ever_and_once) {
  const Folder folder;
  const auto storage = open_sqlite(folder.path + "/s.sqlite");
  EXPECT_TRUE(storage->keep_definition({"h1", "s", "1.0.0", "{}"}));
  EXPECT_TRUE(storage->keep_definition({"h1", "s", "1.0.0", "{}"}));
  EXPECT_EQ(storage->find_definition("h1")->version, "1.0.0");
  EXPECT_FALSE(storage->find_definition("h2"));
  for (const char* const hash : {"a", "b", "a"}) EXPECT_TRUE(storage->keep_catalog({"s", "fi", hash, "{}"}));
  const auto all = storage->catalogs_of("s", "fi");
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all[0].hash, "b");
}

TEST(storage, a_session_ends) {
  const Folder folder;
  const auto storage = open_sqlite(folder.path + "/s.sqlite");
  storage->keep_session("s", 100);
  EXPECT_TRUE(storage->has_session("s", 99));
  EXPECT_FALSE(storage->has_session("s", 100));
  storage->keep_session("t", 1000);
  storage->forget_session("t", 0);
  EXPECT_FALSE(storage->has_session("t", 1));
}

TEST(storage, a_database_of_a_later_version_is_left_alone) {
  const Folder folder;
  sqlite3* later = nullptr;
  sqlite3_open((folder.path + "/s.sqlite").c_str(), &later);
  sqlite3_exec(later, "PRAGMA user_version = 7", nullptr, nullptr, nullptr);
  sqlite3_close(later);
  EXPECT_FALSE(open_sqlite(folder.path + "/s.sqlite"));
  EXPECT_FALSE(open_sqlite(folder.path + "/no/such/folder.sqlite"));
}

}  // namespace
}  // namespace polku::server
