// SPDX-License-Identifier: EUPL-1.2
// ICU4C's MessageFormat as judge of the constructs that both have.
#include "../locale/support.h"
#include "arguments.h"

#ifndef POLKU_HAS_ICU
TEST(IcuMessageJudge, FormatsTheSame) { GTEST_SKIP() << "SKIPPED: libicu-dev is not installed; messages are not judged by ICU"; }
#else

#include <unicode/msgfmt.h>
#include <unicode/timezone.h>

namespace polku {
namespace {

struct IcuArguments {
  std::vector<icu::UnicodeString> names;
  std::vector<icu::Formattable> values;
};

// Formatted by ICU, or nothing: ICU refuses the pattern.
std::optional<std::string> by_icu(std::string_view pattern, const IcuArguments& arguments, const std::string& language) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::MessageFormat format(icu::UnicodeString::fromUTF8(icu::StringPiece(pattern.data(), static_cast<int32_t>(pattern.size()))),
                                  icu::Locale((test::icu_name_of(language) + "@numbers=latn").c_str()), status);
  if (U_FAILURE(status)) return std::nullopt;
  icu::UnicodeString written;
  format.format(arguments.names.data(), arguments.values.data(), static_cast<int32_t>(arguments.names.size()), written, status);
  if (U_FAILURE(status)) return std::nullopt;
  std::string bytes;
  return written.toUTF8String(bytes);
}

// Ours alone: money, skeletons without locale data in ICU's sense, dates given as text, text where a number is asked for.
bool is_for_both(const json::Value& row) {
  const auto pattern = *row.find_string("pattern");
  for (const char* ours : {"money", "date", "fee-full", "m, plural", "{fee}", "select, none"}) {
    if (pattern.find(ours) != std::string_view::npos) return false;
  }
  for (const auto& [name, value] : row.find("args")->members()) {
    const bool counted = pattern.find(name + ", plural") != std::string_view::npos || pattern.find(name + ", number") != std::string_view::npos;
    if (counted && value.is(json::Type::string)) return false;
    if (pattern.find("{n, select, 1 ") != std::string_view::npos) return false;
  }
  // ICU needs the argument of plural and select; ours salvages.
  return !row.find("missing") || pattern.find("select") == std::string_view::npos;
}

TEST(IcuMessageJudge, AgreesWithTheTable) {
  const auto cases = test::must_read_file(test::source_path("tests/messages/cases.json"));
  int judged = 0;
  for (const auto& row : cases.items()) {
    if (!is_for_both(row)) continue;
    IcuArguments arguments;
    for (const auto& [name, value] : row.find("args")->members()) {
      arguments.names.push_back(icu::UnicodeString::fromUTF8(name));
      if (value.is(json::Type::number)) {
        UErrorCode status = U_ZERO_ERROR;
        arguments.values.emplace_back(icu::StringPiece(value.number().to_string()), status);
      } else {
        arguments.values.emplace_back(icu::UnicodeString::fromUTF8(value.string()));
      }
    }
    if (row.find("missing") && row.find_string("pattern")->find("plural") != std::string_view::npos) continue;
    const auto written = by_icu(*row.find_string("pattern"), arguments, std::string(*row.find_string("language")));
    ASSERT_TRUE(written) << "line " << row.line;
    EXPECT_EQ(*row.find_string("text"), *written) << "line " << row.line;
    ++judged;
  }
  EXPECT_GT(judged, 90);
}

TEST(IcuMessageJudge, AgreesOnPatternsMadeAtRandom) {
  const std::string pieces[] = {"{a}",
                                "{n}",
                                "'",
                                "''",
                                "'{",
                                "}",
                                "{",
                                "#",
                                "{n, plural, ",
                                "{n, plural, offset:1 ",
                                "{a, select, ",
                                "{n, selectordinal, ",
                                "one {",
                                "other {",
                                "=1 {",
                                "few {",
                                "x {",
                                "{n, number}",
                                "{n, number, integer}",
                                "{n, number, ::.00}",
                                " ",
                                "word"};
  std::uint32_t seed = 7;
  const auto next = [&seed](std::uint32_t bound) { return ((seed = seed * 1664525u + 1013904223u) >> 16) % bound; };
  int accepted = 0;
  for (const char* language : {"fi", "en", "ar", "pl"}) {
    const auto locale = test::must_load(language);
    for (int round = 0; round < 6'000; ++round) {
      // Mostly balanced, so that many are accepted.
      std::string pattern, closing;
      for (std::uint32_t count = next(12); count > 0; --count) {
        const auto& piece = pieces[next(static_cast<std::uint32_t>(std::size(pieces)))];
        pattern += piece;
        if (piece.back() == ' ' && piece.size() > 1) {
          const bool plural = piece[1] == 'n';
          pattern += plural && next(2) == 0 ? "one {1} other {" : "other {";
          closing.insert(0, "}}");
        }
        if (piece == "one {" || piece == "other {" || piece == "=1 {" || piece == "few {" || piece == "x {") closing.insert(0, "}");
        if (next(3) == 0) {
          pattern += closing;
          closing.clear();
        }
      }
      pattern += closing;
      const int number = static_cast<int>(next(5));
      IcuArguments arguments{{"a", "n"}, {icu::Formattable(icu::UnicodeString("x")), icu::Formattable(static_cast<int32_t>(number))}};
      const auto theirs = by_icu(pattern, arguments, language);
      const auto compiled = messages::compile(pattern);
      const auto ours = messages::format(compiled.message, {{"a", "x"}, {"n", text::Decimal{number}}}, locale, messages::Isolation::none);
      if (theirs && compiled.problems.empty()) {
        EXPECT_EQ(ours.text, *theirs) << pattern;
        ++accepted;
      } else if (theirs.has_value() != compiled.problems.empty()) {
        // Ours refuses plural categories that do not exist ("x"); ICU waits in vain for them.
        EXPECT_TRUE(theirs && pattern.find("x {") != std::string::npos) << pattern << (theirs ? " is accepted by ICU only" : " is refused by ICU only");
      }
    }
  }
  EXPECT_GT(accepted, 4'000);
}

}  // namespace
}  // namespace polku
#endif
