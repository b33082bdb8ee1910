// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <set>

#include "problem/problem.h"

namespace polku::problem {
namespace {

TEST(Codes, EveryPublicNameLeadsBackToItsCode) {
  std::set<std::string_view> names;
  for (Code code : all_codes()) {
    EXPECT_EQ(code_named(name_of(code)), code) << name_of(code);
    EXPECT_TRUE(names.insert(name_of(code)).second) << name_of(code);
    EXPECT_EQ(name_of(code).find('_'), std::string_view::npos) << name_of(code);
  }
  EXPECT_EQ(name_of(Code::too_long), "too-long");
  EXPECT_EQ(name_of(Code::internal_fault), "internal-fault");
  EXPECT_EQ(code_named("too_long"), std::nullopt);
}

TEST(Codes, PromiseTheirArgumentsInOrder) {
  EXPECT_TRUE(arguments_of(Code::missing).empty());
  EXPECT_EQ(arguments_of(Code::too_long), (std::vector<std::string_view>{"maximum"}));
  EXPECT_EQ(arguments_of(Code::wrong_argument_count), (std::vector<std::string_view>{"operator", "minimum", "maximum", "found"}));
  EXPECT_EQ(subject_of(Code::not_utf8), Subject::reading);
  EXPECT_EQ(subject_of(Code::computed_differs), Subject::submission);
  EXPECT_EQ(subject_of(Code::key_reused), Subject::host);
}

TEST(Problems, WarningsAloneAreNoErrors) {
  Problems problems = {{.code = Code::message_unused, .severity = Severity::warning}};
  EXPECT_FALSE(has_errors(problems));
  problems.push_back({.code = Code::bad_id});
  EXPECT_TRUE(has_errors(problems));
}

TEST(Pointers, EscapeWhatWouldMisleadThem) {
  EXPECT_EQ(join_pointer("", "a/b~c"), "/a~1b~0c");
  EXPECT_EQ(join_pointer("/rows", std::size_t{2}), "/rows/2");
}

}  // namespace
}  // namespace polku::problem
