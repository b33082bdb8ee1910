// SPDX-License-Identifier: EUPL-1.2
// Tables of small definitions, shared by compile() here and by the JSON Schemas' judge in tests/schema: a base, and cases that change it by
// JSON Merge Patch (RFC 7396).
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "json/reader.h"
#include "json/value.h"
#include "problem/problem.h"

namespace polku::testing {

inline json::Value read_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(file), {}};
  auto reading = json::read(bytes);
  EXPECT_TRUE(reading.value) << path;
  return reading.value ? *reading.value : json::Value::object();
}

inline json::Value merge_patch(json::Value target, const json::Value& patch) {
  if (!patch.is(json::Type::object)) return patch;
  if (!target.is(json::Type::object)) target = json::Value::object();
  for (const json::Member& member : patch.members()) {
    if (!member.value.is_null()) {
      const json::Value* before = target.find(member.name);
      target.set(member.name, merge_patch(before ? *before : json::Value(), member.value));
      continue;
    }
    json::Value::Object kept;
    for (json::Member& known : target.members()) {
      if (known.name != member.name) kept.push_back(std::move(known));
    }
    target = json::Value(std::move(kept));
  }
  return target;
}

// "rule-reads-later /pages/1/when name=later", warnings with a leading "~".
inline std::string line_of(const problem::Problem& problem) {
  std::string line = problem.severity == problem::Severity::warning ? "~" : "";
  line += problem::name_of(problem.code);
  line += ' ' + problem.pointer;
  for (const auto& argument : problem.arguments) {
    const auto* words = std::get_if<std::string>(&argument.value);
    line += ' ' + argument.name + '=' + (words ? *words : std::get<text::Decimal>(argument.value).to_string());
  }
  return line;
}

inline std::vector<std::string> lines_of(const problem::Problems& problems) {
  std::vector<std::string> lines;
  for (const auto& problem : problems) lines.push_back(line_of(problem));
  return lines;
}

inline std::vector<std::string> texts_of(const json::Value* array) {
  std::vector<std::string> words;
  if (array && array->is(json::Type::array)) {
    for (const auto& item : array->items()) words.push_back(item.string());
  }
  return words;
}

}  // namespace polku::testing
