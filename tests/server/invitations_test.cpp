// SPDX-License-Identifier: EUPL-1.2
#include "host/server/invitations.h"

#include <gtest/gtest.h>

#include <fstream>

#include "host/server/payments.h"
#include "testbed.h"

namespace polku::server {
namespace {

namespace fs = std::filesystem;
using json::Value;

json::Value read_file(const fs::path& path) {
  std::ifstream file{path};
  return *json::read(std::string{std::istreambuf_iterator<char>{file}, {}}).value;
}

constexpr const char* recipients = R"([{"id": "office", "entitled": ["keeper", "dogs", "fee", "terms"]}, {"id": "archive", "entitled": ["keeper", "fee"]},
  {"id": "neighbour", "entitled": ["keeper", "dog-name"], "invited": {"service": "dog-consent", "days": 14}},
  {"id": "landlord", "entitled": ["keeper"], "invited": {"service": "dog-consent", "days": 7}}])";
constexpr const char* answering = R"({"$schema": "service-1.json", "id": "dog-consent", "version": "1.0.0", "languages": ["en"],
  "questions": {"keeper": {"kind": "text", "look-up": {"in": "tag", "take": "keeper"}}, "agrees": {"kind": "yes-no"}},
  "look-ups": {"tag": {"source": "invitation", "invited": true}},
  "pages": [{"id": "what", "ask": ["keeper", "agrees"]}, {"id": "check", "kind": "check-answers"}, {"id": "done", "kind": "confirmation"}],
  "recipients": [{"id": "consents", "entitled": ["keeper", "agrees"]}]})";
constexpr const char* source = R"({"id": "invitation", "invitation": "dog-tag",
  "result": {"keeper": "/answers/keeper", "number": "/reference", "dogs": {"list": "/answers/dogs", "value": "/dog-name"}}})";

// The assets of the other tests, with dog tags for which a neighbour and a landlord are asked.
struct InvitingAssets {
  Folder folder;
  explicit InvitingAssets(bool paid) {
    const auto from = fs::path{POLKU_SOURCE_DIR} / "tests/server/assets", to = fs::path{folder.path};
    fs::copy(from, to, fs::copy_options::recursive);
    auto service = read_file(from / "services/dog-tag/service.json"), site = read_file(from / "sites/testville/site.json");
    service.set("recipients", *json::read(recipients).value);
    site.find("services")->push(Value{"dog-consent"});
    site.set("sources", *json::read("[" + std::string{source} + "]").value);
    if (paid) {
      service.add("payment", Value::object().with("amount", Value{"fee"}));
      site.add("payments", *json::read(R"({"create": {"url": "http://127.0.0.1:9/p", "body": {}, "result": {"id": "/id", "address": "/go"}},
        "status": {"url": "http://127.0.0.1:9/p/{id}", "state": "/state", "paid": ["ok"], "failed": []}})")
                                .value);
    }
    fs::create_directories(to / "services/dog-consent");
    std::ofstream{to / "services/dog-tag/service.json"} << json::write(service);
    std::ofstream{to / "sites/testville/site.json"} << json::write(site);
    std::ofstream{to / "services/dog-consent/service.json"} << answering;
    std::ofstream{to / "services/dog-consent/en.json"} << R"({"service.title": "Consent"})";
  }
};

struct Inviting : InvitingAssets, Testbed {
  bool is_ours = true;
  Intake taking{*storage, *published, Intake::Clock{[this] { return today; }, [this] { return now; }}, [this] { ++woken; },
                [this](const Value&) { return is_ours; }};
  SignIn sign_in{published->sources(), *storage, {}, {.hosts = {"127.0.0.1:8080"}, .now = [this] { return now; }}};
  Invitations invitations{
      *storage, *published, sign_in, {.style = {}, .hosts = {"127.0.0.1:8080"}, .now = [this] { return now; }, .on_released = [this] { ++woken; }}};
  Reply receipt;
  enum class Fee : std::uint8_t { none, asked };
  explicit Inviting(Fee fee = Fee::none) : InvitingAssets(fee == Fee::asked), Testbed(InvitingAssets::folder.path) { receipt = send(1, submission()); }

