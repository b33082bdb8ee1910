// SPDX-License-Identifier: EUPL-1.2
#include "value/numeral.h"

#include <string>
#include <vector>

#include "text/utf8.h"
#include "value/characters.h"

namespace polku::value {
namespace {

using Verdict = Numeral::Verdict;

constexpr char32_t arabic_decimal = 0x066B, arabic_group = 0x066C;

// Digits between separators: parts has one element more than separators.
struct Pieces {
  std::vector<std::string> parts{std::string{}};
  std::vector<char32_t> separators;
};

char32_t first_code_point(std::string_view text) { return text.empty() ? U'\0' : text::take_code_point(text); }

bool is_group_only(char32_t c) { return c == ' ' || c == '\'' || c == 0x2019 || c == arabic_group; }

struct Marks {
  char32_t decimal = U'.', group = U'\0';
  explicit Marks(const locale::Locale* locale) {
    if (locale == nullptr) return;
    if (!locale->decimal_separator().empty()) decimal = first_code_point(locale->decimal_separator());
    group = first_code_point(locale->group_separator());
  }
  bool knows(char32_t c) const { return is_group_only(c) || c == arabic_decimal || c == '.' || c == ',' || c == decimal || c == group; }
  // A language's own group separator that is neither point nor comma cannot separate decimals.
  bool only_groups(char32_t c) const { return is_group_only(c) || (c == group && c != '.' && c != ',' && c != decimal); }
  bool only_decimals(char32_t c) const { return c == arabic_decimal || (c == decimal && c != '.' && c != ','); }
};

std::optional<Pieces> cut(std::string_view text, const Marks& marks) {
  Pieces pieces;
  while (!text.empty()) {
    const char32_t c = text::take_code_point(text);
    if (c >= '0' && c <= '9') {
      pieces.parts.back() += static_cast<char>(c);
    } else if (marks.knows(c)) {
      pieces.separators.push_back(c == 0x2019 ? U'\'' : c);
      pieces.parts.emplace_back();
    } else {
      return std::nullopt;
    }
  }
  return pieces;
}

// The first `count` parts as groups of three.
bool are_groups(const Pieces& pieces, std::size_t count) {
  const std::string& first = pieces.parts.front();
  if (first.empty() || first.size() > 3 || first[0] == '0') return false;
  for (std::size_t i = 1; i < count; ++i) {
    if (pieces.parts[i].size() != 3 || (i > 1 && pieces.separators[i - 1] != pieces.separators[0])) return false;
  }
  return true;
}

std::string joined(const Pieces& pieces, std::size_t count) {
  std::string digits;
  for (std::size_t i = 0; i < count; ++i) digits += pieces.parts[i];
  return digits;
}

Numeral parsed(std::string_view sign, const std::string& whole, const std::string& decimals) {
  if (whole.empty() && decimals.empty()) return {};
  const std::string number = std::string{sign} + (whole.empty() ? "0" : whole) + "." + (decimals.empty() ? "0" : decimals);
  const auto value = text::Decimal::parse(number);
  if (!value) return {.verdict = Verdict::too_many_digits};
  return {.verdict = Verdict::read, .value = *value};
}

Numeral read_unsigned(std::string_view sign, const Pieces& pieces, const Marks& marks) {
  const std::size_t count = pieces.separators.size();
  if (count == 0) return parsed(sign, pieces.parts[0], {});
  const char32_t last = pieces.separators.back();
  bool repeated = false;
  for (std::size_t i = 0; i + 1 < count; ++i) repeated = repeated || pieces.separators[i] == last;
  const bool can_group = !marks.only_decimals(last) && are_groups(pieces, count + 1);
  const bool can_decimal =
      !marks.only_groups(last) && !repeated && (count == 1 || are_groups(pieces, count)) && !(count > 1 && marks.only_decimals(pieces.separators[0]));
  const Numeral grouped = can_group ? parsed(sign, joined(pieces, count + 1), {}) : Numeral{};
  const Numeral with_decimals = can_decimal ? parsed(sign, joined(pieces, count), pieces.parts[count]) : Numeral{};
  if (!can_group || (can_decimal && last == marks.decimal)) return with_decimals;
  if (!can_decimal) return grouped;
  if (grouped.verdict != Verdict::read) return grouped;
  return {.verdict = Verdict::ambiguous, .value = grouped.value, .other = with_decimals.value};
}

}  // namespace

Numeral read_numeral(std::string_view text, const locale::Locale* locale) {
  std::string_view sign;
  if (!text.empty() && (text[0] == '-' || text[0] == '+')) {
    sign = text.substr(0, 1);
    text.remove_prefix(1);
    if (!text.empty() && text[0] == ' ') text.remove_prefix(1);
  }
  const Marks marks{locale};
  const auto pieces = cut(text, marks);
  if (!pieces) return {};
  return read_unsigned(sign, *pieces, marks);
}

}  // namespace polku::value
