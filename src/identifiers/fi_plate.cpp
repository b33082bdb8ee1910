// SPDX-License-Identifier: EUPL-1.2
// Finnish vehicle registration number. Normal form: both parts with a hyphen between, as on the plate: KRT-482. No checksum.
//
// Law: Government Decree on Vehicle Registration 893/2007, section 25 (as amended by 320/2008):
//   cars and trailers       two or three letters, a number of at most three digits      KRT-482, AB-1
//   mopeds, motorcycles     a number of at most three digits, two or three letters      12-ABC (both orders are met on plates; the order
//   typed is kept) tractors, snowmobiles   at most three letters, at most three digits                 A-12 diplomatic              CD and
//   at most four digits, C and at most five              CD-1234
// Older trailers still on the road: P, a letter and four digits. The number does not begin with a zero, "CD" belongs to diplomats
// (Transport and Communications Agency, "Rekisterikilvet"). Letters are A to Z and Å Ä Ö; Åland's plates (ÅLA-100) have the same form.
#include "identifiers/scheme.h"

namespace polku::identifiers {
namespace {

// Letters at the front of `text`, counted as letters, not bytes; `bytes` is how far they reach.
struct Letters {
  int count = 0;
  std::size_t bytes = 0;
};

Letters letters_of(std::string_view text) {
  Letters letters;
  while (letters.bytes < text.size()) {
    const std::string_view rest = text.substr(letters.bytes);
    const std::string_view pair = rest.substr(0, 2);
    if (is_letter(rest[0])) {
      letters.bytes += 1;
    } else if (pair == "\xC3\x85" || pair == "\xC3\x84" || pair == "\xC3\x96") {  // Å Ä Ö
      letters.bytes += 2;
    } else {
      break;
    }
    ++letters.count;
  }
  return letters;
}

bool fits(std::string_view letters, int count, std::size_t digits) {
  if (letters == "CD") return digits <= 4;
  if (letters == "C" && digits > 3) return digits <= 5;
  if (count == 2 && letters[0] == 'P' && digits == 4) return true;
  return count >= 1 && count <= 3 && digits <= 3;
}

}  // namespace

Verdict check_fi_plate(std::string_view compact) {
  const bool letters_first = !compact.empty() && !is_digit(compact[0]);
  std::string_view first, second;
  if (const std::size_t hyphen = compact.find('-'); hyphen != std::string_view::npos) {
    first = compact.substr(0, hyphen);
    second = compact.substr(hyphen + 1);
  } else {
    std::size_t end = letters_first ? letters_of(compact).bytes : 0;
    while (!letters_first && end < compact.size() && is_digit(compact[end])) ++end;
    first = compact.substr(0, end);
    second = compact.substr(end);
  }
  const std::string_view word = letters_first ? first : second;
  const std::string_view number = letters_first ? second : first;
  const Letters letters = letters_of(word);
  if (letters.count == 0 || letters.bytes != word.size() || !all_digits(number) || number[0] == '0') return {};
  if (!fits(word, letters.count, number.size()) || (!letters_first && number.size() > 3)) return {};
  return {.fault = Fault::none, .normal = std::string{first} + "-" + std::string{second}, .born = {}};
}

}  // namespace polku::identifiers