  Reply send(int number, const Value& body) { return taking.receive({"application/json", {key_number(number)}, json::write(body)}); }
  std::string reference() const { return member(receipt, "reference"); }
  Invitation invitation(const std::string& recipient) {
    for (auto& one : storage->invitations_of(reference())) {
      if (one.recipient == recipient) return one;
    }
    return {};
  }
  Reply ask(const std::string& method, const std::string& path, const std::string& origin = {}) {
    return invitations.handle({.method = method, .path = path, .query_language = "en", .host = "127.0.0.1:8080", .origin = origin});
  }
  // Opens the link and presses the button; what the browser is then known as.
  Value known_as(const std::string& recipient) {
    const auto reply = ask("POST", "/invitations/" + invitation(recipient).token);
    EXPECT_EQ(reply.status, 303);
    EXPECT_EQ(header(reply, "Location"), "/en/dog-consent/");
    const auto cookie = header(reply, "Set-Cookie");
    EXPECT_NE(cookie.find("HttpOnly; SameSite=Lax"), std::string::npos);
    SignInRequest asking;
    asking.host = "127.0.0.1:8080";
    asking.cookie = cookie.substr(0, cookie.find(';'));
    return sign_in.find_person("invitation", asking).result;
  }
  Value answer_of(const Value& known, const std::string& keeper = "Aino") {
    const auto world = published->current("dog-consent");
    const auto fact = Value::object()
                          .with("source", Value{"invitation"})
                          .with("request", Value::object())
                          .with("result", known)
                          .with("at", Value{"2026-11-22"})
                          .with("proof", Value{"p"});
    auto facts = Value::array();
    facts.push(fact);
    auto made = *json::read(R"({"submission": 1, "site": "testville", "service": {"id": "dog-consent", "version": "1.0.0", "hash": ""}, "language": "en",
      "on": "2026-11-22", "answers": {"keeper": "", "agrees": true}, "computed": {}, "consents": {}})")
                     .value;
    made.find("service")->set("hash", Value{world->form->hash});
    made.find("answers")->set("keeper", Value{keeper});
    made.add("facts", std::move(facts));
    return made;
  }
  std::string stages() {
    std::string all;
    for (const auto& one : storage->deliveries_of(reference())) all += one.recipient + "=" + one.stage + " ";
    return all;
  }
  std::string told(const std::string& recipient) {
    for (const auto& one : storage->deliveries_of(reference())) {
      const auto body = json::read(one.body);
      const auto* invited = body.value ? body.value->find("invited") : nullptr;
      if (one.recipient == recipient) return invited ? json::write(*invited) : "";
    }
    return "no such recipient";
  }
};

TEST(invitations, the_receipt_says_where_the_links_are_and_nothing_is_passed_on_before_they_are_answered) {
  Inviting bed;
  ASSERT_EQ(bed.receipt.status, 201) << bed.receipt.body;
  const auto body = json::read(bed.receipt.body);
  EXPECT_EQ(json::find_by_pointer(*body.value, "/invitations/1/recipient")->string(), "neighbour");
  EXPECT_EQ(json::find_by_pointer(*body.value, "/invitations/1/address")->string(), "/invitations/" + bed.invitation("neighbour").token + "/pass-on");
  EXPECT_EQ(bed.stages(), "archive=awaiting-answer landlord=invited neighbour=invited office=awaiting-answer ");
  EXPECT_FALSE(bed.storage->next_due(bed.now + 1'000'000'000));
  EXPECT_EQ(member(bed.send(1, bed.submission()), "reference"), bed.reference()) << "a repeat gets the same links";
}

TEST(invitations, who_passes_the_link_on_finds_it_and_ways_to_send_it) {
  Inviting bed;
  const auto token = bed.invitation("neighbour").token;
  const auto page = bed.ask("GET", "/invitations/" + token + "/pass-on");
  EXPECT_EQ(page.status, 200);
  EXPECT_NE(page.body.find("value=\"http://127.0.0.1:8080/invitations/" + token + "\""), std::string::npos);
  EXPECT_NE(page.body.find("href=\"sms:?&amp;body="), std::string::npos);
  EXPECT_NE(page.body.find("href=\"mailto:?subject="), std::string::npos);
  EXPECT_NE(page.body.find("6 December 2026"), std::string::npos) << page.body;
}

// Those who carry a message fetch the links in it.
TEST(invitations, the_page_behind_the_link_tells_nothing_that_was_answered_before_the_button_is_pressed) {
  Inviting bed;
  const auto page = bed.ask("GET", "/invitations/" + bed.invitation("neighbour").token);
  EXPECT_EQ(page.status, 200);
  EXPECT_EQ(page.body.find("Aino"), std::string::npos);
  EXPECT_EQ(page.body.find("Musti"), std::string::npos);
  EXPECT_EQ(header(page, "Set-Cookie"), "");
}

TEST(invitations, who_comes_by_the_link_is_told_what_that_recipient_is_entitled_to_and_nothing_else) {
  Inviting bed;
  const auto number = bed.reference();
  EXPECT_EQ(json::write(bed.known_as("neighbour")), R"({"keeper":"Aino","number":")" + number +
                                                        R"(","dogs":[{"value":"Musti","label":"Musti"}],"invitation":{"reference":")" + number +
                                                        R"(","recipient":"neighbour"}})");
  EXPECT_EQ(json::write(bed.known_as("landlord")),
            R"({"keeper":"Aino","number":")" + number + R"(","invitation":{"reference":")" + number + R"(","recipient":"landlord"}})");
}

