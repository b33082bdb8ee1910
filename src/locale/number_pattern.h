// SPDX-License-Identifier: EUPL-1.2
// A number pattern of CLDR (UTS #35, part 3, Number Format Patterns): "#,##0.###", "#,##0.00 ¤;-#,##0.00 ¤".
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "text/decimal.h"

namespace polku::locale {

// What stands before and behind the digits; ¤ % - are placeholders for the language's own signs.
struct Affixes {
  std::string prefix, suffix;
};

struct NumberPattern {
  Affixes positive, negative;
  std::size_t primary = 0, secondary = 0;  // sizes of the last and of the other groups; 0: none

  // Never fails: what is not a pattern gives one without groups and with everything as prefix.
  static NumberPattern parse(std::string_view pattern);
};

struct Signs {
  std::string_view minus, percent, currency;
};
std::string fill(const std::string& affix, const Signs& signs);

struct Separators {
  std::string_view decimal, group;
  int minimum_grouping = 1;
};
// Digits of an absolute value with separators, at least `minimum_places` behind the point.
std::string write_digits(const text::Decimal& value, int minimum_places, const NumberPattern& pattern, const Separators& separators,
                         std::u32string_view digits);

}  // namespace polku::locale
