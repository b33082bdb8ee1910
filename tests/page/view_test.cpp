// SPDX-License-Identifier: EUPL-1.2
// What is on the page, in every phase and on every kind of page, of the services a citizen really meets.
#include <gtest/gtest.h>

#include <cstdlib>
#include <set>

#include "page/record.h"
#include "render/html/html.h"
#include "render/html/record.h"
#include "render/html/writer.h"
#include "render/text/text.h"
#include "support.h"

namespace polku {
namespace {

using page::Field;
using page::Page;
using test::Person;

const session::World& permit() {
  static const session::World world = test::make_world_of("resident-parking-permit");
  return world;
}

template <typename Element>
std::vector<const Element*> all_of(const Page& page) {
  std::vector<const Element*> found;
  for (const page::Element& element : page.elements) {
    if (const auto* one = std::get_if<Element>(&element)) found.push_back(one);
  }
  return found;
}
const Field* find_field(const Page& page, std::string_view place) {
  for (const Field* field : all_of<Field>(page)) {
    if (field->place == place) return field;
  }
  return nullptr;
}
bool has_action(const std::vector<page::Action>& actions, std::string_view intent) {
  for (const page::Action& action : actions) {
    if (action.intent == intent) return true;
  }
  return false;
}
std::size_t count_of(const std::string& words, std::string_view part) {
  std::size_t count = 0;
  for (std::size_t at = words.find(part); at != std::string::npos; at = words.find(part, at + part.size())) ++count;
  return count;
}

// For looking: POLKU_PAGES_DIR=folder writes every page that passes here.
void write_page(const Page& page, const std::string& name) {
  const char* folder = std::getenv("POLKU_PAGES_DIR");
  if (!folder) return;
  std::filesystem::create_directories(folder);
  std::ofstream(std::string(folder) + "/" + render::html_id(name) + "-" + page.language + ".html") << render::html(page);
}

// What every page owes its reader.
void expect_sound(const Page& page, const std::string& name) {
  SCOPED_TRACE(name + " " + page.language + " " + page.kind);
  const std::string html = render::html(page);
  EXPECT_EQ(count_of(html, "<h1"), 1u) << html;
  EXPECT_EQ(html.find(">["), std::string::npos) << "a key without words: " << html;
  EXPECT_EQ(page.title.words().find('['), std::string::npos) << page.title.words();
  EXPECT_EQ(page.title.language(), page.language);
  EXPECT_LE(count_of(html, "class=\"button\""), 1u) << "one clear action";
  EXPECT_EQ(count_of(html, "<span lang="), 0u) << "words in another language: " << html;
  std::set<std::string> ids;
  for (std::size_t at = html.find(" id=\""); at != std::string::npos; at = html.find(" id=\"", at + 1)) {
    const std::string id = html.substr(at + 5, html.find('"', at + 5) - at - 5);
    EXPECT_TRUE(ids.insert(id).second) << id << " is there twice";
  }
  for (const page::SummaryLine& line : page.summary) EXPECT_TRUE(ids.count(render::html_id(line.target))) << line.target;
  EXPECT_FALSE(render::text(page).empty());
  write_page(page, name);
}

Person person_at_list(const std::string& language = "fi") {
  Person person(permit(), language);
  for (const auto& typed : test::permit_answers) person.go_on(typed);
  return person;
}
Person person_at_check(const std::string& language = "fi") {
  Person person = person_at_list(language);
  person.go_on();
  person.go_on({{"valid-from", {"1", "12", "2026"}}});
  person.go_on({{"decision-by-letter", {"email"}}, {"email", {"aino@example.fi"}}});
  person.go_on();
  person.go_on({{"terms", {"yes"}}});
  return person;
}

TEST(View, EveryPageOfThePermitIsSoundInEveryLanguage) {
  for (const std::string& language : test::languages) {
    Person person(permit(), language);
    int number = 10;
    const auto next = [&](const std::vector<session::Type>& typed) {
      const std::string before = person.page().address;
      expect_sound(person.page(), std::to_string(number) + "-" + before);
      // Errors first: Continue without an answer.
      if (!typed.empty()) {
        person.go_on();
        expect_sound(person.page(), std::to_string(number) + "-error-" + before);
      }
      person.go_on(typed);
      ++number;
      EXPECT_NE(person.page().address, before) << language << render::text(person.page());
    };
    for (const auto& typed : test::permit_answers) next(typed);
    next({});  // the list
    next({{"valid-from", {"1", "12", "2026"}}});
    next({{"decision-by-letter", {"email"}}, {"email", {"aino@example.fi"}}});
    next({});
    next({{"terms", {"yes"}}});
    expect_sound(person.page(), "30-check");
    EXPECT_EQ(person.page().kind, "check-answers");
    person.act(session::Submit{"00112233445566778899aabbccddeeff", {}});
    expect_sound(person.page(), "31-sending");
    EXPECT_EQ(person.page().kind, "sending");
    person.resolve(person.fetch, session::Unreached{});
    expect_sound(person.page(), "32-waiting");
    EXPECT_EQ(person.page().kind, "waiting");
    person.act(session::TryAgain{});
    person.resolve(person.fetch, session::Fetched{201, R"({"receipt":1,"reference":"KOI-7F3K-92QD","receivedAt":"2026-11-22T10:00:00Z"})", {}});
    expect_sound(person.page(), "33-done");
    EXPECT_EQ(person.page().kind, "confirmation");
    EXPECT_NE(render::html(person.page()).find("KOI-7F3K-92QD"), std::string::npos);
  }
}

TEST(View, OtherPhasesAreSoundInEveryLanguage) {
  for (const std::string& language : test::languages) {
    Person person = person_at_check(language);
    const auto expect_phase = [&](session::Phase phase, const char* kind) {
      Person other = person;
      other.state.phase = std::move(phase);
      expect_sound(other.page(), std::string("40-") + kind);
      EXPECT_EQ(other.page().kind, kind);
    };
    expect_phase(session::Opening{}, "opening");
    expect_phase(session::Returning{}, "returning");
    expect_phase(session::ReadOnly{}, "read-only");
    expect_phase(session::Forgotten{}, "forgotten");
    expect_phase(session::Refused{{{.code = problem::Code::submission_too_old, .arguments = {{"maximum", text::Decimal{30}}}}}}, "refused");
    expect_phase(session::Refused{{{.code = problem::Code::outcome_unknown}}}, "unknown");
    Person not_eligible(permit(), language);
    not_eligible.go_on();
    not_eligible.go_on({{"resident", {"no"}}});
    expect_sound(not_eligible.page(), "41-exit");
    EXPECT_EQ(not_eligible.page().kind, "exit");
    EXPECT_TRUE(not_eligible.page().actions.empty());
  }
}

TEST(View, EveryPageOfEveryServiceHasItsWordsBeforeAnythingIsAnswered) {
  for (const char* service : {"resident-parking-permit", "street-fault"}) {
    const session::World world = test::make_world_of(service);
    for (const std::string& language : test::languages) {
      Person person(world, language);
      const journey::Journey journey = session::walk(world, person.state);
      EXPECT_GT(journey.stops.size(), 4u);
      for (const journey::Stop& stop : journey.stops) {
        if (world.form->pages[stop.page].kind == form::PageKind::confirmation) continue;
        person.state.address = {stop.page, stop.row, stop.row_page};
        expect_sound(person.page(), std::string("50-") + service + "-" + person.page().address);
      }
    }
  }
}

TEST(View, TheStartPageTellsWhereAnswersAreKeptBeforeAnythingIsTyped) {
  Person person(permit());
  Page first = person.page();
  ASSERT_EQ(all_of<page::Note>(first).size(), 1u);
  EXPECT_TRUE(has_action(all_of<page::Note>(first)[0]->actions, "use-shared-computer"));
  person.act(session::UseSharedComputer{});
  const Page shared = person.page();
  EXPECT_TRUE(has_action(all_of<page::Note>(shared)[0]->actions, "use-this-device"));
  EXPECT_NE(render::text(first), render::text(shared));
  Person without(permit(), "fi", session::Storage::unavailable);
  const Page unavailable = without.page();
  EXPECT_TRUE(all_of<page::Note>(unavailable)[0]->actions.empty());
}

TEST(View, TheOnlyQuestionOfAPageIsItsHeading) {
  Person person(permit());
  person.go_on();
  const Page page = person.page();
  EXPECT_TRUE(page.heading.empty());
  ASSERT_TRUE(find_field(page, "resident"));
  EXPECT_TRUE(find_field(page, "resident")->is_heading);
  EXPECT_EQ(page.title.words().find(find_field(page, "resident")->label.words()), 0u);
}

TEST(View, AProblemIsInTheTitleTheSummaryAndBesideItsField) {
  Person person(permit());
  person.go_on();
  EXPECT_TRUE(person.page().summary.empty());
  person.go_on();
  const Page page = person.page();
  ASSERT_EQ(page.summary.size(), 1u);
  EXPECT_EQ(page.title.words().find("Virhe: "), 0u);
  EXPECT_EQ(page.summary[0].target, "resident");
  EXPECT_EQ(find_field(page, "resident")->problem, page.summary[0].problem);
}

TEST(View, AProblemOfADateLeadsToThePartThatIsWrong) {
  Person person(permit());
  for (std::size_t index = 0; index < 3; ++index) person.go_on(test::permit_answers[index]);
  person.go_on({{"moved-in", {"15", "", "2023"}}});
  const Page page = person.page();
  ASSERT_EQ(page.summary.size(), 1u);
  EXPECT_EQ(page.summary[0].target, "moved-in/month");
  EXPECT_EQ(page.summary[0].problem.words(), "Lisää päivämäärään kuukausi");
  std::vector<bool> wrong;
  for (const page::Part& part : find_field(page, "moved-in")->parts) wrong.push_back(part.is_wrong);
  EXPECT_EQ(wrong, (std::vector<bool>{false, true, false}));
}

TEST(View, WhatAnAnswerBringsUpStandsRightBelowIt) {
  Person person(permit());
  for (std::size_t index = 0; index < 6; ++index) person.go_on(test::permit_answers[index]);
  const std::string hidden = render::html(person.page());
  EXPECT_EQ(hidden.find("employer-id"), std::string::npos);
  person.act(session::Type{"vehicles/r1/keeper", {"employer"}});
  const Page page = person.page();
  ASSERT_TRUE(find_field(page, "vehicles/r1/employer-id"));
  ASSERT_EQ(page.nested.size(), 1u);
  const std::string html = render::html(page);
  EXPECT_EQ(count_of(html, "id=\"vehicles--r1--employer-id\""), 1u);
  EXPECT_LT(html.find("option--employer--reveal"), html.find("id=\"vehicles--r1--employer-id\""));
  write_page(page, "20-reveal");
}

TEST(View, OfSeveralOptionsTheOneThatTheRuleNamesRevealsTheQuestion) {
  Person person = person_at_list();
  person.go_on();
  person.go_on({{"valid-from", {"1", "12", "2026"}}});
  person.act(session::Type{"decision-by-letter", {"email", "sms"}});
  const Page page = person.page();
  const Field* field = find_field(page, "decision-by-letter");
  ASSERT_TRUE(field);
  ASSERT_EQ(field->options.size(), 3u);
  EXPECT_EQ(field->options[0].reveals.size(), 1u);
  EXPECT_EQ(field->options[1].reveals.size(), 1u);
  EXPECT_TRUE(field->options[2].reveals.empty());
  write_page(page, "21-reveal-several");
}

TEST(View, ALanguageSwitchKeepsPageAnswersAndWhatWasTyped) {
  Person person = person_at_list();
  person.act(session::Change{"cars/r1/engine", ""});
  person.act(session::Type{"vehicles/r1/emissions", {"12 x"}});
  const Page before = person.page();
  person.act(session::ChooseLanguage{"ar"});
  const Page page = person.page();
  EXPECT_EQ(page.address, before.address);
  EXPECT_EQ(page.direction, text::Direction::right_to_left);
  ASSERT_TRUE(find_field(page, "vehicles/r1/emissions"));
  EXPECT_EQ(find_field(page, "vehicles/r1/emissions")->typed, (value::Typed{"12 x"}));
}

TEST(View, TheListShowsRowsUndoAndWhenItIsFull) {
  Person person = person_at_list();
  Page page = person.page();
  ASSERT_EQ(page.kind, "list");
  const auto rows = all_of<page::Rows>(page);
  ASSERT_EQ(rows.size(), 1u);
  ASSERT_EQ(rows[0]->rows.size(), 1u);
  EXPECT_EQ(rows[0]->rows[0].actions.size(), 2u);
  EXPECT_EQ(rows[0]->rows[0].facts.size(), 4u) << "what was asked and the fee, not the plate it is called by";
  EXPECT_TRUE(has_action(page.actions, "add-row:vehicles"));
  EXPECT_TRUE(has_action(page.actions, "continue"));
  person.act(session::RemoveRow{1});
  page = person.page();
  ASSERT_FALSE(all_of<page::Note>(page).empty());
  EXPECT_TRUE(has_action(all_of<page::Note>(page)[0]->actions, "restore-row"));
  EXPECT_FALSE(has_action(page.actions, "continue")) << "nothing to go on with";
  expect_sound(page, "22-removed");
  person.act(session::RestoreRow{});
  EXPECT_EQ(all_of<page::Rows>(person.page())[0]->rows.size(), 1u);
  for (int more = 0; more < 2; ++more) {
    person.act(session::AddRow{"vehicles", 0});
    person.act(session::Visit{"cars"});
  }
  page = person.page();
  EXPECT_FALSE(has_action(page.actions, "add-row:vehicles"));
  person.go_on();
  page = person.page();
  EXPECT_EQ(page.summary.size(), 2u);
  EXPECT_TRUE(all_of<page::Rows>(page)[0]->rows[2].facts.empty()) << "no fee before it is known";
  expect_sound(page, "23-full-and-unfinished");
}

TEST(View, TheCheckPageHasEveryAnswerWithItsChangeLink) {
  Person person = person_at_check();
  const Page page = person.page();
  ASSERT_EQ(page.kind, "check-answers") << render::text(page);
  const auto sections = all_of<page::Answers>(page);
  EXPECT_EQ(sections.size(), 4u);
  std::set<std::string> addresses;
  std::size_t totals = 0;
  for (const auto* section : sections) {
    EXPECT_FALSE(section->heading.empty());
    for (const auto& line : section->lines) {
      EXPECT_FALSE(line.values.empty());
      totals += line.is_total;
      EXPECT_NE(line.change.has_value(), line.is_total);
      if (!line.change) continue;
      EXPECT_FALSE(line.change->subject.empty());
      EXPECT_EQ(line.change->address.rfind("change:", 0), 0u);
      addresses.insert(line.change->address);
    }
  }
  EXPECT_TRUE(addresses.count("change:who:applicant"));
  EXPECT_TRUE(addresses.count("change:cars/r1:"));
  EXPECT_GE(totals, 2u);
  EXPECT_NE(render::text(page).find("120,00"), std::string::npos) << render::text(page);
}

TEST(View, WhyItCannotBeSentIsSaidOnceForAllAmountsThatAreNotDecided) {
  const json::Value service = test::must_read(R"({"$schema": "service-1.json", "id": "small", "version": "1.0.0", "languages": ["en"],
    "questions": {"name": {"kind": "text"}, "first": {"kind": "number", "calculate": {"amount": "first"}}, "second": {"kind": "number", "calculate": {"amount": "second"}}},
    "amounts": {"first": [{"from": "2031-01-01", "value": "1", "source": "Board"}], "second": [{"from": "2031-01-01", "value": "2", "source": "Board"}]},
    "pages": [{"id": "ask", "ask": ["name"]}, {"id": "check", "kind": "check-answers"}, {"id": "done", "kind": "confirmation"}]})",
                                              "view_test");
  const session::World world = test::make_world(service, "", json::Value::object().with("question.name.label", json::Value{"Name"}));
  Person person{world, "en"};
  person.go_on({{"name", {"Aino"}}});
  const Page page = person.page();
  EXPECT_EQ(page.kind, "check-answers");
  EXPECT_EQ(session::walk(world, person.state).problems.size(), 2U);
  ASSERT_EQ(all_of<page::Note>(page).front()->id, "reasons");
  EXPECT_EQ(all_of<page::Note>(page).front()->prose.blocks.size(), 1U);
}

