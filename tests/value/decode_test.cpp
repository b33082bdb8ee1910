// SPDX-License-Identifier: EUPL-1.2
#include <map>
#include <set>

#include "support.h"
#include "text/utf8.h"

namespace polku::value {
namespace {

using test::member;

const json::Value& cases() {
  static const json::Value read = test::read_file(POLKU_SOURCE_DIR "/tests/value/cases.json").value_or(json::Value::array());
  return read;
}

std::string trace_of(const json::Value& one) { return json::write(one).substr(0, 300); }

Decoded decode_case(const json::Value& one) {
  return decode(test::shape_of(one), test::typed_of(one), test::language(member(one, "language", "fi")), test::date(member(one, "today", "2026-11-22")));
}

TEST(Decoding, EveryCaseOfTheTableIsReadAsStated) {
  ASSERT_GT(cases().items().size(), 500u);
  for (const json::Value& one : cases().items()) {
    SCOPED_TRACE(trace_of(one));
    const Decoded decoded = decode_case(one);
    if (const json::Value* normal = one.find("normal")) {
      EXPECT_EQ(test::printed(decoded.value), json::write(*normal));
      EXPECT_EQ(test::names_of(decoded.problems), "");
    } else if (const json::Value* problem = one.find("problem")) {
      std::string expected;
      if (problem->is(json::Type::string)) {
        expected = problem->string();
      } else {
        for (const json::Value& name : problem->items()) expected += (expected.empty() ? "" : " ") + name.string();
      }
      EXPECT_EQ(test::names_of(decoded.problems), expected);
    } else {
      EXPECT_FALSE(decoded.value);
      EXPECT_TRUE(decoded.problems.empty());
    }
  }
}

TEST(Decoding, ProblemsCarryTheArgumentsTheirCodePromises) {
  for (const json::Value& one : cases().items()) {
    SCOPED_TRACE(trace_of(one));
    for (const problem::Problem& problem : decode_case(one).problems) {
      const auto promised = problem::arguments_of(problem.code);
      ASSERT_EQ(problem.arguments.size(), promised.size());
      EXPECT_EQ(problem::subject_of(problem.code), problem::Subject::answer);
      EXPECT_EQ(problem.pointer, "");
      const json::Value* expected = one.find("arguments");
      for (std::size_t i = 0; i < promised.size(); ++i) {
        const problem::Argument& argument = problem.arguments[i];
        EXPECT_EQ(argument.name, promised[i]);
        if (!expected) continue;
        const auto* number = std::get_if<text::Decimal>(&argument.value);
        EXPECT_EQ(number ? number->to_string() : std::get<std::string>(argument.value), member(*expected, argument.name));
      }
    }
  }
}

// What decoding makes is what checking accepts, and what breaks a bound is what it refuses, by the same code.
TEST(Checking, AgreesWithDecodingOnEveryCase) {
  for (const json::Value& one : cases().items()) {
    const Decoded decoded = decode_case(one);
    if (!decoded.value) continue;
    SCOPED_TRACE(trace_of(one));
    EXPECT_EQ(test::names_of(check(test::shape_of(one), *decoded.value, test::date(member(one, "today", "2026-11-22")))), test::names_of(decoded.problems));
  }
}

TEST(Decoding, OnlyUnreadableAnswersHaveNoValue) {
  const std::set<std::string> readable{"too-short",      "too-long",       "pattern-mismatch",     "below-minimum",   "above-maximum",
                                       "not-a-multiple", "date-too-early", "date-too-late",        "too-few-chosen",  "too-many-chosen",
                                       "time-too-early", "time-too-late",  "country-not-accepted", "option-excludes", "too-many-words"};
  for (const json::Value& one : cases().items()) {
    const Decoded decoded = decode_case(one);
    if (decoded.problems.empty() || one.find("integer")) continue;
    EXPECT_EQ(decoded.value.has_value(), readable.count(std::string{problem::name_of(decoded.problems[0].code)}) == 1) << trace_of(one);
  }
}

TEST(Decoding, TheTableMeetsEveryKindAndEveryLanguageOfTheMunicipality) {
  std::map<std::string, int> kinds, languages;
  for (const json::Value& one : cases().items()) ++kinds[member(one, "kind")], ++languages[member(one, "language")];
  for (const Kind kind : all_kinds()) EXPECT_GT(kinds[std::string{name_of(kind)}], 0) << name_of(kind);
  for (const char* language : {"fi", "sv", "en", "ar"}) EXPECT_GT(languages[language], 60) << language;
  for (const Kind kind : all_kinds()) EXPECT_EQ(kind_named(name_of(kind)), kind);
  EXPECT_FALSE(kind_named("Text"));
}

TEST(Decoding, AbsurdLengthIsRefusedAtOnce) {
  for (const Kind kind : all_kinds()) {
    const Decoded decoded = decode({.kind = kind}, {std::string(100001, '1')}, test::language("fi"), {});
    EXPECT_FALSE(decoded.value);
    EXPECT_EQ(test::names_of(decoded.problems), "too-long") << name_of(kind);
  }
}

std::string without_controls(std::string_view words) {
  std::string kept;
  while (!words.empty()) {
    const char32_t c = text::take_code_point(words);
    if ((c >= 0x20 || c == '\t' || c == '\n') && !(c >= 0x7F && c < 0xA0)) text::append_code_point(kept, c);
  }
  return kept;
}

TEST(Decoding, NaughtyStringsArriveUnharmed) {
  const std::string path = POLKU_SOURCE_DIR "/../shared/suites/security/blns/blns.json";
  const auto suite = test::read_file(path);
  if (!suite) GTEST_SKIP() << "NOT RUN: the naughty strings are absent: " << path;
  const Shape shape{.kind = Kind::long_text};
  for (const json::Value& naughty : suite->items()) {
    const std::string words = without_controls(naughty.string());
    const Decoded decoded = decode(shape, {naughty.string()}, test::language("en"), {});
    for (const Kind kind : all_kinds())
      decode({.kind = kind, .currency = "EUR", .scheme = identifiers::built_in("fi-hetu")}, {words}, test::language("ar"), {});
    if (!decoded.value) continue;
    EXPECT_TRUE(check(shape, *decoded.value, {}).empty()) << words;
    // Line breaks of other sorts become the plain one.
    if (naughty.string().find_first_of("\r\v\f") == std::string::npos && words.find("\u2028") == std::string::npos &&
        naughty.string().find("\u0085") == std::string::npos) {
      EXPECT_NE(words.find(decoded.value->string()), std::string::npos) << words;
    }
  }
}

TEST(Decoding, AddressesOfTheJsonSchemaSuite) {
  const std::string path = POLKU_SOURCE_DIR "/../shared/suites/json-schema-test-suite/tests/draft2020-12/optional/format/email.json";
  const auto suite = test::read_file(path);
  if (!suite) GTEST_SKIP() << "NOT RUN: the JSON Schema suite is absent: " << path;
  // Valid by RFC 5321 and refused here, as email.cpp states: quoted local parts and IP literals.
  const auto stated = [](const std::string& address) { return address.find('"') != std::string::npos || address.find('[') != std::string::npos; };
  int judged = 0;
  for (const json::Value& group : suite->items()) {
    for (const json::Value& one : group.find("tests")->items()) {
      const json::Value& data = *one.find("data");
      if (!data.is(json::Type::string) || stated(data.string())) continue;
      const Decoded decoded = decode({.kind = Kind::email}, {data.string()}, test::language("en"), {});
      EXPECT_EQ(decoded.value.has_value(), one.find("valid")->boolean()) << data.string();
      ++judged;
    }
  }
  EXPECT_GT(judged, 5);
}

}  // namespace
}  // namespace polku::value
