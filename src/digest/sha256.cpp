// SPDX-License-Identifier: EUPL-1.2
// FIPS 180-4, section 6.2.
#include <bit>
#include <cstddef>

#include "digest/digest.h"

namespace polku::digest {
namespace {

using Word = std::uint32_t;

constexpr Word constants[64] = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5, 0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74,
    0x80deb1fe, 0x9bdc06a7, 0xc19bf174, 0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da, 0x983e5152, 0xa831c66d,
    0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967, 0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e,
    0x92722c85, 0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070, 0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5,
    0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3, 0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

struct State {
  std::array<Word, 8> words = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};

  void add_block(const unsigned char* block) {
    Word schedule[64];
    for (std::size_t t = 0; t < 16; ++t) {
      schedule[t] = Word{block[4 * t]} << 24 | Word{block[4 * t + 1]} << 16 | Word{block[4 * t + 2]} << 8 | Word{block[4 * t + 3]};
    }
    for (std::size_t t = 16; t < 64; ++t) {
      const Word early = schedule[t - 15];
      const Word late = schedule[t - 2];
      const Word small_0 = std::rotr(early, 7) ^ std::rotr(early, 18) ^ (early >> 3);
      const Word small_1 = std::rotr(late, 17) ^ std::rotr(late, 19) ^ (late >> 10);
      schedule[t] = small_1 + schedule[t - 7] + small_0 + schedule[t - 16];
    }
    auto [a, b, c, d, e, f, g, h] = words;
    for (std::size_t t = 0; t < 64; ++t) {
      const Word large_1 = std::rotr(e, 6) ^ std::rotr(e, 11) ^ std::rotr(e, 25);
      const Word large_0 = std::rotr(a, 2) ^ std::rotr(a, 13) ^ std::rotr(a, 22);
      const Word first = h + large_1 + ((e & f) ^ (~e & g)) + constants[t] + schedule[t];
      const Word second = large_0 + ((a & b) ^ (a & c) ^ (b & c));
      h = g;
      g = f;
      f = e;
      e = d + first;
      d = c;
      c = b;
      b = a;
      a = first + second;
    }
    const Word after[8] = {a, b, c, d, e, f, g, h};
    for (std::size_t index = 0; index < 8; ++index) words[index] += after[index];
  }
};

}  // namespace

std::array<std::uint8_t, 32> sha256(std::string_view bytes) {
  State state;
  const std::uint64_t bits = std::uint64_t{bytes.size()} * 8;
  while (bytes.size() >= 64) {
    unsigned char block[64];
    for (std::size_t index = 0; index < 64; ++index) block[index] = static_cast<unsigned char>(bytes[index]);
    state.add_block(block);
    bytes.remove_prefix(64);
  }
  unsigned char last[128] = {};
  for (std::size_t index = 0; index < bytes.size(); ++index) last[index] = static_cast<unsigned char>(bytes[index]);
  last[bytes.size()] = 0x80;
  const std::size_t length = bytes.size() < 56 ? 64 : 128;
  for (std::size_t index = 0; index < 8; ++index) last[length - 1 - index] = static_cast<unsigned char>(bits >> (8 * index));
  state.add_block(last);
  if (length == 128) state.add_block(last + 64);

  std::array<std::uint8_t, 32> digest;
  for (std::size_t index = 0; index < 32; ++index) digest[index] = static_cast<std::uint8_t>(state.words[index / 4] >> (24 - 8 * (index % 4)));
  return digest;
}

std::string sha256_hex(std::string_view bytes) {
  constexpr char digits[] = "0123456789abcdef";
  std::string hex;
  for (std::uint8_t byte : sha256(bytes)) {
    hex += digits[byte >> 4];
    hex += digits[byte & 15];
  }
  return hex;
}

}  // namespace polku::digest
