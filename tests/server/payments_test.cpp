// SPDX-License-Identifier: EUPL-1.2
#include "host/server/payments.h"

#include <gtest/gtest.h>

#include <fstream>

#include "testbed.h"

namespace polku::server {
namespace {

namespace fs = std::filesystem;

json::Value read_file(const fs::path& path) {
  std::ifstream file{path};
  return *json::read(std::string{std::istreambuf_iterator<char>{file}, {}}).value;
}

constexpr const char* provider = R"({
  "create": {"url": "http://127.0.0.1:9/payments", "body": {"amount": {"$number": "cents"}, "for": {"$text": "{reference} {keeper}"}, "back": {"$answer": "return"}},
             "result": {"id": "/id", "address": "/go"}},
  "status": {"url": "http://127.0.0.1:9/payments/{id}", "state": "/state", "paid": ["ok"], "failed": ["fail"]}, "keyHeader": "Idempotency-Key"})";

// The assets of the other tests, with dog tags that are paid for.
struct PaidAssets {
  Folder folder;
  PaidAssets() {
    const auto from = fs::path{POLKU_SOURCE_DIR} / "tests/server/assets", to = fs::path{folder.path};
    fs::copy(from, to, fs::copy_options::recursive);
    auto service = read_file(from / "services/dog-tag/service.json"), site = read_file(from / "sites/testville/site.json");
    service.add("payment", json::Value::object().with("amount", json::Value{"fee"}));
    site.add("payments", *json::read(provider).value);
    std::ofstream{to / "services/dog-tag/service.json"} << json::write(service);
    std::ofstream{to / "sites/testville/site.json"} << json::write(site);
  }
};

