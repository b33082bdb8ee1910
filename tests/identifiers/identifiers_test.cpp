// SPDX-License-Identifier: EUPL-1.2
#include "identifiers/identifiers.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

#include "json/reader.h"

namespace polku::identifiers {
namespace {

std::optional<json::Value> read(const std::string& path) {
  std::ifstream file{path, std::ios::binary};
  if (!file) return std::nullopt;
  const std::string bytes{std::istreambuf_iterator<char>{file}, {}};
  return json::read(bytes).value;
}

std::string name_of(Fault fault) { return fault == Fault::none ? "none" : fault == Fault::malformed ? "malformed" : "wrong-checksum"; }
std::string member(const json::Value& object, std::string_view name) { return std::string{object.find_string(name).value_or("")}; }

TEST(Identifiers, EveryCaseOfTheTableHasItsVerdict) {
  const auto cases = read(POLKU_SOURCE_DIR "/tests/identifiers/cases.json");
  ASSERT_TRUE(cases);
  ASSERT_GT(cases->items().size(), 100u);
  for (const json::Value& one : cases->items()) {
    const std::string scheme = member(one, "scheme"), typed = member(one, "typed");
    SCOPED_TRACE(scheme + " " + typed + " " + member(one, "why"));
    const Verdict verdict = check(scheme, typed);
    EXPECT_EQ(verdict.normal, member(one, "normal"));
    EXPECT_EQ(name_of(verdict.fault), one.find("fault") ? member(one, "fault") : "none");
    if (one.find("born")) {
      ASSERT_TRUE(verdict.born);
      EXPECT_EQ(calendar::to_string(*verdict.born), member(one, "born"));
    }
  }
}

TEST(Identifiers, NormalAndFormattedFormsAreUnderstoodAgain) {
  const auto cases = read(POLKU_SOURCE_DIR "/tests/identifiers/cases.json");
  ASSERT_TRUE(cases);
  for (const json::Value& one : cases->items()) {
    if (!one.find("normal")) continue;
    const std::string scheme = member(one, "scheme"), normal = member(one, "normal");
    EXPECT_EQ(check(scheme, normal).normal, normal);
    EXPECT_EQ(check(scheme, formatted(scheme, normal)).normal, normal);
  }
  EXPECT_EQ(formatted("iban", "FI2112345600000785"), "FI21 1234 5600 0007 85");
}

TEST(Identifiers, EverySchemeIsSortedAndHasGoodAndBadCases) {
  EXPECT_TRUE(std::is_sorted(schemes().begin(), schemes().end()));
  const auto cases = read(POLKU_SOURCE_DIR "/tests/identifiers/cases.json");
  ASSERT_TRUE(cases);
  for (const std::string_view scheme : schemes()) {
    EXPECT_TRUE(is_scheme(scheme));
    int good = 0, bad = 0;
    for (const json::Value& one : cases->items()) {
      if (member(one, "scheme") == scheme) ++(one.find("normal") ? good : bad);
    }
    EXPECT_GE(good, 4) << scheme;
    EXPECT_GE(bad, 3) << scheme;
  }
  EXPECT_FALSE(is_scheme("fi"));
}

// Any one wrong digit, and any two neighbours exchanged, is noticed where the law's checksum promises it.
TEST(Identifiers, ASlipOfTheFingersIsNoticed) {
  for (const auto& [scheme, number] : {std::pair{"fi-hetu", "131052-308T"}, {"fi-business-id", "2077474-0"}, {"iban", "FI2112345600000785"}}) {
    const std::string right = number;
    for (std::size_t i = 0; i < right.size(); ++i) {
      if (right[i] < '0' || right[i] > '9') continue;
      for (char digit = '0'; digit <= '9'; ++digit) {
        std::string wrong = right;
        wrong[i] = digit;
        if (wrong != right) {
          EXPECT_NE(check(scheme, wrong).fault, Fault::none) << wrong;
        }
      }
      if (i + 1 < right.size() && right[i + 1] != right[i]) {
        std::string swapped = right;
        std::swap(swapped[i], swapped[i + 1]);
        EXPECT_NE(check(scheme, swapped).fault, Fault::none) << swapped;
      }
    }
  }
}

constexpr const char* stdnum = POLKU_SOURCE_DIR "/../shared/suites/identifiers/stdnum_js_samples.json";
constexpr const char* swedish = POLKU_SOURCE_DIR "/../shared/suites/identifiers/personnummer-meta/testdata/list.json";

// Samples of stdnum (npm) whose verdict is not the law's. None so far among the kinds implemented: its Finnish personal identity codes are
// older than the separators in use since 2023 but have no sample that says so.
TEST(Identifiers, StdnumAgreesOnTheKindsImplemented) {
  const auto suite = read(stdnum);
  if (!suite) GTEST_SKIP() << "NOT RUN: the stdnum samples are absent: " << stdnum;
  const json::Value* modules = suite->find("modules");
  ASSERT_NE(modules, nullptr);
  int judged = 0;
  for (const auto& [module, scheme] : {std::pair{"fi.hetu", "fi-hetu"}, {"fi.ytunnus", "fi-business-id"}, {"se.personnummer", "se-personnummer"}}) {
    const json::Value* samples = modules->find(module);
    ASSERT_NE(samples, nullptr) << module;
    for (const json::Value& sample : samples->items()) {
      const std::string input = member(sample, "input");
      if (const json::Value* valid = sample.find("valid")) {
        EXPECT_EQ(check(scheme, input).fault == Fault::none, valid->boolean()) << module << " " << input;
        if (member(sample, "error") == "InvalidChecksum") {
          EXPECT_EQ(check(scheme, input).fault, Fault::wrong_checksum) << input;
        }
        ++judged;
      } else if (member(sample, "fn") == "format") {
        EXPECT_EQ(check(scheme, input).normal, member(sample, "expect")) << module << " " << input;
        ++judged;
      }
    }
  }
  EXPECT_GE(judged, 11);
}

TEST(Identifiers, SwedishSamplesAgree) {
  const auto samples = read(swedish);
  if (!samples) GTEST_SKIP() << "NOT RUN: the Swedish samples are absent: " << swedish;
  int judged = 0;
  for (const json::Value& sample : samples->items()) {
    for (const char* form : {"long_format", "short_format", "separated_format", "separated_long"}) {
      const std::string input = member(sample, form);
      // Contradiction: the samples refuse a blank where the hyphen stands. People type it, and blanks are dropped from every identifier
      // (identifiers.h).
      if (input.find(' ') != std::string::npos) continue;
      EXPECT_EQ(check("se-personnummer", input).fault == Fault::none, sample.find("valid")->boolean()) << input;
      ++judged;
    }
  }
  EXPECT_GE(judged, 52);
}

}  // namespace
}  // namespace polku::identifiers
