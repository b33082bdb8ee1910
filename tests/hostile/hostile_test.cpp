// SPDX-License-Identifier: EUPL-1.2
// Whatever anyone feeds to the engine: no crash, no leak, no markup through, and who made it is told what is wrong and where.
#include <gtest/gtest.h>

#include <cstdlib>
#include <iostream>

#include "inputs.h"
#include "json/reader.h"
#include "json/writer.h"
#include "messages/message.h"
#include "mutate.h"
#include "text/utf8.h"

namespace polku::hostile {

void PrintTo(const Input& input, std::ostream* out) { *out << input.name; }

namespace {

int scale() {
  const char* const given = std::getenv("POLKU_TEST_SCALE");
  return given ? std::max(1, std::atoi(given)) : 1;
}

// A line or a pointer; what is missing altogether has the file's name, and so has what is no text.
bool has_place(const problem::Problem& problem) {
  using problem::Code;
  const bool of_a_whole_file = problem.code == Code::json_too_large || problem.code == Code::not_utf8 || problem.code == Code::message_missing;
  return problem.line > 0 || !problem.pointer.empty() || (of_a_whole_file && !problem.document.empty());
}

std::string what_is_wrong_with(const Outcome& outcome, Audience audience) {
  for (const auto& page : outcome.pages) {
    if (const auto foreign = find_foreign_markup(page); !foreign.empty()) return "markup came through: " + foreign;
  }
  for (const auto& problem : outcome.problems) {
    const std::string code{problem::name_of(problem.code)};
    if (audience == Audience::author && !has_place(problem)) return code + " has no place";
    const auto sentence = sentence_of(problem);
    if (sentence.words.size() < 10) return code + " has no sentence: " + sentence.words;
    if (!sentence.missing.empty()) return code + " does not say " + sentence.missing.front() + ": " + sentence.words;
    if (text::find_invalid_utf8(sentence.words)) return code + " is no UTF-8";
  }
  return {};
}

class Hostile : public testing::TestWithParam<Input> {};

TEST_P(Hostile, TheSampleIsRight) {
  const auto outcome = GetParam().take(GetParam().sample);
  EXPECT_TRUE(outcome.problems.empty()) << sentence_of(outcome.problems.front()).words;
  EXPECT_EQ(what_is_wrong_with(outcome, GetParam().audience), "");
}

TEST_P(Hostile, WhatIsTruncatedHugeDeepOfAnotherTypeOrNoUtf8IsToldWithItsPlace) {
  const Input& input = GetParam();
  struct Damage {
    const char* name;
    std::string bytes;
  };
  const auto brace = input.sample.find('{') + 1;
  const std::vector<Damage> damages{
      {"nothing", ""},
      {"a blank", " \n"},
      {"truncated", input.sample.substr(0, input.sample.size() / 2)},
      {"its last byte missing", input.sample.substr(0, input.sample.find_last_of('}'))},
      {"10 MB", input.sample.substr(0, brace) + "\"x-long\":\"" + std::string(10u << 20, 'a') + "\"," + input.sample.substr(brace)},
      {"nested 10,000 deep",
       input.sample.substr(0, brace) + "\"x-deep\":" + std::string(10'000, '[') + std::string(10'000, ']') + "," + input.sample.substr(brace)},
      {"an array", "[" + input.sample + "]"},
      {"a string", "\"polku\""},
      {"a number", "7"},
      {"null", "null"},
      {"no UTF-8", input.sample.substr(0, brace) + "\"x-\xC3\x28\":1," + input.sample.substr(brace)},
      {"an overlong slash", input.sample.substr(0, brace) + "\"x-\xC0\xAF\":1," + input.sample.substr(brace)},
      {"a repeated key", input.sample.substr(0, brace) + "\"x-twice\":1,\"x-twice\":2," + input.sample.substr(brace)},
      {"a NUL", std::string("\0", 1) + input.sample},
      {"two of it", input.sample + input.sample},
  };
  for (const auto& [name, bytes] : damages) {
    SCOPED_TRACE(name);
    const auto outcome = input.take(bytes);
    EXPECT_EQ(what_is_wrong_with(outcome, input.audience), "");
    const bool is_told = problem::has_errors(outcome.problems), goes_on = !outcome.pages.empty();
    EXPECT_TRUE(input.audience == Audience::nobody ? goes_on : is_told);
  }
}

// Two hundred, and ten thousand with scripts/test --full.
TEST_P(Hostile, MutationsAreTakenOrTold) {
  const Input& input = GetParam();
  int refused = 0;
  const int count = scale() >= 10 ? 10'000 : 200 * scale();
  for (int seed = 1; seed <= count; ++seed) {
    Mutator mutator{static_cast<std::uint64_t>(seed)};
    const auto bytes = seed % 2 == 0 ? mutator.change(input.sample) : mutator.change_values(input.sample);
    const auto outcome = input.take(bytes);
    const auto wrong = what_is_wrong_with(outcome, input.audience);
    ASSERT_EQ(wrong, "") << "seed " << seed << "\n" << bytes.substr(0, 2000);
    if (problem::has_errors(outcome.problems)) ++refused;
  }
  std::cout << input.name << ": " << count << " mutations, " << refused << " refused\n";
}

// The strings of a sample give way to hostile ones: the sharpest tool for markup.
TEST_P(Hostile, HostileWordsInEveryStringBecomeNoMarkup) {
  const Input& input = GetParam();
  std::vector<std::pair<std::size_t, std::size_t>> strings;
  for (std::size_t at = input.sample.find('"'); at != std::string::npos && at < input.sample.size(); at = input.sample.find('"', at)) {
    std::size_t end = at + 1;
    while (end < input.sample.size() && input.sample[end] != '"') end += input.sample[end] == '\\' ? 2u : 1u;
    strings.emplace_back(at, end + 1 - at);
    at = end + 1;
  }
  ASSERT_GT(strings.size(), 5u);
  std::size_t turn = 0;
  const std::size_t every = scale() >= 10 ? 1 : 3;
  for (std::size_t index = 0; index < strings.size(); index += every) {
    const auto [at, length] = strings[index];
    for (int times = 0; times < std::min(scale(), 3); ++times) {
      const auto& words = hostile_words()[turn++ % hostile_words().size()];
      auto bytes = input.sample;
      bytes.replace(at, length, json::write(json::Value{words}));
      ASSERT_EQ(what_is_wrong_with(input.take(bytes), input.audience), "") << input.sample.substr(at, length) << " became " << words.substr(0, 60);
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Inputs, Hostile, testing::ValuesIn(all_inputs()), [](const auto& one) { return one.param.name; });

TEST(ForeignMarkup, IsFoundWhenItIsThere) {
  EXPECT_EQ(find_foreign_markup("<p class=\"a\">x &lt;script&gt;</p>"), "");
  for (const char* const page : {"<p><script>1</script></p>", "<p onclick=\"x\">", "<a href=\"javascript:1\">", "<a href=\"//evil.example\">",
                                 "<img src=\"x\">", "<p class=x>", "<p", "<p style=\"x\">"}) {
    EXPECT_NE(find_foreign_markup(page), "") << page;
  }
}

}  // namespace
}  // namespace polku::hostile
