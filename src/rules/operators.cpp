// SPDX-License-Identifier: EUPL-1.2
#include <iterator>

#include "rules/node.h"

namespace polku::rules {
namespace {

constexpr OperatorFacts table[] = {
#define POLKU_OPERATOR(identifier, name, minimum, maximum, home, arguments) {name, minimum, maximum, Home::home},
#include "rules/operators.inc"
#undef POLKU_OPERATOR
};
constexpr std::size_t first = static_cast<std::size_t>(Operator::list) + 1;

}  // namespace

const OperatorFacts& facts_of(Operator operation) { return table[static_cast<std::size_t>(operation) - first]; }

std::optional<Operator> operator_named(std::string_view name) {
  for (std::size_t index = 0; index < std::size(table); ++index) {
    if (table[index].name == name) return static_cast<Operator>(index + first);
  }
  return std::nullopt;
}

std::vector<std::string_view> operator_names(Dialect dialect) {
  std::vector<std::string_view> names;
  for (const OperatorFacts& facts : table) {
    if (dialect == Dialect::classic || facts.home != Home::classic_only) names.push_back(facts.name);
  }
  return names;
}

bool is_row_scoped(Operator operation) {
  return operation == Operator::count || operation == Operator::sum || operation == Operator::any || operation == Operator::every;
}

bool is_item_scoped(Operator operation) {
  return operation == Operator::map || operation == Operator::filter || operation == Operator::reduce || operation == Operator::all ||
         operation == Operator::some || operation == Operator::none;
}

std::vector<std::string> split_path(std::string_view path) {
  std::vector<std::string> segments;
  if (path.empty()) return segments;
  while (true) {
    const std::size_t point = path.find('.');
    segments.emplace_back(path.substr(0, point));
    if (point == std::string_view::npos) return segments;
    path.remove_prefix(point + 1);
  }
}

}  // namespace polku::rules