TEST(View, APersonsWordsAreNeverMarkup) {
  const auto service = test::must_read(R"({"id": "hostile", "version": "1.0.0", "languages": ["en"],
    "questions": {"name": {"kind": "text"}, "next": {"kind": "text"}, "info": {"kind": "information"}},
    "pages": [{"id": "start", "kind": "start"}, {"id": "a", "ask": ["name"]}, {"id": "b", "ask": ["next", "info"]}, {"id": "check", "kind": "check-answers"},
              {"id": "done", "kind": "confirmation"}],
    "recipients": [{"id": "all", "entitled": ["name", "next"]}]})",
                                       "service.json");
  const auto words = test::must_read(R"({"service.title": "S", "service.summary": "S", "question.name.label": "Name", "question.next.label": "Hello {name}",
    "question.next.hint": "{name}", "question.info.body": "Dear {name}", "page.start.title": "S", "page.b.title": "{name}", "page.check.title": "Check", "page.done.title": "Done"})",
                                     "en.json");
  const auto world = test::make_world(service, "", words);
  Person person(world, "en");
  person.go_on();
  person.go_on({{"name", {"**b** [x](https://evil.example) <script>"}}});
  const std::string html = render::html(person.page());
  EXPECT_EQ(person.page().address, "b");
  EXPECT_EQ(html.find("evil.example\""), std::string::npos) << html;
  EXPECT_EQ(html.find("<strong>"), std::string::npos) << html;
  EXPECT_EQ(html.find("<script>"), std::string::npos) << html;
}

