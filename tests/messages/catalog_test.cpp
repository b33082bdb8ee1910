// SPDX-License-Identifier: EUPL-1.2
#include "messages/catalog.h"

#include "../locale/support.h"

namespace polku {
namespace {

using messages::Catalog;
using messages::Text;
using messages::Words;

std::shared_ptr<const Catalog> catalog(std::string language, std::string_view json) {
  problem::Problems problems;
  auto made = std::make_shared<const Catalog>(Catalog::read(test::must_read(json, language), language, problems));
  EXPECT_TRUE(problems.empty()) << json;
  return made;
}

std::vector<std::shared_ptr<const locale::Locale>> locales() {
  std::vector<std::shared_ptr<const locale::Locale>> all;
  for (const char* language : {"fi", "sv", "ar"}) all.push_back(std::make_shared<const locale::Locale>(test::must_load(language)));
  return all;
}

Words words(std::vector<std::string> chain) {
  return Words(
      {{{catalog("fi", R"({"office": "Kaupungin toimisto"})")}},
       {{catalog("fi", R"({"office": "Toimisto", "fee": "Maksu {n, number}", "days": "{n, plural, one {# päivä} other {# päivää}}", "note": "Huomio"})"),
         catalog("sv", R"({"office": "Byrå", "fee": "Avgift {n, number}"})"), catalog("sv-FI", R"({"office": "Ämbetsverk"})")}},
       {{catalog("fi", R"({"problem.missing": "Vastaa"})"), catalog("ar", R"({"problem.missing": "أجب", "office": "مكتب"})")}}},
      locales(), std::move(chain));
}

TEST(CatalogTest, KeepsSourceAndPlaceAndIgnoresMeta) {
  problem::Problems problems;
  const auto read = Catalog::read(test::must_read("{\"$notes\": {\"a\": 1},\n \"b\": \"Hi {x}\",\n  \"a\": \"A\"}", "en.json"), "en", problems);
  EXPECT_TRUE(problems.empty());
  EXPECT_EQ(read.keys(), (std::vector<std::string>{"a", "b"}));
  EXPECT_EQ(read.source("b"), "Hi {x}");
  EXPECT_EQ(read.source("c"), "");
  EXPECT_EQ(read.place("a").first, 3u);
  EXPECT_EQ(read.place("c").first, 0u);
  EXPECT_TRUE(read.find("b"));
  EXPECT_FALSE(read.find("$notes"));
}

TEST(CatalogTest, ReportsEveryProblemWithKeyAndPlace) {
  problem::Problems problems;
  const auto read =
      Catalog::read(test::must_read("{\"ok\": \"fine\",\n\"a/b\": \"{x\",\n\"c\": 3,\n\"d\": \"{n, plural, one {x}}\"}", "x"), "en", problems, "en.json");
  ASSERT_EQ(problems.size(), 3u);
  EXPECT_EQ(problems[0].code, problem::Code::message_syntax);
  EXPECT_EQ(problems[0].arguments[0], (problem::Argument{"key", "a/b"}));
  EXPECT_EQ(problems[0].pointer, "/a~1b");
  EXPECT_EQ(problems[0].line, 2u);
  EXPECT_EQ(problems[0].document, "en.json");
  EXPECT_EQ(problems[1].code, problem::Code::wrong_type);
  EXPECT_EQ(problems[1].line, 3u);
  EXPECT_EQ(problems[2].code, problem::Code::message_plural_without_other);
  EXPECT_EQ(problems[2].arguments[0], (problem::Argument{"key", "d"}));
  EXPECT_TRUE(read.find("a/b"));
  Catalog::read(json::Value{std::int64_t{3}}, "en", problems);
  EXPECT_EQ(problems.size(), 4u);
}

TEST(WordsTest, FirstLayerWinsInALanguageAndLanguageBeforeLayer) {
  EXPECT_EQ(words({"fi"}).say("office").words(), "Kaupungin toimisto");
  EXPECT_EQ(words({"sv", "fi"}).say("office").words(), "Byrå");
  EXPECT_EQ(words({"sv-FI", "fi"}).say("office").words(), "Ämbetsverk");
  EXPECT_EQ(words({"ar", "fi"}).say("office").words(), "مكتب");
}

TEST(WordsTest, TruncatesTheTagWithoutReportingIt) {
  const auto said = words({"sv-FI", "fi"});
  const auto text = said.say("fee", {{"n", text::Decimal{1234}}});
  EXPECT_EQ(text.words(), "Avgift 1\u00A0234");
  EXPECT_EQ(text.language(), "sv");
  EXPECT_TRUE(said.reported().empty());
  EXPECT_EQ(said.language(), "sv-FI");
  EXPECT_EQ(said.locale().tag(), "sv");
}

TEST(WordsTest, FallsBackToAnotherLanguageWithItsOwnRulesAndReportsOnce) {
  const auto said = words({"ar", "fi"});
  for (int time = 0; time < 2; ++time) {
    const auto text = said.say("days", {{"n", text::Decimal{1}}});
    EXPECT_EQ(text.words(), "1 päivä");
    EXPECT_EQ(text.language(), "fi");
    EXPECT_EQ(text.direction(), text::Direction::left_to_right);
  }
  ASSERT_EQ(said.reported().size(), 1u);
  EXPECT_EQ(said.reported()[0].key, "days");
  EXPECT_EQ(said.reported()[0].wanted, "ar");
  EXPECT_EQ(said.reported()[0].found, "fi");
  EXPECT_EQ(said.say("problem.missing").direction(), text::Direction::right_to_left);
}

TEST(WordsTest, SaysTheKeyInBracketsWhenNobodyHasIt) {
  const auto said = words({"sv"});
  EXPECT_EQ(said.say("note").words(), "[note]");
  EXPECT_EQ(said.say("note").language(), "");
  ASSERT_EQ(said.reported().size(), 1u);
  EXPECT_EQ(said.reported()[0].found, "");
  EXPECT_FALSE(said.has("note"));
  EXPECT_TRUE(words({"sv", "fi"}).has("note"));
  EXPECT_EQ(Words({}, {}, {}).say("x").words(), "[x]");
  EXPECT_EQ(Words({}, {}, {}).locale().number(test::decimal("1234.5")), "1,234.5");
}

TEST(WordsTest, TheFirstKeyThatIsUnderstoodIsSaid) {
  EXPECT_EQ(words({"fi"}).say_first({"question.x.problem.missing", "problem.date.missing", "problem.missing"}).words(), "Vastaa");
  EXPECT_EQ(words({"ar", "fi"}).say_first({"note", "problem.missing"}).words(), "أجب");
  EXPECT_EQ(words({"sv", "fi"}).say_first({"note", "problem.missing"}).words(), "Huomio");
  EXPECT_EQ(words({"sv"}).say_first({"a", "b"}).words(), "[b]");
}

TEST(WordsTest, PlainAndVerbatimCarryTheirLanguage) {
  EXPECT_EQ(words({"ar"}).plain("12").language(), "ar");
  EXPECT_EQ(words({"ar"}).plain("12").direction(), text::Direction::right_to_left);
  EXPECT_EQ(messages::verbatim("x").language(), "");
  EXPECT_TRUE(Text{}.empty());
}

}  // namespace
}  // namespace polku
