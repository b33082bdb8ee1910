// SPDX-License-Identifier: EUPL-1.2
#include "value/characters.h"

#include "text/utf8.h"

namespace polku::value {
namespace {

int digit_of(char32_t c, const locale::Locale* locale) {
  constexpr char32_t zeros[] = {U'0', 0x0660, 0x06F0, 0xFF10};
  for (const char32_t zero : zeros) {
    if (c >= zero && c <= zero + 9) return static_cast<int>(c - zero);
  }
  if (locale == nullptr) return -1;
  for (const std::u32string& set : locale->digit_sets()) {
    if (const auto place = set.find(c); place != std::u32string::npos) return static_cast<int>(place);
  }
  return -1;
}

}  // namespace

bool is_invisible(char32_t c) {
  return (c >= 0x200B && c <= 0x200F) || c == 0x2060 || c == 0xFEFF || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x061C;
}

bool is_dash(char32_t c) { return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0xFE63 || c == 0xFF0D; }

bool is_line_break(char32_t c) { return (c >= 0x0A && c <= 0x0D) || c == 0x85 || c == 0x2028 || c == 0x2029; }

bool is_control(char32_t c) { return (c < 0x20 && c != '\t' && !is_line_break(c)) || (c >= 0x7F && c < 0xA0 && c != 0x85); }

std::string simplified(std::string_view typed, const locale::Locale* locale) {
  std::string result;
  bool blank_before = false;
  while (!typed.empty()) {
    const char32_t c = text::take_code_point(typed);
    if (is_invisible(c)) continue;
    if (text::is_blank(c)) {
      blank_before = !result.empty();
      continue;
    }
    if (blank_before) result += ' ';
    blank_before = false;
    if (const int digit = digit_of(c, locale); digit >= 0) {
      result += static_cast<char>('0' + digit);
    } else if (is_dash(c)) {
      result += '-';
    } else if (c == 0xFF0E || c == 0xFF0C || c == 0xFF0B) {  // full-width . , +
      result += c == 0xFF0E ? '.' : c == 0xFF0C ? ',' : '+';
    } else {
      text::append_code_point(result, c);
    }
  }
  return result;
}

}  // namespace polku::value
