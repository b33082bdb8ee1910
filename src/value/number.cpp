// SPDX-License-Identifier: EUPL-1.2
// Numbers: exact decimals, in JSON a plain decimal string without exponent or superfluous zeros; with `integer` a JSON integer within
// ±2^53.
#include "value/characters.h"
#include "value/kind.h"
#include "value/numeral.h"

namespace polku::value {
namespace {

using Verdict = Numeral::Verdict;
constexpr std::int64_t largest_integer = std::int64_t{1} << 53;

// The number, or why there is none.
std::optional<text::Decimal> read(const Reading& reading, const Typed& typed, Decoded& decoded) {
  const Numeral numeral = read_numeral(simplified(only(typed), reading.locale), reading.locale);
  switch (numeral.verdict) {
    case Verdict::read: return numeral.value;
    case Verdict::unreadable: decoded = refused(problem::Code::not_a_number); break;
    case Verdict::ambiguous: decoded = refused(problem::Code::ambiguous_number, {{"one", numeral.value}, {"other", numeral.other}}); break;
    case Verdict::too_many_digits: decoded = refused(problem::Code::too_many_digits, {{"maximum", text::Decimal{text::Decimal::max_digits}}}); break;
  }
  return std::nullopt;
}

Decoded decode_number(const Reading& reading, const Typed& typed) {
  Decoded decoded;
  const auto number = read(reading, typed, decoded);
  if (!number) return decoded;
  judge_amount(reading.shape, *number, decoded.problems);
  decoded.value = json::Value{number->to_string()};
  return decoded;
}

Decoded decode_integer(const Reading& reading, const Typed& typed) {
  Decoded decoded;
  const auto number = read(reading, typed, decoded);
  if (!number) return decoded;
  if (!number->is_integer()) return refused(problem::Code::not_an_integer);
  if (compare(*number, text::Decimal{largest_integer}) > 0) {
    return refused(problem::Code::above_maximum, {{"maximum", reading.shape.maximum.value_or(text::Decimal{largest_integer})}});
  }
  if (compare(*number, text::Decimal{-largest_integer}) < 0) {
    return refused(problem::Code::below_minimum, {{"minimum", reading.shape.minimum.value_or(text::Decimal{-largest_integer})}});
  }
  judge_amount(reading.shape, *number, decoded.problems);
  decoded.value = json::Value{*number};
  return decoded;
}

std::string with_separator(std::string number, std::string_view decimal) {
  if (const std::size_t point = number.find('.'); point != std::string::npos) number.replace(point, 1, decimal);
  return number;
}

std::optional<Typed> typed_of_number(const Shape&, const json::Value& value, std::string_view decimal) {
  if (!value.is(json::Type::string)) return std::nullopt;
  return Typed{with_separator(value.string(), decimal)};
}

std::optional<Typed> typed_of_integer(const Shape&, const json::Value& value, std::string_view decimal) {
  if (!value.is(json::Type::number)) return std::nullopt;
  return Typed{with_separator(value.number().to_string(), decimal)};
}

std::string shown_decimal(const text::Decimal& number, const locale::Locale& locale) {
  return locale.number(number, {.minimum_places = 0, .maximum_places = number.places()});
}

std::string shown_number(const Shape&, const json::Value& value, const locale::Locale& locale) {
  const auto number = text::Decimal::parse(value.string());
  return number ? shown_decimal(*number, locale) : value.string();
}

std::string shown_integer(const Shape&, const json::Value& value, const locale::Locale& locale) { return shown_decimal(value.number(), locale); }

}  // namespace

void judge_amount(const Shape& shape, const text::Decimal& amount, problem::Problems& problems) {
  if (shape.minimum && amount < *shape.minimum) problems.push_back(made(problem::Code::below_minimum, {{"minimum", *shape.minimum}}));
  if (shape.maximum && *shape.maximum < amount) problems.push_back(made(problem::Code::above_maximum, {{"maximum", *shape.maximum}}));
  if (!shape.multiple_of) return;
  const auto rest = remainder(amount, *shape.multiple_of);
  if (!rest || !rest->is_zero()) problems.push_back(made(problem::Code::not_a_multiple, {{"step", *shape.multiple_of}}));
}

const KindRules number_rules{json::Type::string, decode_number, typed_of_number, shown_number};
const KindRules integer_rules{json::Type::number, decode_integer, typed_of_integer, shown_integer};

}  // namespace polku::value