// Seen: an empty line between two paragraphs kept the engine busy for ever.
TEST(View, ParagraphsOfAnAnswerAreShownLineByLine) {
  const auto service = test::must_read(R"({"id": "letter", "version": "1.0.0", "languages": ["en"], "questions": {"letter": {"kind": "long-text"}},
    "pages": [{"id": "start", "kind": "start"}, {"id": "a", "ask": ["letter"]}, {"id": "check", "kind": "check-answers"}, {"id": "done", "kind": "confirmation"}],
    "recipients": [{"id": "all", "entitled": ["letter"]}]})",
                                       "service.json");
  const auto words = test::must_read(R"({"service.title": "S", "service.summary": "S", "question.letter.label": "Letter", "page.start.title": "S",
    "page.check.title": "Check", "page.done.title": "Done"})",
                                     "en.json");
  const auto world = test::make_world(service, "", words);
  Person person(world, "en");
  person.go_on();
  person.go_on({{"letter", {"Dear office,\n\n \n\nthank you.\r\n\r\nAino"}}});
  const Page page = person.page();
  const auto answers = all_of<page::Answers>(page);
  ASSERT_EQ(answers.size(), 1u) << render::text(page);
  std::vector<std::string> lines;
  for (const auto& line : answers[0]->lines.at(0).values) lines.push_back(line.words());
  EXPECT_EQ(lines, (std::vector<std::string>{"Dear office,", "thank you.", "Aino"}));
}

