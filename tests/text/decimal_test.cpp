// SPDX-License-Identifier: EUPL-1.2
#include "text/decimal.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <limits>
#include <random>

namespace {

using namespace polku::text;

Decimal number(std::string_view text) {
  const auto value = Decimal::parse(text);
  EXPECT_TRUE(value) << text;
  return value.value_or(Decimal{});
}

std::string shown(const std::optional<Decimal>& value) { return value ? value->to_string() : "none"; }

const std::string nines(34, '9');

TEST(Decimal, reads_and_writes_the_shortest_form) {
  const std::vector<std::pair<std::string, std::string>> table{{"0", "0"},
                                                               {"-0", "0"},
                                                               {"-0.00", "0"},
                                                               {"0e999999999999999999999", "0"},
                                                               {"1.50", "1.5"},
                                                               {"120.00", "120"},
                                                               {"+01", "1"},
                                                               {".5", "0.5"},
                                                               {"5.", "5"},
                                                               {"-.5", "-0.5"},
                                                               {"1e3", "1000"},
                                                               {"1E+3", "1000"},
                                                               {"12e-3", "0.012"},
                                                               {"1.20e1", "12"},
                                                               {"0.05", "0.05"},
                                                               {"100", "100"},
                                                               {"1001", "1001"},
                                                               {nines, nines},
                                                               {"0." + nines, "0." + nines},
                                                               {"1" + std::string(399, '0'), "1" + std::string(399, '0')},
                                                               {"1e399", "1" + std::string(399, '0')},
                                                               {"1e-400", "0." + std::string(399, '0') + "1"},
                                                               {"1." + std::string(5000, '0'), "1"},
                                                               {std::string(5000, '0') + "7", "7"},
                                                               {"0." + std::string(5000, '0') + "1e5000", "0.1"},
                                                               // refused
                                                               {"", "none"},
                                                               {"-", "none"},
                                                               {"+", "none"},
                                                               {".", "none"},
                                                               {"-.", "none"},
                                                               {"1 ", "none"},
                                                               {" 1", "none"},
                                                               {"1,5", "none"},
                                                               {"1.2.3", "none"},
                                                               {"e5", "none"},
                                                               {"1e", "none"},
                                                               {"1e+", "none"},
                                                               {"0x1", "none"},
                                                               {"NaN", "none"},
                                                               {"Infinity", "none"},
                                                               {"--1", "none"},
                                                               {"1e5.0", "none"},
                                                               {nines + "9", "none"},
                                                               {"1" + std::string(33, '0') + "1", "none"},
                                                               {"1e400", "none"},
                                                               {"1e-401", "none"},
                                                               {"1e99999999999999999999", "none"},
                                                               {"1e-99999999999999999999", "none"},
                                                               {std::string("1\0", 2), "none"}};
  for (const auto& [text, expected] : table) EXPECT_EQ(shown(Decimal::parse(text)), expected) << text.substr(0, 60);
}

TEST(Decimal, says_what_it_is) {
  EXPECT_EQ(number("120").to_string(2), "120.00");
  EXPECT_EQ(number("-0.5").to_string(3), "-0.500");
  EXPECT_EQ(Decimal{}.to_string(2), "0.00");
  EXPECT_TRUE(number("1.0").is_integer());
  EXPECT_FALSE(number("1.5").is_integer());
  EXPECT_EQ(number("1.25").places(), 2);
  EXPECT_EQ(number("1e5").places(), 0);
  EXPECT_EQ(number("1.50"), number("1.5"));
  EXPECT_EQ(Decimal{}.negated(), Decimal{});
  EXPECT_EQ(Decimal{-7}.to_string(), "-7");
  for (const std::int64_t whole :
       {std::int64_t{0}, std::int64_t{-1}, std::int64_t{1000}, std::numeric_limits<std::int64_t>::max(), std::numeric_limits<std::int64_t>::min()}) {
    EXPECT_EQ(Decimal{whole}.to_string(), std::to_string(whole));
    EXPECT_EQ(Decimal{whole}.to_integer(), whole);
  }
  EXPECT_EQ(number("9223372036854775808").to_integer(), std::nullopt);
  EXPECT_EQ(number("-9223372036854775809").to_integer(), std::nullopt);
  EXPECT_EQ(number("0.1").to_integer(), std::nullopt);
  EXPECT_EQ(number("1e300").to_integer(), std::nullopt);
}

TEST(Decimal, rounds_by_every_mode) {
  struct Row {
    const char* value;
    int places;
    const char *half_even, *half_up, *up, *down, *floor, *ceiling;
  };
  const Row table[] = {{"2.5", 0, "2", "3", "3", "2", "2", "3"},
                       {"3.5", 0, "4", "4", "4", "3", "3", "4"},
                       {"-2.5", 0, "-2", "-3", "-3", "-2", "-3", "-2"},
                       {"0.5", 0, "0", "1", "1", "0", "0", "1"},
                       {"-0.5", 0, "0", "-1", "-1", "0", "-1", "0"},
                       {"2.51", 0, "3", "3", "3", "2", "2", "3"},
                       {"2.49", 0, "2", "2", "3", "2", "2", "3"},
                       {"1.005", 2, "1", "1.01", "1.01", "1", "1", "1.01"},
                       {"9.995", 2, "10", "10", "10", "9.99", "9.99", "10"},
                       {"150", -2, "200", "200", "200", "100", "100", "200"},
                       {"50", -2, "0", "100", "100", "0", "0", "100"},
                       {"49", -2, "0", "0", "100", "0", "0", "100"},
                       {"1e-300", 2, "0", "0", "0.01", "0", "0", "0.01"},
                       {"-1e-300", 2, "0", "0", "-0.01", "0", "-0.01", "0"},
                       {"1.5", 4, "1.5", "1.5", "1.5", "1.5", "1.5", "1.5"}};
  for (const Row& row : table) {
    const Decimal value = number(row.value);
    EXPECT_EQ(value.rounded(row.places, Rounding::half_even).to_string(), row.half_even) << row.value;
    EXPECT_EQ(value.rounded(row.places, Rounding::half_up).to_string(), row.half_up) << row.value;
    EXPECT_EQ(value.rounded(row.places, Rounding::up).to_string(), row.up) << row.value;
    EXPECT_EQ(value.rounded(row.places, Rounding::down).to_string(), row.down) << row.value;
    EXPECT_EQ(value.rounded(row.places, Rounding::floor).to_string(), row.floor) << row.value;
    EXPECT_EQ(value.rounded(row.places, Rounding::ceiling).to_string(), row.ceiling) << row.value;
  }
  EXPECT_EQ(number(nines).rounded(-34, Rounding::half_even).to_string(), "1" + std::string(34, '0'));
}

TEST(Decimal, is_exact_or_says_that_it_cannot_be) {
  EXPECT_EQ(shown(add(number("0.1"), number("0.2"))), "0.3");
  EXPECT_EQ(shown(add(number(nines), number("1"))), "1" + std::string(34, '0'));
  EXPECT_EQ(shown(add(number(nines), number("2"))), "none");
  EXPECT_EQ(shown(add(number("1e34"), number("-1"))), nines);
  EXPECT_EQ(shown(add(number("1e34"), number("1"))), "none");
  EXPECT_EQ(shown(add(number("1e300"), number("1e-300"))), "none");
  EXPECT_EQ(shown(subtract(number("1e300"), number("1e300"))), "0");
  EXPECT_EQ(shown(multiply(number(nines), number("2"))), "none");
  EXPECT_EQ(shown(multiply(number("1e200"), number("1e200"))), "none");
  EXPECT_EQ(shown(multiply(number("1e200"), number("0"))), "0");
  EXPECT_EQ(shown(multiply(number("1099511627776"), number("3552713678800500929355621337890625"))), "390625" + std::string(40, '0'));  // 2^40 and 5^48
  EXPECT_EQ(shown(multiply(number("1073741824"), number("931322574615478515625e-30"))), "1");                                          // 2^30 and 5^30
}

TEST(Decimal, divides_exactly_where_it_ends_and_half_even_where_not) {
  struct Row {
    std::string dividend, divisor, quotient;
    Exactness exactness;
  };
  const Row table[] = {{"1", "8", "0.125", Exactness::exact},
                       {"-6", "4", "-1.5", Exactness::exact},
                       {"0", "7", "0", Exactness::exact},
                       {"1", "3", "0." + std::string(34, '3'), Exactness::rounded},
                       {"2", "3", "0." + std::string(33, '6') + "7", Exactness::rounded},
                       {"200", "-3", "-66." + std::string(31, '6') + "7", Exactness::rounded},
                       {"1e300", "1e-50", "1" + std::string(350, '0'), Exactness::exact},
                       {nines, "1", nines, Exactness::exact},
                       {"1000000000000000000000000000000001", "2", "500000000000000000000000000000000.5", Exactness::exact},
                       {"3000000000000000000000000000000001", "20", "150000000000000000000000000000000", Exactness::rounded},  // a tie, to even
                       {"3000000000000000000000000000000003", "20", "150000000000000000000000000000000.2", Exactness::rounded}};
  for (const Row& row : table) {
    const auto result = divide(number(row.dividend), number(row.divisor));
    ASSERT_TRUE(result);
    EXPECT_EQ(result->value.to_string(), row.quotient) << row.dividend << " / " << row.divisor;
    EXPECT_EQ(result->exactness, row.exactness) << row.dividend << " / " << row.divisor;
  }
  EXPECT_FALSE(divide(number("1"), number("0")));
  EXPECT_FALSE(divide(number("1e300"), number("1e-300")));  // more places than a number may have
  EXPECT_TRUE(divide(number("1e-300"), number("1e300"))->value.is_zero());
  EXPECT_EQ(divide(number("1e-300"), number("1e300"))->exactness, Exactness::rounded);
}

TEST(Decimal, leaves_the_remainder_of_division_towards_zero) {
  const std::vector<std::array<const char*, 3>> table{{"7", "3", "1"},     {"-7", "3", "-1"},       {"7", "-3", "1"},          {"5.5", "2", "1.5"},
                                                      {"1", "0.3", "0.1"}, {"1e300", "7", "1"},     {"1e-300", "7", "1e-300"}, {"6", "3", "0"},
                                                      {"0", "3", "0"},     {"12345", "0.001", "0"}, {"0.001", "1e30", "0.001"}};
  for (const auto& [a, b, expected] : table) EXPECT_EQ(shown(remainder(number(a), number(b))), number(expected).to_string()) << a << " % " << b;
  EXPECT_FALSE(remainder(number("1"), number("0")));
}

// The oracle: schoolbook arithmetic on digit strings aligned to a common scale.
struct Digits {
  bool negative = false;
  std::string whole;  // scaled integer, no leading zeros, "" is zero
};

std::string stripped(std::string digits) { return digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size())); }
bool less(const std::string& a, const std::string& b) { return a.size() != b.size() ? a.size() < b.size() : a < b; }

