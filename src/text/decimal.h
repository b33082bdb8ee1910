// SPDX-License-Identifier: EUPL-1.2
// Exact decimal numbers: the only numbers of the engine. A core room never uses `double`.
//
//   auto price = Decimal::parse("120.00");          // std::optional<Decimal>
//   auto total = add(*price, Decimal{60});          // exact, or std::nullopt: more than 34 digits
//   total->to_string();                             // "180"
//   total->to_string(2);                            // "180.00"
//
// A Decimal has up to 34 significant digits (as IEEE 754-2008 decimal128) and no NaN, infinity or negative zero.
// Trailing zeros after the point are not kept: 1.50 and 1.5 are the same value.
// Addition, subtraction, multiplication and comparison are exact or say that they cannot be (std::nullopt).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace polku::text {

enum class Rounding { half_even, half_up, up, down, floor, ceiling };  // `up`: away from zero, `down`: towards zero

class Decimal {
 public:
  static constexpr int max_digits = 34;
  // Digits a number may have before or after the point, so that no input can ask for a gigabyte of zeros.
  static constexpr int max_places = 400;

  constexpr Decimal() = default;
  explicit Decimal(std::int64_t whole);

  // Reads a JSON number, also with a leading '+', leading zeros, or a point without digits on one side ("+01", ".5", "5.").
  // Nothing may stand around it. std::nullopt: not a number, more than 34 significant digits, or more than max_places.
  static std::optional<Decimal> parse(std::string_view text);

  // Without exponent, without superfluous zeros: "-0.5", "120".
  std::string to_string() const;
  // With exactly `places` digits after the point; the value must have no more than that (round first).
  std::string to_string(int places) const;

  bool is_zero() const { return coefficient_ == 0; }
  bool is_negative() const { return negative_; }
  bool is_integer() const;
  // Digits after the point in the shortest form.
  int places() const { return exponent_ < 0 ? -exponent_ : 0; }
  // std::nullopt when it is not an integer or does not fit.
  std::optional<std::int64_t> to_integer() const;

  Decimal negated() const;
  // To `places` digits after the point (negative: before it).
  Decimal rounded(int places, Rounding mode) const;

  friend bool operator==(const Decimal&, const Decimal&) = default;
  friend int compare(const Decimal& left, const Decimal& right);  // -1, 0, 1
  friend std::optional<Decimal> add(const Decimal& left, const Decimal& right);
  friend std::optional<Decimal> multiply(const Decimal& left, const Decimal& right);
  friend struct DecimalParts;

 private:
  __extension__ using Coefficient = unsigned __int128;
  // value = (negative_ ? -1 : 1) * coefficient_ * 10^exponent_, coefficient_ without trailing zeros; zero is {0, 0, false}.
  Coefficient coefficient_ = 0;
  std::int32_t exponent_ = 0;
  bool negative_ = false;
};

int compare(const Decimal& left, const Decimal& right);
std::optional<Decimal> add(const Decimal& left, const Decimal& right);
std::optional<Decimal> subtract(const Decimal& left, const Decimal& right);
std::optional<Decimal> multiply(const Decimal& left, const Decimal& right);

enum class Exactness { exact, rounded };
struct Quotient {
  Decimal value;
  Exactness exactness = Exactness::exact;  // `rounded`: half-even at 34 digits
};
// std::nullopt when the divisor is zero, or the quotient has more than max_places digits before the point (after it, it is rounded).
std::optional<Quotient> divide(const Decimal& dividend, const Decimal& divisor);
// The remainder of division towards zero, with the sign of the dividend (as `%` in JavaScript). std::nullopt: divisor zero or too many
// digits.
std::optional<Decimal> remainder(const Decimal& dividend, const Decimal& divisor);

inline bool operator<(const Decimal& left, const Decimal& right) { return compare(left, right) < 0; }

}  // namespace polku::text
