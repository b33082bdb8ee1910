// SPDX-License-Identifier: EUPL-1.2
// Reads JSON from anyone: within limits, with places, without exceptions.
//
//   auto reading = json::read(bytes, {.document = "service.json"});
//   if (!reading.value) return reading.problems;
//
// Problems: not-utf8, json-syntax (reading ends there), json-too-deep, json-too-large, json-too-many-values, json-repeated-name, number-too-long.
// A value comes back only when there is no problem.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "json/value.h"
#include "problem/problem.h"

namespace polku::json {

struct Limits {
  std::size_t bytes = 4u << 20;
  std::size_t depth = 64;
  std::size_t values = 1u << 20;
  std::string document = {};  // named in problems
};

struct Reading {
  std::optional<Value> value;
  problem::Problems problems;
};

Reading read(std::string_view bytes, const Limits& limits = {});

}  // namespace polku::json
