// SPDX-License-Identifier: EUPL-1.2
// Finnish business id (Y-tunnus, FO-nummer): seven digits, hyphen, check digit. Normal form with the hyphen: 2077474-0.
//
// Law: Business Information Act 244/2001, section 9 (given by the Finnish Patent and Registration Office and the Tax Administration;
// ytj.fi). Check digit: weights 7 9 10 5 8 4 2, sum modulo 11; remainder 0 gives 0, 2 to 10 give 11 minus the remainder, and numbers with
// remainder 1 are not given out. Understood too: six digits before the hyphen (ids of the 1970s, a zero goes in front), eight digits
// without the hyphen, and the VAT number (FI before eight digits), which is the same id. Seven digits without a hyphen are refused: no one
// can say whether the zero or the check digit is missing.
#include "identifiers/scheme.h"

namespace polku::identifiers {

Verdict check_fi_business_id(std::string_view compact) {
  if (compact.substr(0, 2) == "FI") compact.remove_prefix(2);
  const std::size_t hyphen = compact.find('-');
  std::string digits;
  if (hyphen == std::string_view::npos) {
    if (compact.size() != 8) return {};
    digits = compact;
  } else {
    if ((hyphen != 7 && hyphen != 6) || compact.size() != hyphen + 2) return {};
    if (hyphen == 6) digits = "0";
    digits.append(compact.substr(0, hyphen)).append(compact.substr(hyphen + 1));
  }
  if (!all_digits(digits) || digits == "00000000") return {};
  constexpr int weights[] = {7, 9, 10, 5, 8, 4, 2};
  int sum = 0;
  for (std::size_t i = 0; i < 7; ++i) sum += weights[i] * digit_value(digits[i]);
  const int remainder = sum % 11;
  if (remainder == 1 || (remainder == 0 ? 0 : 11 - remainder) != digit_value(digits[7])) {
    return {.fault = Fault::wrong_checksum, .normal = {}, .born = {}};
  }
  return {.fault = Fault::none, .normal = digits.substr(0, 7) + "-" + digits.substr(7), .born = {}};
}

}  // namespace polku::identifiers
