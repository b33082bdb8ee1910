// SPDX-License-Identifier: EUPL-1.2
// Reading a number as people write it, for numbers and money.
//
// Digits may be native, blanks of any width, apostrophes and the Arabic U+066C separate groups of three, U+066B and the language's own
// decimal separator decimals; a point or a comma can do either. D is the language's decimal separator (fi, sv: comma; en, ar: point).
//
// - One point or comma, which can be no group separator (not exactly three digits after it; or none, more than three, or a zero first
//   before it): it separates decimals.
// - One that can, and is D: it separates decimals, for so the engine itself writes the number into a field (fi "1,234", en "1.234").
// - One that can, and is not D: both readings stand, `ambiguous`, for a guess may be wrong a thousandfold (fi, sv "1.234"; en, ar
//   "1,234": an English speaker means 1234, a Finn with the English form 1.234). Writing 1234, or D before the decimals, settles it.
// - Separators of two kinds: the last, standing once, separates decimals, those before it groups; "1.234,567" and "1 234.567" have one
//   reading.
// - The same separator more than once: groups ("1.234.567"), in any language.
// - Groups have three digits, the first one to three; anything else is no number. Mixed group separators are no number.
#pragma once

#include <optional>
#include <string_view>

#include "locale/locale.h"
#include "text/decimal.h"

namespace polku::value {

struct Numeral {
  enum class Verdict { read, unreadable, ambiguous, too_many_digits } verdict = Verdict::unreadable;
  text::Decimal value = {};  // ambiguous: without the separator (1234)
  text::Decimal other = {};  // ambiguous: with it as decimal separator (1.234)
};

// `simplified` text (characters.h), with at most one sign in front.
Numeral read_numeral(std::string_view simplified, const locale::Locale* locale);

}  // namespace polku::value
