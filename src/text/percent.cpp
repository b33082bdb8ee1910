// SPDX-License-Identifier: EUPL-1.2
#include "text/percent.h"

namespace polku::text {

std::string percent_encoded(std::string_view words, std::string_view also_plain) {
  constexpr std::string_view hexadecimal = "0123456789ABCDEF";
  std::string encoded;
  for (const char letter : words) {
    const bool alphanumeric = (letter >= 'A' && letter <= 'Z') || (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9');
    if (alphanumeric || std::string_view{"-._~"}.find(letter) != std::string_view::npos || also_plain.find(letter) != std::string_view::npos) {
      encoded += letter;
      continue;
    }
    const auto byte = static_cast<unsigned char>(letter);
    encoded += '%';
    encoded += hexadecimal[byte >> 4U];
    encoded += hexadecimal[byte & 15U];
  }
  return encoded;
}

}  // namespace polku::text
