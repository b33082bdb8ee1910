// SPDX-License-Identifier: EUPL-1.2
// Money: exact, {"amount": "120.00", "currency": "EUR"} with always the currency's digits (ISO 4217 as CLDR has them).
#include "value/characters.h"
#include "value/currency_mention.h"
#include "value/kind.h"
#include "value/numeral.h"

namespace polku::value {
namespace {

using Verdict = Numeral::Verdict;

json::Value amount_of(const text::Decimal& amount, int places, const std::string& currency) {
  return json::Value::object().with("amount", json::Value{amount.to_string(places)}).with("currency", json::Value{currency});
}

Decoded decode_money(const Reading& reading, const Typed& typed) {
  const Shape& shape = reading.shape;
  const std::string plain = without_currency(simplified(only(typed), reading.locale), shape.currency, reading.locale);
  const Numeral numeral = read_numeral(plain, reading.locale);
  if (numeral.verdict == Verdict::unreadable) return refused(problem::Code::not_a_number);
  if (numeral.verdict == Verdict::ambiguous) {
    return refused(problem::Code::ambiguous_number, {{"one", numeral.value}, {"other", numeral.other}});
  }
  const int places = locale::currency_places(shape.currency).value_or(2);
  if (numeral.verdict == Verdict::too_many_digits) {
    return refused(problem::Code::too_many_digits, {{"maximum", text::Decimal{text::Decimal::max_digits}}});
  }
  if (numeral.value.places() > places) return refused(problem::Code::too_many_decimals, {{"maximum", text::Decimal{places}}});
  Decoded decoded;
  judge_amount(shape, numeral.value, decoded.problems);
  decoded.value = amount_of(numeral.value, places, shape.currency);
  return decoded;
}

std::optional<Typed> typed_of_money(const Shape&, const json::Value& value, std::string_view decimal) {
  const auto amount = value.find_string("amount");
  if (!amount || !value.find_string("currency")) return std::nullopt;
  std::string typed{*amount};
  if (const std::size_t point = typed.find('.'); point != std::string::npos) typed.replace(point, 1, decimal);
  return Typed{std::move(typed)};
}

std::string shown_money(const Shape&, const json::Value& value, const locale::Locale& locale) {
  const auto written = value.find_string("amount"), currency = value.find_string("currency");
  if (!written || !currency) return {};
  const auto amount = text::Decimal::parse(*written);
  return amount ? locale.money(*amount, *currency) : std::string{*written};
}

}  // namespace

const KindRules money_rules{json::Type::object, decode_money, typed_of_money, shown_money};

}  // namespace polku::value
