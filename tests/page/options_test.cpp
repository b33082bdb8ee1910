// SPDX-License-Identifier: EUPL-1.2
// Where options come from, and how many there are, as it is seen on the page.
#include <gtest/gtest.h>

#include "page/record.h"
#include "render/html/html.h"
#include "render/html/record.h"
#include "session/verify.h"
#include "support.h"

namespace polku {
namespace {

using json::Value;
using page::Field;
using test::Person;

Value text(std::string_view words) { return Value{words}; }
Value parsed(std::string_view words) { return test::must_read(words, "options_test"); }

const Field* find_field(const page::Page& page, std::string_view place) {
  for (const page::Element& element : page.elements) {
    const auto* field = std::get_if<Field>(&element);
    if (field && field->place == place) return field;
  }
  return nullptr;
}

session::World world_with(std::size_t options) {
  Value ids = Value::array(), words = Value::object();
  for (std::size_t number = 1; number <= options; ++number) {
    ids.push(Value{"o" + std::to_string(number)});
    words.add("question.way.option.o" + std::to_string(number) + ".label", Value{"Option " + std::to_string(number)});
  }
  Value service = parsed(R"({"$schema": "service-1.json", "id": "small", "version": "1.0.0", "languages": ["en"]})");
  const Value why = parsed(R"({"kind": "text", "when": {"==": [{"var": "way"}, "o2"]}})");
  service.add("questions", Value::object().with("way", Value::object().with("kind", text("one-of")).with("options", std::move(ids))).with("why", why));
  service.add("pages", parsed(R"([{"id": "ask", "ask": ["way", "why"]}, {"id": "check", "kind": "check-answers"}, {"id": "done", "kind": "confirmation"}])"));
  words.add("question.way.label", text("Way"));
  words.add("question.why.label", text("Why"));
  return test::make_world(service, "", words);
}

TEST(Groups, WhatStandsTogetherIsNotMovedBelowTheOptionThatBroughtItUp) {
  Value service = parsed(R"({"$schema": "service-1.json", "id": "small", "version": "1.0.0", "languages": ["en"], "questions": {
    "who": {"kind": "one-of", "options": ["person", "company"]}, "name": {"kind": "text", "when": {"==": [{"var": "who"}, "person"]}},
    "street": {"kind": "text", "when": {"==": [{"var": "who"}, "person"]}}, "owner": {"kind": "yes-no"}, "since": {"kind": "text", "when": {"var": "owner"}}},
    "pages": [{"id": "ask", "ask": ["who", "name", {"group": "home", "boxed": true, "ask": ["street", "owner", "since"]}]},
      {"id": "check", "kind": "check-answers"}, {"id": "done", "kind": "confirmation"}]})");
  const session::World world = test::make_world(service, "");
  Person person{world, "en"};
  person.act(session::Type{"who", {"person"}});
  person.act(session::Type{"owner", {"yes"}});
  const page::Page page = person.page();
  const auto places_below = [&](std::string_view place) {
    std::vector<std::string> places;
    for (const page::Option& option : find_field(page, place)->options) {
      for (const std::size_t at : option.reveals) places.push_back(std::get<Field>(page.elements[at]).place);
    }
    return places;
  };
  EXPECT_EQ(places_below("who"), std::vector<std::string>{"name"});
  EXPECT_EQ(places_below("owner"), std::vector<std::string>{"since"});
}

TEST(LongChoices, AreAListToChooseFromFromTheThirteenthOptionOn) {
  for (const auto& [count, control] : {std::pair{12u, Field::Control::choice}, {13u, Field::Control::select}}) {
    const session::World world = world_with(count);
    Person person{world, "en"};
    const page::Page page = person.page();
    const Field* field = find_field(page, "way");
    ASSERT_TRUE(field);
    EXPECT_EQ(field->control, control) << count;
  }
}

