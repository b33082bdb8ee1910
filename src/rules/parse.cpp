// SPDX-License-Identifier: EUPL-1.2
#include <utility>

#include "json/cursor.h"
#include "rules/node.h"

namespace polku::rules {

using json::Type;
using json::Value;
using problem::Code;
using text::Decimal;

struct Parser {
  Dialect dialect;
  std::string document;
  problem::Problems problems = {};

  void report(Code code, problem::ArgumentViews arguments, const std::string& pointer, const Value& place) {
    problems.push_back({.code = code, .arguments = copied(arguments), .pointer = pointer, .document = document, .line = place.line, .column = place.column});
  }

  Node make(const Value& source) const {
    Node node;
    node.dialect = dialect;
    node.line = source.line;
    node.column = source.column;
    return node;
  }

  Node literal(const Value& source) const {
    Node node = make(source);
    node.literal = source;
    return node;
  }

  Node parse(const Value& source, const std::string& pointer, std::size_t depth) {
    const bool is_logic = source.is(Type::object) && source.members().size() == 1;
    if (!is_logic && !source.is(Type::array)) return literal(source);
    if (depth > deepest) {
      report(Code::rule_too_deep, {{"maximum", Decimal{static_cast<std::int64_t>(deepest)}}}, pointer, source);
      return make(source);
    }
    return is_logic ? parse_operation(source, pointer, depth) : parse_list(source, pointer, depth);
  }

  Node parse_list(const Value& source, const std::string& pointer, std::size_t depth) {
    Node node = make(source);
    node.operation = Operator::list;
    node.arguments = parse_items(source, pointer, depth);
    for (const Node& item : node.arguments) {
      if (item.operation != Operator::literal) return node;
    }
    return literal(source);
  }

  std::vector<Node> parse_items(const Value& source, const std::string& pointer, std::size_t depth) {
    std::vector<Node> items;
    items.reserve(source.items().size());
    for (std::size_t index = 0; index < source.items().size(); ++index) {
      items.push_back(parse(source.items()[index], problem::join_pointer(pointer, index), depth + 1));
    }
    return items;
  }

  Node parse_operation(const Value& source, const std::string& pointer, std::size_t depth) {
    const json::Member& member = source.members().front();
    const auto operation = operator_named(member.name);
    if (!operation) {
      report(Code::unknown_operator,
             {{"operator", member.name}, {"suggestion", json::nearest(member.name, std::span<const std::string_view>(operator_names(dialect)))}}, pointer,
             source);
      return make(source);
    }
    const OperatorFacts& facts = facts_of(*operation);
    if (dialect == Dialect::definition && facts.home == Home::classic_only) {
      report(Code::operator_not_in_definitions, {{"operator", member.name}}, pointer, source);
    }

    Node node = make(source);
    node.operation = *operation;
    const std::string below = problem::join_pointer(pointer, member.name);
    if (member.value.is(Type::array)) {
      node.arguments = parse_items(member.value, below, depth);
    } else {
      node.spelling = Spelling::bare;
      node.arguments.push_back(parse(member.value, below, depth + 1));
    }

    const std::size_t found = node.arguments.size();
    if ((dialect == Dialect::definition || facts.home == Home::ours) && (found < facts.minimum || found > facts.maximum)) {
      const auto number = [](std::size_t count) { return Decimal{static_cast<std::int64_t>(count)}; };
      report(Code::wrong_argument_count,
             {{"operator", member.name}, {"minimum", number(facts.minimum)}, {"maximum", number(facts.maximum)}, {"found", number(found)}}, pointer, source);
      return make(source);
    }
    if (*operation == Operator::var) split_name(node);
    return node;
  }

  static void split_name(Node& node) {
    if (node.arguments.empty()) {
      node.has_path = true;
      return;
    }
    const Node& name = node.arguments.front();
    if (name.operation != Operator::literal) return;
    if (name.literal.is(Type::string)) {
      node.path = split_path(name.literal.string());
    } else if (name.literal.is(Type::number)) {
      node.path = split_path(name.literal.number().to_string());
    } else if (!name.literal.is_null()) {
      return;
    }
    node.has_path = true;
    node.arguments.erase(node.arguments.begin());
  }

  static Rule finish(Node root) {
    Rule rule;
    rule.root_ = std::make_shared<const Node>(std::move(root));
    return rule;
  }
};

Parsed parse(const Value& source, Dialect dialect, std::string pointer, std::string document) {
  Parser parser{dialect, std::move(document)};
  Node root = parser.parse(source, pointer, 1);
  Parsed parsed;
  parsed.problems = std::move(parser.problems);
  // What could not be understood reads as null, so that checking goes on; whoever evaluates looks at the problems first.
  parsed.rule = Parser::finish(std::move(root));
  return parsed;
}

namespace {

void add_once(std::vector<std::string>& names, const std::string& name) {
  for (const std::string& known : names) {
    if (known == name) return;
  }
  names.push_back(name);
}

void add_names(std::vector<std::string>& names, const Value& value) {
  if (value.is(Type::string)) {
    const auto path = split_path(value.string());
    if (!path.empty()) add_once(names, path.front());
  } else if (value.is(Type::array)) {
    for (const Value& item : value.items()) add_names(names, item);
  }
}

void add_reads(std::vector<std::string>& names, const Node& node) {
  if (node.operation == Operator::var && !node.path.empty()) add_once(names, node.path.front());
  const bool is_missing = node.operation == Operator::missing || node.operation == Operator::missing_some;
  for (std::size_t index = 0; index < node.arguments.size(); ++index) {
    // Inside a classic array operator nothing but the item can be read.
    if (index == 1 && is_item_scoped(node.operation)) continue;
    const Node& argument = node.arguments[index];
    if (is_missing && argument.operation == Operator::literal) add_names(names, argument.literal);
    add_reads(names, argument);
  }
}

}  // namespace

std::vector<std::string> Rule::reads() const {
  std::vector<std::string> names;
  if (root_) add_reads(names, *root_);
  return names;
}

std::string Rule::print() const { return root_ ? rules::print(*root_) : "null"; }

}  // namespace polku::rules
