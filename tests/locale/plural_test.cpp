// SPDX-License-Identifier: EUPL-1.2
#include "locale/plural.h"

#include "support.h"
#include "text/utf8.h"

namespace polku {
namespace {

using locale::PluralCategory;
using locale::PluralOperands;
using locale::PluralRules;
using test::decimal;

struct Source {
  const char* name;
  const char* path;
  const char* member;
};

void PrintTo(const Source& source, std::ostream* out) { *out << source.name; }

class PluralSamples : public testing::TestWithParam<Source> {};

std::vector<std::string> split(std::string_view text, std::string_view separator) {
  std::vector<std::string> parts;
  for (;;) {
    const std::size_t at = text.find(separator);
    parts.emplace_back(text::trim(text.substr(0, at)));
    if (at == std::string_view::npos) return parts;
    text.remove_prefix(at + separator.size());
  }
}

// "0.0~1.5" → 0.0, 0.1, … 1.5 with the digits of its ends.
std::vector<std::string> numbers_of(const std::string& sample) {
  const auto ends = split(sample, "~");
  if (ends.size() == 1) return {sample};
  const std::size_t point = ends[0].find('.');
  const int places = point == std::string::npos ? 0 : static_cast<int>(ends[0].size() - point - 1);
  const auto step = places == 0 ? decimal("1") : decimal("0." + std::string(static_cast<std::size_t>(places - 1), '0') + "1");
  std::vector<std::string> numbers;
  for (auto at = decimal(ends[0]); compare(at, decimal(ends[1])) <= 0; at = *add(at, step)) numbers.push_back(at.to_string(places));
  return numbers;
}

TEST_P(PluralSamples, EveryNumberHasItsCategoryInEveryLanguage) {
  const auto path = test::source_path(GetParam().path);
  if (!std::filesystem::exists(path)) GTEST_SKIP() << "SKIPPED: " << path << " is not there; plural rules are not judged by it";
  const auto file = test::must_read_file(path);
  int judged = 0;
  for (const auto& [language, rules] : file.find("supplemental")->find(GetParam().member)->members()) {
    std::vector<std::pair<std::string_view, std::string_view>> pairs;
    for (const auto& rule : rules.members()) pairs.emplace_back(std::string_view(rule.name).substr(17), rule.value.string());
    const auto compiled = PluralRules::compile(pairs);
    ASSERT_TRUE(compiled) << language;
    for (const auto& [category, text] : pairs) {
      auto groups = split(text, "@");
      for (std::size_t group = 1; group < groups.size(); ++group) {
        const auto samples = groups[group].substr(groups[group].find(' '));
        for (const auto& sample : split(samples, ",")) {
          if (sample == "…") continue;
          for (const auto& number : numbers_of(sample)) {
            const auto operands = PluralOperands::parse(number);
            ASSERT_TRUE(operands) << language << " " << number;
            EXPECT_EQ(name_of(compiled->select(*operands)), category) << language << " " << number;
            ++judged;
          }
        }
      }
    }
  }
  EXPECT_GT(judged, 2500);
}

INSTANTIATE_TEST_SUITE_P(Cldr, PluralSamples,
                         testing::Values(Source{"suite_cardinal", "../shared/suites/messageformat/cldr-core/plurals.json", "plurals-type-cardinal"},
                                         Source{"suite_ordinal", "../shared/suites/messageformat/cldr-core/ordinals.json", "plurals-type-ordinal"},
                                         Source{"package_cardinal", "node_modules/cldr-core/supplemental/plurals.json", "plurals-type-cardinal"},
                                         Source{"package_ordinal", "node_modules/cldr-core/supplemental/ordinals.json", "plurals-type-ordinal"}),
                         [](const auto& source) { return std::string(source.param.name); });

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
