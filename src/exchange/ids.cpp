// SPDX-License-Identifier: EUPL-1.2
#include <array>

#include "exchange/plan.h"
#include "text/utf8.h"

namespace polku::exchange {

namespace {

constexpr std::size_t longest = 64;

// Letters of Latin scripts without their marks, as registers that know ASCII alone write them.
struct Letter {
  char32_t letter;
  std::string_view plain;
};
// clang-format off
constexpr Letter letters[] = {
    {0xDF, "ss"}, {0xE0, "a"}, {0xE1, "a"}, {0xE2, "a"}, {0xE3, "a"}, {0xE4, "a"}, {0xE5, "a"}, {0xE6, "ae"}, {0xE7, "c"}, {0xE8, "e"}, {0xE9, "e"}, {0xEA, "e"},
    {0xEB, "e"}, {0xEC, "i"}, {0xED, "i"}, {0xEE, "i"}, {0xEF, "i"}, {0xF0, "d"}, {0xF1, "n"}, {0xF2, "o"}, {0xF3, "o"}, {0xF4, "o"}, {0xF5, "o"}, {0xF6, "o"},
    {0xF8, "o"}, {0xF9, "u"}, {0xFA, "u"}, {0xFB, "u"}, {0xFC, "u"}, {0xFD, "y"}, {0xFE, "th"}, {0xFF, "y"}, {0x101, "a"}, {0x103, "a"}, {0x105, "a"}, {0x107, "c"},
    {0x10D, "c"}, {0x10F, "d"}, {0x111, "d"}, {0x113, "e"}, {0x117, "e"}, {0x119, "e"}, {0x11B, "e"}, {0x123, "g"}, {0x12B, "i"}, {0x12F, "i"}, {0x137, "k"}, {0x13A, "l"},
    {0x13C, "l"}, {0x13E, "l"}, {0x142, "l"}, {0x144, "n"}, {0x146, "n"}, {0x148, "n"}, {0x14B, "n"}, {0x151, "o"}, {0x153, "oe"}, {0x155, "r"}, {0x159, "r"}, {0x15B, "s"},
    {0x15F, "s"}, {0x161, "s"}, {0x163, "t"}, {0x165, "t"}, {0x167, "t"}, {0x16B, "u"}, {0x16F, "u"}, {0x171, "u"}, {0x173, "u"}, {0x17A, "z"}, {0x17C, "z"}, {0x17E, "z"},
};
// clang-format on

// Small and capital letters stand side by side: in Latin-1 32 apart, in Latin Extended-A odd and even.
char32_t lower(char32_t letter) {
  if (letter >= 0xC0 && letter <= 0xDE && letter != 0xD7) return letter + 32;
  if ((letter >= 0x100 && letter <= 0x137) || (letter >= 0x14A && letter <= 0x177)) return letter | 1;
  if ((letter >= 0x139 && letter <= 0x148) || (letter >= 0x179 && letter <= 0x17E)) return letter + (letter & 1);
  return letter;
}

// Of words anywhere in an id.
std::string hyphenated(std::string_view words) {
  std::string id;
  bool was_small = false, wants_hyphen = false;
  const auto append = [&](std::string_view part) {
    if (wants_hyphen && !id.empty()) id += '-';
    wants_hyphen = false;
    id += part;
  };
  while (!words.empty()) {
    const char32_t sign = text::take_code_point(words);
    const bool capital = sign >= 'A' && sign <= 'Z', digit = sign >= '0' && sign <= '9';
    const bool next_is_small = !words.empty() && words.front() >= 'a' && words.front() <= 'z';
    if (capital && (was_small || (next_is_small && !id.empty()))) wants_hyphen = true;
    std::string_view plain;
    const char small = static_cast<char>(capital ? sign + 32 : sign);
    if (capital || digit || (sign >= 'a' && sign <= 'z')) {
      plain = {&small, 1};
    } else {
      for (const Letter& letter : letters) {
        if (letter.letter == lower(sign)) plain = letter.plain;
      }
    }
    if (plain.empty())
      wants_hyphen = true;
    else
      append(plain);
    was_small = !plain.empty() && !capital;
  }
  return id.empty() ? "x" : id;
}

std::string begun_by_letter(std::string id) {
  if (id.front() >= '0' && id.front() <= '9') id.insert(0, "n-");
  return id;
}

}  // namespace

std::string kebab(std::string_view words) { return begun_by_letter(hyphenated(words)); }

std::string kebab_path(const std::vector<std::string>& parts) {
  std::string path;
  for (auto part = parts.rbegin(); part != parts.rend(); ++part) {
    std::string longer = hyphenated(*part) + (path.empty() ? "" : "-" + path);
    if (longer.size() > longest && !path.empty()) break;
    path = std::move(longer);
  }
  path = begun_by_letter(path.empty() ? "x" : path);
  if (path.size() > longest) path.resize(longest);
  while (!path.empty() && path.back() == '-') path.pop_back();
  return path;
}

std::string Ids::take(const std::string& wanted, const std::string& otherwise) {
  std::vector<std::string> tries{wanted};
  if (!otherwise.empty()) tries.push_back(otherwise);
  for (const std::string& one : tries) {
    if (one.size() <= longest && taken_.insert(one).second) return one;
  }
  for (std::size_t number = 2;; ++number) {
    const std::string tail = "-" + std::to_string(number);
    std::string one = wanted.substr(0, longest - tail.size()) + tail;
    if (taken_.insert(one).second) return one;
  }
}

}  // namespace polku::exchange
