// SPDX-License-Identifier: EUPL-1.2
// The whole server on a loopback socket, spoken to byte by byte: what a browser never sends.
#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <poll.h>
#include <sys/socket.h>

#include <chrono>
#include <fstream>
#include <thread>

#include "host/server/routes.h"
#include "json/reader.h"
#include "testbed.h"

namespace polku::server {
namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

struct Listening : Testbed {
  ConnectionLimits limits{.threads = 24, .head_bytes = 16u << 10, .body_bytes = 64u << 10, .request = milliseconds{1500}, .silence = milliseconds{700}};
  Officials officials{*storage, *published, settings()};
  std::string site = folder.path + "/site";
  StaticFiles files{make_site()};
  // What the source is asked, and what it answers.
  std::vector<delivery::Request> asked_of_source;
  Performed answer_of_source{.how = Performed::How::answered, .status = 200, .headers = {}, .body = R"({"companies": [{"name": "Nokia Oyj"}]})"};
  LookUps look_ups{
      {{.id = "register", .url = "https://register.example/{id}?lang=fi", .headers = {}, .authentication = {}, .result = {{"name", "/companies/0/name"}}}},
      [this](const delivery::Request& request, std::int64_t) {
        asked_of_source.push_back(request);
        return answer_of_source;
      },
      "0123456789abcdef0123456789abcdef",
      [] {
        return calendar::Date{2026, 11, 22};
      }};
  Payments payments{*storage, *published, [](const delivery::Request&, std::int64_t) { return Performed{}; }, {}};
  SignIn sign_in{{}, *storage, {}, {.hosts = {}, .now = [this] { return now; }}};
  Invitations invitations{*storage, *published, sign_in, {}};
  Parts parts{*storage, *intake, officials, look_ups, payments, invitations, sign_in, files, {"https://www.testville.example"}, limits};
  GuardedServer server{limits};
  int port = 0;
  std::thread thread;

  Listening() {
    add_routes(server, parts);
    server.Get("/never", [](const httplib::Request&, httplib::Response&) {});
    port = server.bind("127.0.0.1", 0);
    thread = std::thread{[this] { server.listen_after_bind(); }};
    while (!server.is_running()) std::this_thread::sleep_for(milliseconds{5});
  }
  ~Listening() {
    server.stop();
    thread.join();
  }
  std::string make_site() {
    std::filesystem::create_directory(site);
    std::ofstream{site + "/index.html"} << "<!doctype html><title>Site</title>";
    std::ofstream{folder.path + "/secret.txt"} << "SECRET";
    return site;
  }

