// SPDX-License-Identifier: EUPL-1.2
#include "messages/message.h"

#include <chrono>

#include "../locale/support.h"
#include "arguments.h"

namespace polku {
namespace {

using messages::Isolation;

std::vector<std::string> texts_of(const json::Value* list) {
  std::vector<std::string> texts;
  if (list) {
    for (const auto& item : list->items()) texts.push_back(item.string());
  }
  return texts;
}

TEST(MessageTest, FormatsAsTheTableSays) {
  const auto cases = test::must_read_file(test::source_path("tests/messages/cases.json"));
  for (const auto& row : cases.items()) {
    const auto compiled = messages::compile(*row.find_string("pattern"));
    EXPECT_TRUE(compiled.problems.empty()) << "line " << row.line;
    const auto formatted =
        messages::format(compiled.message, test::arguments_of(*row.find("args")), test::must_load(*row.find_string("language")), Isolation::none);
    EXPECT_EQ(formatted.text, *row.find_string("text")) << "line " << row.line;
    EXPECT_EQ(formatted.missing, texts_of(row.find("missing"))) << "line " << row.line;
  }
  EXPECT_GT(cases.items().size(), 120u);
}

TEST(MessageTest, SaysWhatIsWrongAndWhereAndKeepsTheSourceReadable) {
  const auto cases = test::must_read_file(test::source_path("tests/messages/faults.json"));
  const auto english = test::must_load("en");
  for (const auto& row : cases.items()) {
    const std::string pattern(*row.find_string("pattern"));
    const auto compiled = messages::compile(pattern);
    ASSERT_EQ(compiled.problems.size(), 1u) << pattern;
    const auto& found = compiled.problems.front();
    EXPECT_EQ(messages::format(compiled.message, {}, english).text, pattern);
    if (*row.find_string("fault") == "without-other") {
      EXPECT_EQ(found.code, problem::Code::message_plural_without_other) << pattern;
      continue;
    }
    EXPECT_EQ(found.code, problem::Code::message_syntax) << pattern;
    EXPECT_EQ(std::get<std::string>(found.arguments[2].value), *row.find_string("fault")) << pattern;
    EXPECT_EQ(std::get<text::Decimal>(found.arguments[1].value), row.find("offset")->number()) << pattern;
  }
}

TEST(MessageTest, NamesItsArgumentsOnceInOrder) {
  const auto compiled = messages::compile("{b} {a, number} {n, plural, one {{c} #} other {{b} {d, date}}} {s, select, other {{e}}}");
  EXPECT_EQ(compiled.message.argument_names(), (std::vector<std::string>{"b", "a", "n", "c", "d", "s", "e"}));
}

TEST(MessageTest, IsolatesWordsWhoseDirectionMayDiffer) {
  const auto english = test::must_load("en"), arabic = test::must_load("ar");
  const auto said = [&](const locale::Locale& locale, const std::string& words) {
    return messages::format(messages::compile("<{x}>").message, {{"x", words}}, locale).text;
  };
  EXPECT_EQ(said(english, "Aino, 12-34"), "<Aino, 12-34>");
  EXPECT_EQ(said(english, "شارع"), "<\u2068شارع\u2069>");
  EXPECT_EQ(said(english, "a\u202Eb"), "<\u2068a\u202Eb\u2069>");
  EXPECT_EQ(said(arabic, "شارع النخيل"), "<شارع النخيل>");
  EXPECT_EQ(said(arabic, "Aino"), "<\u2068Aino\u2069>");
  EXPECT_EQ(said(arabic, "12-34"), "<\u206812-34\u2069>");
  EXPECT_EQ(said(arabic, "شارع 12"), "<\u2068شارع 12\u2069>");
  EXPECT_EQ(said(english, ""), "<>");
  // Nothing reaches out of the isolate, whatever marks it holds.
  EXPECT_EQ(said(english, "a\u2069b\u2067c"), "<\u2068ab\u2067c\u2069\u2069>");
}

TEST(MessageTest, RemembersWhereThePeoplesWordsStand) {
  const auto formatted = messages::format(messages::compile("Hi {x} and {n}: {x}").message, {{"x", "Bo"}, {"n", text::Decimal{3}}}, test::must_load("en"));
  EXPECT_EQ(formatted.text, "Hi Bo and 3: Bo");
  EXPECT_EQ(formatted.verbatim, (std::vector<std::pair<std::size_t, std::size_t>>{{3, 5}, {13, 15}}));
}

TEST(MessageTest, AnyBytesAreReadWithoutHarm) {
  const auto arabic = test::must_load("ar");
  const std::string pieces[] = {"{",  "}",        "'",      "#",    ",",    " ",    "a",    "n",      "plural", "select", "other", "one",
                                "=1", "offset:1", "number", "date", "::.0", "\xFF", "\xC3", "\u200F", "",       "-",      ".",     "0"};
  std::uint32_t seed = 20261122;
  const auto next = [&seed] { return seed = seed * 1664525u + 1013904223u; };
  for (int round = 0; round < 40'000; ++round) {
    std::string source;
    for (std::uint32_t count = (next() >> 16) % 24; count > 0; --count) source += pieces[(next() >> 16) % std::size(pieces)];
    const auto compiled = messages::compile(source);
    const auto formatted = messages::format(compiled.message, {{"a", "x"}, {"n", text::Decimal{1}}}, arabic);
    if (!compiled.problems.empty()) {
      EXPECT_EQ(formatted.text, source);
    }
  }
}

TEST(MessageTest, ASelectGoesByAnOptionsIdWhichIsTheSameInEveryLanguage) {
  const auto compiled = messages::compile("{need, select, first {Your first card} other {Another card}} ({need})");
  for (const char* words : {"Ensimmäinen kortti", "First card"}) {
    EXPECT_EQ(messages::format(compiled.message, {{"need", messages::Chosen{"first", words}}}, test::must_load("fi")).text,
              "Your first card (" + std::string(words) + ")");
  }
}

TEST(MessageTest, TimeGrowsWithTheLengthOnly) {
  const auto english = test::must_load("en");
  for (const char* piece : {"{", "}", "'", "'{", "{a}", "{n, plural, other {", "{n, plural, other {#}}", "{a, select, a {", "#", "[", "{ "}) {
    std::string source;
    while (source.size() < 300'000) source += piece;
    const auto start = std::chrono::steady_clock::now();
    const auto compiled = messages::compile(source);
    messages::format(compiled.message, {{"n", text::Decimal{1}}}, english);
    EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(10)) << piece;
  }
}

}  // namespace
}  // namespace polku