std::string sum_of(const std::string& a, const std::string& b) {
  std::string out;
  int carry = 0;
  for (std::size_t i = 0; i < std::max(a.size(), b.size()) || carry; ++i) {
    if (i < a.size()) carry += a[a.size() - 1 - i] - '0';
    if (i < b.size()) carry += b[b.size() - 1 - i] - '0';
    out.insert(out.begin(), static_cast<char>('0' + carry % 10));
    carry /= 10;
  }
  return stripped(out);
}

std::string difference_of(const std::string& a, const std::string& b) {  // a >= b
  std::string out;
  int borrow = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    int digit = a[a.size() - 1 - i] - '0' - borrow - (i < b.size() ? b[b.size() - 1 - i] - '0' : 0);
    borrow = digit < 0 ? 1 : 0;
    out.insert(out.begin(), static_cast<char>('0' + digit + 10 * borrow));
  }
  return stripped(out);
}

std::string product_of(const std::string& a, const std::string& b) {
  std::string out;
  for (const char digit : b) {
    out += out.empty() ? "" : "0";
    for (char i = '0'; i < digit; ++i) out = sum_of(out, a);
  }
  return stripped(out);
}

std::pair<std::string, std::string> quotient_of(const std::string& a, const std::string& b) {
  std::string quotient;
  std::string rest;
  for (const char digit : a) {
    rest = stripped(rest + digit);
    char times = '0';
    while (!less(rest, b)) {
      rest = difference_of(rest, b);
      ++times;
    }
    quotient += times;
  }
  return {stripped(quotient), rest};
}

