// SPDX-License-Identifier: EUPL-1.2
// What a condition says of one answer: constants, bounds, lengths.
#include <algorithm>

#include "exchange/constraints.h"
#include "exchange/rules.h"
#include "json/writer.h"

namespace polku::exchange {

using json::Type;
using json::Value;

// The same property in branches that exclude each other is several questions, of which one is asked at most.
Value RuleMaker::of_value(const Piece& keyword, const std::string& name, const std::vector<const Node*>& nodes) {
  const Found found = questions_of(nodes);
  if (found.empty()) return cannot_say(keyword);
  Value whole{false};
  for (const Asked* asked : found) {
    Value holds = compare(*asked, name, keyword);
    if (holds.is_null()) return cannot_say(keyword);
    whole = either(std::move(whole), std::move(holds));
  }
  shop_.ledger.carry(keyword);
  return whole;
}

Value RuleMaker::equals(const Asked& asked, const Value& constant, const Piece& where) {
  switch (asked.comparison) {
    case Comparison::option:
      if (const std::string* id = option_of(asked, constant)) return rule("==", variable(asked.id), Value{*id});
      shop_.report(where, "condition-never-true", {{"value", json::write(constant)}, {"question", asked.id}});
      return Value{false};
    case Comparison::tick: {
      if (!constant.is(Type::boolean)) return Value{false};
      Value ticked = rule("in", Value{"yes"}, variable(asked.id));
      return constant.boolean() ? ticked : negation(std::move(ticked));
    }
    case Comparison::money:
      if (constant.is(Type::number)) return rule("==", variable(asked.id), rule("money", constant, Value{"EUR"}));
      return Value{false};
    case Comparison::truth: return constant.is(Type::boolean) ? rule("==", variable(asked.id), constant) : Value{false};
    case Comparison::number: return constant.is(Type::number) ? rule("==", variable(asked.id), constant) : Value{false};
    case Comparison::text: return constant.is(Type::string) ? rule("==", variable(asked.id), constant) : Value{false};
    default: return Value{};
  }
}

Value RuleMaker::compare(const Asked& asked, const std::string& name, const Piece& keyword) {
  if (name == "const") return equals(asked, *keyword.value, keyword);
  if (name == "enum") {
    Value any{false};
    for (const Piece& one : keyword.items()) {
      Value same = equals(asked, *one.value, one);
      if (same.is_null()) return {};
      any = either(std::move(any), std::move(same));
    }
    return any;
  }
  const auto guarded = [&](Value left, const char* operation) {
    Value limit = *keyword.value;
    if (asked.comparison == Comparison::money) limit = rule("money", std::move(limit), Value{"EUR"});
    return both(rule("!=", variable(asked.id), Value{}), rule(operation, std::move(left), std::move(limit)));
  };
  const bool is_number = asked.comparison == Comparison::number || asked.comparison == Comparison::money;
  constexpr std::pair<const char*, const char*> bounds[] = {{"minimum", ">="}, {"maximum", "<="}, {"exclusiveMinimum", ">"}, {"exclusiveMaximum", "<"}};
  for (const auto& [bound, operation] : bounds) {
    if (name == bound && is_number && keyword.is(Type::number)) return guarded(variable(asked.id), operation);
  }
  const bool is_text = asked.comparison == Comparison::text;
  const auto length = [&] { return Value::object().with("length", variable(asked.id)); };
  if (keyword.is(Type::number) && is_text && name == "minLength") return guarded(length(), ">=");
  if (keyword.is(Type::number) && is_text && name == "maxLength") return guarded(length(), "<=");
  const bool is_options = asked.comparison == Comparison::options, is_list = asked.comparison == Comparison::list;
  if (keyword.is(Type::number) && (is_options || is_list) && (name == "minItems" || name == "maxItems")) {
    return rule(name == "minItems" ? ">=" : "<=", length(), *keyword.value);
  }
  if (name == "contains" && is_options) {
    Value any{false};
    for (const char* inner : {"const", "enum"}) {
      const Piece wanted = keyword.member(inner);
      if (!wanted) continue;
      shop_.ledger.carry(wanted);
      auto constants = wanted.items();
      if (constants.empty()) constants = {wanted};
      for (const Piece& constant : constants) {
        if (const std::string* id = option_of(asked, *constant.value)) any = either(std::move(any), rule("in", Value{*id}, variable(asked.id)));
      }
    }
    return any;
  }
  return {};
}

}  // namespace polku::exchange
