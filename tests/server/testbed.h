// SPDX-License-Identifier: EUPL-1.2
// A server's parts without a socket: a data folder of its own, the services of tests/server/assets, a clock that is a number.
#pragma once

#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <memory>
#include <string>

#include "host/server/intake.h"
#include "host/server/officials.h"
#include "host/server/published.h"
#include "host/server/storage.h"
#include "json/reader.h"
#include "json/writer.h"

namespace polku::server {

struct Folder {
  std::string path;
  Folder() {
    auto name = (std::filesystem::temp_directory_path() / "polku-server-XXXXXX").string();
    path = mkdtemp(name.data());
  }
  ~Folder() { std::filesystem::remove_all(path); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
};

struct Testbed {
  Folder folder;
  std::unique_ptr<Storage> storage;
  std::unique_ptr<Published> published;
  std::int64_t now = 1795341600;  // 2026-11-22T10:00:00Z
  calendar::Date today{2026, 11, 22};
  int woken = 0;
  std::unique_ptr<Intake> intake;
  std::vector<std::int64_t> waits;

  explicit Testbed(const std::string& assets = std::string{POLKU_SOURCE_DIR} + "/tests/server/assets") {
    storage = open_sqlite(folder.path + "/polku.sqlite");
    problem::Problems problems;
    published = Published::open(*storage, assets, "", problems);
    EXPECT_TRUE(published) << (problems.empty()
                                   ? ""
                                   : std::string{problem::name_of(problems.front().code)} + " " + problems.front().document + problems.front().pointer);
    if (!published) std::abort();
    intake = std::make_unique<Intake>(*storage, *published, Intake::Clock{[this] { return today; }, [this] { return now; }}, [this] { ++woken; });
  }

  json::Value submission(const std::string& keeper = "Aino") const {
    const auto world = published->current("dog-tag");
    const auto& form = *world->form;
    auto reading = json::read(R"({"submission": 1, "site": "testville", "service": {"id": "dog-tag", "version": "1.0.0", "hash": ""}, "language": "en",
      "on": "2026-11-22", "answers": {"keeper": "", "dogs": [{"dog-name": "Musti", "size": "small"}]}, "computed": {"fee": {"amount": "20.00", "currency": "EUR"}},
      "consents": {"terms": {"text": "", "language": "en"}}})");
    auto made = *reading.value;
    made.find("service")->set("hash", json::Value{form.hash});
    made.find("answers")->set("keeper", json::Value{keeper});
    made.find("consents")->find("terms")->set("text", json::Value{world->consent_text_hash("terms", "en")});
    return made;
  }

  Reply post(const std::string& key, const std::string& body) { return intake->receive({"application/json", {key}, body}); }
  Reply post(const std::string& key, const json::Value& body) { return post(key, json::write(body)); }

  Officials::Settings settings() {
    return {.token = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
            .style = "body{}",
            .hosts = {"127.0.0.1:8080"},
            .now = [this] { return now; },
            .wait = [this](std::int64_t milliseconds) { waits.push_back(milliseconds); }};
  }
};

inline std::string key_number(int number) {
  auto digits = std::to_string(number);
  return std::string(32 - digits.size(), '0') + digits;
}

inline std::string member(const Reply& reply, std::string_view name) {
  const auto body = json::read(reply.body);
  return body.value ? std::string{body.value->find_string(name).value_or("")} : std::string{};
}

inline std::string header(const Reply& reply, const std::string& name) {
  for (const auto& [found, value] : reply.headers) {
    if (found == name) return value;
  }
  return {};
}

}  // namespace polku::server
