// SPDX-License-Identifier: EUPL-1.2
#include "rules/mentions.h"

#include <algorithm>

#include "rules/node.h"

namespace polku::rules {

namespace {

bool says(const json::Value& literal, std::string_view words) {
  if (literal.is(json::Type::string)) return literal.string() == words;
  if (!literal.is(json::Type::array)) return false;
  return std::any_of(literal.items().begin(), literal.items().end(), [&](const json::Value& item) { return says(item, words); });
}

bool says(const Node& node, std::string_view words) {
  if (node.operation == Operator::literal && says(node.literal, words)) return true;
  return std::any_of(node.arguments.begin(), node.arguments.end(), [&](const Node& argument) { return says(argument, words); });
}

}  // namespace

bool mentions(const Rule& rule, std::string_view words) { return !rule.empty() && says(rule.root(), words); }

}  // namespace polku::rules
