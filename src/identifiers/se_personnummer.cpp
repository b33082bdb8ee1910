// SPDX-License-Identifier: EUPL-1.2
// Swedish personal identity number and coordination number (personnummer, samordningsnummer).
//
// Law: Folkbokföringslag (1991:481), section 18: birth date, birth number, check digit; a plus instead of the hyphen from the year the
// person turns 100. Coordination number: the day plus 60 (Lag (2022:1697) om samordningsnummer). Check digit: Luhn (ISO/IEC 7812-1, annex
// B) over the nine digits before it, two-digit year; Skatteverket, SKV 704. Birth number 000 is not given out. Interim numbers with a
// letter are a reserve for software and are refused. Normal form: as much as was typed, with its separator: 19880320-0016 where the century
// was given, 880320-0016 or 090527+1474 where not. The century of a short number depends on today, which is not known here, so `born` is
// set only for a long one; a short one must be a day of the 1900s or 2000s.
#include "identifiers/scheme.h"

namespace polku::identifiers {
namespace {

int luhn_sum(std::string_view digits) {
  int sum = 0;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    const int product = digit_value(digits[i]) * (i % 2 == 0 ? 2 : 1);
    sum += product / 10 + product % 10;
  }
  return sum;
}

}  // namespace

Verdict check_se_personnummer(std::string_view compact) {
  char separator = '-';
  std::string digits{compact};
  if (compact.size() > 5 && !is_digit(compact[compact.size() - 5])) {
    separator = compact[compact.size() - 5];
    digits.erase(digits.size() - 5, 1);
  }
  const bool has_century = digits.size() == 12;
  if ((separator != '-' && separator != '+') || (!has_century && digits.size() != 10) || !all_digits(digits)) return {};
  const std::string_view ten = std::string_view{digits}.substr(has_century ? 2 : 0);
  const int year = number_of(ten.substr(0, 2)), month = number_of(ten.substr(2, 2));
  const int day = number_of(ten.substr(4, 2)) % 60 + (ten.substr(4, 2) == "60" ? 60 : 0);
  std::optional<calendar::Date> born;
  if (has_century) {
    born = calendar::make_date(number_of(digits.substr(0, 4)), month, day);
    if (!born || born->year < 1800) return {};
  } else if (!calendar::make_date(1900 + year, month, day) && !calendar::make_date(2000 + year, month, day)) {
    return {};
  }
  if (ten.substr(6, 3) == "000") return {};
  if (luhn_sum(ten) % 10 != 0) return {.fault = Fault::wrong_checksum, .normal = {}, .born = {}};
  if (has_century) separator = '-';
  return {.fault = Fault::none, .normal = digits.substr(0, digits.size() - 4) + separator + digits.substr(digits.size() - 4), .born = born};
}

}  // namespace polku::identifiers
