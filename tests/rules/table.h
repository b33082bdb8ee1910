// SPDX-License-Identifier: EUPL-1.2
// Reads tables of cases from JSON files: what a person can read, `polku evaluate --lines` and the wasm can be given too.
#pragma once

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <string>

#include "json/reader.h"
#include "json/writer.h"

namespace polku::test {

inline std::optional<std::string> bytes_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return std::nullopt;
  return std::string(std::istreambuf_iterator<char>(file), {});
}

inline json::Value table(const std::string& path) {
  const auto bytes = bytes_of(path);
  if (!bytes) {
    ADD_FAILURE() << "cannot read " << path;
    return json::Value::array();
  }
  auto reading = json::read(*bytes, {.document = path});
  for (const auto& problem : reading.problems) {
    ADD_FAILURE() << path << ":" << problem.line << ":" << problem.column << ": " << problem::name_of(problem.code);
  }
  return reading.value.value_or(json::Value::array());
}

inline json::Value member(const json::Value& value, std::string_view name) {
  const json::Value* found = value.find(name);
  return found ? *found : json::Value();
}

}  // namespace polku::test
