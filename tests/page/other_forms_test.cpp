// SPDX-License-Identifier: EUPL-1.2
// What other people's forms say, on our pages: an option that stands alone, a limit in words, words that unfold.
#include <gtest/gtest.h>

#include "render/html/html.h"
#include "support.h"

namespace polku {
namespace {

using page::Field;
using test::Person;

constexpr std::string_view service = R"({"$schema": "service-1.json", "id": "small", "version": "1.0.0", "languages": ["en"],
  "questions": {"nuisance": {"kind": "several-of", "options": ["noise", "smell", {"id": "none", "exclusive": true}, {"id": "unknown", "exclusive": true}], "minItems": 2},
                "why": {"kind": "text", "maxWords": 3, "when": {"in": ["noise", {"var": "nuisance"}]}},
                "more": {"kind": "long-text", "maxWords": 1, "maxLength": 1000, "required": false}},
  "pages": [{"id": "ask", "ask": ["nuisance", "why", "more"]}, {"id": "check", "kind": "check-answers"}, {"id": "done", "kind": "confirmation"}]})";

constexpr std::string_view words = R"({"page.ask.title": "At home", "page.ask.more.title": "Who reads this?", "page.ask.more": "The **office**.",
  "question.nuisance.label": "What disturbs you?", "question.nuisance.option.noise.label": "Noise", "question.nuisance.option.smell.label": "Smell",
  "question.nuisance.option.none.label": "None of these", "question.nuisance.option.unknown.label": "I do not know",
  "question.why.label": "Why?", "question.why.hint": "Briefly.", "question.why.more.title": "Why why?", "question.why.more": "So.\n\n- and so",
  "question.more.label": "More", "question.more.more.title": "Only half"})";

class OtherFormsTest : public testing::Test {
 protected:
  const Field& field(const page::Page& page, std::string_view place) {
    static const Field nothing;
    for (const page::Element& element : page.elements) {
      const auto* field = std::get_if<Field>(&element);
      if (field && field->place == place) return *field;
    }
    ADD_FAILURE() << place;
    return nothing;
  }

  session::World world_ = test::make_world(test::must_read(service, "service"), "", test::must_read(words, "words"));
  Person person_{world_, "en"};
};

TEST_F(OtherFormsTest, TheWordOrStandsBeforeTheFirstOptionThatStandsAlone) {
  const auto page = person_.page();
  const auto& options = field(page, "nuisance").options;
  ASSERT_EQ(options.size(), 4u);
  for (std::size_t at = 0; at < 4; ++at) EXPECT_EQ(options[at].is_apart, at == 2) << at;
  EXPECT_EQ(page.divider.words(), "or");
}

TEST_F(OtherFormsTest, APressSettlesTheOtherTicksAndContinueTakesWhatStands) {
  person_.act(session::Type{"nuisance", {"noise"}});
  person_.act(session::Type{"nuisance", {"noise", "none"}});
  EXPECT_EQ(field(person_.page(), "nuisance").typed, value::Typed{"none"});
  person_.go_on({{"nuisance", {"noise", "none"}}, {"why", {"x"}}});
  EXPECT_EQ(field(person_.page(), "nuisance").problem.words(), "Choose either “None of these” or the others, not both");
  person_.act(session::Type{"nuisance", {"noise", "smell", "none"}});
  EXPECT_EQ(field(person_.page(), "nuisance").typed, (value::Typed{"noise", "smell"}));
}

TEST_F(OtherFormsTest, OneThatStandsAloneIsEnoughWhereTwoAreAsked) {
  person_.go_on({{"nuisance", {"none"}}});
  EXPECT_EQ(person_.page().kind, "check-answers");
}

TEST_F(OtherFormsTest, ALimitInWordsIsSaidBelowTheFieldWithThatInCharacters) {
  person_.act(session::Type{"nuisance", {"noise", "smell"}});
  EXPECT_EQ(field(person_.page(), "why").length_note.words(), "You can write up to 3 words.");
  EXPECT_EQ(field(person_.page(), "more").length_note.words(), "You can write up to 1 word and 1,000 characters.");
  person_.go_on({{"why", {"one two three four"}}});
  EXPECT_EQ(field(person_.page(), "why").problem.words(), "Shorten your answer to at most 3 words. It now has 4");
}

TEST_F(OtherFormsTest, WordsUnfoldBelowHintAndHeadingAndDescribeNothing) {
  person_.act(session::Type{"nuisance", {"noise", "smell"}});
  const std::string html = render::html(person_.page());
  EXPECT_NE(
      html.find(
          "</h1><details id=\"heading--more\"><summary>Who reads this?</summary><div class=\"prose\"><p>The <strong>office</strong>.</p></div></details>"),
      std::string::npos)
      << html;
  EXPECT_NE(html.find("</p><details id=\"why--more\"><summary>Why why?</summary>"), std::string::npos) << html;
  EXPECT_NE(html.find("aria-describedby=\"why--hint why--length\""), std::string::npos) << html;
  EXPECT_EQ(html.find("Only half"), std::string::npos) << "what has no words does not unfold";
}

TEST_F(OtherFormsTest, NothingUnfoldsWhereAnswersAreChecked) {
  person_.go_on({{"nuisance", {"noise", "smell"}}, {"why", {"x"}}});
  EXPECT_EQ(person_.page().kind, "check-answers");
  EXPECT_EQ(render::html(person_.page()).find("<details"), std::string::npos);
}

}  // namespace
}  // namespace polku