TEST(invitations, once_all_have_answered_everything_goes_its_way_and_says_by_what) {
  Inviting bed;
  const auto first = bed.send(2, bed.answer_of(bed.known_as("neighbour")));
  ASSERT_EQ(first.status, 201) << first.body;
  EXPECT_EQ(bed.invitation("neighbour").stage, "answered");
  EXPECT_EQ(bed.stages(), "archive=awaiting-answer landlord=invited neighbour=invited office=awaiting-answer ");
  bed.now += 60;
  const auto second = bed.send(3, bed.answer_of(bed.known_as("landlord")));
  ASSERT_EQ(second.status, 201) << second.body;
  EXPECT_EQ(bed.stages(), "archive=kept landlord=invited neighbour=invited office=waiting ");
  EXPECT_EQ(bed.told("office"), R"([{"recipient":"neighbour","service":"dog-consent","state":"answered","reference":")" + member(first, "reference") +
                                    R"(","at":"2026-11-22T10:00:00Z"},{"recipient":"landlord","service":"dog-consent","state":"answered","reference":")" +
                                    member(second, "reference") + R"(","at":"2026-11-22T10:01:00Z"}])");
  EXPECT_EQ(bed.told("neighbour"), "") << "one invited person is not told of the other";
  const auto deliveries = bed.storage->deliveries_of(member(first, "reference"));
  const auto body = json::read(deliveries.front().body);
  EXPECT_EQ(json::write(*body.value->find("invitation")), R"({"reference":")" + bed.reference() + R"(","recipient":"neighbour"})");
  EXPECT_NE(bed.ask("GET", "/invitations/" + bed.invitation("neighbour").token + "/pass-on").body.find("10:00"), std::string::npos);
}

TEST(invitations, a_link_is_answered_once) {
  Inviting bed;
  const auto known = bed.known_as("neighbour");
  ASSERT_EQ(bed.send(2, bed.answer_of(known)).status, 201);
  const auto again = bed.send(3, bed.answer_of(known));
  EXPECT_EQ(again.status, 422);
  EXPECT_EQ(member(again, "code"), "invitation-answered");
  EXPECT_EQ(bed.send(2, bed.answer_of(known)).status, 200) << "a repeat of the same is none";
  EXPECT_EQ(bed.ask("POST", "/invitations/" + bed.invitation("neighbour").token).status, 200) << "its page says so";
  // Two at once: storage decides.
  auto late = bed.invitation("neighbour");
  EXPECT_FALSE(bed.storage->settle_invitation(late, Invitation{}, {}, bed.now));
}

TEST(invitations, an_answer_that_no_link_of_ours_proves_or_that_says_otherwise_is_refused) {
  Inviting bed;
  const auto known = bed.known_as("neighbour");
  EXPECT_EQ(member(bed.send(2, bed.answer_of(known, "Somebody Else")), "code"), "identity-differs");
  bed.is_ours = false;
  EXPECT_EQ(member(bed.send(3, bed.answer_of(known)), "code"), "identity-differs");
  auto bare = bed.answer_of(known);
  bare.set("facts", Value::array());
  EXPECT_EQ(member(bed.send(4, bare), "code"), "invitation-needed");
  EXPECT_EQ(bed.invitation("neighbour").stage, "open");
}

