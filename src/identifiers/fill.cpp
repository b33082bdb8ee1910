// SPDX-License-Identifier: EUPL-1.2
#include "identifiers/engine.h"

namespace polku::identifiers {
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
