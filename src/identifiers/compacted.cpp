// SPDX-License-Identifier: EUPL-1.2
#include "identifiers/engine.h"
#include "text/utf8.h"

namespace polku::identifiers {
namespace {

bool is_within(char32_t c, char32_t first, char32_t last) { return c >= first && c <= last; }

bool is_dash(char32_t c) { return is_within(c, 0x2010, 0x2015) || c == 0x2212 || c == 0xFE63 || c == 0xFF0D; }

char32_t upper(char32_t c) {
  const bool latin = is_within(c, 'a', 'z') || (is_within(c, 0xE0, 0xFE) && c != 0xF7);
  const bool greek_or_cyrillic = is_within(c, 0x3B1, 0x3C9) || is_within(c, 0x430, 0x44F);
  if (latin || greek_or_cyrillic) return c - 0x20;
  return is_within(c, 0x450, 0x45F) ? c - 0x50 : c;
}

// A, O and U with a diaeresis, A with a ring: as some devices write them, in two characters.
char32_t joined(char letter, char32_t mark) {
  if (mark == 0x030A && letter == 'A') return 0xC5;
  if (mark != 0x0308) return 0;
  return letter == 'A' ? 0xC4 : letter == 'O' ? 0xD6 : letter == 'U' ? 0xDC : 0;
}

}  // namespace

std::string compacted(const Scheme& scheme, std::string_view typed) {
  std::string result;
  while (!typed.empty()) {
    char32_t c = text::take_code_point(typed);
    if (text::is_blank(c) || c == 0x061C) continue;
    if (is_dash(c)) c = '-';
    if (const char32_t both = result.empty() ? 0 : joined(result.back(), c); both != 0) {
      result.pop_back();
      c = both;
    }
    std::string character;
    text::append_code_point(character, upper(c));
    for (const Replacement& one : scheme.replace) {
      if (one.from == character) character = one.to;
    }
    if (scheme.drop.find(character) == std::string::npos) result += character;
  }
  return result;
}

namespace {

// Bytes of the code point at the front of valid text.
std::size_t width_of(std::string_view text) {
  std::size_t width = 1;
  while (width < text.size() && (static_cast<unsigned char>(text[width]) & 0xC0) == 0x80) ++width;
  return width;
}

}  // namespace

std::string fill(std::string_view pattern, std::string_view characters) {
  if (pattern.empty()) return std::string{characters};
  std::string result;
  for (std::size_t at = 0; at < pattern.size() && !characters.empty(); ++at) {
    std::size_t bytes = 0;
    if (pattern[at] == '#') {
      bytes = width_of(characters);
    } else if (pattern[at] == '*') {
      std::size_t after = 0;
      for (std::size_t next = at + 1; next < pattern.size(); ++next) after += pattern[next] == '#' ? 1u : 0u;
      bytes = characters.size() > after ? characters.size() - after : 0;
    } else {
      result += pattern[at];
    }
    result += characters.substr(0, bytes);
    characters.remove_prefix(bytes);
  }
  return result;
}

}  // namespace polku::identifiers
