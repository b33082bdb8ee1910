// SPDX-License-Identifier: EUPL-1.2
// Every file of assets/identifiers: its own examples, and the slips of the fingers that its checksum promises to notice.
#include <iostream>
#include <set>

#include "support.h"

namespace polku::identifiers {
namespace {

using testing::all_files;
using testing::member;

TEST(Schemes, EveryExampleHasItsVerdict) {
  for (const json::Value& file : all_files()) {
    const auto scheme = built_in(member(file, "id"));
    ASSERT_TRUE(scheme) << member(file, "id");
    int good = 0, bad = 0;
    for (const json::Value& example : file.find("examples")->items()) {
      const std::string typed = member(example, "typed"), normal = member(example, "normal");
      SCOPED_TRACE(scheme->id + " " + typed);
      const Verdict verdict = check(*scheme, typed);
      EXPECT_EQ(testing::problem_of(verdict.fault), member(example, "problem"));
      EXPECT_EQ(verdict.normal, normal);
      if (example.find("born")) {
        EXPECT_EQ(verdict.born ? calendar::to_string(*verdict.born) : "nobody", member(example, "born"));
      }
      ++(normal.empty() ? bad : good);
      if (normal.empty()) continue;
      EXPECT_EQ(shown(*scheme, normal), member(example, "shown"));
      EXPECT_EQ(check(*scheme, normal).normal, normal);
      EXPECT_EQ(check(*scheme, member(example, "shown")).normal, normal);
    }
    EXPECT_GE(good, 2) << scheme->id;
    EXPECT_GE(bad, 2) << scheme->id;
  }
}

TEST(Schemes, AreOfEnoughKindsAndCountries) {
  std::set<std::string> countries, sorts;
  for (const json::Value& file : all_files()) {
    sorts.insert(member(file, "sort"));
    if (file.find("country")) countries.insert(member(file, "country"));
  }
  std::cout << "schemes: " << built_in_ids().size() << " of " << countries.size() << " countries\n";
  EXPECT_GE(built_in_ids().size(), 35u);
  EXPECT_GE(countries.size(), 30u);
  for (const char* sort : {"person", "business", "account", "bank", "postal-code", "vehicle"}) EXPECT_TRUE(sorts.contains(sort)) << sort;
}

// What a scheme's check calculations can promise: with a table that gives every remainder a character of its own, or a remainder that must be right,
// and a modulus without common divisor with weights and differences of digits, no single wrong digit goes unnoticed.
bool promises_every_digit(const Sum& sum) {
  const auto is_divided = [&](std::int32_t number) {
    for (std::int32_t divisor = 2; divisor <= number && divisor <= sum.modulo; ++divisor) {
      if (number % divisor == 0 && sum.modulo % divisor == 0) return true;
    }
    return false;
  };
  if (sum.method == Sum::Method::hybrid || sum.method == Sum::Method::verhoeff) return true;
  if (sum.rests.size() > 1 || !sum.values.empty() || !sum.other_gives.empty()) return false;
  std::set<char> given;
  for (const char character : sum.gives) {
    if (character != '-' && !given.insert(character).second) return false;
  }
  const bool is_luhn = sum.products == Sum::Products::digit_by_digit && sum.weights == std::vector<std::int32_t>{1, 2};
  if (sum.method == Sum::Method::number) return sum.modulo > 9 && !is_divided(10);
  if (is_luhn) return true;
  if (sum.products != Sum::Products::whole || sum.modulo < 10) return false;
  for (const std::int32_t weight : sum.weights) {
    if (weight == 0 || is_divided(weight)) return false;
  }
  return true;
}

// Which characters of a normal form such a calculation watches.
std::string watched(const Scheme& scheme, std::string_view normal) {
  std::string marks(normal.size(), ' ');
  std::vector<Sum> sums;
  for (const Form& form : scheme.forms) {
    std::vector<Sum> of_form;
    for (const Check& check : form.checks) {
      if (const auto* sum = std::get_if<Sum>(&check)) of_form.push_back(*sum);
    }
    if (&form == &scheme.forms.front()) sums = of_form;
    if (of_form.size() != sums.size()) return marks;
    for (std::size_t i = 0; i < sums.size(); ++i) {
      if (of_form[i].of != sums[i].of || of_form[i].weights != sums[i].weights || of_form[i].gives != sums[i].gives)
        return marks;  // one form could excuse another
    }
  }
  for (const Sum& sum : sums) {
    if (!promises_every_digit(sum)) continue;
    for (const Places* places : {&sum.of, &sum.at}) {
      for (const Piece& piece : *places) {
        const auto size = static_cast<std::int32_t>(normal.size());
        const std::int32_t first = piece.first < 0 ? size + piece.first : piece.first - 1, end = piece.last < 0 ? size + piece.last + 1 : piece.last;
        for (std::int32_t i = first; piece.words.empty() && i >= 0 && i < end && i < size; ++i) marks[static_cast<std::size_t>(i)] = 'x';
      }
    }
  }
  return marks;
}

TEST(Schemes, NoticeASlipOfTheFingersWhereTheChecksumPromisesIt) {
  int all = 0, all_caught = 0, promising = 0;
  for (const json::Value& file : all_files()) {
    const auto scheme = built_in(member(file, "id"));
    int slips = 0, caught = 0, promised = 0;
    for (const json::Value& example : file.find("examples")->items()) {
      const std::string normal = member(example, "normal");
      const std::string marks = watched(*scheme, normal);
      for (std::size_t i = 0; i < normal.size(); ++i) {
        if (normal[i] < '0' || normal[i] > '9') continue;
        for (char digit = '0'; digit <= '9'; ++digit) {
          if (digit == normal[i]) continue;
          std::string wrong = normal;
          wrong[i] = digit;
          const bool is_caught = check(*scheme, wrong).fault != Fault::none;
          ++slips;
          caught += is_caught ? 1 : 0;
          if (marks[i] != 'x') continue;
          ++promised;
          EXPECT_TRUE(is_caught) << scheme->id << " " << normal << " → " << wrong;
        }
      }
    }
    bool has_sum = false;
    for (const Form& form : scheme->forms) {
      for (const Check& check : form.checks) has_sum = has_sum || std::holds_alternative<Sum>(check);
    }
    if (!has_sum) continue;
    all += slips;
    all_caught += caught;
    promising += promised > 0 ? 1 : 0;
    std::cout << "slips: " << scheme->id << " caught " << caught << " of " << slips << (promised > 0 ? ", promised " + std::to_string(promised) : "") << "\n";
  }
  std::cout << "slips: together caught " << all_caught << " of " << all << "; " << promising << " schemes promise it\n";
  EXPECT_GT(promising, 3);
}

}  // namespace
}  // namespace polku::identifiers
