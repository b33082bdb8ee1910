// SPDX-License-Identifier: EUPL-1.2
// International Bank Account Number, ISO 13616-1: country, two check digits, up to 30 letters and digits. Normal form without blanks.
//
// Check: the first four characters go to the end, letters count as 10 to 35, the whole modulo 97 is 1 (ISO 7064, MOD 97-10). Check digits
// are 02 to 98. Length by country: the SWIFT IBAN Registry. A country not in the table is refused: its IBANs cannot be told from typing
// errors. The inside of the account number (national check digits) is the bank's business.
#include "identifiers/scheme.h"

namespace polku::identifiers {
namespace {

constexpr std::string_view lengths =
    "AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 ES24 FI18 FK18 FO18 "
    "FR27 GB22 "
    "GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 "
    "MK19 MN20 "
    "MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 "
    "TN24 TR26 "
    "UA29 VA22 VG24 XK20 YE30 ";

}  // namespace

Verdict check_iban(std::string_view compact) {
  if (compact.size() < 15 || compact.size() > 34) return {};
  for (const char character : compact) {
    if (!is_digit(character) && !is_letter(character)) return {};
  }
  std::size_t entry = 0;
  while (entry < lengths.size() && lengths.substr(entry, 2) != compact.substr(0, 2)) entry += 5;
  if (entry >= lengths.size() || static_cast<std::size_t>(number_of(lengths.substr(entry + 2, 2))) != compact.size()) return {};
  if (!all_digits(compact.substr(2, 2))) return {};
  int remainder = 0;
  for (std::size_t i = 0; i < compact.size(); ++i) {
    const char character = compact[(i + 4) % compact.size()];
    remainder = is_digit(character) ? remainder * 10 + digit_value(character) : remainder * 100 + (character - 'A' + 10);
    remainder %= 97;
  }
  const int check_digits = number_of(compact.substr(2, 2));
  if (remainder != 1 || check_digits < 2 || check_digits > 98) return {.fault = Fault::wrong_checksum, .normal = {}, .born = {}};
  return {.fault = Fault::none, .normal = std::string{compact}, .born = {}};
}

std::string format_iban(std::string_view normal) {
  std::string grouped;
  for (std::size_t i = 0; i < normal.size(); ++i) {
    if (i > 0 && i % 4 == 0) grouped += ' ';
    grouped += normal[i];
  }
  return grouped;
}

}  // namespace polku::identifiers
