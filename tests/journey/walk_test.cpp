// SPDX-License-Identifier: EUPL-1.2
// Small services, answers and what the walk must say of them: walks.json. Definition → route, what is asked, what is sent.
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "host/embedded/embedded.h"
#include "journey/journey.h"
#include "json/reader.h"
#include "json/writer.h"

namespace polku::journey {
namespace {

using json::Value;

class OneLocale : public Locales {
 public:
  OneLocale() : locale_(*locale::load(*json::read(host::embedded_locale("en")).value)) {}
  const locale::Locale& named(std::string_view) const override { return locale_; }

 private:
  locale::Locale locale_;
};

Value read_cases() {
  std::ifstream file{POLKU_SOURCE_DIR "/tests/journey/walks.json"};
  std::stringstream bytes;
  bytes << file.rdbuf();
  auto reading = json::read(bytes.str());
  return reading.value ? *reading.value : Value::array();
}

// What every service needs around what a case is about.
Value whole_service(const Value& part) {
  auto pages = Value::array();
  pages.push(Value::object().with("id", Value{"start"}).with("kind", Value{"start"}));
  for (const auto& page : part.find("pages")->items()) pages.push(page);
  pages.push(Value::object().with("id", Value{"check"}).with("kind", Value{"check-answers"}));
  pages.push(Value::object().with("id", Value{"done"}).with("kind", Value{"confirmation"}));
  auto languages = Value::array();
  languages.push(Value{"en"});
  auto service = Value::object()
                     .with("$schema", Value{"../../schema/service-1.json"})
                     .with("id", Value{"case"})
                     .with("version", Value{"1.0.0"})
                     .with("languages", std::move(languages))
                     .with("questions", *part.find("questions"))
                     .with("pages", std::move(pages));
  if (const auto* amounts = part.find("amounts")) service.add("amounts", *amounts);
  auto entitled = Value::array();
  for (const auto& question : part.find("questions")->members()) entitled.push(Value{question.name});
  auto recipients = Value::array();
  recipients.push(Value::object().with("id", Value{"office"}).with("entitled", std::move(entitled)));
  service.add("recipients", std::move(recipients));
  return service;
}

std::string route_of(const form::CompiledForm& form, const Journey& journey) {
  std::string line;
  for (const auto& stop : journey.stops) {
    if (!line.empty()) line += ' ';
    line += form.pages[stop.page].id;
    if (stop.row != 0) line += "/r" + std::to_string(stop.row);
    const auto kind = form.pages[stop.page].kind;
    if (kind == form::PageKind::confirmation) {
      line += journey.complete || journey.first_incomplete() + 1 >= journey.stops.size() ? "" : "…";
    } else if (!stop.reachable) {
      line += "…";
    } else if (!stop.complete && kind != form::PageKind::exit) {
      line += "!";
    }
  }
  return line;
}

std::string asked_in(const form::CompiledForm& form, const Journey& journey) {
  std::string line;
  for (const auto& stop : journey.stops) {
    for (const auto& item : stop.items) {
      if (item.state != Item::State::asked) continue;
      if (!line.empty()) line += ' ';
      line += form.questions[item.place.question].id;
    }
  }
  return line;
}

std::string tasks_in(const form::CompiledForm& form, const Journey& journey) {
  std::string line;
  for (const auto& [task, status] : journey.tasks) {
    if (!line.empty()) line += ", ";
    line.append(form.tasks[task].id).append(" ").append(name_of(status));
  }
  return line;
}

Value problems_in(const Journey& journey) {
  auto found = Value::object();
  for (const auto& stop : journey.stops) {
    for (const auto& item : stop.items) {
      for (const auto& problem : item.problems) {
        found.add(problem.pointer, Value{problem.rule.empty() ? problem::name_of(problem.code) : std::string_view{problem.rule}});
      }
    }
  }
  return found;
}

Value undecided_in(const Journey& journey) {
  auto found = Value::object();
  for (const auto& problem : journey.problems) {
    EXPECT_EQ(problem.code, problem::Code::amount_not_yet_decided);
    found.add(problem.pointer, Value{std::get<std::string>(problem.arguments.at(0).value)});
  }
  return found;
}

TEST(Walk, says_of_every_case_what_is_asked_computed_and_silent) {
  const OneLocale locales;
  const auto cases = read_cases();
  ASSERT_GE(cases.items().size(), 18U);
  for (const auto& one : cases.items()) {
    SCOPED_TRACE(one.find("name")->string());
    const auto compilation = form::compile(whole_service(*one.find("service")));
    ASSERT_TRUE(compilation.form) << problem::name_of(compilation.problems.front().code) << " " << compilation.problems.front().pointer;
    const auto& form = *compilation.form;
    const auto today = *calendar::parse_date(one.find_string("today").value_or("2026-11-22"));
    problem::Problems problems;
    const auto answers = answers_from_json(form, *one.find("answers"), locales, "en", today, problems);
    EXPECT_TRUE(problems.empty());
    const Circumstances circumstances{.today = today, .holidays = nullptr, .locales = &locales};
    const auto journey = walk(form, answers, circumstances);

    EXPECT_EQ(route_of(form, journey), one.find("route")->string());
    EXPECT_EQ(asked_in(form, journey), one.find("asked")->string());
    EXPECT_EQ(journey.complete, one.find("complete")->boolean());
    EXPECT_EQ(tasks_in(form, journey), one.find_string("tasks").value_or(""));
    if (const auto* expected = one.find("problems")) {
      EXPECT_EQ(json::write(problems_in(journey)), json::write(*expected));
    }
    if (const auto* expected = one.find("undecided")) {
      EXPECT_EQ(json::write(undecided_in(journey)), json::write(*expected));
    }
    if (const auto* expected = one.find("submission")) {
      EXPECT_EQ(json::write(submission_answers(form, answers, journey)), json::write(*expected));
    }
    if (const auto* expected = one.find("computed")) {
      EXPECT_EQ(json::write(submission_computed(form, answers, journey)), json::write(*expected));
    }
    if (const auto* expected = one.find("exit")) {
      EXPECT_EQ(form.pages[journey.exit].id, expected->string());
    }

    // Walking is a function: a second walk, and one from the draft's own form, give the same.
    const auto again = walk(form, from_json(form, to_json(form, answers), locales, today, problems), circumstances);
    EXPECT_EQ(route_of(form, again), route_of(form, journey));
    EXPECT_EQ(json::write(submission_answers(form, answers, again)), json::write(submission_answers(form, answers, journey)));
  }
}

TEST(Answers, a_removed_row_comes_back_where_it_was_with_all_its_answers) {
  const auto cases = read_cases();
  const auto compilation = form::compile(whole_service(*cases.items()[9].find("service")));
  ASSERT_TRUE(compilation.form);
  const auto& form = *compilation.form;
  const OneLocale locales;
  problem::Problems problems;
  auto answers = answers_from_json(form, *cases.items()[9].find("answers"), locales, "en", {2026, 11, 22}, problems);
  const auto before = json::write(to_json(form, answers));
  const auto removed = answers.remove_row(1);
  EXPECT_EQ(answers.rows(form.index_of("rows")), std::vector<RowId>{2});
  EXPECT_FALSE(find_place(form, answers, "rows/r1/n"));
  answers.put_back(removed);
  EXPECT_EQ(json::write(to_json(form, answers)), before);
  EXPECT_EQ(answers.add_row(form.index_of("rows")), 3U) << "a row's id is never used again";
}

TEST(Answers, a_place_has_one_name) {
  const auto cases = read_cases();
  const auto compilation = form::compile(whole_service(*cases.items()[9].find("service")));
  const auto& form = *compilation.form;
  const OneLocale locales;
  problem::Problems problems;
  const auto answers = answers_from_json(form, *cases.items()[9].find("answers"), locales, "en", {2026, 11, 22}, problems);
  for (const std::string name : {"limit", "rows", "rows/r1/n", "rows/r2/why"}) {
    const auto place = find_place(form, answers, name);
    ASSERT_TRUE(place) << name;
    EXPECT_EQ(name_of_place(form, answers, *place), name);
  }
  for (const std::string name :
       {"", "n", "rows/r3/n", "rows/r01/n", "rows/r1", "rows/1/n", "limit/r1/n", "rows/r1/limit", "rows/r1/n/", "/limit", "rows/r99999999999/n"}) {
    EXPECT_FALSE(find_place(form, answers, name)) << name;
  }
  EXPECT_EQ(submission_pointer(form, answers, *find_place(form, answers, "rows/r2/why")), "/answers/rows/1/why");
}

// 3,000 questions: the walk reads each as often as ten times fewer do, give or take what maps cost. Counted, not timed: values made.
TEST(Walk, holds_as_many_values_as_there_are_answers) {
  auto questions = Value::object();
  auto ask = Value::array();
  auto given = Value::object();
  for (int index = 0; index < 3000; ++index) {
    const auto id = "q" + std::to_string(index);
    questions.add(id, Value::object().with("kind", Value{"text"}));
    ask.push(Value{id});
    given.add(id, Value{"x"});
  }
  auto pages = Value::array();
  pages.push(Value::object().with("id", Value{"all"}).with("ask", std::move(ask)));
  const auto compilation = form::compile(whole_service(Value::object().with("questions", std::move(questions)).with("pages", std::move(pages))));
  ASSERT_TRUE(compilation.form);
  const OneLocale locales;
  problem::Problems problems;
  const auto answers = answers_from_json(*compilation.form, given, locales, "en", {2026, 11, 22}, problems);
  const auto journey = walk(*compilation.form, answers, {.today = {2026, 11, 22}, .holidays = nullptr, .locales = &locales});
  EXPECT_EQ(journey.values.size(), 3000U);
  EXPECT_TRUE(journey.complete);
}

}  // namespace
}  // namespace polku::journey