// Scaled by 10^80.
Digits scaled(const Decimal& value) {
  std::string text = value.to_string();
  Digits out{value.is_negative(), ""};
  if (out.negative) text.erase(0, 1);
  const std::size_t point = std::min(text.find('.'), text.size());
  const std::size_t places = point == text.size() ? 0 : text.size() - point - 1;
  if (point < text.size()) text.erase(point, 1);
  out.whole = stripped(text + std::string(80 - places, '0'));
  return out;
}

// What the engine may write for a scaled integer: its text, or "none" when it has more than 34 digits.
std::string written(bool negative, std::string whole, std::size_t scale) {
  if (whole.empty()) return "0";
  if (whole.size() <= scale) whole.insert(0, scale + 1 - whole.size(), '0');
  std::string text = whole.substr(0, whole.size() - scale) + "." + whole.substr(whole.size() - scale);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == '.') text.pop_back();
  std::string significant;
  std::copy_if(text.begin(), text.end(), std::back_inserter(significant), [](char c) { return c != '.'; });
  significant = stripped(significant);
  significant.erase(significant.find_last_not_of('0') + 1);
  if (significant.size() > 34) return "none";
  return (negative ? "-" : "") + text;
}

TEST(Decimal, agrees_with_schoolbook_arithmetic) {
  std::mt19937 random{20261122};
  const auto below = [&random](unsigned limit) { return static_cast<int>(random() % limit); };
  const auto draw = [&] {
    std::string text = below(2) ? "-" : "";
    const int length = below(3) == 0 ? 34 : 1 + below(34);
    for (int i = 0; i < length; ++i) text += static_cast<char>('0' + (below(4) == 0 ? 9 : below(4) == 0 ? 0 : below(10)));
    text += "e" + std::to_string(below(60) - 38);
    return number(text);
  };
  for (int round = 0; round < 600; ++round) {
    const Decimal a = draw();
    const Decimal b = draw();
    const Digits x = scaled(a);
    const Digits y = scaled(b);
    const bool x_less = less(x.whole, y.whole);

    const std::string sum = x.negative == y.negative ? sum_of(x.whole, y.whole) : x_less ? difference_of(y.whole, x.whole) : difference_of(x.whole, y.whole);
    const bool sum_negative = x.negative == y.negative || !x_less ? x.negative : y.negative;
    ASSERT_EQ(shown(add(a, b)), written(sum_negative, sum, 80)) << a.to_string() << " + " << b.to_string();
    ASSERT_EQ(shown(subtract(a, b.negated())), written(sum_negative, sum, 80));
    ASSERT_EQ(shown(multiply(a, b)), written(x.negative != y.negative, product_of(x.whole, y.whole), 160)) << a.to_string() << " * " << b.to_string();

    const int magnitudes = x.whole == y.whole ? 0 : x_less ? -1 : 1;
    const int expected = x.negative != y.negative && !(x.whole.empty() && y.whole.empty()) ? (x.negative ? -1 : 1) : x.negative ? -magnitudes : magnitudes;
    ASSERT_EQ(compare(a, b), expected) << a.to_string() << " <> " << b.to_string();
    ASSERT_EQ(compare(a, b) == 0, a == b);
    ASSERT_EQ(number(a.to_string()), a);

    if (b.is_zero()) continue;
    ASSERT_EQ(shown(remainder(a, b)), written(x.negative, quotient_of(x.whole, y.whole).second, 80)) << a.to_string() << " % " << b.to_string();
    // The quotient to 160 more places than needed, rounded by hand.
    auto [quotient, rest] = quotient_of(x.whole + std::string(160, '0'), y.whole);
    const auto result = divide(a, b);
    ASSERT_TRUE(result);
    bool exact = rest.empty();
    if (quotient.size() > 34) {
      const std::string tail = quotient.substr(34);
      const std::string head = quotient.substr(0, 34);
      const std::string half = "5" + std::string(tail.size() - 1, '0');
      const bool above = tail > half || (tail == half && !rest.empty());
      const bool tie = tail == half && rest.empty();
      exact = exact && stripped(tail).empty();
      quotient = (above || (tie && (head.back() - '0') % 2 == 1) ? sum_of(head, "1") : head) + std::string(tail.size(), '0');
    }
    ASSERT_EQ(result->value.to_string(), written(x.negative != y.negative, quotient, 160)) << a.to_string() << " / " << b.to_string();
    ASSERT_EQ(result->exactness == Exactness::exact, exact) << a.to_string() << " / " << b.to_string();
  }
}

TEST(Decimal, is_not_held_up_by_megabytes_of_digits) {
  EXPECT_FALSE(Decimal::parse(std::string(4'000'000, '1')));
  EXPECT_TRUE(Decimal::parse("0." + std::string(4'000'000, '0')));
  EXPECT_FALSE(Decimal::parse("1e" + std::string(4'000'000, '9')));
}

}  // namespace
