// SPDX-License-Identifier: EUPL-1.2
#include "rules/evaluator.h"
#include "text/utf8.h"

namespace polku::rules {

using json::Type;
using json::Value;
using text::Decimal;

namespace {

// JavaScript's Number(value), as far as there are numbers: null and "" are 0, true is 1, a list is what its text is.
std::optional<Decimal> coerced(const Value& value) {
  switch (value.type()) {
    case Type::null: return Decimal{};
    case Type::boolean: return Decimal{value.boolean() ? 1 : 0};
    case Type::number: return value.number();
    case Type::string: {
      const std::string_view words = text::trim(value.string());
      return words.empty() ? Decimal{} : Decimal::parse(words);
    }
    case Type::array: {
      const std::string words = string_of(value);
      return words.empty() ? Decimal{} : Decimal::parse(words);
    }
    case Type::object: return std::nullopt;
  }
  return std::nullopt;
}

bool are_loosely_equal(const Value& left, const Value& right, Dialect dialect) {
  if (left.type() == right.type()) return are_strictly_equal(left, right, dialect);
  if (left.is_null() || right.is_null() || left.is(Type::object) || right.is(Type::object)) return false;
  if (left.is(Type::array) && right.is(Type::string)) return string_of(left) == right.string();
  if (left.is(Type::string) && right.is(Type::array)) return left.string() == string_of(right);
  const auto one = coerced(left);
  const auto other = coerced(right);
  return one && other && *one == *other;
}

enum class Order { less, equal, greater, none, different_currencies };

Order order_of(int sign) { return sign < 0 ? Order::less : sign > 0 ? Order::greater : Order::equal; }

Order order_of(const Value& left, const Value& right, Dialect dialect) {
  if (left.is(Type::object) || right.is(Type::object)) {
    const auto one = quantity_of(left);
    const auto other = quantity_of(right);
    if (!one || !other) return Order::none;
    return one->currency == other->currency ? order_of(compare(one->number, other->number)) : Order::different_currencies;
  }
  if (left.is(Type::string) && right.is(Type::string)) {
    // In definitions only numbers and dates are put in order (check_types sees to it), and no date reads as a number. Classic JsonLogic compares letters.
    if (dialect == Dialect::definition) {
      const auto one = Decimal::parse(left.string());
      const auto other = Decimal::parse(right.string());
      if (one && other) return order_of(compare(*one, *other));
    }
    return order_of(left.string().compare(right.string()));
  }
  const auto one = coerced(left);
  const auto other = coerced(right);
  if (!one || !other) return Order::none;
  return order_of(compare(*one, *other));
}

bool holds(Operator operation, Order order) {
  switch (operation) {
    case Operator::less: return order == Order::less;
    case Operator::less_or_equal: return order == Order::less || order == Order::equal;
    case Operator::greater: return order == Order::greater;
    default: return order == Order::greater || order == Order::equal;
  }
}

}  // namespace

bool are_strictly_equal(const Value& left, const Value& right, Dialect dialect) {
  if (left.type() == right.type()) {
    if (left.is(Type::object)) {
      // 120 and 120.00 of a currency are the same money.
      const auto one = quantity_of(left);
      const auto other = quantity_of(right);
      if (one && other) return one->currency == other->currency && one->number == other->number;
    }
    return left == right;
  }
  // In definitions a number question's decimal string is a number, and no text is ever compared with one.
  if (dialect != Dialect::definition) return false;
  const bool is_mixed = (left.is(Type::number) && right.is(Type::string)) || (left.is(Type::string) && right.is(Type::number));
  if (!is_mixed) return false;
  const auto one = number_of(left);
  const auto other = number_of(right);
  return one && other && *one == *other;
}

Held Evaluator::equal(const Node& node, const Scope* scope) {
  const Held left = argument(node, 0, scope);
  const Held right = argument(node, 1, scope);
  switch (node.operation) {
    case Operator::equal: return Held::truth(are_loosely_equal(*left, *right, node.dialect));
    case Operator::not_equal: return Held::truth(!are_loosely_equal(*left, *right, node.dialect));
    case Operator::strict_equal: return Held::truth(are_strictly_equal(*left, *right, node.dialect));
    default: return Held::truth(!are_strictly_equal(*left, *right, node.dialect));
  }
}

Held Evaluator::compare(const Node& node, const Scope* scope) {
  // Less than two arguments: a comparison with undefined, which is false.
  if (node.arguments.size() < 2) return Held::truth(false);
  const bool may_be_between = node.operation == Operator::less || node.operation == Operator::less_or_equal;
  const std::size_t count = may_be_between && node.arguments.size() > 2 ? 3 : 2;
  Held left = argument(node, 0, scope);
  for (std::size_t index = 1; index < count; ++index) {
    Held right = argument(node, index, scope);
    const Order order = order_of(*left, *right, node.dialect);
    if (order == Order::different_currencies) return nothing("currencies-differ");
    if (!holds(node.operation, order)) return Held::truth(false);
    left = std::move(right);
  }
  return Held::truth(true);
}

Held Evaluator::contains(const Node& node, const Scope* scope) {
  const Held needle = argument(node, 0, scope);
  const Held place = argument(node, 1, scope);
  if (place->is(Type::string)) return Held::truth(place->string().find(string_of(*needle)) != std::string::npos);
  if (!place->is(Type::array)) return Held::truth(false);
  for (const Value& item : place->items()) {
    if (are_strictly_equal(*needle, item, node.dialect)) return Held::truth(true);
  }
  return Held::truth(false);
}

}  // namespace polku::rules