TEST(View, TheRowsOfAListThatIsNotAskedAreNotCountedInWords) {
  const auto service = test::must_read(R"({"id": "rows", "version": "1.0.0", "languages": ["en"],
    "questions": {"a": {"kind": "yes-no"}, "cars": {"kind": "list", "questions": {"plate": {"kind": "text"}}}, "info": {"kind": "information"}},
    "pages": [{"id": "one", "ask": ["a"]}, {"id": "two", "kind": "list", "when": {"var": "a"}, "ask": ["cars"]}, {"id": "three", "ask": ["info"]},
              {"id": "check", "kind": "check-answers"}, {"id": "done", "kind": "confirmation"}],
    "recipients": [{"id": "all", "entitled": ["a", "cars"]}]})",
                                       "service.json");
  const auto words =
      test::must_read(R"({"service.title": "S", "service.summary": "S", "question.a.label": "A", "question.cars.label": "Cars", "question.cars.row": "{plate}",
    "question.plate.label": "Plate", "question.info.body": "{count-cars, plural, =0 {No cars} one {# car} other {# cars}}", "page.two.title": "T", "page.three.title": "I",
    "page.check.title": "Check", "page.done.title": "Done"})",
                      "en.json");
  const auto world = test::make_world(service, "", words);
  Person person(world, "en");
  person.go_on({{"a", {"yes"}}});
  person.go_on({{"cars/r1/plate", {"KRT-482"}}});
  person.act(session::Visit{"three"});
  EXPECT_NE(render::text(person.page()).find("1 car"), std::string::npos);
  person.act(session::Type{"a", {"no"}});
  person.act(session::Visit{"three"});
  EXPECT_NE(render::text(person.page()).find("No cars"), std::string::npos) << render::text(person.page());
}

