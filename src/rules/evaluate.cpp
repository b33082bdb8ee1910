// SPDX-License-Identifier: EUPL-1.2
#include <utility>

#include "rules/evaluator.h"

namespace polku::rules {

using json::Type;
using json::Value;

namespace {

const Value* step_into(const Value& value, const std::string& segment) {
  if (value.is(Type::object)) return value.find(segment);
  if (!value.is(Type::array) || segment.empty() || segment.size() > 9) return nullptr;
  std::size_t index = 0;
  for (char digit : segment) {
    if (digit < '0' || digit > '9') return nullptr;
    index = index * 10 + static_cast<std::size_t>(digit - '0');
  }
  return index < value.items().size() ? &value.items()[index] : nullptr;
}

const Value* walk(const Value* value, const std::vector<std::string>& path, std::size_t from) {
  for (std::size_t index = from; value && index < path.size(); ++index) value = step_into(*value, path[index]);
  return value;
}

Held borrow(const Value* value) { return value ? Held::borrow(*value) : Held(); }

}  // namespace

bool is_truthy(const Value& value) {
  switch (value.type()) {
    case Type::null: return false;
    case Type::boolean: return value.boolean();
    case Type::number: return !value.number().is_zero();
    case Type::string: return !value.string().empty();
    case Type::array: return !value.items().empty();
    case Type::object: return true;
  }
  return false;
}

DataEnvironment::DataEnvironment(const Value& data, calendar::Date today, calendar::Holidays holidays)
    : data_(data), today_(today), holidays_(std::move(holidays)) {}

const Value* DataEnvironment::variable(std::string_view name) const { return step_into(data_, std::string(name)); }

Value evaluate(const Rule& rule, const Environment& environment, Trace* trace) {
  if (rule.empty()) return Value();
  return Evaluator(environment, trace).run(rule.root(), nullptr).take();
}

__attribute__((weak)) bool can_trace() { return true; }

Held Evaluator::run(const Node& node, const Scope* scope) {
  if (node.operation == Operator::literal) return Held::borrow(node.literal);
  if (!can_trace() || !trace_) return apply(node, scope);
  const std::size_t index = trace_->size();
  trace_->push_back(Step{depth_, print(node), Value(), {}});
  ++depth_;
  remark_ = {};
  Held result = apply(node, scope);
  --depth_;
  Step& step = (*trace_)[index];
  step.result = *result;
  step.remark = std::string(std::exchange(remark_, {}));
  return result;
}

Held Evaluator::argument(const Node& node, std::size_t index, const Scope* scope) {
  return index < node.arguments.size() ? run(node.arguments[index], scope) : Held();
}

Held Evaluator::look_up(const std::vector<std::string>& path, const Scope* scope) const {
  while (scope && scope->kind == Scope::Kind::row && !path.empty()) {
    if (const Value* found = scope->value->find(path.front())) return borrow(walk(found, path, 1));
    scope = scope->outer;
  }
  if (!scope) {
    if (const Value* data = environment_.data()) return borrow(walk(data, path, 0));
    return path.empty() ? Held() : borrow(walk(environment_.variable(path.front()), path, 1));
  }
  if (scope->kind != Scope::Kind::reduction) return borrow(walk(scope->value, path, 0));
  if (path.empty()) return Held(Value::object().with("current", *scope->value).with("accumulator", *scope->accumulator));
  if (path.front() == "current") return borrow(walk(scope->value, path, 1));
  if (path.front() == "accumulator") return borrow(walk(scope->accumulator, path, 1));
  return Held();
}

Held Evaluator::variable(const Node& node, const Scope* scope) {
  if (node.has_path) {
    Held found = look_up(node.path, scope);
    // Only what is not there takes the default; Held gives null for it without borrowing.
    if (found.is_borrowed() || node.arguments.empty() || node.path.empty()) return found;
    return run(node.arguments.front(), scope);
  }
  const Held name = argument(node, 0, scope);
  Held found = name->is_null() ? look_up({}, scope) : look_up(split_path(string_of(*name)), scope);
  return found.is_borrowed() || name->is_null() ? std::move(found) : argument(node, 1, scope);
}

Value Evaluator::missing_among(const Value& names, const Scope* scope) const {
  Value missing = Value::array();
  for (const Value& name : names.items()) {
    const Held found = look_up(split_path(string_of(name)), scope);
    if (found->is_null() || (found->is(Type::string) && found->string().empty())) missing.push(name);
  }
  return missing;
}

Held Evaluator::missing(const Node& node, const Scope* scope) {
  Value names = Value::array();
  for (std::size_t index = 0; index < node.arguments.size(); ++index) {
    Held name = argument(node, index, scope);
    if (index == 0 && name->is(Type::array)) return Held(missing_among(*name, scope));
    names.push(std::move(name).take());
  }
  return Held(missing_among(names, scope));
}

Held Evaluator::missing_some(const Node& node, const Scope* scope) {
  const Held needed = argument(node, 0, scope);
  const Held names = argument(node, 1, scope);
  if (!names->is(Type::array)) return Held(Value::array());
  Value missing = missing_among(*names, scope);
  const auto present = static_cast<std::int64_t>(names->items().size() - missing.items().size());
  const auto number = number_of(*needed);
  if (number && text::compare(text::Decimal{present}, *number) >= 0) return Held(Value::array());
  return Held(std::move(missing));
}

Held Evaluator::choose(const Node& node, const Scope* scope) {
  std::size_t index = 0;
  for (; index + 1 < node.arguments.size(); index += 2) {
    if (is_truthy(*run(node.arguments[index], scope))) return run(node.arguments[index + 1], scope);
  }
  return argument(node, index, scope);
}

Held Evaluator::first_that(const Node& node, const Scope* scope, bool wanted) {
  for (std::size_t index = 0; index + 1 < node.arguments.size(); ++index) {
    Held result = run(node.arguments[index], scope);
    if (is_truthy(*result) == wanted) return result;
  }
  return node.arguments.empty() ? Held() : run(node.arguments.back(), scope);
}

Held Evaluator::apply(const Node& node, const Scope* scope) {
  switch (node.operation) {
    case Operator::literal: return Held::borrow(node.literal);
    case Operator::list: return whole_list(node, scope);
    case Operator::var: return variable(node, scope);
    case Operator::missing: return missing(node, scope);
    case Operator::missing_some: return missing_some(node, scope);
    case Operator::if_:
    case Operator::ternary: return choose(node, scope);
    case Operator::and_: return first_that(node, scope, false);
    case Operator::or_: return first_that(node, scope, true);
    case Operator::not_: return Held::truth(!is_truthy(*argument(node, 0, scope)));
    case Operator::truth: return Held::truth(is_truthy(*argument(node, 0, scope)));
    case Operator::equal:
    case Operator::not_equal:
    case Operator::strict_equal:
    case Operator::strict_not_equal: return equal(node, scope);
    case Operator::less:
    case Operator::less_or_equal:
    case Operator::greater:
    case Operator::greater_or_equal: return compare(node, scope);
    case Operator::in: return contains(node, scope);
    case Operator::plus:
    case Operator::times:
    case Operator::max:
    case Operator::min: return accumulate(node, scope);
    case Operator::minus: return minus(node, scope);
    case Operator::divided: return divide(node, scope);
    case Operator::remainder: return remainder(node, scope);
    case Operator::round: return round(node, scope);
    case Operator::money: return money(node, scope);
    case Operator::cat: return concatenate(node, scope);
    case Operator::substr: return substring(node, scope);
    case Operator::length: return length(node, scope);
    case Operator::merge: return merge(node, scope);
    case Operator::map: return map(node, scope);
    case Operator::filter: return filter(node, scope);
    case Operator::reduce: return reduce(node, scope);
    case Operator::all:
    case Operator::some:
    case Operator::none: return quantify(node, scope);
    case Operator::count: return count(node, scope);
    case Operator::sum: return sum(node, scope);
    case Operator::any:
    case Operator::every: return quantify_rows(node, scope);
    case Operator::today: return Held(Value(calendar::to_string(environment_.today())));
    case Operator::age: return age(node, scope);
    case Operator::add_days: return add(node, scope, calendar::Unit::days);
    case Operator::add_months: return add(node, scope, calendar::Unit::months);
    case Operator::add_years: return add(node, scope, calendar::Unit::years);
    case Operator::difference: return difference(node, scope);
    case Operator::working_days: return working_days(node, scope);
    case Operator::working_days_between: return working_days_between(node, scope);
    case Operator::amount: return amount(node, scope);
    case Operator::log: return argument(node, 0, scope);
  }
  return Held();
}

}  // namespace polku::rules
