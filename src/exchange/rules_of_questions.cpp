// SPDX-License-Identifier: EUPL-1.2
// What single questions need rules for: whether an answer is required, sums, one of several.
#include <algorithm>

#include "exchange/constraints.h"
#include "exchange/rules.h"

namespace polku::exchange {

using json::Type;
using json::Value;

Value RuleMaker::required(const Asked& asked) {
  if (asked.is_required) return Value{true};
  Value needed{false};
  if (!asked.node->parent) return needed;
  for (const Conditions& one : asked.node->required) needed = either(std::move(needed), all(one));
  // An array that is there beforehand may stay empty, unless its schema wants entries.
  const bool is_array = asked.kind == "list" || (asked.kind == "several-of" && asked.comparison == Comparison::options);
  if (is_array && asked.node->keyword("default").is(Type::array) && !asked.members.find("minItems")) return Value{false};
  if (asked.comparison == Comparison::tick) return Value{false};
  if (is_constant(needed, false) || asked.unless_earlier.empty()) return asked.is_in_optional && asked.unless_earlier.empty() ? Value{false} : needed;
  // An object nobody has to fill in is needed whole once something of it is answered.
  Value begun{false};
  for (const Asked* earlier : asked.unless_earlier) begun = either(std::move(begun), rule("!=", variable(earlier->id), Value{}));
  return both(std::move(needed), std::move(begun));
}

Value RuleMaker::meets(const Asked& asked, const Piece& schema) {
  Value whole{true};
  for (const auto& [name, keyword] : schema.members()) {
    constexpr const char* constraints[] = {"const",     "enum",     "minimum",  "maximum",          "minLength",
                                           "maxLength", "minItems", "maxItems", "exclusiveMinimum", "exclusiveMaximum"};
    if (std::find(std::begin(constraints), std::end(constraints), name) == std::end(constraints)) continue;
    whole = both(std::move(whole), of_value(keyword, name, {asked.node}));
  }
  return whole;
}

RuleMaker::Found RuleMaker::questions_at(const std::string& path) const {
  const Node* node = &root_;
  for (std::size_t from = 0; node && from <= path.size();) {
    const std::size_t dot = std::min(path.find('.', from), path.size());
    const auto named = node->named(path.substr(from, dot - from));
    node = named.empty() ? nullptr : named.front();
    from = dot + 1;
  }
  return node ? questions_of({node}) : Found{};
}

Value RuleMaker::controlled(const Asked& asked) {
  const Found by = questions_at(asked.controlled_by.text());
  if (by.empty()) {
    shop_.report(asked.controlled_by, "path-unknown", {{"path", asked.controlled_by.text()}});
    shop_.ledger.lose(asked.controlled_by, "names-no-property");
    return Value{false};
  }
  return equals(*by.front(), Value{true}, asked.controlled_by);
}

Value RuleMaker::sum(const Asked& asked) {
  Value parts = Value::array();
  const bool is_money = asked.comparison == Comparison::money;
  const auto zero = [&] { return is_money ? rule("money", Value{std::int64_t{0}}, Value{"EUR"}) : Value{std::int64_t{0}}; };
  for (const Piece& path : asked.sum_of.items()) {
    const Found found = questions_at(path.text());
    if (found.empty()) {
      shop_.report(path, "path-unknown", {{"path", path.text()}});
      shop_.ledger.lose(path, "names-no-property");
    }
    for (const Asked* one : found) {
      Value given = Value::array();
      given.push(rule("!=", variable(one->id), Value{}));
      given.push(variable(one->id));
      given.push(zero());
      parts.push(Value::object().with("if", std::move(given)));
    }
  }
  if (parts.items().empty()) return zero();
  if (parts.items().size() == 1) return parts.items().front();
  return Value::object().with("+", std::move(parts));
}

Value RuleMaker::at_most_one(const Asked& asked) {
  Value none_of_the_others{true};
  for (const Asked* other : asked.at_most_one) {
    if (other != &asked) none_of_the_others = both(std::move(none_of_the_others), rule("==", variable(other->id), Value{}));
  }
  return none_of_the_others;
}

std::vector<std::string> RuleMaker::reads(const Value& rule) {
  std::vector<std::string> names;
  if (rule.is(Type::array)) {
    for (const Value& one : rule.items()) {
      for (std::string& name : reads(one)) names.push_back(std::move(name));
    }
  } else if (rule.is(Type::object)) {
    for (const json::Member& member : rule.members()) {
      if (member.name == "var" && member.value.is(Type::string))
        names.push_back(member.value.string());
      else
        for (std::string& name : reads(member.value)) names.push_back(std::move(name));
    }
  }
  return names;
}

}  // namespace polku::exchange
