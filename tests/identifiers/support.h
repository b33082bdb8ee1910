// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>
#include <vector>

#include "identifiers/built_in.h"
#include "json/reader.h"

namespace polku::identifiers::testing {

inline std::optional<json::Value> read_file(const std::filesystem::path& path) {
  std::ifstream file{path, std::ios::binary};
  if (!file) return std::nullopt;
  const std::string bytes{std::istreambuf_iterator<char>{file}, {}};
  return json::read(bytes).value;
}

inline std::string member(const json::Value& object, std::string_view name) { return std::string{object.find_string(name).value_or("")}; }

// Every file of assets/identifiers, whole: also what the engine does not read.
inline std::vector<json::Value> all_files() {
  std::vector<json::Value> files;
  for (const std::string_view id : built_in_ids()) {
    auto file = read_file(std::filesystem::path{POLKU_SOURCE_DIR} / "assets/identifiers" / (std::string{id} + ".json"));
    EXPECT_TRUE(file) << id;
    if (file) files.push_back(std::move(*file));
  }
  return files;
}

inline Verdict check_named(std::string_view id, std::string_view typed) {
  const auto scheme = built_in(id);
  return scheme ? check(*scheme, typed) : Verdict{};
}

inline std::string name_of(Fault fault) { return fault == Fault::none ? "none" : fault == Fault::malformed ? "malformed" : "wrong-checksum"; }

// As the files' examples name it.
inline std::string problem_of(Fault fault) { return fault == Fault::none ? "" : fault == Fault::malformed ? "not-an-identifier" : "identifier-checksum"; }

}  // namespace polku::identifiers::testing
