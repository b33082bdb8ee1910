// SPDX-License-Identifier: EUPL-1.2
// A parsed rule: an immutable tree with operators resolved and variable paths split. For the files of this room only.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "json/value.h"
#include "rules/rules.h"

namespace polku::rules {

constexpr std::size_t many = 255;
constexpr std::size_t deepest = 32;

enum class Operator : std::uint8_t {
  literal,  // a value without logic in it
  list,     // an array with logic in it
#define POLKU_OPERATOR(identifier, name, minimum, maximum, home, arguments) identifier,
#include "rules/operators.inc"
#undef POLKU_OPERATOR
};

enum class Home : std::uint8_t { standard, classic_only, ours };

struct OperatorFacts {
  std::string_view name;
  std::size_t minimum, maximum;
  Home home;
};
const OperatorFacts& facts_of(Operator operation);  // not for literal and list
std::optional<Operator> operator_named(std::string_view name);
std::vector<std::string_view> operator_names(Dialect dialect);

enum class Spelling : std::uint8_t { in_array, bare };  // {"!": [x]} or {"!": x}

struct Node {
  Operator operation = Operator::literal;
  Dialect dialect = Dialect::classic;
  Spelling spelling = Spelling::in_array;
  json::Value literal;            // literal
  std::vector<std::string> path;  // var with a literal name; then arguments holds the default alone, or nothing
  bool has_path = false;
  std::vector<Node> arguments;
  std::uint32_t line = 0;
  std::uint32_t column = 0;
};

// A row-scoped or classic operator's second argument is evaluated once an item.
bool is_row_scoped(Operator operation);   // count, sum, any, every: the row, then outward
bool is_item_scoped(Operator operation);  // map, filter, reduce, all, some, none: the item alone

std::string print(const Node& node);
std::vector<std::string> split_path(std::string_view path);

}  // namespace polku::rules
