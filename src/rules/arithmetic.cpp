// SPDX-License-Identifier: EUPL-1.2
// Exact, or null with the reason in the trace (DECISIONS 9). Money: + and - of one currency, times and divided by a number.
#include <algorithm>

#include "locale/locale.h"
#include "rules/evaluator.h"
#include "text/utf8.h"

namespace polku::rules {

using json::Type;
using json::Value;
using text::Decimal;

std::optional<Decimal> number_of(const Value& value) {
  if (value.is(Type::number)) return value.number();
  if (value.is(Type::string)) return Decimal::parse(text::trim(value.string()));
  return std::nullopt;
}

std::optional<Quantity> quantity_of(const Value& value) {
  if (!value.is(Type::object)) {
    const auto number = number_of(value);
    if (!number) return std::nullopt;
    return Quantity{*number};
  }
  const Value* amount = value.find("amount");
  const auto currency = value.find_string("currency");
  if (!amount || !currency || currency->empty()) return std::nullopt;
  const auto number = number_of(*amount);
  if (!number) return std::nullopt;
  return Quantity{*number, std::string(*currency)};
}

Value Quantity::value() const {
  if (!is_money()) return Value(number);
  const int places = std::max(number.places(), locale::currency_places(currency).value_or(2));
  return Value::object().with("amount", Value(number.to_string(places))).with("currency", Value(currency));
}

namespace {

struct Combined {
  std::optional<Quantity> quantity;
  std::string_view remark = {};
};

Combined combined(std::optional<Decimal> number, const std::string& currency) {
  if (!number) return {std::nullopt, "too-many-digits"};
  return {Quantity{*number, currency}};
}

// Nothing is nothing in every currency: a sum over an empty list may be added to money.
bool have_common_currency(const Quantity& left, const Quantity& right) {
  return left.currency == right.currency || (!left.is_money() && left.number.is_zero()) || (!right.is_money() && right.number.is_zero());
}

const std::string& common_currency(const Quantity& left, const Quantity& right) { return left.is_money() ? left.currency : right.currency; }

Combined combine(Operator operation, const Quantity& left, const Quantity& right) {
  if (operation == Operator::times) {
    if (left.is_money() && right.is_money()) return {std::nullopt, "currencies-differ"};
    return combined(multiply(left.number, right.number), common_currency(left, right));
  }
  if (!have_common_currency(left, right)) return {std::nullopt, "currencies-differ"};
  if (operation == Operator::plus) return combined(add(left.number, right.number), common_currency(left, right));
  if (operation == Operator::minus) return combined(subtract(left.number, right.number), common_currency(left, right));
  const int order = compare(left.number, right.number);
  const bool take_left = operation == Operator::max ? order >= 0 : order <= 0;
  return {Quantity{take_left ? left.number : right.number, common_currency(left, right)}};
}

}  // namespace

Held Evaluator::accumulate(const Node& node, const Scope* scope) {
  if (node.arguments.empty()) return node.operation == Operator::plus ? Held(Value(std::int64_t{0})) : nothing("not-a-number");
  std::optional<Quantity> total;
  std::string_view fault;
  for (std::size_t index = 0; index < node.arguments.size(); ++index) {
    const auto next = quantity_of(*argument(node, index, scope));
    if (!next) {
      fault = "not-a-number";
    } else if (fault.empty()) {
      if (total) {
        Combined both = combine(node.operation, *total, *next);
        fault = both.remark;
        total = std::move(both.quantity);
      } else {
        total = next;
      }
    }
  }
  return fault.empty() ? Held(total->value()) : nothing(fault);
}

Held Evaluator::minus(const Node& node, const Scope* scope) {
  const auto left = quantity_of(*argument(node, 0, scope));
  if (node.arguments.size() < 2) {
    if (!left) return nothing("not-a-number");
    return Held(Quantity{left->number.negated(), left->currency}.value());
  }
  const auto right = quantity_of(*argument(node, 1, scope));
  if (!left || !right) return nothing("not-a-number");
  const Combined both = combine(Operator::minus, *left, *right);
  return both.quantity ? Held(both.quantity->value()) : nothing(both.remark);
}

Held Evaluator::divide(const Node& node, const Scope* scope) {
  const auto left = quantity_of(*argument(node, 0, scope));
  const auto right = quantity_of(*argument(node, 1, scope));
  if (!left || !right) return nothing("not-a-number");
  if (right->is_money() && left->currency != right->currency) return nothing("currencies-differ");
  const auto quotient = text::divide(left->number, right->number);
  if (!quotient) return nothing("division-by-zero");
  if (quotient->exactness == text::Exactness::rounded) remark("rounded");
  return Held(Quantity{quotient->value, right->is_money() ? std::string() : left->currency}.value());
}

Held Evaluator::remainder(const Node& node, const Scope* scope) {
  const auto left = number_of(*argument(node, 0, scope));
  const auto right = number_of(*argument(node, 1, scope));
  if (!left || !right) return nothing("not-a-number");
  if (right->is_zero()) return nothing("division-by-zero");
  const auto rest = text::remainder(*left, *right);
  return rest ? Held(Value(*rest)) : nothing("too-many-digits");
}

Held Evaluator::round(const Node& node, const Scope* scope) {
  constexpr std::pair<std::string_view, text::Rounding> modes[] = {{"half-up", text::Rounding::half_up}, {"half-even", text::Rounding::half_even},
                                                                   {"up", text::Rounding::up},           {"down", text::Rounding::down},
                                                                   {"floor", text::Rounding::floor},     {"ceiling", text::Rounding::ceiling}};
  const auto quantity = quantity_of(*argument(node, 0, scope));
  const auto places = whole(*argument(node, 1, scope));
  const Held mode = argument(node, 2, scope);
  if (!quantity || !places || *places < -Decimal::max_digits || *places > Decimal::max_digits) return nothing("not-a-number");
  for (const auto& [name, rounding] : modes) {
    if (mode->is(Type::string) && mode->string() == name) {
      return Held(Quantity{quantity->number.rounded(static_cast<int>(*places), rounding), quantity->currency}.value());
    }
  }
  return nothing("unknown-word");
}

Held Evaluator::money(const Node& node, const Scope* scope) {
  const auto number = number_of(*argument(node, 0, scope));
  const Held currency = argument(node, 1, scope);
  if (!number) return nothing("not-a-number");
  if (!currency->is(Type::string) || !locale::currency_places(currency->string())) return nothing("unknown-word");
  return Held(Quantity{*number, currency->string()}.value());
}

Held Evaluator::sum(const Node& node, const Scope* scope) {
  const Held list = argument(node, 0, scope);
  if (!list->is(Type::array)) return nothing("not-a-list");
  Quantity total;
  std::string_view fault;
  for (const Value& item : list->items()) {
    const Scope row{Scope::Kind::row, &item, nullptr, scope};
    const auto next = quantity_of(*argument(node, 1, &row));
    if (!next) {
      fault = "not-a-number";
    } else if (fault.empty()) {
      Combined both = combine(Operator::plus, total, *next);
      fault = both.remark;
      if (both.quantity) total = std::move(*both.quantity);
    }
  }
  return fault.empty() ? Held(total.value()) : nothing(fault);
}

}  // namespace polku::rules