TEST(View, WordsAreTakenFromTheMostExactKey) {
  const auto service = test::must_read(R"({"id": "keys", "version": "1.0.0", "languages": ["en"],
    "questions": {"a": {"kind": "number", "integer": true, "minimum": 10, "valid": [{"id": "even", "rule": {"==": [{"%": [{"var": "a"}, 2]}, 0]}}]}},
    "pages": [{"id": "start", "kind": "start"}, {"id": "p", "ask": ["a"]}, {"id": "check", "kind": "check-answers"}, {"id": "done", "kind": "confirmation"}],
    "recipients": [{"id": "all", "entitled": ["a"]}]})",
                                       "service.json");
  const auto problem_with = [&](const char* words, const char* typed) {
    const auto world = test::make_world(service, "", test::must_read(words, "en.json"));
    Person person(world, "en");
    person.go_on();
    person.go_on({{"a", {typed}}});
    const Page page = person.page();
    return page.summary.empty() ? std::string() : page.summary[0].problem.words();
  };
  EXPECT_EQ(problem_with(R"({"question.a.label": "A", "question.a.problem.even": "{label} must be even, not {a}"})", "13"), "A must be even, not 13");
  EXPECT_EQ(problem_with(R"({"question.a.label": "A", "question.a.problem.below-minimum": "At least {minimum}"})", "2"), "At least 10");
  EXPECT_EQ(problem_with(R"({"question.a.label": "A", "problem.number.below-minimum": "Kind {minimum}"})", "2"), "Kind 10");
}

