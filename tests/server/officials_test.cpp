// SPDX-License-Identifier: EUPL-1.2
// DECISIONS 25, sentence by sentence.
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <fstream>

#include "host/server/secrets.h"
#include "testbed.h"

namespace polku::server {
namespace {

struct Office : Testbed {
  Officials officials{*storage, *published, settings()};
  std::string cookie;

  OfficialsRequest request(const std::string& method, const std::string& path) const {
    OfficialsRequest made;
    made.method = method;
    made.path = path;
    made.host = "127.0.0.1:8080";
    made.cookie = cookie;
    return made;
  }
  Reply get(const std::string& path) { return officials.handle(request("GET", path)); }
  Reply sign_in(const std::string& token) {
    auto made = request("POST", "/officials/login");
    made.form["token"] = token;
    return officials.handle(made);
  }
  void be_signed_in() {
    const auto reply = sign_in(settings().token);
    ASSERT_EQ(reply.status, 303);
    const auto given = header(reply, "Set-Cookie");
    cookie = given.substr(0, given.find(';'));
  }
};

TEST(officials, nobody_reads_without_signing_in) {
  Office office;
  const auto reference = member(office.post(key_number(1), office.submission()), "reference");
  for (const auto& path : {std::string{"/officials"}, "/officials/submissions/" + reference, "/officials/submissions/" + reference + "/record"}) {
    const auto reply = office.get(path);
    EXPECT_EQ(reply.status, 303) << path;
    EXPECT_EQ(header(reply, "Location").substr(0, 16), "/officials/login");
    EXPECT_TRUE(reply.body.empty());
  }
  office.cookie = "polku_officials=" + std::string(64, 'a');
  EXPECT_EQ(office.get("/officials").status, 303);
}

TEST(officials, the_token_is_exchanged_for_a_cookie_that_expires) {
  Office office;
  office.post(key_number(1), office.submission());
  const auto reply = office.sign_in("  " + office.settings().token + "\n");
  EXPECT_EQ(reply.status, 303);
  const auto cookie = header(reply, "Set-Cookie");
  for (const char* const part : {"; HttpOnly", "; SameSite=Strict", "; Path=/officials", "; Max-Age=28800"})
    EXPECT_NE(cookie.find(part), std::string::npos) << part;
  EXPECT_EQ(cookie.find(office.settings().token), std::string::npos);
  office.be_signed_in();
  EXPECT_EQ(office.get("/officials").status, 200);
  office.now += 8 * 3600 + 1;
  EXPECT_EQ(office.get("/officials").status, 303);
}

TEST(officials, wrong_tries_slow_down_and_lock_nobody_out) {
  Office office;
  for (int tries = 0; tries < 4; ++tries) EXPECT_EQ(office.sign_in("guess").status, 403);
  EXPECT_EQ(office.waits, (std::vector<std::int64_t>{250, 500, 1000, 2000}));
  EXPECT_EQ(office.sign_in(office.settings().token).status, 303);
  EXPECT_EQ(office.sign_in("").status, 403);
  EXPECT_EQ(office.waits.back(), 250);
}

TEST(officials, signing_out_ends_it_on_the_server) {
  Office office;
  office.be_signed_in();
  EXPECT_EQ(office.officials.handle(office.request("POST", "/officials/logout")).status, 303);
  EXPECT_EQ(office.get("/officials").status, 303);
}

TEST(officials, the_host_header_is_checked_and_a_form_of_another_site_is_refused) {
  Office office;
  office.be_signed_in();
  auto rebound = office.request("GET", "/officials");
  rebound.host = "evil.example:8080";
  EXPECT_EQ(office.officials.handle(rebound).status, 421);
  rebound.host = "";
  EXPECT_EQ(office.officials.handle(rebound).status, 421);
  auto foreign = office.request("POST", "/officials/logout");
  foreign.origin = "https://evil.example";
  EXPECT_EQ(office.officials.handle(foreign).status, 403);
  EXPECT_EQ(office.get("/officials").status, 200);
  foreign.origin = "http://127.0.0.1:8080";
  EXPECT_EQ(office.officials.handle(foreign).status, 303);
}

TEST(officials, every_page_is_kept_by_nobody_and_runs_no_script) {
  Office office;
  const auto reference = member(office.post(key_number(1), office.submission()), "reference");
  std::vector<Reply> pages{office.get("/officials/login"), office.sign_in("wrong")};
  office.be_signed_in();
  pages.push_back(office.get("/officials"));
  pages.push_back(office.get("/officials/submissions/" + reference));
  pages.push_back(office.get("/officials/submissions/NO-NE"));
  auto record = office.request("GET", "/officials/submissions/" + reference + "/record");
  record.query["recipient"] = "office";
  pages.push_back(office.officials.handle(record));
  for (const auto& page : pages) {
    EXPECT_EQ(header(page, "Cache-Control"), "no-store");
    const auto policy = header(page, "Content-Security-Policy");
    EXPECT_EQ(policy.substr(0, 19), "default-src 'none';");
    EXPECT_EQ(policy.find("script-src"), std::string::npos);
    EXPECT_EQ(page.body.find("<script"), std::string::npos);
    EXPECT_EQ(page.body.find("style="), std::string::npos);
    EXPECT_NE(page.body.find("<html lang=\"en\" dir=\"ltr\""), std::string::npos) << page.body.substr(0, 200);
    EXPECT_EQ(page.body.find("[officials."), std::string::npos) << "a word is missing";
  }
}

TEST(officials, a_record_is_read_and_nothing_typed_becomes_markup) {
  Office office;
  const auto reference = member(office.post(key_number(1), office.submission("<img src=x onerror=alert(1)>")), "reference");
  office.be_signed_in();
  const auto list = office.get("/officials");
  EXPECT_NE(list.body.find(reference), std::string::npos);
  EXPECT_NE(list.body.find("Dog tag"), std::string::npos);
  EXPECT_EQ(list.body.find("onerror"), std::string::npos) << "the list holds no answers";
  const auto one = office.get("/officials/submissions/" + reference);
  EXPECT_EQ(one.status, 200);
  EXPECT_NE(one.body.find("&lt;img src=x"), std::string::npos);
  EXPECT_EQ(one.body.find("<img"), std::string::npos);
  EXPECT_NE(one.body.find("Musti"), std::string::npos);
  EXPECT_EQ(office.get("/officials/submissions/../../etc/passwd").status, 404);
  EXPECT_EQ(office.get("/officials/submissions/" + reference + "'--").status, 404);
}

TEST(officials, older_ones_are_a_link_away) {
  Office office;
  for (int number = 1; number <= 51; ++number) ASSERT_EQ(office.post(key_number(number), office.submission()).status, 201);
  office.be_signed_in();
  const auto first = office.get("/officials");
  EXPECT_NE(first.body.find("51 requests"), std::string::npos);
  EXPECT_NE(first.body.find("before=2"), std::string::npos);
  auto next = office.request("GET", "/officials");
  next.query["before"] = "2";
  const auto second = office.officials.handle(next);
  EXPECT_NE(second.body.find("TES-"), std::string::npos);
  EXPECT_EQ(second.body.find("before="), std::string::npos);
}

TEST(officials, a_read_is_logged_without_answers) {
  Office office;
  testing::internal::CaptureStderr();
  const auto reference = member(office.post(key_number(1), office.submission("Aino Unique")), "reference");
  office.be_signed_in();
  office.sign_in("a wrong guess");
  office.get("/officials/submissions/" + reference);
  const auto log = testing::internal::GetCapturedStderr();
  EXPECT_NE(log.find("official-read"), std::string::npos);
  EXPECT_NE(log.find("reference=" + reference), std::string::npos);
  for (const auto& secret :
       {std::string{"Unique"}, std::string{"Musti"}, std::string{"guess"}, office.settings().token, office.cookie.substr(office.cookie.find('=') + 1)}) {
    EXPECT_EQ(log.find(secret), std::string::npos) << secret;
  }
}

TEST(officials, the_token_lives_in_a_private_file_of_a_private_folder) {
  const Folder folder;
  const auto data = folder.path + "/data";
  ASSERT_TRUE(make_private_folder(data));
  struct stat info {};
  stat(data.c_str(), &info);
  EXPECT_EQ(info.st_mode & 0777U, 0700U);
  const auto token = officials_token(data);
  EXPECT_EQ(token.size(), 64U);
  EXPECT_EQ(officials_token(data), token);
  stat((data + "/officials.token").c_str(), &info);
  EXPECT_EQ(info.st_mode & 0777U, 0600U);
  chmod((data + "/officials.token").c_str(), 0644);
  EXPECT_EQ(officials_token(data), "");
  chmod(data.c_str(), 0755);
  EXPECT_FALSE(make_private_folder(data));
}

TEST(officials, a_secret_comes_from_the_environment_or_a_private_file) {
  const Folder folder;
  EXPECT_FALSE(find_secret("case-api", folder.path));
  std::filesystem::create_directory(folder.path + "/secrets");
  std::ofstream{folder.path + "/secrets/case-api"} << "from a file\n";
  chmod((folder.path + "/secrets/case-api").c_str(), 0644);
  EXPECT_FALSE(find_secret("case-api", folder.path)) << "others may read it";
  chmod((folder.path + "/secrets/case-api").c_str(), 0600);
  EXPECT_EQ(find_secret("case-api", folder.path), "from a file");
  EXPECT_FALSE(find_secret("../secrets/case-api", folder.path));
  setenv("POLKU_SECRET_CASE_API", "from the environment", 1);
  EXPECT_EQ(find_secret("case-api", folder.path), "from the environment");
  unsetenv("POLKU_SECRET_CASE_API");
}

TEST(officials, tokens_are_compared_whole) {
  EXPECT_TRUE(equal_in_constant_time("abc", "abc"));
  EXPECT_FALSE(equal_in_constant_time("abc", "abd"));
  EXPECT_FALSE(equal_in_constant_time("abc", "ab"));
  EXPECT_TRUE(equal_in_constant_time("", ""));
}

}  // namespace
}  // namespace polku::server
