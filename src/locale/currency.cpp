// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "locale/currency_sign.h"
#include "locale/locale.h"
#include "text/utf8.h"

namespace polku::locale {
namespace {

// Currencies that do not have two digits: CLDR supplemental currencyData/fractions. A test compares the lists with the pinned package.
constexpr std::string_view no_digits =
    "ADP AFN ALL BIF BYR CLP COP DJF ESP GNF HUF IDR IQD IRR ISK ITL JPY KMF KPW KRW LAK LBP LUF MGA MGF MMK MRO PKR PYG RWF SLL SOS STD "
    "SYP "
    "TMM TRL UGX UYI VND VUV XAF XOF XPF YER ZMK ZWD";
constexpr std::string_view three_digits = "BHD JOD KWD LYD OMR TND";
constexpr std::string_view four_digits = "CLF UYW";

}  // namespace

std::optional<int> currency_places(std::string_view currency) {
  const bool well_formed = currency.size() == 3 && std::all_of(currency.begin(), currency.end(), [](char letter) { return letter >= 'A' && letter <= 'Z'; });
  if (!well_formed) return std::nullopt;
  if (no_digits.find(currency) != std::string_view::npos) return 0;
  if (three_digits.find(currency) != std::string_view::npos) return 3;
  if (four_digits.find(currency) != std::string_view::npos) return 4;
  return 2;
}

bool is_letter_beside_number(std::string_view sign, Side side) {
  if (sign.empty()) return false;
  char32_t beside = 0;
  while (!sign.empty()) {
    beside = text::take_code_point(sign);
    if (side == Side::first) break;
  }
  if (beside < 0x80) return (beside >= 'A' && beside <= 'Z') || (beside >= 'a' && beside <= 'z');
  const bool currency_sign = (beside >= 0xA2 && beside <= 0xA5) || (beside >= 0x20A0 && beside <= 0x20CF) || (beside >= 0xFFE0 && beside <= 0xFFE6);
  return !currency_sign;
}

}  // namespace polku::locale