TEST(LongChoices, NothingIsChosenBeforehandAndNothingChosenIsMissing) {
  const session::World world = world_with(13);
  Person person{world, "en"};
  const page::Page page = person.page();
  EXPECT_NE(render::html(page).find("<option value=\"\" selected>Choose from the list</option><option value=\"o1\">"), std::string::npos);
  person.go_on({{"way", {""}}});
  EXPECT_EQ(person.page().summary.size(), 1u);
  EXPECT_NE(render::html(person.page()).find("aria-invalid"), std::string::npos);
  person.go_on({{"way", {"o3"}}});
  EXPECT_EQ(person.page().kind, "check-answers");
}

TEST(LongChoices, WhatAnAnswerBringsUpStandsBelowTheWholeList) {
  const session::World world = world_with(13);
  Person person{world, "en"};
  person.act(session::Type{"way", {"o2"}});
  const page::Page page = person.page();
  EXPECT_TRUE(find_field(page, "why"));
  EXPECT_TRUE(page.nested.empty());
  EXPECT_NE(render::html(page).find("<option value=\"o2\" selected>Option 2</option>"), std::string::npos);
  EXPECT_NE(render::html(page).find("name=\"why\""), std::string::npos);
}

session::World world_with_children() {
  const Value service = parsed(R"({"$schema": "service-1.json", "id": "small", "version": "1.0.0", "languages": ["en", "fi"],
    "questions": {"children": {"kind": "list", "minItems": 1, "questions": {"name": {"kind": "text"}, "family": {"kind": "text"}}},
                  "contact": {"kind": "one-of", "options": {"rows": "children", "by": "name"}}, "guests": {"kind": "several-of", "options": {"rows": "children", "by": "name"}}},
    "pages": [{"id": "kids", "kind": "list", "ask": ["children"]}, {"id": "who", "ask": ["contact", "guests"]},
              {"id": "check", "kind": "check-answers"}, {"id": "done", "kind": "confirmation"}],
    "recipients": [{"id": "office", "entitled": ["contact", "guests"]}]})");
  return test::make_world(
      service, "", parsed(R"({"question.children.row": "{name} {family}", "question.contact.label": "Contact", "question.guests.label": "Guests of {contact}",
    "page.who.title": "Who", "question.name.label": "Name", "question.family.label": "Family"})"));
}

void answer_all(Person& person) {
  person.act(session::AddRow{"children"});
  person.go_on({{"children/r1/name", {"Aino"}}, {"children/r1/family", {"Virta"}}});
  person.act(session::AddRow{"children"});
  person.go_on({{"children/r2/name", {"Eino"}}, {"children/r2/family", {"Koski"}}});
  person.go_on();
  person.go_on({{"contact", {"Eino"}}, {"guests", {"Eino", "Aino"}}});
}

std::vector<std::string> labels_of(const Field& field) {
  std::vector<std::string> labels;
  for (const page::Option& option : field.options) labels.push_back(option.label.words() + (option.chosen ? "*" : ""));
  return labels;
}

TEST(OptionsFromRows, AreCalledByTheTitlesOfTheRowsInEveryLanguage) {
  const session::World world = world_with_children();
  for (const char* language : {"en", "fi"}) {
    Person person{world, language};
    answer_all(person);
    EXPECT_EQ(person.page().kind, "check-answers");
    const std::string check = render::html(person.page());
    EXPECT_NE(check.find("Eino Koski"), std::string::npos);
    person.act(session::ChooseLanguage{language == std::string("en") ? "fi" : "en"});
    person.act(session::Visit{"who"});
    const page::Page page = person.page();
    ASSERT_TRUE(find_field(page, "contact") && find_field(page, "guests"));
    EXPECT_EQ(labels_of(*find_field(page, "contact")), (std::vector<std::string>{"Aino Virta", "Eino Koski*"}));
    EXPECT_EQ(labels_of(*find_field(page, "guests")), (std::vector<std::string>{"Aino Virta*", "Eino Koski*"}));
    EXPECT_EQ(find_field(page, "guests")->label.words(), "Guests of Eino") << "words name the answer itself";
  }
}

