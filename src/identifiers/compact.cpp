// SPDX-License-Identifier: EUPL-1.2
#include "identifiers/scheme.h"
#include "text/utf8.h"

namespace polku::identifiers {
namespace {

constexpr char32_t combining_diaeresis = 0x0308;
constexpr char32_t combining_ring = 0x030A;

bool is_dash(char32_t c) { return (c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0xFE63 || c == 0xFF0D; }

char32_t upper(char32_t c) {
  if (c >= 'a' && c <= 'z') return c - 32;
  if (c == 0xE5 || c == 0xE4 || c == 0xF6) return c - 32;  // å ä ö
  return c;
}

}  // namespace

std::string compacted(std::string_view typed) {
  std::string result;
  while (!typed.empty()) {
    char32_t c = text::take_code_point(typed);
    if (text::is_blank(c) || c == 0x061C) continue;
    if (is_dash(c)) c = '-';
    if (c == combining_ring && !result.empty() && result.back() == 'A') {
      result.pop_back();
      c = 0xC5;
    } else if (c == combining_diaeresis && !result.empty() && (result.back() == 'A' || result.back() == 'O')) {
      c = result.back() == 'A' ? 0xC4 : 0xD6;
      result.pop_back();
    }
    text::append_code_point(result, upper(c));
  }
  return result;
}

bool all_digits(std::string_view text) {
  for (const char character : text) {
    if (!is_digit(character)) return false;
  }
  return !text.empty();
}

int number_of(std::string_view digits) {
  int number = 0;
  for (const char character : digits) number = number * 10 + digit_value(character);
  return number;
}

}  // namespace polku::identifiers