  int connect_to() const {
    const int made = socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    EXPECT_EQ(connect(made, reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);
    return made;
  }
  static void say(int to, std::string_view bytes) {
    while (!bytes.empty()) {
      const auto sent = send(to, bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (sent <= 0) return;
      bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
  }
  // Until the server closes or `patience` is over.
  static std::string hear(int from, milliseconds patience = milliseconds{4000}) {
    std::string heard;
    const auto deadline = Clock::now() + patience;
    for (;;) {
      const auto left = std::chrono::duration_cast<milliseconds>(deadline - Clock::now());
      pollfd watched{from, POLLIN, 0};
      if (left.count() <= 0 || poll(&watched, 1, static_cast<int>(left.count())) <= 0) return heard;
      char buffer[4096];
      const auto got = recv(from, buffer, sizeof buffer, 0);
      if (got <= 0) return heard;
      heard.append(buffer, static_cast<std::size_t>(got));
    }
  }
  std::string exchange(const std::string& bytes) const {
    const int made = connect_to();
    say(made, bytes);
    auto heard = hear(made);
    close(made);
    return heard;
  }
};

int status_of(const std::string& heard) { return heard.size() > 12 ? std::atoi(heard.substr(9, 3).c_str()) : 0; }
bool has(const std::string& heard, const std::string& words) { return heard.find(words) != std::string::npos; }

std::string get(const std::string& target, const std::string& more = "") {
  return "GET " + target + " HTTP/1.1\r\nHost: 127.0.0.1:8080\r\nConnection: close\r\n" + more + "\r\n";
}
std::string post_head(const std::string& more) {
  return "POST /api/submissions HTTP/1.1\r\nHost: 127.0.0.1:8080\r\nContent-Type: application/json\r\nIdempotency-Key: 00000000000000000000000000000001\r\n" +
         more + "\r\n";
}

TEST(sockets, the_site_is_served_with_its_headers) {
  const Listening bed;
  const auto heard = bed.exchange(get("/"));
  EXPECT_EQ(status_of(heard), 200) << heard;
  for (const char* const line :
       {"X-Content-Type-Options: nosniff", "Referrer-Policy: same-origin", "Cross-Origin-Opener-Policy: same-origin", "Permissions-Policy: camera=()",
        "Content-Security-Policy: default-src 'none'", "Content-Type: text/html; charset=utf-8", "ETag: \""}) {
    EXPECT_TRUE(has(heard, line)) << line << "\n" << heard;
  }
  const auto head = bed.exchange("HEAD / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
  EXPECT_EQ(status_of(head), 200);
  EXPECT_FALSE(has(head, "<title>"));
  EXPECT_TRUE(has(bed.exchange(get("/health")), "{\"status\":\"ok\"}"));
}

std::string look_up(const std::string& source, const std::string& body) {
  return "POST /api/look-ups/" + source +
         " HTTP/1.1\r\nHost: 127.0.0.1:8080\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: " + std::to_string(body.size()) +
         "\r\n\r\n" + body;
}

TEST(sockets, a_look_up_asks_its_source_and_its_answer_is_known_again) {
  Listening bed;
  const auto heard = bed.exchange(look_up("register", R"({"id": "0112038-9&x/.."})"));
  EXPECT_EQ(status_of(heard), 200) << heard;
  EXPECT_TRUE(has(heard, R"("result":{"name":"Nokia Oyj"})")) << heard;
  EXPECT_TRUE(has(heard, "Cache-Control: no-store"));
  ASSERT_EQ(bed.asked_of_source.size(), 1U);
  // Nothing that was asked leaves its place in the address.
  EXPECT_EQ(bed.asked_of_source[0].url, "https://register.example/0112038-9%26x%2F..?lang=fi");

  auto fact = *json::read(heard.substr(heard.find("\r\n\r\n") + 4)).value;
  fact.add("source", json::Value{"register"});
  fact.add("request", json::Value::object().with("id", json::Value{"0112038-9&x/.."}));
  EXPECT_TRUE(bed.look_ups.gave(fact));
  for (const char* part : {"source", "request", "result", "at", "proof"}) {
    auto forged = json::Value::object();
    for (const auto& [name, value] : fact.members()) forged.add(name, name == part ? json::Value{"2026-11-21"} : value);
    EXPECT_FALSE(bed.look_ups.gave(forged)) << part;
  }
}

TEST(sockets, a_look_up_that_fails_says_how_and_never_whom_it_asked) {
  Listening bed;
  using How = Performed::How;
  EXPECT_EQ(status_of(bed.exchange(look_up("other", R"({"id": "1"})"))), 404);
  for (const char* const body : {"", "{", "[]", "7", "{}", R"({"id": ""})", R"({"id": 1})", R"({"id": "1", "more": "2"})", R"({"name": "1"})"}) {
    EXPECT_EQ(status_of(bed.exchange(look_up("register", body))), 400) << body;
  }
  EXPECT_EQ(status_of(bed.exchange(look_up("register", "{\"id\": \"" + std::string(201, '1') + "\"}"))), 400);
  EXPECT_EQ(status_of(bed.exchange(look_up("register", "{\"id\": \"" + std::string(5000, '1') + "\"}"))), 413);
  EXPECT_TRUE(bed.asked_of_source.empty());
  EXPECT_EQ(status_of(bed.exchange(get("/api/look-ups/register"))), 405);
  struct Case {
    Performed performed;
    int status;
  };
  for (const auto& [performed, status] :
       {Case{{How::answered, 404, {}, ""}, 404}, Case{{How::answered, 200, {}, "{}"}, 404}, Case{{How::answered, 200, {}, "<html>"}, 404},
        Case{{How::answered, 200, {}, R"({"companies": [{"name": {"a": 1}}]})"}, 404}, Case{{How::answered, 500, {}, "SECRET"}, 502},
        Case{{How::unreached, 0, {}, ""}, 502}, Case{{How::lost, 0, {}, ""}, 502}}) {
    bed.answer_of_source = performed;
    const auto heard = bed.exchange(look_up("register", R"({"id": "0112038-9"})"));
    EXPECT_EQ(status_of(heard), status) << performed.body;
    EXPECT_FALSE(has(heard, "SECRET"));
    EXPECT_FALSE(has(heard, "register.example"));
  }
}

TEST(sockets, no_trick_with_a_path_leaves_the_folder) {
  const Listening bed;
  for (const char* const target : {"/../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "/%2e%2e%2fsecret.txt", "/x/..%5c..%5csecret.txt",
                                   "/..;/secret.txt", "//secret.txt", "/./../secret.txt", "/%252e%252e/secret.txt", "/%c0%ae%c0%ae/secret.txt",
                                   "/index.html%00.txt", "/%", "/%zz", "http://x/../secret.txt", "*", "/officials/../../secret.txt"}) {
    const auto heard = bed.exchange(get(target));
    EXPECT_FALSE(has(heard, "SECRET")) << target;
    EXPECT_GE(status_of(heard), 300) << target << "\n" << heard;
    EXPECT_FALSE(has(heard, bed.folder.path)) << target;
  }
}

TEST(sockets, a_submission_goes_all_the_way_also_in_chunks) {
  const Listening bed;
  const auto body = json::write(bed.submission());
  const auto first = bed.exchange(post_head("Content-Length: " + std::to_string(body.size()) + "\r\n") + body);
  EXPECT_EQ(status_of(first), 201) << first;
  char size[32];
  std::snprintf(size, sizeof size, "%zx\r\n", body.size() - 7);
  const auto again = bed.exchange(post_head("Transfer-Encoding: chunked\r\n") + "7\r\n" + body.substr(0, 7) + "\r\n" + size + body.substr(7) + "\r\n0\r\n\r\n");
  EXPECT_EQ(status_of(again), 200) << again;
  EXPECT_EQ(first.substr(first.find("\r\n\r\n")), again.substr(again.find("\r\n\r\n")));
  EXPECT_EQ(bed.storage->count_submissions(), 1);
}

TEST(sockets, too_large_is_413_by_its_word_and_by_its_chunks) {
  const Listening bed;
  const auto said = bed.exchange(post_head("Content-Length: 65537\r\n") + std::string(65537, ' '));
  EXPECT_EQ(status_of(said), 413) << said;
  EXPECT_TRUE(has(said, "request-too-large"));
  EXPECT_EQ(status_of(bed.exchange(post_head("Content-Length: 99999999999999999999\r\n"))), 413);
  std::string chunks;
  for (int count = 0; count < 24; ++count) chunks += "1000\r\n" + std::string(4096, ' ') + "\r\n";
  const auto counted = bed.exchange(post_head("Transfer-Encoding: chunked\r\n") + chunks + "0\r\n\r\n");
  EXPECT_EQ(status_of(counted), 413) << counted;
  EXPECT_EQ(bed.storage->count_submissions(), 0);
}

TEST(sockets, a_request_that_could_be_read_in_two_ways_is_refused) {
  const Listening bed;
  const std::vector<std::string> heads = {"Content-Length: 2\r\nTransfer-Encoding: chunked\r\n",
                                          "Content-Length: 2\r\nContent-Length: 3\r\n",
                                          "Transfer-Encoding: gzip, chunked\r\n",
                                          "Content-Length: -1\r\n",
                                          "Content-Length: 2x\r\n",
                                          ""};
  for (const auto& head : heads) {
    const auto heard = bed.exchange(post_head(head) + "{}GET / HTTP/1.1\r\n\r\n");
    EXPECT_EQ(status_of(heard), 400) << head << heard;
    EXPECT_TRUE(has(heard, "Connection: close")) << heard;
    EXPECT_FALSE(has(heard, "<title>")) << "what follows is no request";
  }
  const auto compressed = bed.exchange(post_head("Content-Encoding: gzip\r\nContent-Length: 2\r\n") + "{}");
  EXPECT_EQ(status_of(compressed), 415);
}

TEST(sockets, every_error_is_a_problem_and_says_nothing_of_the_inside) {
  const Listening bed;
  for (const auto& request :
       {std::string{"NONSENSE\r\n\r\n"}, get("/" + std::string(9000, 'a')), std::string{"POST /elsewhere HTTP/1.1\r\nContent-Length: 2\r\n\r\n{}"},
        std::string{"DELETE /api/submissions HTTP/1.1\r\n\r\n"}, get("/api/nothing"), get("/", "Range: bytes=9-1\r\n"), get("/nothing")}) {
    const auto heard = bed.exchange(request);
    EXPECT_GE(status_of(heard), 400) << request.substr(0, 60) << "\n" << heard.substr(0, 400);
    EXPECT_TRUE(has(heard, "application/problem+json")) << request.substr(0, 60) << "\n" << heard.substr(0, 400);
    for (const char* const inside : {"EXCEPTION", "what()", "sqlite", "/work", "cpp-httplib"}) EXPECT_FALSE(has(heard, inside)) << inside;
  }
}

TEST(sockets, a_method_that_is_not_allowed_is_told_which_are) {
  const Listening bed;
  EXPECT_TRUE(has(bed.exchange(get("/api/submissions")), "Allow: POST, OPTIONS"));
  EXPECT_TRUE(has(bed.exchange("PUT /index.html HTTP/1.1\r\nContent-Length: 1\r\n\r\nx"), "Allow: GET, HEAD"));
}

TEST(sockets, a_head_that_never_ends_is_ended) {
  const Listening bed;
  const int made = bed.connect_to();
  Listening::say(made, "GET / HTTP/1.1\r\n");
  const std::string line = "X-Filler: " + std::string(1000, 'a') + "\r\n";
  for (int count = 0; count < 40; ++count) Listening::say(made, line);
  const auto heard = Listening::hear(made, milliseconds{1200});
  EXPECT_EQ(status_of(heard), 400) << heard;
  close(made);
}

TEST(sockets, a_dripping_client_is_given_up_at_the_deadline_and_keeps_nobody_waiting) {
  const Listening bed;
  std::vector<int> slow;
  for (int count = 0; count < 12; ++count) {
    slow.push_back(bed.connect_to());
    Listening::say(slow.back(), count % 2 ? "GET / HT" : post_head("Content-Length: 1000\r\n"));
  }
  const auto begun = Clock::now();
  std::atomic<bool> dripping = true;
  std::thread drips{[&] {
    while (dripping) {
      for (const int one : slow) Listening::say(one, "a");
      std::this_thread::sleep_for(milliseconds{100});
    }
  }};
  EXPECT_EQ(status_of(bed.exchange(get("/"))), 200);
  EXPECT_LT(Clock::now() - begun, milliseconds{1000}) << "others are answered at once";
  for (const int one : slow) Listening::hear(one, milliseconds{5000});
  const auto over = Clock::now() - begun;
  EXPECT_GE(over, milliseconds{1400});
  EXPECT_LT(over, milliseconds{4500});
  dripping = false;
  drips.join();
  for (const int one : slow) close(one);
}

TEST(sockets, requests_follow_each_other_on_one_connection) {
  const Listening bed;
  const int made = bed.connect_to();
  Listening::say(made, "GET /health HTTP/1.1\r\nHost: a\r\n\r\nGET /health HTTP/1.1\r\nHost: a\r\n\r\n");
  Listening::say(made, "GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
  const auto heard = Listening::hear(made);
  std::size_t count = 0;
  for (auto at = heard.find("HTTP/1.1 200"); at != std::string::npos; at = heard.find("HTTP/1.1 200", at + 1)) ++count;
  EXPECT_EQ(count, 3U) << heard;
  close(made);
}

TEST(sockets, stopping_does_not_wait_for_idle_connections) {
  auto bed = std::make_unique<Listening>();
  const int idle = bed->connect_to();
  std::this_thread::sleep_for(milliseconds{50});
  const auto begun = Clock::now();
  bed.reset();
  EXPECT_LT(Clock::now() - begun, milliseconds{1500});
  close(idle);
}

TEST(sockets, another_site_posts_only_when_it_is_named) {
  const Listening bed;
  const std::string ask = "OPTIONS /api/submissions HTTP/1.1\r\nHost: a\r\nConnection: close\r\nAccess-Control-Request-Method: POST\r\nOrigin: ";
  EXPECT_TRUE(has(bed.exchange(ask + "https://www.testville.example\r\n\r\n"), "Access-Control-Allow-Origin: https://www.testville.example"));
  EXPECT_FALSE(has(bed.exchange(ask + "https://evil.example\r\n\r\n"), "Access-Control-Allow-Origin"));
}

TEST(sockets, the_officials_form_signs_in_and_reads_no_more_than_a_form) {
  const Listening bed;
  const auto body = "token=" + std::string{"0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"};
  const std::string head = "POST /officials/login HTTP/1.1\r\nHost: 127.0.0.1:8080\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: ";
  const auto heard = bed.exchange(head + std::to_string(body.size()) + "\r\n\r\n" + body);
  EXPECT_EQ(status_of(heard), 303) << heard;
  EXPECT_TRUE(has(heard, "Set-Cookie: polku_officials="));
  EXPECT_EQ(status_of(bed.exchange(head + "5000\r\n\r\n" + std::string(5000, 'a'))), 413);
  EXPECT_EQ(status_of(bed.exchange("GET /officials HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n")), 421);
}

}  // namespace
}  // namespace polku::server
