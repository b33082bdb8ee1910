// SPDX-License-Identifier: EUPL-1.2
// Text and lists: `cat` and `merge` inside each other could double what they are given again and again, so both have an upper size.
#include <algorithm>

#include "json/writer.h"
#include "rules/evaluator.h"
#include "text/utf8.h"

namespace polku::rules {

using json::Type;
using json::Value;

namespace {

constexpr std::size_t longest_text = 1u << 20;
constexpr std::size_t longest_list = 1u << 16;

}  // namespace

std::string string_of(const Value& value) {
  switch (value.type()) {
    case Type::null: return {};
    case Type::boolean: return value.boolean() ? "true" : "false";
    case Type::number: return value.number().to_string();
    case Type::string: return value.string();
    case Type::array: {
      std::string joined;
      for (const Value& item : value.items()) {
        if (&item != &value.items().front()) joined += ',';
        joined += string_of(item);
        if (joined.size() > longest_text) break;
      }
      return joined;
    }
    case Type::object: return json::write(value);
  }
  return {};
}

Held Evaluator::whole_list(const Node& node, const Scope* scope) {
  Value list = Value::array();
  for (const Node& item : node.arguments) list.push(run(item, scope).take());
  return Held(std::move(list));
}

Held Evaluator::concatenate(const Node& node, const Scope* scope) {
  std::string joined;
  for (std::size_t index = 0; index < node.arguments.size(); ++index) {
    joined += string_of(*argument(node, index, scope));
    if (joined.size() > longest_text) return nothing("too-long");
  }
  return Held(Value(std::move(joined)));
}

// JavaScript's substr in code points: a negative start counts from the end, a negative length leaves so many off at the end.
Held Evaluator::substring(const Node& node, const Scope* scope) {
  const std::string words = string_of(*argument(node, 0, scope));
  const auto size = static_cast<std::int64_t>(text::count_code_points(words));
  std::int64_t start = whole(*argument(node, 1, scope)).value_or(0);
  if (start < 0) start = std::max<std::int64_t>(0, start + size);
  start = std::min(start, size);
  std::int64_t length = size - start;
  if (node.arguments.size() > 2) {
    const std::int64_t asked = std::clamp(whole(*argument(node, 2, scope)).value_or(0), -size, size);
    length = asked < 0 ? length + asked : std::min(length, asked);
  }
  std::string part;
  std::string_view rest = words;
  for (std::int64_t index = 0; index < start + length && !rest.empty(); ++index) {
    const char32_t code_point = text::take_code_point(rest);
    if (index >= start) text::append_code_point(part, code_point);
  }
  return Held(Value(std::move(part)));
}

Held Evaluator::length(const Node& node, const Scope* scope) {
  const Held value = argument(node, 0, scope);
  if (value->is(Type::string)) return Held(Value(static_cast<std::int64_t>(text::count_code_points(value->string()))));
  if (value->is(Type::array)) return Held(Value(static_cast<std::int64_t>(value->items().size())));
  return nothing("not-a-list");
}

Held Evaluator::merge(const Node& node, const Scope* scope) {
  Value merged = Value::array();
  for (std::size_t index = 0; index < node.arguments.size(); ++index) {
    Held part = argument(node, index, scope);
    if (part->is(Type::array)) {
      if (merged.items().size() + part->items().size() > longest_list) return nothing("too-long");
      for (const Value& item : part->items()) merged.push(item);
    } else {
      merged.push(std::move(part).take());
    }
  }
  return Held(std::move(merged));
}

Held Evaluator::map(const Node& node, const Scope* scope) {
  const Held list = argument(node, 0, scope);
  Value results = Value::array();
  if (!list->is(Type::array)) return Held(std::move(results));
  for (const Value& item : list->items()) {
    const Scope inner{Scope::Kind::item, &item};
    results.push(argument(node, 1, &inner).take());
  }
  return Held(std::move(results));
}

Held Evaluator::filter(const Node& node, const Scope* scope) {
  const Held list = argument(node, 0, scope);
  Value kept = Value::array();
  if (!list->is(Type::array)) return Held(std::move(kept));
  for (const Value& item : list->items()) {
    const Scope inner{Scope::Kind::item, &item};
    if (is_truthy(*argument(node, 1, &inner))) kept.push(item);
  }
  return Held(std::move(kept));
}

Held Evaluator::reduce(const Node& node, const Scope* scope) {
  const Held list = argument(node, 0, scope);
  Value accumulator = argument(node, 2, scope).take();
  if (!list->is(Type::array)) return Held(std::move(accumulator));
  for (const Value& item : list->items()) {
    const Scope inner{Scope::Kind::reduction, &item, &accumulator};
    Value next = argument(node, 1, &inner).take();
    accumulator = std::move(next);
  }
  return Held(std::move(accumulator));
}

Held Evaluator::quantify(const Node& node, const Scope* scope) {
  const Held list = argument(node, 0, scope);
  const bool is_empty = !list->is(Type::array) || list->items().empty();
  if (is_empty) return Held::truth(node.operation == Operator::none);
  const bool wanted = node.operation != Operator::all;  // what decides: one that holds, or for `all` one that does not
  for (const Value& item : list->items()) {
    const Scope inner{Scope::Kind::item, &item};
    if (is_truthy(*argument(node, 1, &inner)) == wanted) return Held::truth(node.operation == Operator::some);
  }
  return Held::truth(node.operation != Operator::some);
}

Held Evaluator::count(const Node& node, const Scope* scope) {
  const Held list = argument(node, 0, scope);
  if (!list->is(Type::array)) return nothing("not-a-list");
  std::int64_t count = 0;
  for (const Value& item : list->items()) {
    const Scope row{Scope::Kind::row, &item, nullptr, scope};
    if (node.arguments.size() < 2 || is_truthy(*argument(node, 1, &row))) ++count;
  }
  return Held(Value(count));
}

Held Evaluator::quantify_rows(const Node& node, const Scope* scope) {
  const Held list = argument(node, 0, scope);
  if (!list->is(Type::array)) return nothing("not-a-list");
  const bool is_any = node.operation == Operator::any;
  for (const Value& item : list->items()) {
    const Scope row{Scope::Kind::row, &item, nullptr, scope};
    if (is_truthy(*argument(node, 1, &row)) == is_any) return Held::truth(is_any);
  }
  return Held::truth(!is_any);
}

}  // namespace polku::rules
