// SPDX-License-Identifier: EUPL-1.2
#include "text/unicode_classes.h"

#include <cstddef>
#include <span>

namespace polku::text {

namespace {

#include "text/unicode_classes.inc"  // generated into the build folder

using Packed = std::span<const unsigned char>;

char32_t take_number(Packed& packed) {
  char32_t number = 0;
  unsigned shift = 0;
  while (!packed.empty()) {
    const unsigned char byte = packed.front();
    packed = packed.subspan(1);
    number |= static_cast<char32_t>(byte & 0x7FU) << shift;
    if (byte < 0x80) break;
    shift += 7;
  }
  return number;
}

std::vector<Pattern::Range> unpack(Packed packed) {
  std::vector<Pattern::Range> ranges;
  char32_t next = 0;
  while (!packed.empty()) {
    const char32_t first = next + take_number(packed);
    const char32_t last = first + take_number(packed);
    ranges.push_back({first, last});
    next = last + 1;
  }
  return ranges;
}

}  // namespace

std::optional<std::vector<Pattern::Range>> unicode_class(std::string_view name) {
  if (name == "L") return unpack(letters);
  if (name == "N") return unpack(numbers);
  if (name == "Lu") return unpack(upper_letters);
  if (name == "Ll") return unpack(lower_letters);
  return std::nullopt;
}

}  // namespace polku::text
