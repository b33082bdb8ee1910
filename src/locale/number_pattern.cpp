// SPDX-License-Identifier: EUPL-1.2
#include "locale/number_pattern.h"

#include <algorithm>

#include "text/utf8.h"

namespace polku::locale {
namespace {

bool is_digit_sign(char sign) { return sign == '#' || sign == '0' || sign == ',' || sign == '.'; }

struct Half {
  Affixes affixes;
  std::string digits;
};

Half split(std::string_view pattern) {
  Half half;
  std::size_t begin = 0;
  while (begin < pattern.size() && !is_digit_sign(pattern[begin])) ++begin;
  std::size_t end = begin;
  while (end < pattern.size() && is_digit_sign(pattern[end])) ++end;
  half.affixes = {std::string(pattern.substr(0, begin)), std::string(pattern.substr(end))};
  half.digits = pattern.substr(begin, end - begin);
  return half;
}

}  // namespace

NumberPattern NumberPattern::parse(std::string_view pattern) {
  const std::size_t semicolon = pattern.find(';');
  const Half positive = split(pattern.substr(0, semicolon));
  NumberPattern result;
  result.positive = positive.affixes;
  if (semicolon == std::string_view::npos) {
    result.negative = {"-" + positive.affixes.prefix, positive.affixes.suffix};
  } else {
    result.negative = split(pattern.substr(semicolon + 1)).affixes;
  }
  const std::string whole = positive.digits.substr(0, positive.digits.find('.'));
  const std::size_t last = whole.rfind(',');
  if (last != std::string::npos) {
    result.primary = whole.size() - last - 1;
    const std::size_t before = last == 0 ? std::string::npos : whole.rfind(',', last - 1);
    result.secondary = before == std::string::npos ? result.primary : last - before - 1;
  }
  return result;
}

std::string fill(const std::string& affix, const Signs& signs) {
  std::string result;
  for (std::size_t at = 0; at < affix.size(); ++at) {
    if (affix[at] == '-') {
      result += signs.minus;
    } else if (affix[at] == '%') {
      result += signs.percent;
    } else if (affix.compare(at, 2, "\u00A4") == 0) {
      result += signs.currency;
      ++at;
    } else {
      result += affix[at];
    }
  }
  return result;
}

std::string write_digits(const text::Decimal& value, int minimum_places, const NumberPattern& pattern, const Separators& separators,
                         std::u32string_view digits) {
  const std::string plain = value.to_string(std::max(minimum_places, value.places()));
  const std::size_t start = value.is_negative() ? 1 : 0;
  const std::size_t point = std::min(plain.find('.'), plain.size());
  const std::size_t whole = point - start;
  const bool grouped = pattern.primary > 0 && whole >= pattern.primary + static_cast<std::size_t>(std::max(separators.minimum_grouping, 1));
  std::string result;
  for (std::size_t at = start; at < plain.size(); ++at) {
    if (at == point) {
      result += separators.decimal;
      continue;
    }
    const std::size_t left = point - at;  // whole digits from here to the point
    if (grouped && at > start && at < point && left >= pattern.primary &&
        (left == pattern.primary || (pattern.secondary > 0 && (left - pattern.primary) % pattern.secondary == 0))) {
      result += separators.group;
    }
    text::append_code_point(result, digits[static_cast<std::size_t>(plain[at] - '0')]);
  }
  return result;
}

}  // namespace polku::locale
