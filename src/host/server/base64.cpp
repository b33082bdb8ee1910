// SPDX-License-Identifier: EUPL-1.2
#include "host/server/base64.h"

#include <cstdint>

namespace polku::server {
namespace {

constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

}  // namespace

std::string to_base64_url(std::string_view bytes) {
  std::string words;
  std::uint32_t held = 0;
  unsigned bits = 0;
  for (const char letter : bytes) {
    held = (held << 8U) | static_cast<unsigned char>(letter);
    for (bits += 8; bits >= 6; bits -= 6) words += letters[(held >> (bits - 6)) & 63U];
  }
  if (bits > 0) words += letters[(held << (6 - bits)) & 63U];
  return words;
}

std::optional<std::string> from_base64_url(std::string_view words) {
  if (words.size() % 4 == 1) return std::nullopt;
  std::string bytes;
  std::uint32_t held = 0;
  unsigned bits = 0;
  for (const char letter : words) {
    const auto at = letters.find(letter);
    if (at == std::string_view::npos) return std::nullopt;
    held = (held << 6U) | static_cast<std::uint32_t>(at);
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes += static_cast<char>((held >> bits) & 255U);
  }
  return bytes;
}

}  // namespace polku::server