TEST(invitations, when_the_time_is_over_it_goes_on_without_an_answer_and_a_late_one_is_still_taken) {
  Inviting bed;
  EXPECT_FALSE(bed.invitations.work_once());
  bed.now += 7 * 86400;
  EXPECT_TRUE(bed.invitations.work_once());
  EXPECT_FALSE(bed.invitations.work_once());
  EXPECT_EQ(bed.stages(), "archive=awaiting-answer landlord=invited neighbour=invited office=awaiting-answer ") << "the neighbour has another week";
  const auto known = bed.known_as("neighbour");
  bed.now += 7 * 86400;
  EXPECT_TRUE(bed.invitations.work_once());
  EXPECT_EQ(bed.stages(), "archive=kept landlord=invited neighbour=invited office=waiting ");
  EXPECT_EQ(
      bed.told("office"),
      R"([{"recipient":"landlord","service":"dog-consent","state":"unanswered"},{"recipient":"neighbour","service":"dog-consent","state":"unanswered"}])");
  const auto late = bed.send(2, bed.answer_of(known));
  EXPECT_EQ(late.status, 201) << late.body;
  EXPECT_EQ(bed.invitation("neighbour").stage, "answered");
  EXPECT_EQ(bed.stages(), "archive=kept landlord=invited neighbour=invited office=waiting ") << "what has gone its way is not sent again";
}

TEST(invitations, what_has_to_be_paid_and_answered_waits_for_both_whichever_comes_first) {
  for (const bool paid_first : {true, false}) {
    Inviting bed{Inviting::Fee::asked};
    const auto pay = [&] {
      auto before = bed.storage->payment_of(bed.reference()).value_or(Payment{}), paid = before;
      paid.stage = "paid";
      EXPECT_TRUE(bed.storage->settle_payment(paid, before, {}, bed.now));
    };
    EXPECT_EQ(bed.stages(), "archive=awaiting-payment landlord=invited neighbour=invited office=awaiting-payment ");
    if (paid_first) {
      pay();
      EXPECT_EQ(bed.stages(), "archive=awaiting-answer landlord=invited neighbour=invited office=awaiting-answer ");
    }
    ASSERT_EQ(bed.send(2, bed.answer_of(bed.known_as("neighbour"))).status, 201);
    ASSERT_EQ(bed.send(3, bed.answer_of(bed.known_as("landlord"))).status, 201);
    if (!paid_first) {
      EXPECT_EQ(bed.stages(), "archive=awaiting-payment landlord=invited neighbour=invited office=awaiting-payment ");
      pay();
    }
    EXPECT_EQ(bed.stages(), "archive=kept landlord=invited neighbour=invited office=waiting ");
  }
}

TEST(invitations, a_site_at_which_nobody_can_answer_is_not_served) {
  const InvitingAssets assets{false};
  auto service = std::string{answering};
  const std::string named = R"("source": "invitation")";
  service.replace(service.find(named), named.size(), R"("source": "elsewhere")");
  std::ofstream{fs::path{assets.folder.path} / "services/dog-consent/service.json"} << service;
  const Folder data;
  const auto storage = open_sqlite(data.path + "/polku.sqlite");
  problem::Problems problems;
  EXPECT_FALSE(Published::open(*storage, assets.folder.path, "", problems));
  ASSERT_EQ(problems.size(), 2u);
  EXPECT_EQ(problem::name_of(problems.front().code), "invitation-leads-nowhere");
  EXPECT_EQ(problems.front().document + problems.front().pointer, "dog-tag/service.json/recipients/2/invited");
}

TEST(invitations, only_our_own_pages_send_somebody_on_and_nothing_else_is_found) {
  Inviting bed;
  const auto page = "/invitations/" + bed.invitation("neighbour").token;
  EXPECT_EQ(bed.ask("POST", page, "https://evil.example").status, 403);
  EXPECT_EQ(bed.ask("POST", page, "http://127.0.0.1:8080").status, 303);
  EXPECT_EQ(bed.ask("GET", page + "/else").status, 404);
  EXPECT_EQ(bed.ask("GET", "/invitations/" + std::string(64, 'a')).status, 404);
  EXPECT_EQ(bed.ask("GET", "/invitations/..%2f").status, 404);
  EXPECT_EQ(bed.ask("DELETE", page).status, 405);
  EXPECT_EQ(bed.invitations.handle({.method = "GET", .path = page, .query_language = "en", .host = "evil.example", .origin = {}}).status, 421);
}

}  // namespace
}  // namespace polku::server
