// SPDX-License-Identifier: EUPL-1.2
#include "text/pattern.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "text/unicode_classes.h"

namespace {

using namespace polku::text;

std::string printed(std::string_view source) {
  const auto compiled = compile_pattern(source);
  if (const auto* pattern = std::get_if<Pattern>(&compiled)) return pattern->print();
  const char* const faults[] = {"unsupported", "unbalanced", "nothing to repeat", "repetition too large", "bad range", "bad escape", "too large"};
  const auto& error = std::get<PatternError>(compiled);
  return std::string{faults[static_cast<std::size_t>(error.fault)]} + " at " + std::to_string(error.offset);
}

bool matches(std::string_view source, std::string_view text) {
  const auto compiled = compile_pattern(source);
  const auto* pattern = std::get_if<Pattern>(&compiled);
  EXPECT_NE(pattern, nullptr) << source << ": " << printed(source);
  return pattern != nullptr && pattern->matches(text);
}

TEST(Pattern, compiles_to_a_program_one_can_read) {
  const std::vector<std::pair<const char*, const char*>> table{
      {"", "0 accept\n"},
      {"^$", "0 accept\n"},
      {"a", "0 [a]\n1 accept\n"},
      {"ab", "0 [a]\n1 [b]\n2 accept\n"},
      {"a|b", "0 split 1 3\n1 [a]\n2 jump 4\n3 [b]\n4 accept\n"},
      {"a|", "0 split 1 3\n1 [a]\n2 jump 3\n3 accept\n"},
      {"a*", "0 split 1 3\n1 [a]\n2 jump 0\n3 accept\n"},
      {"a+", "0 [a]\n1 split 0 2\n2 accept\n"},
      {"a?", "0 split 1 2\n1 [a]\n2 accept\n"},
      {"a{2}", "0 [a]\n1 [a]\n2 accept\n"},
      {"a{2,}", "0 [a]\n1 [a]\n2 split 1 3\n3 accept\n"},
      {"a{1,3}", "0 [a]\n1 split 2 5\n2 [a]\n3 split 4 5\n4 [a]\n5 accept\n"},
      {"a{0}", "0 accept\n"},
      {"(){1000}", "0 accept\n"},
      {"(ab)?", "0 split 1 3\n1 [a]\n2 [b]\n3 accept\n"},
      {"[c-eabf]", "0 [a-f]\n1 accept\n"},
      {"[^b]", "0 [\\u{0}-ac-\\u{10FFFF}]\n1 accept\n"},
      {"[-a\\]]", "0 [\\u{2D}\\u{5D}a]\n1 accept\n"},
      {"\\d\\w\\s", "0 [0-9]\n1 [0-9A-Z\\u{5F}a-z]\n2 [\\u{9}\\u{A}\\u{C}\\u{D}\\u{20}]\n3 accept\n"},
      {".", "0 [\\u{0}-\\u{9}\\u{B}\\u{C}\\u{E}-\\u{2027}\\u{202A}-\\u{10FFFF}]\n1 accept\n"},
      {"\\.\\-", "0 [.]\n1 [\\u{2D}]\n2 accept\n"},
      {"å", "0 [\\u{E5}]\n1 accept\n"},
  };
  for (const auto& [source, expected] : table) {
    std::string wanted = expected;
    for (std::size_t at; (at = wanted.find("\\u{5F}")) != std::string::npos;) wanted.replace(at, 6, "_");
    EXPECT_EQ(printed(source), wanted) << source;
  }
}

TEST(Pattern, refuses_what_is_outside_with_its_place) {
  const std::vector<std::pair<std::string, std::string>> table{
      {"(?=a)", "unsupported at 0"},
      {"a(?!b)", "unsupported at 1"},
      {"(?<=a)b", "unsupported at 0"},
      {"(?<n>a)", "unsupported at 0"},
      {"(?i)a", "unsupported at 0"},
      {"(a)\\1", "unsupported at 3"},
      {"\\k<n>", "unsupported at 0"},
      {"a*?", "unsupported at 2"},
      {"a++", "unsupported at 2"},
      {"a{2}?", "unsupported at 4"},
      {"a??", "unsupported at 2"},
      {"a**", "nothing to repeat at 2"},
      {"a{2}{3}", "nothing to repeat at 4"},
      {"*a", "nothing to repeat at 0"},
      {"a|+", "nothing to repeat at 2"},
      {"(?:*)", "nothing to repeat at 3"},
      {"{2}", "nothing to repeat at 0"},
      {"^*", "nothing to repeat at 1"},
      {"(a", "unbalanced at 0"},
      {"å(a", "unbalanced at 2"},
      {"a)", "unbalanced at 1"},
      {"[a", "unbalanced at 0"},
      {"a]", "unbalanced at 1"},
      {"a}", "unbalanced at 1"},
      {"[]", "unsupported at 0"},
      {"[^]", "unsupported at 0"},
      {"[[:alpha:]]", "unsupported at 1"},
      {"[b-a]", "bad range at 1"},
      {"[\\d-x]", "bad range at 1"},
      {"[a-\\d]", "bad range at 1"},
      {"[a-c-e]", "bad range at 4"},
      {"[\\w-.]", "bad range at 1"},
      {"\\b", "bad escape at 0"},
      {"\\n", "bad escape at 0"},
      {"a\\", "bad escape at 1"},
      {"\\pL", "bad escape at 0"},
      {"\\p{L", "bad escape at 0"},
      {"\\p{Greek}", "unsupported at 0"},
      {"\\ ", "bad escape at 0"},
      {"[\\q]", "bad escape at 1"},
      {"a{1001}", "repetition too large at 1"},
      {"a{2,1}", "bad range at 1"},
      {"a{,3}", "unsupported at 1"},
      {"a{x}", "unsupported at 1"},
      {"a{99999999999999999999}", "repetition too large at 1"},
      {"a{2", "unsupported at 1"},
      {"(a{1000}){1000}", "too large at 0"},
      {"(((a{1000}){1000}){1000}){1000}", "too large at 0"},
      {"a^b", "unsupported at 1"},
      {"a$b", "unsupported at 1"},
      {"(^a)*", "unsupported at 1"},
      {std::string(300, '(') + std::string(300, ')'), "too large at 200"},
      {std::string(20'000, 'a'), "too large at 10000"},
      {"\xFF", "unsupported at 0"},
      {"(?", "unsupported at 0"},
      {"[a-", "bad range at 2"},
      {"[\\", "bad escape at 1"},
      {"(", "unbalanced at 0"},
  };
  for (const auto& [source, expected] : table) EXPECT_EQ(printed(source), expected) << source.substr(0, 40);
}

TEST(Pattern, matches_the_whole_text_or_not) {
  struct Row {
    std::string pattern;
    std::vector<std::string> yes, no;
  };
  const std::vector<Row> table{
      {"[A-ZÅÄÖ]{1,3}-\\d{1,3}", {"KRT-482", "Å-1"}, {"krt-482", "KRTX-482", "KRT-4821", "KRT482", "", " KRT-482"}},
      {"", {""}, {"a"}},
      {"a|bc", {"a", "bc"}, {"ac", "abc", "b"}},
      {"^a|b$", {"a", "b"}, {"ab", "ax", "xb"}},
      {"(^a|b)c$", {"ac", "bc"}, {"c"}},
      {"(a|b)*c", {"c", "abbac"}, {"ab", "cc"}},
      {"(a*)*", {"", "aaaa"}, {"b"}},
      {"(a|b|){3}", {"", "ab", "aba"}, {"abab"}},
      {"a{2,3}", {"aa", "aaa"}, {"a", "aaaa"}},
      {"a{0,1000}", {"", std::string(1000, 'a')}, {std::string(1001, 'a')}},
      {".", {"a", "€", "😀"}, {"", "ab", "\n", "\r", "\xE2\x80\xA8"}},
      {"[^a]", {"b", "\n", "😀"}, {"a", ""}},
      {"[a\\-z]+", {"a-z"}, {"b"}},
      {"[-+]?[0-9]+", {"-1", "+1", "1"}, {"--1"}},
      {"\\d+", {"123"}, {"١٢٣", ""}},
      {"\\w+", {"a_1"}, {"å"}},
      {"\\D\\W\\S", {"å.x"}, {"1.x", "aax", "å. "}},
      {"\\p{L}+", {"Äiti", "Ђорђе", "漢字", "مرحبا"}, {"a1", "a b", ""}},
      {"\\p{Lu}\\p{Ll}+", {"Åbo", "Иван"}, {"åbo", "ÅBO"}},
      {"\\p{N}+", {"1٢Ⅷ½"}, {"a"}},
      {"\\P{L}+", {"12 .-"}, {"1a"}},
      {"[\\p{Lu}\\d]+", {"Å1Ж"}, {"ж"}},
      {"[^\\p{L}]", {"1"}, {"ж"}},
      {"[😀-😎]", {"😃"}, {"😏"}},
      {"\\^\\$\\.\\|\\?\\*\\+\\(\\)\\[\\]\\{\\}\\\\\\/", {"^$.|?*+()[]{}\\/"}, {"x"}},
      {"(?:ab)+", {"abab"}, {"aba"}},
  };
  for (const Row& row : table) {
    for (const auto& text : row.yes) EXPECT_TRUE(matches(row.pattern, text)) << row.pattern << " " << text;
    for (const auto& text : row.no) EXPECT_FALSE(matches(row.pattern, text)) << row.pattern << " " << text;
  }
}

TEST(Pattern, works_in_time_linear_in_the_text) {
  for (const char* source : {"(a+)+$", "(a*)*", "(a|a)*", "(a|aa)+", "(.*a){12}", "((a?){20}a{20})*", "(a?){500}a{500}"}) {
    const auto compiled = compile_pattern(source);
    const auto* pattern = std::get_if<Pattern>(&compiled);
    ASSERT_NE(pattern, nullptr) << source;
    const std::string listing = pattern->print();
    const auto states = static_cast<std::size_t>(std::count(listing.begin(), listing.end(), '\n'));
    for (const std::size_t length : {100U, 500U, 1500U}) {
      const auto run = pattern->run(std::string(length, 'a') + "!");
      EXPECT_FALSE(run.matched);
      EXPECT_LE(run.steps, 2 * states * (length + 2)) << source << " " << length;
    }
  }
}

TEST(Pattern, knows_the_letters_of_unicode_15_1) {
  const std::vector<std::tuple<const char*, std::size_t>> counts{
      {"L", 136'726}, {"N", 1'831}, {"Lu", 1'831}, {"Ll", 2'233}};  // DerivedGeneralCategory-15.1.0, totals
  for (const auto& [name, expected] : counts) {
    const auto ranges = unicode_class(name);
    ASSERT_TRUE(ranges);
    std::size_t total = 0;
    char32_t next = 0;
    for (const auto& range : *ranges) {
      EXPECT_GE(range.first, next);
      total += range.last - range.first + 1;
      next = range.last + 2;  // apart from each other
    }
    EXPECT_EQ(total, expected) << name;
  }
  EXPECT_FALSE(unicode_class("Lt"));
}

}  // namespace
