// SPDX-License-Identifier: EUPL-1.2
// The engine by the schemes it began with, case by case.
#include <algorithm>

#include "support.h"

namespace polku::identifiers {
namespace {

using testing::check_named;
using testing::member;

json::Value read_cases() { return testing::read_file(POLKU_SOURCE_DIR "/tests/identifiers/cases.json").value_or(json::Value::array()); }

TEST(Identifiers, EveryCaseOfTheTableHasItsVerdict) {
  const auto cases = read_cases();
  ASSERT_GT(cases.items().size(), 100u);
  for (const json::Value& one : cases.items()) {
    const std::string scheme = member(one, "scheme"), typed = member(one, "typed");
    SCOPED_TRACE(scheme + " " + typed + " " + member(one, "why"));
    const Verdict verdict = check_named(scheme, typed);
    EXPECT_EQ(verdict.normal, member(one, "normal"));
    EXPECT_EQ(testing::name_of(verdict.fault), one.find("fault") ? member(one, "fault") : "none");
    if (one.find("born")) {
      ASSERT_TRUE(verdict.born);
      EXPECT_EQ(calendar::to_string(*verdict.born), member(one, "born"));
    }
  }
}

TEST(Identifiers, NormalAndShownFormsAreUnderstoodAgain) {
  const auto cases = read_cases();
  for (const json::Value& one : cases.items()) {
    if (!one.find("normal")) continue;
    const auto scheme = built_in(member(one, "scheme"));
    ASSERT_TRUE(scheme);
    const std::string normal = member(one, "normal");
    EXPECT_EQ(check(*scheme, normal).normal, normal);
    EXPECT_EQ(check(*scheme, shown(*scheme, normal)).normal, normal);
  }
  EXPECT_EQ(shown(*built_in("iban"), "FI2112345600000785"), "FI21 1234 5600 0007 85");
}

TEST(Identifiers, WhatIsNoNormalFormIsShownAsItIs) {
  EXPECT_EQ(shown(*built_in("iban"), "FI2112345600000786"), "FI2112345600000786");
  EXPECT_EQ(shown(*built_in("iban"), "fi21 12345600000785"), "fi21 12345600000785");
  EXPECT_EQ(shown(Scheme{}, "x"), "x");
}

TEST(Identifiers, AbsurdInputIsMalformed) {
  for (const std::string_view id : built_in_ids()) {
    const auto scheme = built_in(id);
    for (const std::string& typed : {std::string{}, std::string(201, '1'), std::string(200, '1'), std::string{"\xF0\x9F\x9A\x97"}, std::string(30, '0')}) {
      EXPECT_EQ(check(*scheme, typed).fault, Fault::malformed) << id << " " << typed;
    }
  }
  EXPECT_EQ(check(Scheme{}, "1").fault, Fault::malformed);
}

TEST(Identifiers, SchemesAreFoundByTheirName) {
  EXPECT_TRUE(std::is_sorted(built_in_ids().begin(), built_in_ids().end()));
  for (const std::string_view id : built_in_ids()) {
    const auto scheme = built_in(id);
    ASSERT_TRUE(scheme) << id;
    EXPECT_EQ(scheme->id, id);
    EXPECT_FALSE(scheme->example.empty());
  }
  EXPECT_FALSE(built_in("fi"));
  EXPECT_FALSE(built_in(""));
}

TEST(Identifiers, WhoMistypesASchemeIsToldTheNearestFirst) {
  EXPECT_EQ(suggest("fi-het").substr(0, 9), "fi-hetu, ");
  EXPECT_EQ(suggest("se-postalcode").substr(0, 16), "se-postal-code, ");
  EXPECT_NE(suggest("fi-nobody").find("fi-plate"), std::string::npos);
  EXPECT_EQ(suggest("fi-nobody").find("iban"), std::string::npos);
  EXPECT_NE(suggest("something-else-entirely").find("fi-plate"), std::string::npos);
}

}  // namespace
}  // namespace polku::identifiers
