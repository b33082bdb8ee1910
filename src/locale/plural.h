// SPDX-License-Identifier: EUPL-1.2
// Plural categories by the rules of CLDR (UTS #35, part 3, Language Plural Rules), read from their own text form.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "text/decimal.h"

namespace polku::json {
class Tape;
}

namespace polku::locale {

enum class PluralCategory : std::uint8_t { zero, one, two, few, many, other };
std::string_view name_of(PluralCategory category);

// n i v w f t c of UTS #35, from a number as it will be shown: "1.50" has v = 2, w = 1.
struct PluralOperands {
  text::Decimal n;     // absolute value
  text::Decimal i;     // integer digits
  int v = 0, w = 0;    // fraction digits with and without trailing zeros
  text::Decimal f, t;  // those digits as integers
  int c = 0;           // compact exponent

  // From plain or compact ("1c6", "1e6") notation as in CLDR's samples. std::nullopt: no number.
  static std::optional<PluralOperands> parse(std::string_view shown);
};

class PluralRules {
 public:
  // {"one": "i = 1 and v = 0 @integer 1", "other": ...} as pairs; samples are ignored. std::nullopt: not in the grammar of UTS #35.
  static std::optional<PluralRules> compile(const std::vector<std::pair<std::string_view, std::string_view>>& rules);
  PluralCategory select(const PluralOperands& operands) const;

  struct Relation {
    char operand;
    text::Decimal modulus;
    bool negated;
    std::vector<std::pair<text::Decimal, text::Decimal>> ranges;
  };
  struct Condition {
    std::vector<std::vector<Relation>> any_of;
    PluralCategory category;
  };

 private:
  friend void describe(json::Tape& tape, PluralRules& rules);
  std::vector<Condition> conditions_;
};

}  // namespace polku::locale
