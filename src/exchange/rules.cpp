// SPDX-License-Identifier: EUPL-1.2
#include "exchange/rules.h"

#include <algorithm>

#include "exchange/constraints.h"

namespace polku::exchange {

using json::Type;
using json::Value;

namespace {

Value combined(const char* operation, bool neutral, Value left, Value right) {
  if (is_constant(left, neutral)) return right;
  if (is_constant(right, neutral)) return left;
  if (is_constant(left, !neutral) || is_constant(right, !neutral)) return Value{!neutral};
  if (left == right) return left;
  Value parts = Value::array();
  const auto add = [&](const Value& part) {
    if (std::find(parts.items().begin(), parts.items().end(), part) == parts.items().end()) parts.push(part);
  };
  for (const Value* side : {&left, &right}) {
    const Value* inner = side->find(operation);
    if (!inner) add(*side);
    for (const Value& part : inner ? inner->items() : Value::Array{}) add(part);
  }
  return Value::object().with(operation, std::move(parts));
}

}  // namespace

Value both(Value left, Value right) { return combined("and", true, std::move(left), std::move(right)); }
Value either(Value left, Value right) { return combined("or", false, std::move(left), std::move(right)); }

Value negation(Value what) {
  if (what.is(Type::boolean)) return Value{!what.boolean()};
  if (const Value* inner = what.find("!")) return Value{*inner};
  return Value::object().with("!", std::move(what));
}

RuleMaker::RuleMaker(Workshop& shop, const Node& root) : shop_(shop), root_(root) {
  for (const Asked& asked : shop.plan.asked) {
    if (asked.kind != "information" && asked.comparison != Comparison::nothing) by_node_.emplace(asked.node, &asked);
  }
}

RuleMaker::Found RuleMaker::questions_of(const std::vector<const Node*>& nodes) const {
  Found found;
  for (const Node* node : nodes) {
    const auto [from, to] = by_node_.equal_range(node);
    for (auto at = from; at != to; ++at) found.push_back(at->second);
  }
  return found;
}

Value RuleMaker::all(const Conditions& conditions) {
  Value whole{true};
  for (const Condition& condition : conditions) whole = both(std::move(whole), one(condition));
  return whole;
}

Value RuleMaker::when(const Node& node, const Node* above) {
  Value whole{true};
  for (const Node* at = &node; at && at != above; at = at->parent) whole = both(all(at->when), std::move(whole));
  return whole;
}

Value RuleMaker::one(const Condition& condition) {
  if (condition.sort == Condition::Sort::present) return is_present(condition.scope->named(condition.name));
  if (condition.sort == Condition::Sort::schema) shop_.ledger.carry(condition.schema);
  Value holds{true};
  if (condition.sort == Condition::Sort::alternative) {
    // Only its constants tell it from the others.
    for (const auto& [name, schema] : condition.schema.member("properties").members()) {
      for (const char* keyword : {"const", "enum"}) {
        if (const Piece piece = schema.member(keyword)) holds = both(std::move(holds), of_value(piece, keyword, condition.scope->named(name)));
      }
    }
  } else {
    holds = of_schema(condition.schema, {condition.scope});
  }
  return condition.negated ? negation(std::move(holds)) : holds;
}

Value RuleMaker::cannot_say(const Piece& keyword) {
  if (shop_.ledger.is_carried(keyword)) return Value{true};
  shop_.report(keyword, "condition-unsupported", {});
  shop_.ledger.lose_below(keyword, "condition-unsupported");
  return Value{true};
}

Value RuleMaker::of_schema(const Piece& schema, const std::vector<const Node*>& nodes) {
  if (schema.is(Type::boolean)) return Value{schema.value->boolean()};
  Value whole{true};
  for (const auto& [name, keyword] : schema.members()) whole = both(std::move(whole), of_keyword(name, keyword, schema, nodes));
  return whole;
}

Value RuleMaker::of_keyword(const std::string& name, const Piece& keyword, const Piece& schema, const std::vector<const Node*>& nodes) {
  const auto gather = [&](Value start, Value (*join)(Value, Value)) {
    shop_.ledger.carry(keyword);
    for (const Piece& part : keyword.items()) start = join(std::move(start), of_schema(part, nodes));
    return start;
  };
  if (name == "properties") return of_properties(keyword, schema, nodes);
  if (name == "allOf") return gather(Value{true}, both);
  if (name == "anyOf") return gather(Value{false}, either);
  if (name == "oneOf" && keyword.is(Type::array)) {
    shop_.ledger.carry(keyword);
    // Exactly one: one of them and none of the others.
    Value whole{false};
    const auto parts = keyword.items();
    for (std::size_t at = 0; at < parts.size(); ++at) {
      Value alone = of_schema(parts[at], nodes);
      for (std::size_t other = 0; other < parts.size(); ++other) {
        if (other != at) alone = both(std::move(alone), negation(of_schema(parts[other], nodes)));
      }
      whole = either(std::move(whole), std::move(alone));
    }
    return whole;
  }
  if (name == "not") return shop_.ledger.carry(keyword), negation(of_schema(keyword, nodes));
  if (name == "if") {
    shop_.ledger.carry(keyword);
    const Value holds = of_schema(keyword, nodes);
    Value then{true}, otherwise{true};
    if (const Piece branch = schema.member("then")) shop_.ledger.carry(branch), then = either(negation(holds), of_schema(branch, nodes));
    if (const Piece branch = schema.member("else")) shop_.ledger.carry(branch), otherwise = either(holds, of_schema(branch, nodes));
    return both(std::move(then), std::move(otherwise));
  }
  if (name == "then" || name == "else") return Value{true};
  if (name == "required") {
    Value whole{true};
    bool is_known = true, has_effect = false;
    for (const Piece& one : keyword.items()) {
      std::vector<const Node*> named;
      for (const Node* node : nodes) {
        const auto children = node->named(one.text());
        named.insert(named.end(), children.begin(), children.end());
      }
      is_known = is_known && !named.empty();
      // An object is always there.
      has_effect = has_effect || std::any_of(named.begin(), named.end(), [](const Node* node) { return node->form != Form::object; });
      if (named.empty()) shop_.report(keyword, "condition-reads-unknown", {{"name", one.text()}});
      Value present = is_present(named);
      // A comparison that a missing answer fails says it already.
      const Piece compared = schema.member("properties").member(one.text());
      const bool is_said = compared && (compared.member("const") || compared.member("enum"));
      whole = both(std::move(whole), is_said && !named.empty() ? Value{true} : std::move(present));
    }
    if (is_known && has_effect)
      shop_.ledger.carry(keyword);
    else
      shop_.ledger.lose(keyword, is_known ? "without-effect" : "names-no-property");
    return whole;
  }
  if (name == "type") {
    shop_.ledger.carry(keyword);
    const auto agrees = [&](const Node* node) {
      if (keyword.text() == node->type || node->type.empty() || (keyword.text() == "number" && node->type == "integer")) return true;
      const auto items = keyword.items();
      return std::any_of(items.begin(), items.end(), [&](const Piece& one) { return one.text() == node->type; });
    };
    return Value{std::any_of(nodes.begin(), nodes.end(), agrees)};
  }
  if (name == "$ref") return cannot_say(keyword);
  for (const char* remark : {"title", "description", "$comment", "examples", "default", "format"}) {
    if (name == remark) return shop_.ledger.explain_below(keyword, "without-effect"), Value{true};
  }
  return of_value(keyword, name, nodes);
}

Value RuleMaker::is_present(const std::vector<const Node*>& nodes) {
  Value present{false};
  for (const Node* node : nodes) {
    // An object is there as soon as its place is: front ends make it before anything is answered.
    if (node->form == Form::object) return Value{true};
    for (const Asked* asked : questions_of({node})) {
      Value given = asked->comparison == Comparison::list ? rule(">",
                                                                 Value::object().with("count",
                                                                                      [&] {
                                                                                        Value list = Value::array();
                                                                                        list.push(variable(asked->id));
                                                                                        return list;
                                                                                      }()),
                                                                 Value{std::int64_t{0}})
                                                          : rule("!=", variable(asked->id), Value{});
      present = either(std::move(present), std::move(given));
    }
  }
  return present;
}

// JSON Schema lets a missing property satisfy any schema: only `required` beside it asks for one. A default is an answer as soon as its page is seen.
Value RuleMaker::of_properties(const Piece& properties, const Piece& schema, const std::vector<const Node*>& nodes) {
  shop_.ledger.carry(properties);
  const auto names = schema.member("required").items();
  Value whole{true};
  for (const auto& [name, below] : properties.members()) {
    std::vector<const Node*> named;
    bool may_be_missing = std::none_of(names.begin(), names.end(), [&, &wanted = name](const Piece& one) { return one.text() == wanted; });
    for (const Node* node : nodes) {
      for (const Node* child : node->named(name)) {
        named.push_back(child);
        // Front ends make an object before anything in it is answered.
        if (child->form == Form::object) may_be_missing = false;
      }
    }
    if (named.empty()) {
      shop_.report(below, "condition-reads-unknown", {{"name", name}});
      shop_.ledger.lose_below(below, "names-no-property");
      if (!may_be_missing) whole = Value{false};
      continue;
    }
    Value holds = of_schema(below, named);
    whole = both(std::move(whole), may_be_missing ? either(negation(is_present(named)), std::move(holds)) : std::move(holds));
  }
  return whole;
}

}  // namespace polku::exchange
