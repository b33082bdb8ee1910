// SPDX-License-Identifier: EUPL-1.2
// Where options come from, and how many there are, as it is seen on the page.
#include <gtest/gtest.h>

#include "render/html/html.h"
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

}  // namespace
}  // namespace polku
