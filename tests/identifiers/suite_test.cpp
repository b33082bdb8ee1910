// SPDX-License-Identifier: EUPL-1.2
// Other people's samples: ../shared/suites/identifiers. Where one contradicts the law, contradictions.json says so with the source.
#include <algorithm>
#include <iostream>
#include <set>

#include "support.h"

namespace polku::identifiers {
namespace {

using testing::check_named;
using testing::member;

constexpr const char* suites = POLKU_SOURCE_DIR "/../shared/suites/identifiers/";

// Only what all notations share: letters and digits.
std::string bare(std::string_view text) {
  std::string result;
  for (const char character : text) {
    if ((character >= '0' && character <= '9') || (character >= 'A' && character <= 'Z')) result += character;
    if (character >= 'a' && character <= 'z') result += static_cast<char>(character - 'a' + 'A');
  }
  return result;
}

// Some write a VAT number with its country and some without, some with the zeros in front.
bool says_the_same(std::string_view one, std::string_view other) {
  const std::string left = bare(one), right = bare(other);
  return left.ends_with(right) || right.ends_with(left);
}

struct Counts {
  int kinds = 0, verdicts = 0, forms = 0, contradictions = 0;
  std::set<std::string> countries = {};
};

void judge(const json::Value& sample, const std::string& scheme, const json::Value& contradictions, Counts& counts) {
  const std::string input = member(sample, "input");
  SCOPED_TRACE(scheme + " " + input);
  const Verdict verdict = check_named(scheme, input);
  if (const json::Value* valid = sample.find("valid")) {
    ++counts.verdicts;
    const bool is_contradiction = std::any_of(contradictions.items().begin(), contradictions.items().end(),
                                              [&](const json::Value& one) { return member(one, "scheme") == scheme && member(one, "input") == input; });
    counts.contradictions += is_contradiction ? 1 : 0;
    EXPECT_EQ(verdict.fault == Fault::none, valid->boolean() != is_contradiction) << member(sample, "error") << " " << testing::name_of(verdict.fault);
    if (valid->boolean() && !is_contradiction && sample.find("compact")) {
      EXPECT_TRUE(says_the_same(verdict.normal, member(sample, "compact"))) << verdict.normal;
    }
  } else if (verdict.fault == Fault::none) {
    ++counts.forms;  // what is no number at all they format too
    EXPECT_TRUE(says_the_same(verdict.normal, member(sample, "expect"))) << verdict.normal;
  }
}

TEST(Suite, StdnumAgreesOnEveryKindThatIsImplemented) {
  const auto suite = testing::read_file(std::string{suites} + "stdnum_js_samples.json");
  if (!suite) GTEST_SKIP() << "NOT RUN: the stdnum samples are absent: " << suites;
  const auto table = testing::read_file(POLKU_SOURCE_DIR "/tests/identifiers/suite.json");
  ASSERT_TRUE(table);
  const json::Value& kinds = *table->find("kinds");
  const json::Value& contradictions = *table->find("contradictions");
  Counts counts;
  for (const auto& [module, samples] : suite->find("modules")->members()) {
    const auto scheme = kinds.find_string(module);
    if (!scheme) continue;
    EXPECT_TRUE(built_in(*scheme)) << *scheme;
    ++counts.kinds;
    counts.countries.insert(module.substr(0, 2));
    for (const json::Value& sample : samples.items()) judge(sample, std::string{*scheme}, contradictions, counts);
  }
  std::cout << "stdnum: " << counts.kinds << " kinds of " << counts.countries.size() << " countries, " << counts.verdicts << " verdicts, " << counts.forms
            << " written forms, " << counts.contradictions << " contradictions\n";
  EXPECT_EQ(static_cast<std::size_t>(counts.kinds), kinds.members().size());
  EXPECT_EQ(static_cast<std::size_t>(counts.contradictions), contradictions.items().size());
}

// A name that is both theirs and ours is judged: none is left out by forgetting.
TEST(Suite, EveryKindOfTheirsThatIsOursIsJudgedOrExplained) {
  const auto suite = testing::read_file(std::string{suites} + "stdnum_js_samples.json");
  if (!suite) GTEST_SKIP() << "NOT RUN: the stdnum samples are absent: " << suites;
  const auto table = testing::read_file(POLKU_SOURCE_DIR "/tests/identifiers/suite.json");
  ASSERT_TRUE(table);
  for (const auto& [module, samples] : suite->find("modules")->members()) {
    std::string name = module;
    std::replace(name.begin(), name.end(), '.', '-');
    if (built_in(name)) {
      EXPECT_EQ(table->find("kinds")->find_string(module), name) << module;
    }
  }
}

TEST(Suite, SwedishSamplesAgree) {
  const auto samples = testing::read_file(std::string{suites} + "personnummer-meta/testdata/list.json");
  if (!samples) GTEST_SKIP() << "NOT RUN: the Swedish samples are absent: " << suites;
  int judged = 0, contradictions = 0;
  for (const json::Value& sample : samples->items()) {
    for (const char* form : {"long_format", "short_format", "separated_format", "separated_long"}) {
      const std::string input = member(sample, form);
      // Contradiction: the samples refuse a blank where the hyphen stands. People type it, and blanks are dropped from every identifier
      // (identifiers.h).
      const bool is_contradiction = input.find(' ') != std::string::npos && !sample.find("valid")->boolean();
      contradictions += is_contradiction ? 1 : 0;
      EXPECT_EQ(check_named("se-personnummer", input).fault == Fault::none, sample.find("valid")->boolean() || is_contradiction) << input;
      ++judged;
    }
  }
  std::cout << "personnummer-meta: " << judged << " verdicts, " << contradictions << " contradictions\n";
  EXPECT_GE(judged, 56);
}

TEST(Suite, SwedishInterimAndOrganisationNumbersAreNoPersonsNumbers) {
  for (const char* file : {"interim.json", "orgnumber.json"}) {
    const auto samples = testing::read_file(std::string{suites} + "personnummer-meta/testdata/" + file);
    if (!samples) GTEST_SKIP() << "NOT RUN: the Swedish samples are absent: " << suites;
    for (const json::Value& sample : samples->items()) {
      EXPECT_NE(check_named("se-personnummer", member(sample, "separated_format")).fault, Fault::none) << member(sample, "separated_format");
    }
  }
}

}  // namespace
}  // namespace polku::identifiers
