// SPDX-License-Identifier: EUPL-1.2
// RE2 judges: on patterns of the subset it must give the verdicts that the engine gives.
#include <gtest/gtest.h>

#include <random>
#include <string>

#include "text/pattern.h"
#ifdef POLKU_RE2
#include <re2/re2.h>
#endif

namespace {

using polku::text::compile_pattern;
using polku::text::Pattern;

// Few characters, so that random texts often match.
class Author {
 public:
  explicit Author(unsigned seed) : random_(seed) {}

  std::string text() {
    static const std::string letters[] = {"a", "b", "c", "A", "1", "9", "-", "_", " ", "å", "Ж", "漢", "½", "\n", ".", "😀"};
    std::string out;
    for (unsigned left = below(9); left > 0; --left) out += letters[below(below(2) ? 4 : 16)];
    return out;
  }

  std::string choice(int depth) {
    std::string out = sequence(depth);
    while (below(4) == 0) out += "|" + sequence(depth);
    return out;
  }

 private:
  unsigned below(unsigned limit) { return static_cast<unsigned>(random_() % limit); }

  std::string sequence(int depth) {
    std::string out;
    for (unsigned left = below(4); left > 0; --left) out += repeated(depth);
    return out;
  }

  std::string repeated(int depth) {
    static const std::string marks[] = {"*", "+", "?", "{2}", "{1,}", "{0,2}", "{2,4}", "{0}"};
    const std::string one = atom(depth);
    return below(3) == 0 ? one + marks[below(8)] : one;
  }

  std::string atom(int depth) {
    if (depth > 0 && below(3) == 0) return (below(2) ? "(" : "(?:") + choice(depth - 1) + ")";
    static const std::string atoms[] = {"a",   "b",   "c",   "å",   "1",      "\\.",    "\\-",     "漢",      ".",      "\\d",    "\\w",
                                        "\\s", "\\D", "\\W", "\\S", "\\p{L}", "\\p{N}", "\\p{Lu}", "\\p{Ll}", "\\P{L}", "\\P{Lu}"};
    return below(4) == 0 ? klass() : atoms[below(21)];
  }

  std::string klass() {
    static const std::string items[] = {"a", "a-c", "\\d", "\\w", "\\s", "\\p{L}", "\\P{N}", "\\p{Lu}", "0-9", "å", "\\-", "\\]", "А-Я", ".", "\\W"};
    std::string out = below(3) == 0 ? "[^" : "[";
    if (below(6) == 0) out += "-";
    for (unsigned left = 1 + below(3); left > 0; --left) out += items[below(15)];
    if (below(6) == 0) out += "-";
    return out + "]";
  }

  std::mt19937 random_;
};

TEST(Pattern, agrees_with_re2) {
#ifdef POLKU_RE2
  Author author{15};
  int matched = 0;
  for (int round = 0; round < 4000; ++round) {
    const std::string source = author.choice(3);
    const auto compiled = compile_pattern(source);
    const auto* pattern = std::get_if<Pattern>(&compiled);
    ASSERT_NE(pattern, nullptr) << source;
    const re2::RE2 judge{source, re2::RE2::Quiet};
    ASSERT_TRUE(judge.ok()) << source << ": " << judge.error();
    for (int i = 0; i < 25; ++i) {
      const std::string text = author.text();
      const bool verdict = pattern->matches(text);
      ASSERT_EQ(verdict, re2::RE2::FullMatch(text, judge)) << source << "\non " << ::testing::PrintToString(text) << "\n" << pattern->print();
      matched += verdict ? 1 : 0;
    }
  }
  EXPECT_GT(matched, 5000) << "too few matches to judge anything";
#else
  GTEST_SKIP() << "NOT JUDGED: RE2 is missing. Install libre2-dev.";
#endif
}

}  // namespace