TEST(Record, HoldsWhatTheRecipientIsEntitledTo) {
  Person person = person_at_check();
  session::Verified verified;
  verified.answers = person.state.answers;
  verified.journey = session::walk(permit(), person.state);
  verified.on = person.today;
  verified.language = "fi";
  const page::Receipt receipt{"KOI-7F3K-92QD", person.today};
  const std::string all = render::html(page::make_record(permit(), verified, receipt));
  EXPECT_EQ(all.rfind("<!doctype html>", 0), 0u);
  for (const char* words : {"KOI-7F3K-92QD", "131052-308T", "KRT-482", "22. marraskuuta 2026", "Þórsdóttir"})
    EXPECT_NE(all.find(words), std::string::npos) << words << all;
  for (const char* words : {"<script", "<a ", "<button", "change:"}) EXPECT_EQ(all.find(words), std::string::npos) << words;
  const form::Recipient some{.id = "some", .when = {}, .entitled = {permit().form->index_of("zone")}};
  const page::Record cut = page::make_record(permit(), verified, receipt, &some);
  const std::string part = render::html(cut);
  EXPECT_EQ(part.find("131052-308T"), std::string::npos) << part;
  EXPECT_EQ(part.find("KRT-482"), std::string::npos) << part;
  EXPECT_NE(render::text(cut).find("KOI-7F3K-92QD"), std::string::npos);
  if (const char* folder = std::getenv("POLKU_PAGES_DIR"))
    std::ofstream(std::string(folder) + "/record.html") << render::html(page::make_record(permit(), verified, receipt), "../page.css");
}

}  // namespace
}  // namespace polku
