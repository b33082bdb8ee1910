// SPDX-License-Identifier: EUPL-1.2
#include "locale/fold.h"

#include "text/utf8.h"

namespace polku::locale {
namespace {

// Simple case folding of Unicode's CaseFolding.txt for these blocks.
char32_t fold(char32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z' ? c + 0x20 : c;
  if (c >= 0xC0 && c <= 0xDE && c != 0xD7) return c + 0x20;
  if (c == 0x178) return 0xFF;
  const bool pairs_from_odd = (c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E);
  if (pairs_from_odd) return c % 2 == 1 ? c + 1 : c;
  const bool pairs_from_even = (c >= 0x100 && c <= 0x177 && c != 0x130 && c != 0x131 && c != 0x138 && c != 0x149) || (c >= 0x1E00 && c <= 0x1EFF);
  if (pairs_from_even) return c % 2 == 0 ? c + 1 : c;
  if (c >= 0x391 && c <= 0x3A9) return c + 0x20;
  if (c >= 0x400 && c <= 0x40F) return c + 0x50;
  if (c >= 0x410 && c <= 0x42F) return c + 0x20;
  if (c >= 0x48A && c <= 0x4BF) return c % 2 == 0 ? c + 1 : c;
  return c;
}

}  // namespace

std::string fold(std::string_view text) {
  std::string folded;
  while (!text.empty()) text::append_code_point(folded, fold(text::take_code_point(text)));
  return folded;
}

}  // namespace polku::locale
