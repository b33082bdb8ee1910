// SPDX-License-Identifier: EUPL-1.2
#include "json/writer.h"
#include "rules/node.h"

namespace polku::rules {
namespace {

// Between their arguments, as people write them; all others as name(argument, argument).
bool is_infix(Operator operation) {
  switch (operation) {
    case Operator::and_:
    case Operator::or_:
    case Operator::equal:
    case Operator::not_equal:
    case Operator::strict_equal:
    case Operator::strict_not_equal:
    case Operator::less:
    case Operator::less_or_equal:
    case Operator::greater:
    case Operator::greater_or_equal:
    case Operator::in:
    case Operator::plus:
    case Operator::minus:
    case Operator::times:
    case Operator::divided:
    case Operator::remainder: return true;
    default: return false;
  }
}

std::string join(const std::vector<Node>& nodes, std::string_view between) {
  std::string joined;
  for (const Node& node : nodes) {
    if (&node != &nodes.front()) joined += between;
    joined += print(node);
  }
  return joined;
}

std::string print_variable(const Node& node) {
  if (!node.has_path || node.path.empty()) return "var(" + join(node.arguments, ", ") + ")";
  std::string name;
  for (const std::string& segment : node.path) {
    if (!name.empty()) name += '.';
    name += segment;
  }
  return node.arguments.empty() ? name : "var(" + name + ", " + join(node.arguments, ", ") + ")";
}

std::string print_infix(const Node& node) {
  std::string joined;
  for (const Node& argument : node.arguments) {
    if (!joined.empty()) joined.append(" ").append(facts_of(node.operation).name).append(" ");
    const bool is_nested = is_infix(argument.operation) && argument.arguments.size() > 1;
    joined += is_nested ? "(" + print(argument) + ")" : print(argument);
  }
  return joined;
}

}  // namespace

std::string print(const Node& node) {
  switch (node.operation) {
    case Operator::literal: return json::write(node.literal);
    case Operator::list: return "[" + join(node.arguments, ", ") + "]";
    case Operator::var: return print_variable(node);
    default: break;
  }
  if (is_infix(node.operation) && node.arguments.size() > 1) return print_infix(node);
  return std::string(facts_of(node.operation).name) + "(" + join(node.arguments, ", ") + ")";
}

}  // namespace polku::rules
