// SPDX-License-Identifier: EUPL-1.2
// The naughty strings of others (shared/suites/security/blns) as answers, as words of a catalog and as words of a back end: they arrive unharmed or are told
// about, and nothing of them becomes markup.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>

#include "inputs.h"
#include "json/reader.h"
#include "json/writer.h"
#include "text/utf8.h"

namespace polku::hostile {
namespace {

using json::Value;

std::vector<std::string> naughty_strings() {
  std::ifstream file(POLKU_SOURCE_DIR "/../shared/suites/security/blns/blns.json", std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(file), {}};
  const auto reading = json::read(bytes);
  std::vector<std::string> strings;
  if (!reading.value) return strings;
  for (const Value& one : reading.value->items()) strings.push_back(one.string());
  return strings;
}

Input input_named(std::string_view name) {
  for (auto& input : all_inputs()) {
    if (input.name == name) return input;
  }
  ADD_FAILURE() << name;
  return {};
}

std::string with(const Input& input, std::initializer_list<std::string_view> members, const std::string& words) {
  auto whole = *json::read(input.sample).value;
  for (const auto member : members) whole.set(member, Value{words});
  return json::write(whole);
}

// As the one writer of HTML escapes it, for words that stand between tags.
std::string escaped(std::string_view words) {
  std::string html;
  for (const char letter : words) {
    html += letter == '&' ? "&amp;" : letter == '<' ? "&lt;" : letter == '>' ? "&gt;" : letter == '"' ? "&quot;" : std::string(1, letter);
  }
  return html;
}

TEST(Naughty, StringsArriveUnharmedAndBecomeNoMarkup) {
  const auto strings = naughty_strings();
  if (strings.empty()) GTEST_SKIP() << "NOT RUN: ../shared/suites/security/blns is not there";
  const auto answers = input_named("answers"), catalog = input_named("catalog"), reply = input_named("reply"), draft = input_named("draft");
  std::size_t arrived = 0;
  for (const auto& words : strings) {
    SCOPED_TRACE(words);
    // A value in its normal form arrives; one that is not (blanks around, control characters, too long) is told about.
    const auto answered = answers.take(with(answers, {"name", "more"}, words));
    ASSERT_FALSE(answered.pages.empty());
    for (const std::string& page : answered.pages) EXPECT_EQ(find_foreign_markup(page), "");
    const auto check = std::find_if(answered.pages.begin(), answered.pages.end(),
                                    [](const std::string& page) { return page.find("data-page=\"check-answers\"") != std::string::npos; });
    if (answered.problems.empty() && !words.empty() && words.find('\n') == std::string::npos && check != answered.pages.end()) {
      EXPECT_NE(check->find(escaped(words)), std::string::npos);
      ++arrived;
    }
  }
  // Four at a time, as a catalog has many places.
  for (std::size_t at = 0; at < strings.size(); at += 4) {
    SCOPED_TRACE(strings[at]);
    for (const auto& [input, members] :
         {std::pair{&catalog, std::array{"service.title", "question.resident.label", "question.resident.hint", "page.start.body"}},
          std::pair{&reply, std::array{"reference", "receivedAt", "title", "code"}}, std::pair{&draft, std::array{"address", "language", "id", "savedOn"}}}) {
      auto whole = *json::read(input->sample).value;
      for (std::size_t index = 0; index < members.size(); ++index) whole.set(members[index], Value{strings[(at + index) % strings.size()]});
      const auto outcome = input->take(json::write(whole));
      for (const auto& page : outcome.pages) EXPECT_EQ(find_foreign_markup(page), "") << input->name;
      for (const auto& problem : outcome.problems) EXPECT_FALSE(sentence_of(problem).words.empty());
    }
  }
  EXPECT_GT(arrived, strings.size() / 2);
  std::cout << strings.size() << " naughty strings, " << arrived << " arrived on the check page as they were\n";
}

}  // namespace
}  // namespace polku::hostile
