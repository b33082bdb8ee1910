// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <fstream>

#include "host/server/static_files.h"
#include "testbed.h"

namespace polku::server {
namespace {

namespace fs = std::filesystem;

void write(const std::string& path, const std::string& bytes) { std::ofstream{path, std::ios::binary} << bytes; }

struct Site {
  Folder folder;
  std::string root = folder.path + "/site";
  Site() {
    fs::create_directories(root + "/services/permit");
    write(folder.path + "/secret.txt", "secret");
    write(root + "/index.html", "<!doctype html><title>Site</title>");
    write(root + "/services/permit/index.html", "permit");
    write(root + "/csp.txt", "default-src 'none'; script-src 'self'\n");
    write(root + "/app-1a2b3c4d.js", "plain");
    write(root + "/app-1a2b3c4d.js.br", "brotli");
    write(root + "/app-1a2b3c4d.js.gz", "gzip");
    write(root + "/polku.wasm", "wasm");
    write(root + "/.hidden", "hidden");
    fs::create_symlink(folder.path + "/secret.txt", root + "/link.txt");
    fs::create_symlink(folder.path, root + "/outside");
  }
};

TEST(static_files, a_path_is_safe_or_it_is_not) {
  for (const char* const path : {"/", "/index.html", "/a/b/c.js", "/a/", "/ä/б.html", "/a..b", "/a.", "/a b"}) EXPECT_TRUE(is_safe_path(path)) << path;
  for (const char* const path : {"", "index.html", "//", "//evil.example/", "/..", "/../x", "/a/../b", "/a//b", "/./a", "/.git/config", "/a/.b", "/a\\b",
                                 "/a\\..\\b", "/a\nb", "/a\x7f", "/C:/x", "/\xff", "/\xc0\xae\xc0\xae/x"}) {
    EXPECT_FALSE(is_safe_path(path)) << path;
  }
  EXPECT_FALSE(is_safe_path(std::string_view{"/a\0b", 4}));
  EXPECT_FALSE(is_safe_path(std::string(2000, '/')));
}

TEST(static_files, only_what_is_in_the_folder_is_served) {
  Site site;
  StaticFiles files{site.root};
  EXPECT_EQ(files.serve({"/", "", ""}).body, "<!doctype html><title>Site</title>");
  EXPECT_EQ(files.serve({"/services/permit/", "", ""}).body, "permit");
  for (const char* const path : {"/link.txt", "/outside/secret.txt", "/../secret.txt", "/.hidden", "/nothing.html", "/index.html/", "/services"}) {
    const auto reply = files.serve({path, "", ""});
    EXPECT_EQ(reply.status, 404) << path;
    EXPECT_EQ(reply.body.find("secret\n"), std::string::npos);
  }
}

TEST(static_files, a_folder_without_its_slash_is_redirected_within_the_site) {
  Site site;
  StaticFiles files{site.root};
  const auto reply = files.serve({"/services/permit", "", ""});
  EXPECT_EQ(reply.status, 301);
  EXPECT_EQ(header(reply, "Location"), "/services/permit/");
}

TEST(static_files, what_was_compressed_beforehand_is_chosen_by_the_client) {
  Site site;
  StaticFiles files{site.root};
  const std::vector<std::tuple<std::string, std::string, std::string>> table = {{"", "plain", ""},
                                                                                {"br", "brotli", "br"},
                                                                                {"gzip, deflate, br", "brotli", "br"},
                                                                                {"gzip", "gzip", "gzip"},
                                                                                {"GZIP;q=0.5", "gzip", "gzip"},
                                                                                {"br;q=0, gzip", "gzip", "gzip"},
                                                                                {"br;q=0.000", "plain", ""},
                                                                                {"*", "brotli", "br"},
                                                                                {"*;q=0", "plain", ""},
                                                                                {"identity", "plain", ""},
                                                                                {"abr", "plain", ""}};
  for (const auto& [accepted, body, coding] : table) {
    SCOPED_TRACE(accepted);
    const auto reply = files.serve({"/app-1a2b3c4d.js", accepted, ""});
    EXPECT_EQ(reply.body, body);
    EXPECT_EQ(header(reply, "Content-Encoding"), coding);
    EXPECT_EQ(header(reply, "Vary"), "Accept-Encoding");
    EXPECT_EQ(reply.type, "text/javascript; charset=utf-8");
  }
}

TEST(static_files, a_packed_file_left_over_from_an_earlier_build_is_not_served) {
  Site site;
  fs::last_write_time(site.root + "/app-1a2b3c4d.js.br", fs::last_write_time(site.root + "/app-1a2b3c4d.js") - std::chrono::hours{1});
  StaticFiles files{site.root};
  EXPECT_EQ(files.serve({"/app-1a2b3c4d.js", "br", ""}).body, "plain");
}

TEST(static_files, an_unchanged_file_is_not_sent_again_and_a_changed_one_is) {
  Site site;
  StaticFiles files{site.root};
  const auto first = files.serve({"/polku.wasm", "", ""});
  EXPECT_EQ(first.type, "application/wasm");
  const auto etag = header(first, "ETag");
  ASSERT_EQ(etag.size(), 34U);
  for (const auto& listed : {etag, "W/" + etag, "\"x\", " + etag, std::string{"*"}}) {
    const auto again = files.serve({"/polku.wasm", "", listed});
    EXPECT_EQ(again.status, 304) << listed;
    EXPECT_TRUE(again.body.empty());
    EXPECT_EQ(header(again, "ETag"), etag);
  }
  EXPECT_EQ(files.serve({"/polku.wasm", "", "\"x\""}).status, 200);
  write(site.root + "/polku.wasm", "newer wasm");
  EXPECT_EQ(files.serve({"/polku.wasm", "", etag}).body, "newer wasm");
}

TEST(static_files, only_a_name_with_a_hash_is_kept_for_long) {
  Site site;
  StaticFiles files{site.root};
  EXPECT_EQ(header(files.serve({"/app-1a2b3c4d.js", "", ""}), "Cache-Control"), "public, max-age=31536000, immutable");
  EXPECT_EQ(header(files.serve({"/", "", ""}), "Cache-Control"), "no-cache");
  EXPECT_TRUE(has_content_hash("polku.0123456789.wasm"));
  EXPECT_FALSE(has_content_hash("facade.js"));
  EXPECT_FALSE(has_content_hash("1a2b3c4d.js"));
}

TEST(static_files, the_policy_is_the_one_the_site_was_built_with_or_the_strictest) {
  Site site;
  StaticFiles files{site.root};
  EXPECT_EQ(header(files.serve({"/", "", ""}), "Content-Security-Policy"), "default-src 'none'; script-src 'self'");
  fs::remove(site.root + "/csp.txt");
  EXPECT_EQ(header(files.serve({"/", "", ""}), "Content-Security-Policy").substr(0, 19), "default-src 'none';");
}

TEST(static_files, without_a_site_nothing_is_found) {
  StaticFiles files{"/no/such/folder"};
  EXPECT_FALSE(files.has_folder());
  EXPECT_EQ(files.serve({"/", "", ""}).status, 404);
}

}  // namespace
}  // namespace polku::server
