// SPDX-License-Identifier: EUPL-1.2
#include "rules/evaluator.h"

namespace polku::rules {

using calendar::Date;
using calendar::Unit;
using json::Type;
using json::Value;

namespace {

// Counting is day by day; a century is enough for any term.
constexpr std::int64_t most_working_days = 36'525;

}  // namespace

std::optional<Date> Evaluator::date(const Value& value) {
  if (!value.is(Type::string)) return std::nullopt;
  return calendar::parse_date(value.string());
}

std::optional<std::int64_t> Evaluator::whole(const Value& value) {
  const auto number = number_of(value);
  return number ? number->to_integer() : std::nullopt;
}

Held Evaluator::age(const Node& node, const Scope* scope) {
  const auto born = date(*argument(node, 0, scope));
  const auto on = node.arguments.size() > 1 ? date(*argument(node, 1, scope)) : environment_.today();
  if (!born || !on) return nothing("not-a-date");
  return Held(Value(calendar::age(*born, *on)));
}

Held Evaluator::add(const Node& node, const Scope* scope, Unit unit) {
  const auto from = date(*argument(node, 0, scope));
  const auto count = whole(*argument(node, 1, scope));
  if (!from) return nothing("not-a-date");
  if (!count) return nothing("not-a-number");
  const auto result = calendar::add(*from, *count, unit);
  return result ? Held(Value(calendar::to_string(*result))) : nothing("not-a-date");
}

Held Evaluator::difference(const Node& node, const Scope* scope) {
  constexpr std::pair<std::string_view, Unit> units[] = {{"days", Unit::days}, {"weeks", Unit::weeks}, {"months", Unit::months}, {"years", Unit::years}};
  const auto from = date(*argument(node, 0, scope));
  const auto to = date(*argument(node, 1, scope));
  const Held unit = argument(node, 2, scope);
  if (!from || !to) return nothing("not-a-date");
  for (const auto& [name, meant] : units) {
    if (unit->is(Type::string) && unit->string() == name) return Held(Value(calendar::difference(*from, *to, meant)));
  }
  return nothing("unknown-word");
}

Held Evaluator::working_days(const Node& node, const Scope* scope) {
  const auto from = date(*argument(node, 0, scope));
  const auto count = whole(*argument(node, 1, scope));
  if (!from) return nothing("not-a-date");
  if (!count || *count > most_working_days || *count < -most_working_days) return nothing("not-a-number");
  const auto result = calendar::add_working_days(*from, *count, environment_.holidays());
  if (!result) return nothing("not-a-date");
  if (!environment_.holidays().covers(*from) || !environment_.holidays().covers(*result)) remark("outside-calendar");
  return Held(Value(calendar::to_string(*result)));
}

Held Evaluator::working_days_between(const Node& node, const Scope* scope) {
  const auto from = date(*argument(node, 0, scope));
  const auto to = date(*argument(node, 1, scope));
  if (!from || !to) return nothing("not-a-date");
  const std::int64_t days = calendar::days_since_epoch(*to) - calendar::days_since_epoch(*from);
  if (days > 2 * most_working_days || days < -2 * most_working_days) return nothing("not-a-date");
  if (!environment_.holidays().covers(*from) || !environment_.holidays().covers(*to)) remark("outside-calendar");
  return Held(Value(calendar::working_days_between(*from, *to, environment_.holidays())));
}

Held Evaluator::amount(const Node& node, const Scope* scope) {
  const Held name = argument(node, 0, scope);
  const auto on = node.arguments.size() > 1 ? date(*argument(node, 1, scope)) : environment_.today();
  if (!name->is(Type::string)) return nothing("unknown-word");
  if (!on) return nothing("not-a-date");
  auto amount = environment_.amount(name->string(), *on);
  return amount ? Held(std::move(*amount)) : nothing("amount-not-yet");
}

}  // namespace polku::rules
