// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "locale/currency_sign.h"
#include "locale/locale.h"

namespace polku::locale {

using text::Decimal;
using text::Rounding;

std::string Locale::write(const Decimal& value, const NumberShape& shape, NumberPattern pattern, std::string_view currency_sign) const {
  const Decimal rounded = value.rounded(std::max(shape.maximum_places, shape.minimum_places), Rounding::half_even);
  if (shape.grouping == NumberShape::Grouping::plain) pattern.primary = 0;
  const Affixes& affixes = rounded.is_negative() ? pattern.negative : pattern.positive;
  const Signs signs{minus_, percent_sign_, currency_sign};
  return fill(affixes.prefix, signs) + write_digits(rounded, shape.minimum_places, pattern, {decimal_, group_, minimum_grouping_}, digits_) +
         fill(affixes.suffix, signs);
}

std::string Locale::number(const Decimal& value, const NumberShape& shape) const { return write(value, shape, number_, {}); }

std::string Locale::percent(const Decimal& fraction, const NumberShape& shape) const {
  return write(multiply(fraction, Decimal{100}).value_or(fraction), shape, percent_, {});
}

std::string Locale::money(const Decimal& amount, std::string_view currency) const {
  const auto known = std::find_if(currencies_.begin(), currencies_.end(), [&](const auto& entry) { return entry.first == currency; });
  const std::string_view sign = known == currencies_.end() ? currency : std::string_view(known->second);
  const bool before = money_.positive.prefix.find("\u00A4") != std::string::npos;
  const NumberPattern& pattern = is_letter_beside_number(sign, before ? Side::last : Side::first) ? money_beside_letter_ : money_;
  const int places = currency_places(currency).value_or(2);
  return write(amount, {places, places}, pattern, sign);
}

}  // namespace polku::locale