TEST(OptionsFromRows, WhatWentWithItsRowIsToldBeforeAnythingIsPressed) {
  const session::World world = world_with_children();
  Person person{world, "en"};
  answer_all(person);
  person.act(session::RemoveRow{2});
  person.act(session::Visit{"who"});
  const page::Page page = person.page();
  for (const char* place : {"contact", "guests"}) {
    const Field* field = find_field(page, place);
    ASSERT_TRUE(field);
    EXPECT_EQ(field->problem.words(), "What you chose before is no longer there. Choose again") << place;
  }
  EXPECT_EQ(labels_of(*find_field(page, "guests")), std::vector<std::string>{"Aino Virta*"});
}

TEST(OptionsFromRows, ARecipientIsToldNoMoreOfTheRowThanWasChosen) {
  const session::World world = world_with_children();
  Person person{world, "en"};
  answer_all(person);
  const auto submission = session::make_submission(world, person.state, session::walk(world, person.state));
  const auto verified = session::verify(world, submission, person.today);
  ASSERT_TRUE(verified.problems.empty());
  const auto record = page::make_record(world, verified, {"KOI-7F3K-92QD", person.today}, &world.form->recipients.front());
  const std::string html = render::html(record);
  EXPECT_NE(html.find("Eino"), std::string::npos);
  EXPECT_EQ(html.find("Koski"), std::string::npos) << html;
}

TEST(OptionsFromRows, AVerifierTakesNoOtherNameAndNoOtherOrder) {
  const session::World world = world_with_children();
  Person person{world, "en"};
  answer_all(person);
  const auto sound = session::make_submission(world, person.state, session::walk(world, person.state));
  const auto refused = [&](std::string_view name, Value value) {
    Value altered = sound;
    altered.find("answers")->set(name, std::move(value));
    const auto verified = session::verify(world, altered, person.today);
    return verified.problems.empty() ? std::string() : std::string(problem::name_of(verified.problems.front().code));
  };
  EXPECT_EQ(refused("contact", text("Liisa")), "option-gone");
  EXPECT_EQ(refused("guests", parsed(R"(["Eino", "Aino"])")), "answer-not-normal");
  EXPECT_EQ(refused("guests", parsed(R"(["Aino", "Aino"])")), "answer-not-normal");
  EXPECT_EQ(refused("guests", parsed(R"(["Aino", "Liisa"])")), "option-gone");
}

TEST(CodeLists, AreCalledByTheServicesOwnWordsFirstThenByTheLists) {
  form::Options options;
  options.code_lists["tongues"] = parsed(R"({"$schema": "code-list-1.json", "id": "tongues", "source": "s", "codes": ["fi", "sv"]})");
  session::World world = world_with(2);
  const auto compilation = form::compile(parsed(R"({"$schema": "service-1.json", "id": "small", "version": "1.0.0", "languages": ["en"],
    "questions": {"tongue": {"kind": "one-of", "options": {"code-list": "tongues"}}},
    "pages": [{"id": "ask", "ask": ["tongue"]}, {"id": "check", "kind": "check-answers"}, {"id": "done", "kind": "confirmation"}]})"),
                                         options);
  ASSERT_TRUE(compilation.form);
  world.form = compilation.form;
  const Value words = parsed(
      R"({"question.tongue.label": "Tongue", "question.tongue.option.sv.label": "Swedish, own", "code-list.tongues.fi": "Finnish", "code-list.tongues.sv": "Swedish"
})");
  world.layers[1].catalogs = {test::must_read_catalog(words, "en")};
  Person person{world, "en"};
  const page::Page page = person.page();
  ASSERT_TRUE(find_field(page, "tongue"));
  EXPECT_EQ(labels_of(*find_field(page, "tongue")), (std::vector<std::string>{"Finnish", "Swedish, own"}));
}

}  // namespace
}  // namespace polku
