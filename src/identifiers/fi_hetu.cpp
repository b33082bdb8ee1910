// SPDX-License-Identifier: EUPL-1.2
// Finnish personal identity code (henkilötunnus, personbeteckning): DDMMYY, separator, three digits, check character.
//
// Law: Government Decree on the Population Information System 128/2010, section 2; its amendment in force since 1 January 2023 adds
// separators and makes them part of what tells two people apart (so the separator is never dropped or changed here):
//   1800s +    1900s - Y X W V U    2000s A B C D E F        (Digital and Population Data Services Agency, dvv.fi/hetu-uudistus)
// Check character: the nine digits divided by 31; the remainder selects from the 31 characters below (same section).
//
// Individual numbers: the agency gives out 002 to 899; 000 and 001 do not exist. 900 to 999 are temporary numbers, given by hospitals and
// the like and not kept in the Population Information System; the agency's own fictional examples and test persons (100190-999P) use them
// too. The decree itself sets no upper limit. They are accepted: the form is right, a newborn's family has no other code, and no test needs
// a living person's. Whether the day lies in the future is not looked at: there is no clock here, and "A" with a year to come is judged by
// the question's own rules (`born`).
#include "identifiers/scheme.h"

namespace polku::identifiers {
namespace {

constexpr std::string_view check_characters = "0123456789ABCDEFHJKLMNPRSTUVWXY";

int century_of(char separator) {
  if (separator == '+') return 1800;
  if (separator == '-' || (separator >= 'U' && separator <= 'Y')) return 1900;
  if (separator >= 'A' && separator <= 'F') return 2000;
  return 0;
}

}  // namespace

Verdict check_fi_hetu(std::string_view compact) {
  if (compact.size() != 11) return {};
  const std::string_view birth = compact.substr(0, 6);
  const std::string_view individual = compact.substr(7, 3);
  const int century = century_of(compact[6]);
  if (!all_digits(birth) || !all_digits(individual) || century == 0) return {};
  const auto born = calendar::make_date(century + number_of(birth.substr(4, 2)), number_of(birth.substr(2, 2)), number_of(birth.substr(0, 2)));
  if (!born || number_of(individual) < 2 || check_characters.find(compact[10]) == std::string_view::npos) return {};
  const long long nine_digits = number_of(birth) * 1000LL + number_of(individual);
  if (check_characters[static_cast<std::size_t>(nine_digits % 31)] != compact[10]) return {.fault = Fault::wrong_checksum, .normal = {}, .born = {}};
  return {.fault = Fault::none, .normal = std::string{compact}, .born = born};
}

}  // namespace polku::identifiers
