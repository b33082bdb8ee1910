// SPDX-License-Identifier: EUPL-1.2
// Rules that give a number, money, a text or a date.
#include "rehearsal/generate/rule_maker.h"

#include <array>

namespace polku::rehearsal::generate {

using json::Value;
using Sort = Name::Sort;

namespace {

constexpr std::array<std::string_view, 6> roundings{"half-up", "half-even", "up", "down", "floor", "ceiling"};
constexpr std::array<std::string_view, 4> units{"days", "weeks", "months", "years"};
constexpr std::array<std::string_view, 6> days{"2024-02-29", "1999-12-31", "2026-11-22", "2026-12-24", "2031-01-01", "1952-07-19"};
constexpr std::array<std::string_view, 7> texts{"", "koivu", "Þ", "a b", "ä", "سنديان", "12"};
constexpr std::array<std::string_view, 9> numbers{"0", "1", "2", "3", "7", "0.5", "-4", "100", "12345678901234567890123456789012.5"};

Value list_of(std::vector<Value> items) { return Value{std::move(items)}; }

}  // namespace

Value RuleMaker::literal_number() {
  // As a JSON number: the last one only where it is read as a decimal of 34 digits.
  return Value{*text::Decimal::parse(dice_.pick(numbers))};
}

Value RuleMaker::number(int depth) {
  if (depth <= 0) {
    const auto* name = any(Sort::number);
    if (name && dice_.chance(70)) return read(*name);
    return literal_number();
  }
  switch (dice_.below(12)) {
    case 0: return call({"+", {number(depth - 1), number(depth - 1)}});
    case 1: return dice_.chance(30) ? call({"-", {number(depth - 1)}}) : call({"-", {number(depth - 1), number(depth - 1)}});
    case 2: return call({"*", {number(depth - 1), number(depth - 1)}});
    case 3: return call({"/", {number(depth - 1), number(depth - 1)}});
    case 4: return call({"%", {number(depth - 1), number(depth - 1)}});
    case 5: return call({dice_.chance(50) ? "max" : "min", {number(depth - 1), number(depth - 1)}});
    case 6: return call({"round", {number(depth - 1), Value{dice_.between(-1, 3)}, Value{dice_.pick(roundings)}}});
    case 7: return branch(&RuleMaker::number, depth);
    case 8: return number_of_dates(depth);
    case 9: return number_of_rows(depth);
    case 10: return measure(depth);
    default: break;
  }
  for (const auto& amount : amounts_) {
    if (amount.currency.empty() && dice_.chance(60)) return call({"amount", {Value{amount.name}}});
  }
  if (const auto* name = any(Sort::money)) {
    if (dice_.chance(30)) return call({"/", {read(*name), money(name->currency, depth - 1)}});
    return Value::object().with("var", Value{name->id + ".amount"});
  }
  return number(0);
}

Value RuleMaker::measure(int depth) {
  if (dice_.chance(35) && may_ask_missing_) return number_of_missing();
  if (const auto* several = any(Sort::options); several && dice_.chance(50)) return call({"length", {read(*several)}});
  return call({"length", {text(depth - 1)}});
}

Value RuleMaker::number_of_missing() {
  if (names_.empty()) return literal_number();
  const Value one{dice_.pick(names_).id}, other{dice_.pick(names_).id};
  if (dice_.chance(50)) return call({"length", {call({"missing", {one, other}})}});
  return call({"length", {call({"missing_some", {Value{std::int64_t{1}}, list_of({one, other})}})}});
}

Value RuleMaker::number_of_rows(int depth) {
  const auto* list = any(Sort::list);
  if (!list) return measure(depth);
  auto outward = inside(*list, Look::outward);
  auto within = inside(*list, Look::inside_only);
  switch (dice_.below(5)) {
    case 0: return call({"count", {read(*list)}});
    case 1: return call({"count", {read(*list), outward.truth(depth - 1)}});
    case 2: return call({"sum", {read(*list), outward.number(depth - 1)}});
    case 3: return call({"length", {call({"map", {read(*list), within.number(depth - 1)}})}});
    default: return call({"count", {call({"filter", {read(*list), within.truth(depth - 1)}})}});
  }
}

Value RuleMaker::number_of_dates(int depth) {
  switch (dice_.below(3)) {
    case 0:
      if (dice_.chance(50)) return call({"age", {date(depth - 1)}});
      return call({"age", {date(depth - 1), date(depth - 1)}});
    case 1: return call({"difference", {date(depth - 1), date(depth - 1), Value{dice_.pick(units)}}});
    default: return call({"working-days-between", {date(depth - 1), date(depth - 1)}});
  }
}

Value RuleMaker::money(const std::string& currency, int depth) {
  const auto plain = [&] {
    const auto* name = any(Sort::money, currency);
    if (name && dice_.chance(75)) return read(*name);
    return call({"money", {Value{dice_.between(0, 500)}, Value{currency}}});
  };
  if (depth <= 0) return plain();
  switch (dice_.below(8)) {
    case 0: return call({"+", {money(currency, depth - 1), money(currency, depth - 1)}});
    case 1: return call({"-", {money(currency, depth - 1), money(currency, depth - 1)}});
    case 2: return call({"round", {call({"*", {money(currency, depth - 1), number(depth - 1)}}), Value{std::int64_t{0}}, Value{dice_.pick(roundings)}}});
    case 3: return call({"round", {call({"/", {money(currency, depth - 1), number(depth - 1)}}), Value{std::int64_t{0}}, Value{dice_.pick(roundings)}}});
    case 4: return call({dice_.chance(50) ? "max" : "min", {money(currency, depth - 1), money(currency, depth - 1)}});
    case 5: {
      Arguments arguments{truth(depth - 1), money(currency, depth - 1), money(currency, depth - 1)};
      return call({"if", std::move(arguments)});
    }
    case 6:
      if (const auto* list = any(Sort::list)) return call({"sum", {read(*list), inside(*list, Look::outward).money(currency, depth - 1)}});
      break;
    default: break;
  }
  for (const auto& amount : amounts_) {
    if (amount.currency != currency || !dice_.chance(70)) continue;
    if (dice_.chance(70)) return call({"amount", {Value{amount.name}}});
    return call({"amount", {Value{amount.name}, date(0)}});
  }
  return plain();
}

Value RuleMaker::text(int depth) {
  if (depth <= 0) {
    const auto* name = any(Sort::text);
    if (name && dice_.chance(75)) return read(*name);
    return Value{dice_.pick(texts)};
  }
  switch (dice_.below(4)) {
    case 0: {
      Arguments parts{text(depth - 1), number(0)};
      if (const auto* name = any(Sort::option)) parts.push_back(read(*name));
      return call({"cat", std::move(parts)});
    }
    case 1: {
      Arguments parts{text(depth - 1), Value{dice_.between(-3, 3)}};
      if (dice_.chance(60)) parts.emplace_back(dice_.between(-2, 4));
      return call({"substr", std::move(parts)});
    }
    case 2: return branch(&RuleMaker::text, depth);
    default:
      if (const auto* name = any(Sort::address); name && dice_.chance(60)) {
        constexpr std::array<std::string_view, 4> members{"street", "postalCode", "town", "country"};
        return Value::object().with("var", Value{name->id + "." + std::string{dice_.pick(members)}});
      }
      if (const auto* name = any(Sort::money)) return Value::object().with("var", Value{name->id + ".currency"});
      return text(0);
  }
}

Value RuleMaker::date(int depth) {
  const auto plain = [&] {
    const auto* name = any(Sort::date);
    if (name && dice_.chance(70)) return read(*name);
    return dice_.chance(40) ? Value::object().with("today", Value::array()) : Value{dice_.pick(days)};
  };
  if (depth <= 0) return plain();
  constexpr std::array<std::string_view, 4> additions{"add-days", "add-months", "add-years", "working-days"};
  switch (dice_.below(3)) {
    case 0: return call({dice_.pick(additions), {date(depth - 1), dice_.chance(70) ? Value{dice_.between(-40, 40)} : number(depth - 1)}});
    case 1: return branch(&RuleMaker::date, depth);
    default: return plain();
  }
}

}  // namespace polku::rehearsal::generate
