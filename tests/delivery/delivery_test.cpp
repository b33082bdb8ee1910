// SPDX-License-Identifier: EUPL-1.2
// The promises of room delivery, as tables: requests.json, connectors.json, replies.json, outbox.json, cuts.json.
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <sstream>

#include "delivery/connector.h"
#include "delivery/outbox.h"
#include "delivery/template.h"
#include "digest/digest.h"
#include "json/reader.h"
#include "json/writer.h"

namespace polku::delivery {
namespace {

using json::Value;

Value table(const std::string& name) {
  std::ifstream file{std::string{POLKU_SOURCE_DIR} + "/tests/delivery/" + name};
  std::stringstream bytes;
  bytes << file.rdbuf();
  auto reading = json::read(bytes.str(), {.document = name});
  EXPECT_TRUE(reading.value) << name;
  return reading.value ? *reading.value : Value{};
}

std::string text(const Value& value, std::string_view name, std::string_view fallback = "") { return std::string{value.find_string(name).value_or(fallback)}; }

std::vector<std::string> said(const problem::Problems& problems) {
  std::vector<std::string> lines;
  for (const auto& one : problems) lines.push_back(std::string{problem::name_of(one.code)} + " " + one.pointer);
  return lines;
}

std::vector<std::string> strings(const Value* list) {
  std::vector<std::string> all;
  if (list) {
    for (const auto& item : list->items()) all.push_back(item.string());
  }
  return all;
}

Connector read_one(const Value& source) {
  problem::Problems problems;
  Value list = Value::array();
  list.push(source);
  auto connectors = read_connectors(list, problems, "/connectors", "site.json");
  EXPECT_EQ(connectors.size(), 1U);
  return connectors.empty() ? Connector{} : connectors.front();
}

Headers headers_of(const Value& source) {
  Headers headers;
  if (const auto* object = source.find("headers")) {
    for (const auto& member : object->members()) headers.emplace_back(member.name, member.value.string());
  }
  return headers;
}

std::string body_of(const Value& source) {
  if (const auto* body = source.find("body")) return json::write(*body);
  return text(source, "text");
}

std::string say(const Reply& reply) {
  if (const auto* receipt = std::get_if<Receipt>(&reply)) return "receipt " + receipt->reference + " " + receipt->status;
  if (const auto* later = std::get_if<TryLater>(&reply)) return "later " + (later->after_seconds ? std::to_string(*later->after_seconds) : "-");
  if (const auto* refusal = std::get_if<Refusal>(&reply)) {
    std::string words = "refused " + std::to_string(refusal->status);
    for (const auto& one : refusal->problems) {
      words += " " + std::string{problem::name_of(one.code)} + one.pointer;
      if (one.code == problem::Code::refused_by_recipient) continue;
      for (const auto& argument : one.arguments) {
        const auto* number = std::get_if<polku::text::Decimal>(&argument.value);
        words += " " + argument.name + "=" + (number ? number->to_string() : std::get<std::string>(argument.value));
      }
    }
    return words;
  }
  return "unknown";
}

TEST(delivery, a_request_is_made_from_the_delivery_by_data_alone) {
  const auto all = table("requests.json");
  const auto& delivered_source = *all.find("delivered");
  for (const auto& one : all.find("cases")->items()) {
    SCOPED_TRACE(text(one, "name"));
    Value source = *all.find("connector");
    source.set("body", *one.find("body"));
    const auto connector = read_one(source);
    problem::Problems problems;
    const auto request = make_request(
        connector,
        {.service = "resident-parking-permit", .site = "koivuranta", .key = text(delivered_source, "key"), .delivery = delivered_source.find("delivery")},
        problems);
    EXPECT_EQ(request.body, json::write(*one.find("makes")));
    EXPECT_EQ(said(problems), strings(one.find("problems")));
    EXPECT_EQ(request.url, "https://cases.example/api/resident-parking-permit/00112233445566778899aabbccddeeff");
    const auto key = std::pair<std::string, std::string>{"Idempotency-Key", "00112233445566778899aabbccddeeff"};
    EXPECT_NE(std::find(request.headers.begin(), request.headers.end(), key), request.headers.end());
  }
}

TEST(delivery, without_a_body_the_delivery_itself_is_sent) {
  const auto all = table("requests.json");
  const auto* delivery = all.find("delivered")->find("delivery");
  problem::Problems problems;
  const auto request = make_request(read_one(*all.find("connector")), {.service = "s", .site = "t", .key = "k", .delivery = delivery}, problems);
  EXPECT_EQ(request.body, json::write(*delivery));
}

TEST(delivery, an_address_is_filled_and_nothing_in_it_can_leave_its_place) {
  const auto all = table("requests.json");
  for (const auto& one : all.find("addresses")->items()) {
    SCOPED_TRACE(text(one, "name"));
    auto connector = read_one(*all.find("connector"));
    connector.url = text(one, "url");
    problem::Problems problems;
    const auto request = make_request(connector,
                                      {.service = "resident-parking-permit",
                                       .site = text(one, "site", "koivuranta"),
                                       .key = "00112233445566778899aabbccddeeff",
                                       .delivery = all.find("delivered")->find("delivery")},
                                      problems);
    EXPECT_EQ(request.url, text(one, "makes"));
  }
}

TEST(delivery, a_description_that_is_wrong_is_told_with_its_place) {
  const auto all = table("connectors.json");
  for (const auto& one : all.find("cases")->items()) {
    SCOPED_TRACE(text(one, "name"));
    Value changed = Value::object();
    for (const auto& member : all.find("good")->members()) {
      if (const auto* other = one.find("change")->find(member.name); !other) changed.add(member.name, member.value);
    }
    for (const auto& member : one.find("change")->members()) {
      if (!member.value.is_null()) changed.add(member.name, member.value);
    }
    Value list = Value::array();
    list.push(changed);
    problem::Problems problems;
    const auto connectors = read_connectors(list, problems, "/connectors", "site.json");
    auto found = said(problems);
    for (auto& line : found) {
      const auto at = line.find("/connectors/0");
      ASSERT_NE(at, std::string::npos) << line;
      line.erase(at, std::string_view{"/connectors/0"}.size());
    }
    EXPECT_EQ(found, strings(one.find("problems")));
  }
}

TEST(delivery, a_name_is_given_to_one_connector_only) {
  const auto all = table("connectors.json");
  Value list = Value::array();
  list.push(*all.find("good"));
  list.push(*all.find("good"));
  problem::Problems problems;
  read_connectors(list, problems, "/connectors", "site.json");
  EXPECT_EQ(said(problems), std::vector<std::string>{"repeated-id /connectors/1"});
}

TEST(delivery, replies_are_read_as_the_table_says) {
  const auto all = table("replies.json");
  for (const auto& one : all.find("cases")->items()) {
    SCOPED_TRACE(text(one, "name"));
    Connector connector;
    const auto manner = text(one, "deduplicates", "key");
    connector.deduplicates = manner == "key" ? Deduplicates::by_key : manner == "lookup" ? Deduplicates::by_lookup : Deduplicates::not_at_all;
    connector.reference_pointer = text(one, "promised", "/caseNumber");
    connector.status_pointer = "/status";
    const auto status = one.find("status")->number().to_integer();
    EXPECT_EQ(say(read_reply(connector, static_cast<int>(*status), headers_of(one), body_of(one))), text(one, "says"));
  }
}

TEST(delivery, looking_up_tells_there_from_not_there_from_not_known) {
  const auto all = table("replies.json");
  for (const auto& one : all.find("lookups")->items()) {
    SCOPED_TRACE(text(one, "name"));
    Connector connector;
    connector.deduplicates = Deduplicates::by_lookup;
    connector.reference_pointer = "/caseNumber";
    const auto reply = read_lookup(connector, static_cast<int>(*one.find("status")->number().to_integer()), headers_of(one), body_of(one));
    std::string words = "not there";
    if (const auto* receipt = std::get_if<Receipt>(&reply)) words = say(Reply{*receipt});
    if (const auto* later = std::get_if<TryLater>(&reply)) words = say(Reply{*later});
    EXPECT_EQ(words, text(one, "says"));
  }
}

TEST(delivery, waiting_doubles_to_five_minutes_and_never_ends_before_it_was_asked_to) {
  const auto all = table("replies.json");
  for (const auto& one : all.find("waits")->items()) {
    SCOPED_TRACE(json::write(one));
    std::optional<std::int64_t> wished;
    if (const auto* found = one.find("wished")) wished = found->number().to_integer();
    const auto tries = static_cast<int>(*one.find("tries")->number().to_integer());
    const auto seed = static_cast<std::uint32_t>(*one.find("seed")->number().to_integer());
    EXPECT_EQ(wait_before_retry(tries, wished, seed), *one.find("seconds")->number().to_integer());
  }
}

std::string stage_after(const Connector& connector, outbox::State& state, const std::string& event) {
  constexpr std::uint32_t seed = 20;
  outbox::Step step;
  if (event == "begin") step = outbox::begin(connector, state);
  if (event == "restart") step = {outbox::after_restart(connector, state), outbox::Act::nothing, 0};
  if (event == "receipt") step = outbox::after_reply(connector, state, Receipt{"P-1", "", ""}, seed);
  if (event == "later") step = outbox::after_reply(connector, state, TryLater{}, seed);
  if (event == "unknown") step = outbox::after_reply(connector, state, Unknown{}, seed);
  if (event == "refusal") step = outbox::after_reply(connector, state, Refusal{400, {{.code = problem::Code::refused_by_recipient}}}, seed);
  if (event == "unreached") step = outbox::after_unreached(connector, state, seed);
  if (event == "not there") step = outbox::after_lookup(connector, state, NotThere{}, seed);
  if (event == "found") step = outbox::after_lookup(connector, state, Receipt{"P-1", "", ""}, seed);
  state = step.state;
  std::string words{outbox::name_of(state.stage)};
  if (step.act == outbox::Act::send) words += "!";
  if (step.act == outbox::Act::look_up) words += "?";
  if (step.wait_seconds > 0) words += " " + std::to_string(step.wait_seconds);
  return words;
}

TEST(delivery, what_may_be_repeated_is_repeated_and_nothing_else) {
  const auto all = table("outbox.json");
  for (const auto& run : all.find("runs")->items()) {
    SCOPED_TRACE(text(run, "name"));
    Connector connector;
    const auto manner = text(run, "deduplicates");
    connector.deduplicates = manner == "key" ? Deduplicates::by_key : manner == "lookup" ? Deduplicates::by_lookup : Deduplicates::not_at_all;
    outbox::State state;
    for (const auto& step : run.find("steps")->items()) EXPECT_EQ(stage_after(connector, state, step.items()[0].string()), step.items()[1].string());
    if (state.stage == outbox::Stage::delivered) {
      EXPECT_EQ(state.reference, "P-1");
    }
  }
}

TEST(delivery, a_stage_has_a_name_and_the_name_gives_the_stage) {
  for (int index = 0; index <= static_cast<int>(outbox::Stage::unknown); ++index) {
    const auto stage = static_cast<outbox::Stage>(index);
    EXPECT_EQ(outbox::stage_named(outbox::name_of(stage)), stage);
  }
  EXPECT_FALSE(outbox::stage_named("lost"));
}

TEST(delivery, a_recipient_gets_only_what_it_is_entitled_to) {
  const auto all = table("cuts.json");
  const auto& submission = *all.find("submission");
  for (const auto& one : all.find("cases")->items()) {
    SCOPED_TRACE(text(one, "name"));
    const auto delivery = cut_delivery(submission, "parking-office", strings(one.find("entitled")));
    EXPECT_EQ(json::write(*delivery.find("answers")), json::write(*one.find("answers")));
    EXPECT_EQ(json::write(*delivery.find("computed")), json::write(*one.find("computed")));
    EXPECT_EQ(text(delivery, "submission"), digest::sha256_hex(digest::canonical(submission)));
    EXPECT_EQ(text(delivery, "recipient"), "parking-office");
    EXPECT_EQ(delivery.find("consents"), nullptr);
  }
}

TEST(delivery, the_intake_recognises_a_repeat_and_reads_the_reference) {
  const auto connector = intake("/api/submissions");
  EXPECT_EQ(connector.deduplicates, Deduplicates::by_key);
  EXPECT_EQ(say(read_reply(connector, 200, {}, R"({"receipt": 1, "reference": "KOI-7F3K-92QD", "receivedAt": "2026-11-22T10:00:00Z"})")),
            "receipt KOI-7F3K-92QD ");
}

}  // namespace
}  // namespace polku::delivery
