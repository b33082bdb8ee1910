// SPDX-License-Identifier: EUPL-1.2
#include "json/tape.h"
#include "rules/node.h"

namespace polku::rules {

namespace {

constexpr std::uint64_t operator_count = 2
#define POLKU_OPERATOR(identifier, name, minimum, maximum, home, arguments) +1
#include "rules/operators.inc"
#undef POLKU_OPERATOR
    ;

void describe(json::Tape& tape, Node& node, std::size_t depth) {
  if (depth > deepest + 1) return tape.fail();
  tape.number(node.operation, operator_count);
  tape.choice(node.dialect, Dialect::definition);
  tape.choice(node.spelling, Spelling::bare);
  if (node.operation == Operator::literal) return tape.value(node.literal);
  tape.flag(node.has_path);
  if (node.has_path) tape.texts(node.path);
  tape.each(node.arguments, [&](Node& argument) { describe(tape, argument, depth + 1); });
}

}  // namespace

void describe(json::Tape& tape, Rule& rule) {
  bool is_there = !rule.empty();
  tape.flag(is_there);
  if (!is_there) return;
  Node root = tape.is_playing() ? Node{} : *rule.root_;
  describe(tape, root, 1);
  if (tape.is_playing()) rule.root_ = std::make_shared<const Node>(std::move(root));
}

}  // namespace polku::rules
