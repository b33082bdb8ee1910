// SPDX-License-Identifier: EUPL-1.2
// Telephone numbers: 5 to 15 digits. With a country code the normal form is E.164 (ITU-T E.164, section 6: "+" and at most 15 digits);
// without one it is the national number's digits as typed, for which country is meant is not known here. Understood: blanks, hyphens,
// points, slashes and parentheses anywhere between digits, native digits, "00" for "+", "tel:" in front, and the trunk zero that people
// leave after a country code, "+358 (0)40 …".
#include "text/utf8.h"
#include "value/characters.h"
#include "value/kind.h"

namespace polku::value {
namespace {

Decoded decode_phone(const Reading& reading, const Typed& typed) {
  const std::string plain = simplified(only(typed), reading.locale);
  std::string_view rest = plain;
  if (text::to_lower_ascii(rest.substr(0, 4)) == "tel:") rest.remove_prefix(4);
  std::string digits;
  bool international = false;
  while (!rest.empty()) {
    if (rest.substr(0, 3) == "(0)" && (international || digits.substr(0, 2) == "00")) {
      rest.remove_prefix(3);
      continue;
    }
    const char c = rest[0];
    rest.remove_prefix(1);
    if (is_ascii_digit(c)) {
      digits += c;
    } else if (c == '+' && digits.empty() && !international) {
      international = true;
    } else if (std::string_view{" -().+/"}.find(c) == std::string_view::npos || c == '+') {
      return refused(problem::Code::not_a_phone);
    }
  }
  if (!international && digits.substr(0, 2) == "00") {
    international = true;
    digits.erase(0, 2);
  }
  const bool begins_well = !international || (!digits.empty() && digits[0] != '0');
  if (!begins_well || digits.size() < 5 || digits.size() > 15) return refused(problem::Code::not_a_phone);
  return judged_text(reading.shape, (international ? "+" : "") + digits, 16);
}

}  // namespace

const KindRules phone_rules{json::Type::string, decode_phone, typed_of_string, shown_string};

}  // namespace polku::value
