// SPDX-License-Identifier: EUPL-1.2
#include "locale/plural.h"

#include <iostream>

#include "plural_samples.h"

namespace polku {
namespace {

using locale::PluralCategory;
using locale::PluralOperands;
using locale::PluralRules;
using test::decimal;

class PluralSamples : public testing::TestWithParam<test::PluralFile> {};

TEST_P(PluralSamples, EveryNumberHasItsCategoryInEveryLanguage) {
  const auto& file = GetParam();
  if (!test::is_there(file)) GTEST_SKIP() << "SKIPPED: " << file.path << " is not there; plural rules are not judged by it";
  int judged = 0;
  for (const auto& [tag, rules] : test::read_plural_rules(file)) {
    const std::string& language = tag;
    const auto compiled = test::compile_rules(rules);
    ASSERT_TRUE(compiled) << language;
    judged += test::for_each_sample(rules, [&](const std::string& category, const std::string& number) {
      const auto operands = PluralOperands::parse(number);
      ASSERT_TRUE(operands) << language << " " << number;
      EXPECT_EQ(name_of(compiled->select(*operands)), category) << language << " " << number;
    });
  }
  std::cout << file.name << ": " << judged << " samples\n";
  EXPECT_EQ(judged, file.samples);
}

// The package that the packs are made from is the suite's version of CLDR, so it has as many.
constexpr test::PluralFile package_cardinals{"package_cardinal", "node_modules/cldr-core/supplemental/plurals.json", "plurals-type-cardinal", 12'396};
constexpr test::PluralFile package_ordinals{"package_ordinal", "node_modules/cldr-core/supplemental/ordinals.json", "plurals-type-ordinal", 2'645};

INSTANTIATE_TEST_SUITE_P(Cldr, PluralSamples, testing::Values(test::suite_cardinals, test::suite_ordinals, package_cardinals, package_ordinals),
                         [](const auto& file) { return std::string(file.param.name); });

TEST(PluralOperandsTest, ReadsWhatIsShown) {
  struct Row {
    const char* shown;
    const char* n;
    const char* i;
    int v, w;
    const char* f;
    const char* t;
    int c;
  };
  for (const Row& row : {Row{"1", "1", "1", 0, 0, "0", "0", 0}, Row{"1.50", "1.5", "1", 2, 1, "50", "5", 0}, Row{"-1.230", "1.23", "1", 3, 2, "230", "23", 0},
                         Row{"1c6", "1000000", "1000000", 0, 0, "0", "0", 6}, Row{"1.2e3", "1200", "1200", 0, 0, "0", "0", 3},
                         Row{"1.0000001c6", "1000000.1", "1000000", 1, 1, "1", "1", 6}}) {
    const auto read = PluralOperands::parse(row.shown);
    ASSERT_TRUE(read) << row.shown;
    EXPECT_EQ(read->n, decimal(row.n)) << row.shown;
    EXPECT_EQ(read->i, decimal(row.i)) << row.shown;
    EXPECT_EQ(read->f, decimal(row.f)) << row.shown;
    EXPECT_EQ(read->t, decimal(row.t)) << row.shown;
    EXPECT_EQ(read->v, row.v) << row.shown;
    EXPECT_EQ(read->w, row.w) << row.shown;
    EXPECT_EQ(read->c, row.c) << row.shown;
  }
}

TEST(PluralOperandsTest, RefusesWhatIsNoNumber) {
  for (const char* shown : {"", "-", ".5", "x", "1,5", "1c", "1c123", "1c-2", "c6", "--1", "1..2"}) EXPECT_FALSE(PluralOperands::parse(shown)) << shown;
}

TEST(PluralRulesTest, RefusesWhatIsOutsideTheGrammar) {
  for (const char* rule : {"n", "n =", "n = a", "x = 1", "n % = 1", "n % 0 = 1", "n = 1 and", "n = 1 or or n = 2", "n is 1", "n = 1..", "n = 1,", "= 1"}) {
    EXPECT_FALSE(PluralRules::compile({{"one", rule}})) << rule;
  }
  EXPECT_FALSE(PluralRules::compile({{"single", "n = 1"}}));
}

TEST(PluralRulesTest, ReadsTheGrammar) {
  const auto rules = PluralRules::compile({{"one", "n%10=1 and n%100!=11,12..14 or v=1@integer 1"}, {"other", " @integer 2"}});
  ASSERT_TRUE(rules);
  const auto of = [&](const char* shown) { return rules->select(*PluralOperands::parse(shown)); };
  EXPECT_EQ(of("21"), PluralCategory::one);
  EXPECT_EQ(of("11"), PluralCategory::other);
  EXPECT_EQ(of("113"), PluralCategory::other);
  EXPECT_EQ(of("7.5"), PluralCategory::one);
  EXPECT_EQ(of("7.50"), PluralCategory::other);
}

}  // namespace
}  // namespace polku
