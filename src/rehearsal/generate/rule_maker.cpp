// SPDX-License-Identifier: EUPL-1.2
#include "rehearsal/generate/rule_maker.h"

#include <array>

namespace polku::rehearsal::generate {

using json::Value;
using Sort = Name::Sort;

namespace {

constexpr std::array<std::string_view, 6> days{"2024-02-29", "1999-12-31", "2026-11-22", "2026-12-24", "2031-01-01", "1952-07-19"};
constexpr std::array<std::string_view, 7> texts{"", "koivu", "Þ", "a b", "ä", "سنديان", "12"};

struct Literals {
  Sort sort;
  std::array<std::string_view, 3> words;
};
constexpr std::array<Literals, 3> calendar_literals{
    {{Sort::month, {"2026-11", "1999-12", "2031-02"}}, {Sort::year, {"2026", "1952", "2034"}}, {Sort::time, {"08:00", "12:30", "23:59"}}}};

Value list_of(std::vector<Value> items) { return Value{std::move(items)}; }

}  // namespace

Value RuleMaker::call(Call made) {
  auto& arguments = made.arguments;
  // JsonLogic lets a single argument stand without brackets; what is a list itself needs them.
  const bool bare = arguments.size() == 1 && !arguments.front().is(json::Type::array) && dice_.chance(40);
  return Value::object().with(made.operation, bare ? arguments.front() : Value{std::move(arguments)});
}

const Name* RuleMaker::any(Sort sort, const std::string& currency) {
  std::vector<const Name*> found;
  for (const auto& name : names_) {
    if (name.sort == sort && (currency.empty() || name.currency == currency)) found.push_back(&name);
  }
  return found.empty() ? nullptr : found[dice_.below(found.size())];
}

// Now and then with a default for what is missing.
Value RuleMaker::read(const Name& name) {
  Value otherwise;
  switch (name.sort) {
    case Sort::truth: otherwise = Value{false}; break;
    case Sort::number: otherwise = literal_number(); break;
    case Sort::text: otherwise = Value{dice_.pick(texts)}; break;
    case Sort::date: otherwise = Value{dice_.pick(days)}; break;
    case Sort::option: otherwise = Value{name.options.front()}; break;
    default: break;
  }
  if (otherwise.is_null() || !dice_.chance(8)) return Value::object().with("var", Value{name.id});
  return Value::object().with("var", list_of({Value{name.id}, std::move(otherwise)}));
}

RuleMaker RuleMaker::inside(const Name& list, Look look) const {
  Names names = list.columns;
  if (look == Look::outward) names.insert(names.end(), names_.begin(), names_.end());
  RuleMaker maker{dice_, std::move(names), amounts_};
  maker.may_ask_missing_ = false;
  return maker;
}

Value RuleMaker::question(int depth) {
  const auto& name = dice_.pick(names_);
  Value known = call({"!=", {read(name), Value{}}});
  switch (name.sort) {
    case Sort::truth: known = dice_.chance(70) ? read(name) : call({"!", {read(name)}}); break;
    case Sort::option: known = call({dice_.chance(70) ? "==" : "!=", {read(name), Value{dice_.pick(name.options)}}}); break;
    case Sort::options: known = call({"in", {Value{dice_.pick(name.options)}, read(name)}}); break;
    case Sort::list: known = call({">", {call({"count", {read(name)}}), literal_number()}}); break;
    case Sort::number: known = call({dice_.chance(50) ? ">" : "<=", {read(name), literal_number()}}); break;
    case Sort::address:
    case Sort::presence: known = call({dice_.chance(70) ? "!!" : "!", {read(name)}}); break;
    default: break;
  }
  if (depth <= 0 || dice_.chance(40)) return known;
  return call({dice_.chance(50) ? "and" : "or", {std::move(known), truth(depth - 1)}});
}

Value RuleMaker::truth(int depth) {
  if (depth <= 0) {
    if (const auto* name = any(Sort::truth)) return read(*name);
    return compare(0);
  }
  switch (dice_.below(12)) {
    case 0: return call({"and", {truth(depth - 1), truth(depth - 1)}});
    case 1: return call({"or", {truth(depth - 1), truth(depth - 1), truth(depth - 2)}});
    case 2: return call({"!", {truth(depth - 1)}});
    case 3: return call({"!!", {dice_.chance(50) ? number(depth - 1) : text(depth - 1)}});
    case 4: return branch(&RuleMaker::truth, depth);
    case 5: return equal(depth);
    case 6: return among(depth);
    case 7:
    case 8: return of_rows(depth);
    case 9: return of_options(depth);
    case 10: return names_.empty() ? Value{true} : question(0);
    default: return compare(depth);
  }
}

Value RuleMaker::branch(Value (RuleMaker::*make)(int), int depth) {
  Arguments arguments{truth(depth - 1), (this->*make)(depth - 1), (this->*make)(depth - 1)};
  if (dice_.chance(30)) return call({"?:", std::move(arguments)});
  if (dice_.chance(30)) {
    arguments.insert(arguments.begin(), {truth(depth - 2), (this->*make)(depth - 2)});
  }
  return call({"if", std::move(arguments)});
}

Value RuleMaker::compare(int depth) {
  constexpr std::array<std::string_view, 4> orders{"<", "<=", ">", ">="};
  const auto order = dice_.pick(orders);
  if (dice_.chance(40)) {
    if (auto made = of_the_calendar(order); !made.is_null()) return made;
  }
  Arguments sides;
  if (const auto* name = any(Sort::money); name && dice_.chance(40)) {
    sides = {read(*name), money(name->currency, depth - 1)};
  } else if (dice_.chance(30)) {
    sides = {date(depth - 1), date(depth - 1)};
  } else {
    sides = {number(depth - 1), number(depth - 1)};
    if (order.front() == '<' && dice_.chance(25)) sides.push_back(number(depth - 2));
  }
  return call({order, std::move(sides)});
}

// A month, year or time beside another of its sort; null when none is known.
Value RuleMaker::of_the_calendar(std::string_view operation) {
  for (const auto& [sort, words] : calendar_literals) {
    const auto* name = any(sort);
    if (!name) continue;
    auto other = dice_.chance(25) ? read(*any(sort)) : Value{dice_.pick(words)};
    return call({operation, {read(*name), std::move(other)}});
  }
  return {};
}

Value RuleMaker::equal(int depth) {
  constexpr std::array<std::string_view, 4> equalities{"==", "!=", "===", "!=="};
  const auto equality = dice_.pick(equalities);
  switch (dice_.below(4)) {
    case 0:
      if (const auto* name = any(Sort::option)) return call({equality, {read(*name), Value{dice_.pick(name->options)}}});
      return call({equality, {number(depth - 1), number(depth - 1)}});
    case 1: return call({equality, {date(depth - 1), date(depth - 1)}});
    case 2:
      if (auto made = of_the_calendar(equality); !made.is_null()) return made;
      return call({equality, {text(depth - 1), text(depth - 1)}});
    default: return names_.empty() ? call({equality, {number(0), Value{}}}) : call({equality, {read(dice_.pick(names_)), Value{}}});
  }
}

Value RuleMaker::among(int depth) {
  if (const auto* name = any(Sort::options); name && dice_.chance(50)) return call({"in", {Value{dice_.pick(name->options)}, read(*name)}});
  if (const auto* name = any(Sort::option); name && dice_.chance(50)) {
    return call({"in", {read(*name), list_of({Value{name->options.front()}, Value{dice_.pick(name->options)}})}});
  }
  if (dice_.chance(50)) return call({"in", {number(depth - 1), call({"merge", {list_of({literal_number(), literal_number()}), literal_number()}})}});
  return call({"in", {text(depth - 1), text(depth - 1)}});
}

Value RuleMaker::of_rows(int depth) {
  const auto* list = any(Sort::list);
  if (!list) return compare(depth);
  constexpr std::array<std::string_view, 5> quantifiers{"all", "some", "none", "any", "every"};
  const auto quantifier = dice_.below(quantifiers.size());
  auto row = inside(*list, quantifier < 3 ? Look::inside_only : Look::outward);
  auto rows = read(*list);
  if (dice_.chance(20)) rows = call({"filter", {std::move(rows), inside(*list, Look::inside_only).truth(depth - 2)}});
  return call({quantifiers[quantifier], {std::move(rows), row.truth(depth - 1)}});
}

Value RuleMaker::of_options(int depth) {
  const auto* several = any(Sort::options);
  if (!several) return compare(depth);
  const auto item = Value::object().with("var", Value{""});
  constexpr std::array<std::string_view, 5> quantifiers{"all", "some", "none", "any", "every"};
  return call({dice_.pick(quantifiers), {read(*several), call({"==", {item, Value{dice_.pick(several->options)}}})}});
}

}  // namespace polku::rehearsal::generate
