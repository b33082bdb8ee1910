// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>
#include <httplib.h>

#include <thread>

#include "host/server/outbox_worker.h"
#include "testbed.h"

namespace polku::server {
namespace {

struct Sending : Testbed {
  std::vector<delivery::Request> sent;
  Performed answer{Performed::How::answered, 201, {}, R"({"caseNumber": "C-1"})"};
  OutboxWorker worker{*storage, *published,
                      [this](const delivery::Request& request, std::int64_t) {
                        sent.push_back(request);
                        return answer;
                      },
                      [this] { return now; }};
  std::string reference = member(post(key_number(1), submission()), "reference");

  Delivery office() {
    for (const auto& one : storage->deliveries_of(reference)) {
      if (one.recipient == "office") return one;
    }
    return {};
  }
};

TEST(outbox_worker, a_delivery_is_sent_and_its_receipt_kept) {
  Sending bed;
  EXPECT_TRUE(bed.worker.work_once());
  EXPECT_FALSE(bed.worker.work_once());
  ASSERT_EQ(bed.sent.size(), 1U);
  EXPECT_EQ(bed.sent[0].url, "http://127.0.0.1:9/cases/dog-tag");
  EXPECT_EQ(bed.sent[0].body, R"({"keeper":"Aino","fee":20})");
  EXPECT_EQ(bed.office().stage, "delivered");
  EXPECT_EQ(bed.office().their_reference, "C-1");
}

TEST(outbox_worker, it_is_tried_again_later_with_the_same_key) {
  Sending bed;
  bed.answer = {Performed::How::unreached, 0, {}, {}};
  EXPECT_TRUE(bed.worker.work_once());
  EXPECT_EQ(bed.office().stage, "waiting");
  EXPECT_FALSE(bed.worker.work_once()) << "not before its time";
  bed.now += 5;
  bed.answer = {Performed::How::answered, 201, {}, R"({"caseNumber": "C-1"})"};
  EXPECT_TRUE(bed.worker.work_once());
  EXPECT_EQ(bed.office().stage, "delivered");
  ASSERT_EQ(bed.sent.size(), 2U);
  EXPECT_EQ(bed.sent[0].headers, bed.sent[1].headers);
  EXPECT_EQ(bed.sent[0].body, bed.sent[1].body);
}

TEST(outbox_worker, what_was_in_flight_when_a_server_fell_over_is_taken_up_when_its_lease_is_over) {
  Sending bed;
  auto fallen = bed.office();
  fallen.stage = "in-flight";
  fallen.tries = 1;
  fallen.due_at = bed.now + 30;
  ASSERT_TRUE(bed.storage->update_delivery(fallen, "waiting", 0));
  EXPECT_FALSE(bed.worker.work_once());
  bed.now += 31;
  EXPECT_TRUE(bed.worker.work_once());
  EXPECT_EQ(bed.office().stage, "delivered");
}

TEST(outbox_worker, a_refusal_is_final_and_told) {
  Sending bed;
  bed.answer = {Performed::How::answered, 400, {}, "no"};
  EXPECT_TRUE(bed.worker.work_once());
  EXPECT_EQ(bed.office().stage, "refused");
  EXPECT_EQ(bed.office().problem, "refused-by-recipient");
  bed.now += 100000;
  EXPECT_FALSE(bed.worker.work_once());
}

TEST(outbox_worker, a_thread_of_its_own_sends_what_it_is_woken_for) {
  Sending bed;
  bed.worker.start();
  bed.worker.wake();
  for (int tries = 0; tries < 100 && bed.office().stage != "delivered"; ++tries) std::this_thread::sleep_for(std::chrono::milliseconds{20});
  bed.worker.stop();
  EXPECT_EQ(bed.office().stage, "delivered");
}

TEST(outbox_worker, over_the_network_it_sends_secrets_follows_no_redirect_and_tells_unreached_from_lost) {
  httplib::Server back_end;
  std::string authorization, key, body;
  back_end.Post("/cases", [&](const httplib::Request& request, httplib::Response& response) {
    authorization = request.get_header_value("Authorization");
    key = request.get_header_value("Idempotency-Key");
    body = request.body;
    response.status = 201;
    response.set_header("Location", "/cases/1");
    response.set_content(R"({"caseNumber": 1})", "application/json");
  });
  back_end.Post("/moved", [](const httplib::Request&, httplib::Response& response) { response.set_redirect("/cases"); });
  back_end.Post("/huge", [](const httplib::Request&, httplib::Response& response) { response.set_content(std::string(2u << 20, 'x'), "text/plain"); });
  const int port = back_end.bind_to_any_port("127.0.0.1");
  std::thread listening{[&] { back_end.listen_after_bind(); }};
  const Folder folder;
  setenv("POLKU_SECRET_CASE_API", "s3cret", 1);
  const auto perform = over_the_network(folder.path);
  const auto root = "http://127.0.0.1:" + std::to_string(port);
  delivery::Request request{.method = "POST",
                            .url = root + "/cases",
                            .body = "{}",
                            .headers = {{"Content-Type", "application/json"}, {"Idempotency-Key", "k"}},
                            .authentication = {}};
  request.authentication = {delivery::Connector::Authentication::Kind::basic, "", "polku", "case-api"};
  auto done = perform(request, 5);
  EXPECT_EQ(done.how, Performed::How::answered);
  EXPECT_EQ(done.status, 201);
  EXPECT_EQ(done.body, R"({"caseNumber": 1})");
  EXPECT_EQ(authorization, "Basic cG9sa3U6czNjcmV0");
  EXPECT_EQ(key, "k");
  EXPECT_EQ(body, "{}");
  request.authentication = {delivery::Connector::Authentication::Kind::bearer, "", "", "case-api"};
  perform(request, 5);
  EXPECT_EQ(authorization, "Bearer s3cret");
  request.authentication.secret = "no-such-secret";
  authorization.clear();
  EXPECT_EQ(perform(request, 5).how, Performed::How::unreached);
  EXPECT_EQ(authorization, "") << "nothing is sent without its secret";
  request.authentication = {};
  request.url = root + "/moved";
  EXPECT_EQ(perform(request, 5).status, 302);
  request.url = root + "/huge";
  EXPECT_EQ(perform(request, 5).how, Performed::How::lost);
  back_end.stop();
  listening.join();
  EXPECT_EQ(perform(request, 5).how, Performed::How::unreached);
  unsetenv("POLKU_SECRET_CASE_API");
}

}  // namespace
}  // namespace polku::server