struct Paying : PaidAssets, Testbed {
  std::vector<delivery::Request> sent;
  Performed creation{Performed::How::answered, 201, {}, R"({"id": "p-1", "go": "https://pay.example/p-1"})"};
  std::string state = "new";
  Payments payments{*storage,
                    *published,
                    [this](const delivery::Request& request, std::int64_t) {
                      sent.push_back(request);
                      if (request.method == "POST") return creation;
                      return Performed{Performed::How::answered, 200, {}, R"({"state": ")" + state + R"("})"};
                    },
                    {.style = {}, .hosts = {"127.0.0.1:8080"}, .now = [this] { return now; }, .on_paid = [this] { ++woken; }}};
  Paying() : Testbed(PaidAssets::folder.path) { receipt = post(key_number(1), submission()); }

  Reply receipt;
  std::string reference() const { return member(receipt, "reference"); }
  Payment payment() { return storage->payment_of(reference()).value_or(Payment{}); }
  std::string page() { return "/payments/" + payment().token; }
  Reply ask(const std::string& method, const std::string& path, const std::string& origin = {}) {
    return payments.handle({.method = method, .path = path, .query_language = "en", .host = "127.0.0.1:8080", .origin = origin});
  }
  std::string stages() {
    std::string all;
    for (const auto& one : storage->deliveries_of(reference())) all += one.recipient + "=" + one.stage + " ";
    return all;
  }
  int created() const {
    return static_cast<int>(std::count_if(sent.begin(), sent.end(), [](const delivery::Request& one) { return one.method == "POST"; }));
  }
};

TEST(payments, the_receipt_says_what_is_to_be_paid_and_where_and_nothing_is_passed_on_before) {
  Paying bed;
  const auto body = json::read(bed.receipt.body);
  EXPECT_EQ(json::write(*json::find_by_pointer(*body.value, "/payment/amount")), R"({"amount":"20.00","currency":"EUR"})");
  EXPECT_EQ(json::find_by_pointer(*body.value, "/payment/address")->string(), bed.page());
  EXPECT_EQ(bed.stages(), "archive=awaiting-payment office=awaiting-payment ");
  const auto again = bed.post(key_number(1), bed.submission());
  EXPECT_EQ(again.status, 200);
  EXPECT_EQ(again.body, bed.receipt.body) << "a repeat is told of the same payment";
}

TEST(payments, the_provider_is_asked_for_the_amount_that_the_server_worked_out) {
  Paying bed;
  const auto reply = bed.ask("POST", bed.page());
  EXPECT_EQ(reply.status, 303);
  EXPECT_EQ(header(reply, "Location"), "https://pay.example/p-1");
  ASSERT_EQ(bed.sent.size(), 1U);
  EXPECT_EQ(bed.sent[0].body,
            R"({"amount":2000,"for":")" + bed.reference() + R"( Aino","back":"http://127.0.0.1:8080)" + bed.page() + R"(/return?language=en"})");
}

TEST(payments, who_presses_twice_is_led_to_the_same_payment) {
  Paying bed;
  bed.ask("POST", bed.page());
  EXPECT_EQ(header(bed.ask("POST", bed.page()), "Location"), "https://pay.example/p-1");
  EXPECT_EQ(bed.created(), 1);
}

TEST(payments, while_another_tab_opens_the_payment_no_second_one_is_created) {
  Paying bed;
  auto before = bed.payment(), creating = before;
  creating.stage = "creating";
  creating.tries = 1;
  creating.due_at = bed.now + 50;
  ASSERT_TRUE(bed.storage->update_payment(creating, before));
  EXPECT_EQ(bed.ask("POST", bed.page()).status, 200);
  EXPECT_EQ(bed.created(), 0);
  bed.now += 60;  // whoever opened it fell over
  EXPECT_EQ(bed.ask("POST", bed.page()).status, 303);
  EXPECT_EQ(bed.created(), 1);
}

TEST(payments, coming_back_is_no_proof_of_having_paid) {
  Paying bed;
  bed.ask("POST", bed.page());
  EXPECT_EQ(bed.ask("GET", bed.page() + "/return").status, 303);
  EXPECT_EQ(bed.payment().stage, "begun");
  EXPECT_EQ(bed.ask("POST", bed.page() + "/notify").status, 204);
  EXPECT_EQ(bed.payment().stage, "begun") << "nor is what says it comes from the provider";
}

TEST(payments, what_is_paid_goes_on_its_way_and_says_so) {
  Paying bed;
  bed.ask("POST", bed.page());
  bed.state = "ok";
  const int woken = bed.woken;
  EXPECT_EQ(bed.ask("GET", bed.page() + "/return").status, 303);
  EXPECT_EQ(bed.payment().stage, "paid");
  EXPECT_EQ(bed.stages(), "archive=kept office=waiting ");
  EXPECT_EQ(bed.woken, woken + 1);
  const auto delivery = json::read(bed.storage->deliveries_of(bed.reference()).back().body);
  EXPECT_EQ(json::write(*delivery.value->find("payment")), R"({"amount":"20.00","currency":"EUR","provider":"p-1","at":"2026-11-22T10:00:00Z"})");
  EXPECT_NE(bed.ask("GET", bed.page()).body.find("<h1>Paid</h1>"), std::string::npos);
  EXPECT_EQ(bed.ask("POST", bed.page()).status, 200) << "and is not paid again";
  EXPECT_EQ(bed.created(), 1);
}

TEST(payments, who_closes_the_browser_after_paying_is_not_forgotten) {
  Paying bed;
  bed.ask("POST", bed.page());
  bed.state = "ok";
  EXPECT_FALSE(bed.payments.work_once()) << "not at once: the person is still there";
  bed.now += 31;
  EXPECT_TRUE(bed.payments.work_once());
  EXPECT_EQ(bed.payment().stage, "paid");
  EXPECT_FALSE(bed.payments.work_once());
}

TEST(payments, a_payment_under_way_is_asked_about_more_and_more_rarely) {
  Paying bed;
  bed.ask("POST", bed.page());
  int asked = 0;
  for (int minute = 0; minute < 24 * 60; ++minute) {
    bed.now += 60;
    while (bed.payments.work_once()) ++asked;
  }
  EXPECT_GE(asked, 8);
  EXPECT_LE(asked, 14);
}

TEST(payments, who_cancelled_can_try_again_with_a_new_payment) {
  Paying bed;
  bed.ask("POST", bed.page());
  bed.state = "fail";
  EXPECT_NE(bed.ask("GET", bed.page()).body.find("You have not paid"), std::string::npos);
  EXPECT_EQ(bed.stages(), "archive=awaiting-payment office=awaiting-payment ");
  bed.state = "new";
  bed.creation.body = R"({"id": "p-2", "go": "https://pay.example/p-2"})";
  EXPECT_EQ(header(bed.ask("POST", bed.page()), "Location"), "https://pay.example/p-2");
}

struct Refused {
  const char* promise;
  Performed::How how;
  int status;
  const char* body;
};
TEST(payments, a_provider_that_cannot_be_used_charges_nothing_and_can_be_asked_again) {
  const Refused table[] = {
      {"away", Performed::How::unreached, 0, ""},
      {"lost on the way", Performed::How::lost, 0, ""},
      {"out of order", Performed::How::answered, 503, "{}"},
      {"no JSON", Performed::How::answered, 201, "<html>"},
      {"no address", Performed::How::answered, 201, R"({"id": "p"})"},
      {"an address that can be listened to", Performed::How::answered, 201, R"({"id": "p", "go": "http://pay.example/p"})"},
      {"an address that is a script", Performed::How::answered, 201, R"j({"id": "p", "go": "javascript:alert(1)"})j"},
      {"an address with a line break", Performed::How::answered, 201, "{\"id\": \"p\", \"go\": \"https://pay.example/\\r\\nSet-Cookie: a\"}"},
  };
  for (const auto& one : table) {
    Paying bed;
    const auto good = bed.creation;
    bed.creation = {one.how, one.status, {}, one.body};
    const auto reply = bed.ask("POST", bed.page());
    EXPECT_EQ(reply.status, 502) << one.promise;
    EXPECT_NE(reply.body.find("Nothing was charged"), std::string::npos) << one.promise;
    EXPECT_EQ(bed.payment().stage, "due") << one.promise;
    bed.creation = good;
    EXPECT_EQ(bed.ask("POST", bed.page()).status, 303) << one.promise;
  }
}

TEST(payments, only_who_has_the_receipt_finds_the_page_and_no_other_site_sends_somebody_paying) {
  Paying bed;
  EXPECT_EQ(bed.ask("GET", "/payments/" + std::string(64, 'a')).status, 404);
  EXPECT_EQ(bed.ask("GET", "/payments/" + bed.reference()).status, 404);
  EXPECT_EQ(bed.ask("GET", bed.page() + "/other").status, 404);
  EXPECT_EQ(bed.ask("DELETE", bed.page()).status, 405);
  EXPECT_EQ(bed.ask("POST", bed.page(), "https://evil.example").status, 403);
  EXPECT_EQ(bed.payments.handle({.method = "POST", .path = bed.page(), .query_language = {}, .host = "evil.example", .origin = {}}).status, 421)
      << "the way back would lead there";
  EXPECT_EQ(bed.created(), 0);
}

TEST(payments, a_service_that_asks_for_money_is_not_served_where_none_can_be_taken) {
  PaidAssets assets;
  auto site = read_file(fs::path{assets.folder.path} / "sites/testville/site.json");
  json::Value::Object members;
  for (const auto& one : site.members()) {
    if (one.name != "payments") members.push_back(one);
  }
  std::ofstream{fs::path{assets.folder.path} / "sites/testville/site.json"} << json::write(json::Value(std::move(members)));
  const auto storage = open_sqlite(assets.folder.path + "/polku.sqlite");
  problem::Problems problems;
  EXPECT_FALSE(Published::open(*storage, assets.folder.path, "", problems));
  ASSERT_FALSE(problems.empty());
  EXPECT_EQ(problems.back().code, problem::Code::payment_provider_missing);
}

}  // namespace
}  // namespace polku::server
