// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <thread>

#include "host/server/clock.h"
#include "testbed.h"

namespace polku::server {
namespace {

TEST(intake, a_right_submission_is_kept_before_the_receipt_is_given) {
  Testbed bed;
  const auto body = json::write_indented(bed.submission());
  const auto reply = bed.post(key_number(1), body);
  ASSERT_EQ(reply.status, 201) << reply.body;
  const auto reference = member(reply, "reference");
  EXPECT_EQ(reference.size(), 13U);
  EXPECT_EQ(reference.substr(0, 4), "TES-");
  EXPECT_EQ(reference.find_first_of("ILOU", 4), std::string::npos);
  EXPECT_EQ(member(reply, "receivedAt"), with_local_offset("2026-11-22T10:00:00Z"));
  EXPECT_EQ(reply.body.find("Aino"), std::string::npos);
  Submission kept;
  ASSERT_EQ(bed.storage->find_by_reference(reference, kept), Storage::Found::found);
  EXPECT_EQ(kept.body, body);
  EXPECT_EQ(bed.woken, 1);
}

TEST(intake, each_recipient_gets_its_own_cut_with_a_record_of_nothing_else) {
  Testbed bed;
  auto submission = bed.submission("Aino <b>");
  submission.find("answers")->set("remark", json::Value{"a private remark"});
  const auto reply = bed.post(key_number(1), submission);
  ASSERT_EQ(reply.status, 201) << reply.body;
  const auto deliveries = bed.storage->deliveries_of(member(reply, "reference"));
  ASSERT_EQ(deliveries.size(), 2U);
  const auto &archive = deliveries[0], &office = deliveries[1];
  EXPECT_EQ(archive.recipient, "archive");
  EXPECT_EQ(archive.stage, "kept");
  EXPECT_EQ(office.stage, "waiting");
  EXPECT_EQ(office.connector, "office-cases");
  EXPECT_NE(office.key, archive.key);
  EXPECT_EQ(office.key.size(), 32U);
  for (const auto* field : {&office.body, &office.record_html, &office.record_text, &archive.body}) EXPECT_EQ(field->find("private"), std::string::npos);
  EXPECT_NE(office.record_html.find("Musti"), std::string::npos);
  EXPECT_NE(office.record_html.find("Aino &lt;b&gt;"), std::string::npos);
  EXPECT_EQ(office.record_html.find("<b>"), std::string::npos);
  EXPECT_EQ(archive.record_html.find("Musti"), std::string::npos);
  EXPECT_EQ(archive.body.find("Musti"), std::string::npos);
}

TEST(intake, a_recipient_whose_rule_does_not_hold_gets_nothing_at_all) {
  Testbed bed;
  const auto of_museum = bed.storage->deliveries_of(member(bed.post(key_number(1), bed.submission("Museum")), "reference"));
  ASSERT_EQ(of_museum.size(), 3U);
  EXPECT_EQ(of_museum[1].recipient, "museum");
  EXPECT_NE(of_museum[1].record_html.find("Musti"), std::string::npos);
  EXPECT_EQ(of_museum[1].record_html.find("Museum"), std::string::npos);
}

TEST(intake, a_repeat_gets_the_same_receipt_and_no_second_row) {
  Testbed bed;
  const auto first = bed.post(key_number(1), bed.submission());
  bed.now += 3600;
  const auto again = bed.post(key_number(1), json::write_indented(bed.submission()));
  EXPECT_EQ(first.status, 201);
  EXPECT_EQ(again.status, 200);
  EXPECT_EQ(again.body, first.body);
  EXPECT_EQ(bed.storage->count_submissions(), 1);
}

TEST(intake, a_repeat_is_recognised_before_it_is_verified) {
  Testbed bed;
  const auto first = bed.post(key_number(1), bed.submission());
  bed.today = {2028, 1, 1};
  EXPECT_EQ(bed.post(key_number(1), bed.submission()).body, first.body);
  EXPECT_EQ(member(bed.post(key_number(2), bed.submission()), "code"), "submission-too-old");
}

TEST(intake, a_key_used_for_something_else_is_refused) {
  Testbed bed;
  EXPECT_EQ(bed.post(key_number(1), bed.submission()).status, 201);
  const auto other = bed.post(key_number(1), bed.submission("Väinö"));
  EXPECT_EQ(other.status, 422);
  EXPECT_EQ(member(other, "code"), "key-reused");
  EXPECT_EQ(bed.storage->count_submissions(), 1);
}

TEST(intake, the_same_from_many_sides_at_once_is_one_row_and_one_receipt) {
  Testbed bed;
  const auto body = json::write(bed.submission());
  std::vector<Reply> replies(8);
  std::vector<std::thread> threads;
  for (auto& reply : replies) threads.emplace_back([&] { reply = bed.post(key_number(1), body); });
  for (auto& thread : threads) thread.join();
  int first = 0;
  for (const auto& reply : replies) {
    first += reply.status == 201;
    EXPECT_LT(reply.status, 300) << reply.body;
    EXPECT_EQ(reply.body, replies.front().body);
  }
  EXPECT_EQ(first, 1);
  EXPECT_EQ(bed.storage->count_submissions(), 1);
}

struct Refused {
  std::string name, type;
  std::vector<std::string> keys;
  std::string body;
  int status;
  std::string code;
};

TEST(intake, what_is_no_submission_is_refused_with_its_code_and_nothing_is_kept) {
  Testbed bed;
  const auto key = key_number(7);
  const auto good = json::write(bed.submission());
  const auto with = [&](std::string_view part, std::string_view name, json::Value value) {
    auto changed = bed.submission();
    auto& place = part.empty() ? changed : *changed.find(part);
    place.set(name, std::move(value));
    return json::write(changed);
  };
  const std::string json_type = "application/json";
  const std::vector<Refused> table = {
      {"another media type", "text/plain", {key}, good, 415, "media-type-unsupported"},
      {"another character set", "application/json; charset=latin1", {key}, good, 415, "media-type-unsupported"},
      {"no media type", "", {key}, good, 415, "media-type-unsupported"},
      {"no key", json_type, {}, good, 400, "key-missing"},
      {"a short key", json_type, {"abc"}, good, 400, "key-malformed"},
      {"capitals in a key", json_type, {std::string(32, 'A')}, good, 400, "key-malformed"},
      {"two keys", json_type, {key, key_number(8)}, good, 400, "key-malformed"},
      {"nothing", json_type, {key}, "", 400, "json-syntax"},
      {"no JSON", json_type, {key}, "hello", 400, "json-syntax"},
      {"a name twice", json_type, {key}, R"({"a":1,"a":2})", 400, "json-repeated-name"},
      {"too deep", json_type, {key}, std::string(100, '[') + std::string(100, ']'), 400, "json-too-deep"},
      {"no UTF-8", json_type, {key}, "\"\xff\"", 400, "not-utf8"},
      {"an array", json_type, {key}, "[]", 422, "missing-member"},
      {"no hash", json_type, {key}, "{}", 422, "missing-member"},
      {"a hash that is a number", json_type, {key}, R"({"service": {"hash": 7}})", 422, "wrong-type"},
      {"a definition never published", json_type, {key}, R"({"service": {"hash": "00"}})", 409, "definition-unknown"},
      {"another site", json_type, {key}, with("", "site", json::Value{"elsewhere"}), 422, "site-unknown"},
      {"another version", json_type, {key}, with("service", "version", json::Value{"2.0.0"}), 422, "definition-version-differs"},
      {"an answer never asked for", json_type, {key}, with("answers", "cat", json::Value{"Miu"}), 422, "answer-unknown"},
      {"a value nobody computed",
       json_type,
       {key},
       with("computed", "fee", json::Value::object().with("amount", json::Value{"1.00"}).with("currency", json::Value{"EUR"})),
       422,
       "computed-differs"},
      {"yesterday's tomorrow", json_type, {key}, with("", "on", json::Value{"2026-11-23"}), 422, "submission-in-future"},
  };
  for (const auto& one : table) {
    SCOPED_TRACE(one.name);
    const auto reply = bed.intake->receive({one.type, one.keys, one.body});
    EXPECT_EQ(reply.status, one.status) << reply.body;
    EXPECT_EQ(reply.type, "application/problem+json");
    EXPECT_EQ(member(reply, "code"), one.code) << reply.body;
    EXPECT_EQ(member(reply, "type"), "urn:polku:problem:" + one.code);
    EXPECT_FALSE(member(reply, "title").empty());
  }
  EXPECT_EQ(bed.storage->count_submissions(), 0);
}

TEST(intake, json_in_utf8_may_say_so) {
  Testbed bed;
  EXPECT_EQ(bed.intake->receive({"Application/JSON; charset=UTF-8", {key_number(1)}, json::write(bed.submission())}).status, 201);
}

TEST(intake, a_consent_to_words_that_were_published_earlier_is_a_consent) {
  Testbed bed;
  const auto submission = bed.submission();
  // Since then the words of the consent changed and the server started again.
  const auto old = bed.storage->catalogs_of("dog-tag", "en");
  ASSERT_EQ(old.size(), 1U);
  auto words = *json::read(old[0].body).value;
  words.set("question.terms.body", json::Value{"Dogs have to be on a short leash in the park."});
  ASSERT_TRUE(bed.storage->keep_catalog({"dog-tag", "en", "newer", json::write(words)}));
  EXPECT_EQ(bed.post(key_number(1), submission).status, 201);
  auto never = bed.submission();
  never.find("consents")->find("terms")->set("text", json::Value{std::string(64, '0')});
  EXPECT_EQ(member(bed.post(key_number(2), never), "code"), "consent-text-differs");
}

}  // namespace
}  // namespace polku::server
