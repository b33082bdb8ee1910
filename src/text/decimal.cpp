// SPDX-License-Identifier: EUPL-1.2
#include "text/decimal.h"

#include <algorithm>
#include <array>
#include <limits>

namespace polku::text {

namespace {

__extension__ using Wide = unsigned __int128;

constexpr int wide_digits = 38;  // every number of 38 digits fits in 128 bits

constexpr std::array<Wide, wide_digits + 1> make_powers() {
  std::array<Wide, wide_digits + 1> powers{};
  powers[0] = 1;
  for (std::size_t i = 1; i < powers.size(); ++i) powers[i] = powers[i - 1] * 10;
  return powers;
}
constexpr auto powers = make_powers();

constexpr Wide power_of_ten(int exponent) { return powers[static_cast<std::size_t>(exponent)]; }

int count_digits(Wide value) {
  int digits = 0;
  while (digits <= wide_digits && value >= power_of_ten(digits)) ++digits;
  return digits;
}

// 256 bits in limbs of 32, least significant first: holds the product of two coefficients (68 digits, 226 bits).
using Limbs = std::array<std::uint32_t, 8>;

Limbs multiply_wide(Wide left, Wide right) {
  Limbs product{};
  for (std::size_t i = 0; i < 4; ++i) {
    std::uint64_t carry = 0;
    const auto a = static_cast<std::uint32_t>(left >> (32 * i));
    for (std::size_t j = 0; j < 4; ++j) {
      const auto b = static_cast<std::uint32_t>(right >> (32 * j));
      const std::uint64_t sum = std::uint64_t{a} * b + product[i + j] + carry;
      product[i + j] = static_cast<std::uint32_t>(sum);
      carry = sum >> 32;
    }
    product[i + 4] = static_cast<std::uint32_t>(carry);
  }
  return product;
}

std::uint32_t divide_by_ten(Limbs& limbs) {
  std::uint64_t rest = 0;
  for (std::size_t i = limbs.size(); i-- > 0;) {
    rest = (rest << 32) | limbs[i];
    limbs[i] = static_cast<std::uint32_t>(rest / 10);
    rest %= 10;
  }
  return static_cast<std::uint32_t>(rest);
}

bool fits_wide(const Limbs& limbs) { return (limbs[4] | limbs[5] | limbs[6] | limbs[7]) == 0; }

Wide to_wide(const Limbs& limbs) {
  Wide value = 0;
  for (std::size_t i = 4; i-- > 0;) value = (value << 32) | limbs[i];
  return value;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

struct DecimalParts {
  // A value of at most 38 digits, trailing zeros allowed; std::nullopt when it is outside what a Decimal holds.
  static std::optional<Decimal> make(Wide coefficient, std::int64_t exponent, bool negative) {
    Decimal result;
    if (coefficient == 0) return result;
    while (coefficient % 10 == 0) {
      coefficient /= 10;
      ++exponent;
    }
    const int digits = count_digits(coefficient);
    if (digits > Decimal::max_digits || digits + exponent > Decimal::max_places || -exponent > Decimal::max_places) return std::nullopt;
    return unchecked(coefficient, exponent, negative);
  }

  static Decimal unchecked(Wide coefficient, std::int64_t exponent, bool negative) {
    Decimal result;
    if (coefficient == 0) return result;
    while (coefficient % 10 == 0) {
      coefficient /= 10;
      ++exponent;
    }
    result.coefficient_ = coefficient;
    result.exponent_ = static_cast<std::int32_t>(exponent);
    result.negative_ = negative;
    return result;
  }

  static Wide coefficient(const Decimal& value) { return value.coefficient_; }
  static int exponent(const Decimal& value) { return value.exponent_; }

  static int compare_magnitudes(const Decimal& left, const Decimal& right) {
    const int left_top = count_digits(left.coefficient_) + left.exponent_;
    const int right_top = count_digits(right.coefficient_) + right.exponent_;
    if (left_top != right_top) return left_top < right_top ? -1 : 1;
    // The same leading place: aligned, neither has more digits than the longer one had.
    const int lowest = std::min(left.exponent_, right.exponent_);
    const Wide a = left.coefficient_ * power_of_ten(left.exponent_ - lowest);
    const Wide b = right.coefficient_ * power_of_ten(right.exponent_ - lowest);
    return a == b ? 0 : a < b ? -1 : 1;
  }
};

Decimal::Decimal(std::int64_t whole) {
  const auto bits = static_cast<std::uint64_t>(whole);
  *this = DecimalParts::unchecked(whole < 0 ? 0 - bits : bits, 0, whole < 0);
}

std::optional<Decimal> Decimal::parse(std::string_view text) {
  std::size_t at = 0;
  bool negative = false;
  if (at < text.size() && (text[at] == '+' || text[at] == '-')) negative = text[at++] == '-';

  Wide coefficient = 0;
  int digits = 0;             // of the coefficient
  std::int64_t pending = 0;   // zeros after it, significant only if another digit follows
  std::int64_t fraction = 0;  // digits after the point
  bool any_digit = false;
  bool after_point = false;
  for (; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '.' && !after_point) {
      after_point = true;
      continue;
    }
    if (!is_digit(c)) break;
    any_digit = true;
    if (after_point) ++fraction;
    if (c == '0') {
      if (coefficient != 0) ++pending;
      continue;
    }
    if (digits + pending + 1 > max_digits) return std::nullopt;
    coefficient = coefficient * power_of_ten(static_cast<int>(pending) + 1) + static_cast<unsigned>(c - '0');
    digits = coefficient < 10 ? 1 : digits + static_cast<int>(pending) + 1;
    pending = 0;
  }
  if (!any_digit) return std::nullopt;

  std::int64_t exponent = 0;
  if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
    ++at;
    bool below = false;
    if (at < text.size() && (text[at] == '+' || text[at] == '-')) below = text[at++] == '-';
    if (at == text.size() || !is_digit(text[at])) return std::nullopt;
    constexpr std::int64_t longer_than_any_text = 1'000'000'000'000'000;
    for (; at < text.size() && is_digit(text[at]); ++at) exponent = std::min(exponent * 10 + (text[at] - '0'), longer_than_any_text);
    if (below) exponent = -exponent;
  }
  if (at != text.size()) return std::nullopt;
  return DecimalParts::make(coefficient, exponent + pending - fraction, negative);
}

std::string Decimal::to_string() const { return to_string(places()); }

std::string Decimal::to_string(int wanted) const {
  const int shown = std::max(places(), std::min(wanted, max_places));
  std::string digits;
  for (Wide rest = coefficient_; rest != 0; rest /= 10) digits.push_back(static_cast<char>('0' + static_cast<int>(rest % 10)));
  std::reverse(digits.begin(), digits.end());
  digits.append(static_cast<std::size_t>(coefficient_ == 0 ? shown : exponent_ + shown), '0');
  const auto after = static_cast<std::size_t>(shown);
  if (digits.size() <= after) digits.insert(0, after + 1 - digits.size(), '0');
  if (after > 0) digits.insert(digits.size() - after, 1, '.');
  if (negative_) digits.insert(0, 1, '-');
  return digits;
}

bool Decimal::is_integer() const { return exponent_ >= 0; }

std::optional<std::int64_t> Decimal::to_integer() const {
  if (exponent_ < 0 || exponent_ + count_digits(coefficient_) > 19) return std::nullopt;
  const Wide magnitude = coefficient_ * power_of_ten(exponent_);
  const auto largest = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
  if (magnitude > Wide{largest} + (negative_ ? 1 : 0)) return std::nullopt;
  const auto bits = static_cast<std::uint64_t>(magnitude);
  return static_cast<std::int64_t>(negative_ ? 0 - bits : bits);
}

Decimal Decimal::negated() const {
  Decimal result = *this;
  if (!is_zero()) result.negative_ = !negative_;
  return result;
}

Decimal Decimal::rounded(int wanted, Rounding mode) const {
  const int to = std::clamp(wanted, 1 - max_places, max_places);
  const int dropped = -exponent_ - to;
  if (dropped <= 0 || is_zero()) return *this;
  Wide kept = 0;
  int half = -1;  // what is dropped, against a half of the last kept place
  if (dropped <= max_digits) {
    kept = coefficient_ / power_of_ten(dropped);
    const Wide twice = (coefficient_ % power_of_ten(dropped)) * 2;
    half = twice == power_of_ten(dropped) ? 0 : twice < power_of_ten(dropped) ? -1 : 1;
  }
  bool away = false;  // something is always dropped: a coefficient has no trailing zeros
  switch (mode) {
    case Rounding::half_even: away = half > 0 || (half == 0 && kept % 2 == 1); break;
    case Rounding::half_up: away = half >= 0; break;
    case Rounding::up: away = true; break;
    case Rounding::down: break;
    case Rounding::floor: away = negative_; break;
    case Rounding::ceiling: away = !negative_; break;
  }
  return DecimalParts::unchecked(kept + (away ? 1 : 0), -to, negative_);
}

int compare(const Decimal& left, const Decimal& right) {
  const int left_sign = left.is_zero() ? 0 : left.negative_ ? -1 : 1;
  const int right_sign = right.is_zero() ? 0 : right.negative_ ? -1 : 1;
  if (left_sign != right_sign) return left_sign < right_sign ? -1 : 1;
  return left_sign == 0 ? 0 : left_sign * DecimalParts::compare_magnitudes(left, right);
}

std::optional<Decimal> add(const Decimal& left, const Decimal& right) {
  if (left.is_zero()) return right;
  if (right.is_zero()) return left;
  const Decimal& high = left.exponent_ >= right.exponent_ ? left : right;
  const Decimal& low = left.exponent_ >= right.exponent_ ? right : left;
  const int shift = high.exponent_ - low.exponent_;
  // Beyond this the last digit of `low` and the first of `high` are more than 34 places apart.
  if (count_digits(high.coefficient_) + shift > Decimal::max_digits + 2) return std::nullopt;
  const Wide a = high.coefficient_ * power_of_ten(shift);
  const Wide b = low.coefficient_;
  if (high.negative_ == low.negative_) return DecimalParts::make(a + b, low.exponent_, high.negative_);
  return a >= b ? DecimalParts::make(a - b, low.exponent_, high.negative_) : DecimalParts::make(b - a, low.exponent_, low.negative_);
}

std::optional<Decimal> subtract(const Decimal& left, const Decimal& right) { return add(left, right.negated()); }

std::optional<Decimal> multiply(const Decimal& left, const Decimal& right) {
  Limbs product = multiply_wide(left.coefficient_, right.coefficient_);
  int exponent = left.exponent_ + right.exponent_;
  while (!fits_wide(product)) {
    if (divide_by_ten(product) != 0) return std::nullopt;
    ++exponent;
  }
  return DecimalParts::make(to_wide(product), exponent, left.negative_ != right.negative_);
}

std::optional<Quotient> divide(const Decimal& dividend, const Decimal& divisor) {
  if (divisor.is_zero()) return std::nullopt;
  if (dividend.is_zero()) return Quotient{};
  const Wide by = DecimalParts::coefficient(divisor);
  const bool negative = dividend.is_negative() != divisor.is_negative();
  int exponent = DecimalParts::exponent(dividend) - DecimalParts::exponent(divisor);
  Wide quotient = DecimalParts::coefficient(dividend) / by;
  Wide rest = DecimalParts::coefficient(dividend) % by;
  // Long division by hand: rest < divisor < 10^34, so ten times the rest still fits. It stops at 34 digits or at the last place a number
  // may have.
  while (rest != 0 && quotient < power_of_ten(Decimal::max_digits - 1) && -exponent < Decimal::max_places) {
    rest *= 10;
    quotient = quotient * 10 + rest / by;
    rest %= by;
    --exponent;
  }
  Exactness exactness = Exactness::exact;
  if (rest != 0) {
    exactness = Exactness::rounded;
    const Wide twice = rest * 2;
    if (twice > by || (twice == by && quotient % 2 == 1)) ++quotient;
  }
  if (const auto value = DecimalParts::make(quotient, exponent, negative)) return Quotient{*value, exactness};
  // Exact, but with its last digit beyond max_places.
  const Decimal value = DecimalParts::unchecked(quotient, exponent, negative).rounded(Decimal::max_places, Rounding::half_even);
  const auto checked = DecimalParts::make(DecimalParts::coefficient(value), DecimalParts::exponent(value), negative);
  if (!checked) return std::nullopt;
  return Quotient{*checked, Exactness::rounded};
}

std::optional<Decimal> remainder(const Decimal& dividend, const Decimal& divisor) {
  if (divisor.is_zero()) return std::nullopt;
  const Wide by = DecimalParts::coefficient(divisor);
  const int shift = DecimalParts::exponent(dividend) - DecimalParts::exponent(divisor);
  if (shift >= 0) {
    Wide rest = DecimalParts::coefficient(dividend) % by;
    for (int i = 0; i < shift && rest != 0; ++i) rest = rest * 10 % by;
    return DecimalParts::make(rest, DecimalParts::exponent(divisor), dividend.is_negative());
  }
  if (count_digits(by) - shift > Decimal::max_digits) return dividend;  // the divisor is larger than any 34 digits at the dividend's last place
  return DecimalParts::make(DecimalParts::coefficient(dividend) % (by * power_of_ten(-shift)), DecimalParts::exponent(dividend), dividend.is_negative());
}

}  // namespace polku::text
