// SPDX-License-Identifier: EUPL-1.2
// The engine's own words in i18n/: every problem can be said, in every language, with what its code promises.
#include <algorithm>
#include <set>

#include "../locale/support.h"
#include "messages/catalog.h"
#include "text/utf8.h"
#include "value/value.h"

namespace polku {
namespace {

using problem::Subject;

constexpr const char* languages[] = {"en", "fi", "sv", "ar", "sk"};

messages::Catalog catalog(const std::string& language) {
  problem::Problems problems;
  auto read = messages::Catalog::read(test::must_read_file(test::source_path("i18n/" + language + ".json")), language, problems);
  for (const auto& problem : problems) ADD_FAILURE() << language << " " << problem.pointer << " " << problem::name_of(problem.code) << " line " << problem.line;
  return read;
}

bool is_for_citizens(problem::Code code) {
  const Subject subject = problem::subject_of(code);
  return subject == Subject::answer || subject == Subject::submission || subject == Subject::delivery || subject == Subject::host;
}

// "problem.date.missing" → the kind "date" and the code; "problem.too-long" → no kind.
std::pair<std::string, std::optional<problem::Code>> parts_of(std::string_view key) {
  key.remove_prefix(std::string_view("problem.").size());
  const std::size_t point = key.find('.');
  if (point == std::string_view::npos) return {"", problem::code_named(key)};
  return {std::string(key.substr(0, point)), problem::code_named(key.substr(point + 1))};
}

TEST(EngineWords, SayEveryProblem) {
  for (const auto* language : languages) {
    const auto words = catalog(language);
    for (const auto code : problem::all_codes()) {
      if (std::string_view(language) != "en" && !is_for_citizens(code)) continue;  // authors' messages may fall back to English
      EXPECT_TRUE(words.find("problem." + std::string(problem::name_of(code)))) << language << " lacks problem." << problem::name_of(code);
    }
  }
}

TEST(EngineWords, UseOnlyWhatTheCodePromises) {
  for (const auto* language : languages) {
    const auto words = catalog(language);
    for (const auto& key : words.keys()) {
      if (key.rfind("problem.", 0) != 0) continue;
      const auto [kind, code] = parts_of(key);
      ASSERT_TRUE(code) << language << " " << key << " is of no code";
      EXPECT_TRUE(kind.empty() || value::kind_named(kind)) << language << " " << key << " is of no kind";
      EXPECT_TRUE(kind.empty() || problem::subject_of(*code) == Subject::answer) << language << " " << key;
      auto promised = problem::arguments_of(*code);
      // Only what is said about a question of a kind stands beside a label.
      if (!kind.empty()) promised.push_back("label");
      for (const auto& name : words.find(key)->argument_names()) {
        EXPECT_NE(std::find(promised.begin(), promised.end(), name), promised.end()) << language << " " << key << " uses {" << name << "}";
      }
    }
  }
}

TEST(EngineWords, AreTheSameKeysForCitizensInEveryLanguage) {
  const auto english = catalog("en");
  for (const auto* language : languages) {
    const auto words = catalog(language);
    for (const auto& key : english.keys()) {
      const bool author = key.rfind("problem.", 0) == 0 && !is_for_citizens(parts_of(key).second.value_or(problem::Code::missing));
      EXPECT_TRUE(author || words.find(key)) << language << " lacks " << key;
    }
    for (const auto& key : words.keys()) EXPECT_TRUE(english.find(key)) << language << " has " << key << ", English has not";
  }
}

// Whatever number comes, there are words with the number in them or a case of their own; nothing is left in braces.
TEST(EngineWords, AreWholeSentencesForAnyNumber) {
  for (const auto* language : languages) {
    const auto words = catalog(language);
    const auto locale = test::must_load(language);
    for (const auto& key : words.keys()) {
      if (key.rfind("problem.", 0) != 0) continue;
      for (const int number : {0, 1, 2, 3, 11, 100, 102}) {
        messages::Arguments arguments;
        for (const auto& name : words.find(key)->argument_names()) arguments.push_back({name, text::Decimal{number}});
        const auto formatted = messages::format(*words.find(key), arguments, locale);
        EXPECT_TRUE(formatted.missing.empty()) << language << " " << key;
        EXPECT_GT(text::count_code_points(formatted.text), 7u) << language << " " << key << " " << number;
        EXPECT_EQ(formatted.text.find("  "), std::string::npos) << language << " " << key;
        EXPECT_TRUE(formatted.text.front() != ' ' && formatted.text.back() != ' ') << language << " " << key;
      }
    }
  }
}

TEST(EngineWords, HaveNotesOnlyForKeysThatExist) {
  const auto english = catalog("en");
  const auto notes = test::must_read_file(test::source_path("i18n/notes.json"));
  for (const auto& note : notes.members()) EXPECT_TRUE(english.find(note.name)) << note.name;
}

TEST(EngineWords, AreEmbeddedAsTheyAre) {
  for (const auto* language : languages) {
    const auto embedded = test::must_read(host::embedded_words(language), language);
    EXPECT_TRUE(embedded == test::must_read_file(test::source_path("i18n/" + std::string(language) + ".json"))) << language;
  }
  EXPECT_TRUE(host::embedded_words("notes").empty());
  EXPECT_TRUE(host::embedded_locale("xx").empty());
}

}  // namespace
}  // namespace polku
