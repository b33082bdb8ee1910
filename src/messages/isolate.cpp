// SPDX-License-Identifier: EUPL-1.2
#include "messages/isolate.h"

#include "text/utf8.h"

namespace polku::messages {
namespace {

// Blocks that UAX #9 gives the classes R and AL, assigned or not (DerivedBidiClass.txt, @missing lines).
bool is_right_to_left(char32_t c) {
  return (c >= 0x590 && c <= 0x8FF) || (c >= 0xFB1D && c <= 0xFDFF) || (c >= 0xFE70 && c <= 0xFEFE) || (c >= 0x10800 && c <= 0x10FFF) ||
         (c >= 0x1E800 && c <= 0x1EFFF);
}

bool is_direction_mark(char32_t c) { return c == 0x61C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069); }

bool is_arabic_digit(char32_t c) { return (c >= 0x660 && c <= 0x66C) || (c >= 0x6F0 && c <= 0x6F9); }

}  // namespace

bool needs_isolation(std::string_view words, text::Direction direction) {
  bool any_letter = false;
  while (!words.empty()) {
    const char32_t c = text::take_code_point(words);
    if (is_direction_mark(c)) return true;
    if (direction == text::Direction::left_to_right) {
      if (is_right_to_left(c)) return true;
    } else if (c != ' ') {
      // Digits and signs alone are neutral: in a right-to-left sentence "12-34" would be turned round.
      if (!is_right_to_left(c) || is_arabic_digit(c)) return true;
      any_letter = true;
    }
  }
  return direction == text::Direction::right_to_left && !any_letter;
}

void append_isolated(std::string& text, std::string_view words) {
  text += "\u2068";
  int open = 0;
  while (!words.empty()) {
    const std::string_view before = words;
    const char32_t c = text::take_code_point(words);
    if (c == 0x2069 && open == 0) continue;  // would close our isolate
    if (c == 0x2069) --open;
    if (c >= 0x2066 && c <= 0x2068) ++open;
    text += before.substr(0, before.size() - words.size());
  }
  for (; open > 0; --open) text += "\u2069";
  text += "\u2069";
}

}  // namespace polku::messages
