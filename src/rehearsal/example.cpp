// SPDX-License-Identifier: EUPL-1.2
#include "rehearsal/example.h"

#include <memory>

#include "door/door.h"
#include "form/site.h"
#include "json/writer.h"
#include "page/page.h"
#include "rehearsal/cases.h"
#include "rehearsal/rehearsal.h"
#include "rehearsal/sight.h"
#include "rehearsal/stage.h"
#include "render/html/html.h"
#include "session/format.h"

namespace polku::rehearsal {

using json::Type;
using json::Value;

namespace {

constexpr std::string_view usual_day = "2026-11-22";

const Value::Array& items(const Value& list) {
  static const Value::Array none;
  return list.is(Type::array) ? list.items() : none;
}

class Trial {
 public:
  Trial(const Value& example, const session::World& base) : example_(example), base_(base), composed_(compose(example)) {}

  Value run() {
    auto report = composed_;
    if (example_.find("questions")) {  // an example of an operator may do without
      report.add("problems", check());
      if (furnish()) {
        report.add("painted", paint_in_every_language());
        report.add("cases", try_cases());
      }
    }
    report.add("rules", try_rules());
    report.add("failures", std::move(failures_));
    return report;
  }

 private:
  Value check() const {
    const auto request = Value::object()
                             .with("call", Value{"check"})
                             .with("service", member(composed_, "service"))
                             .with("words", member(composed_, "words"))
                             .with("code-lists", member(example_, "code-lists"));
    return member(call(request, base_), "problems");
  }

  bool furnish() {
    const auto compilation = form::compile(member(composed_, "service"), {.code_lists = code_lists_in(example_)});
    if (!compilation.form) return false;
    auto site = std::make_shared<form::Site>();
    site->id = "manual";
    site->languages = compilation.form->languages;
    site->services = {"example"};
    world_.form = compilation.form;
    world_.site = std::move(site);
    world_.locales = base_.locales;
    messages::Words::Layer words;
    problem::Problems ignored;  // told by the check
    for (const auto& [language, catalog] : member(composed_, "words").members()) {
      words.catalogs.push_back(std::make_shared<const messages::Catalog>(messages::Catalog::read(catalog, language, ignored)));
    }
    world_.layers = {{}, std::move(words), base_.layers.empty() ? messages::Words::Layer{} : base_.layers.back()};
    return true;
  }

  static Value setup(std::string_view language, std::string_view today) {
    return Value::object().with("language", Value{language}).with("today", Value{today});
  }

  page::Page view(const Tab& tab) const { return page::view(world_, tab.state, session::walk(world_, tab.state)); }

  Value paint_in_every_language() {
    auto painted = Value::object();
    for (const auto& language : world_.form->languages) {
      const auto head = setup(language, usual_day);
      Stage stage{world_, head};
      for (const auto& step : items(member(example_, "steps"))) {
        const auto done = stage.perform(step);
        if (done == Stage::Done::unknown_step || done == Stage::Done::bad_intent)
          fail("step", json::write(step), json::write(session::to_json(stage.problems())));
      }
      const auto page = view(stage.tab(1));
      const bool is_right_to_left = page.direction == text::Direction::right_to_left;
      painted.add(language, Value::object()
                                .with("html", Value{render::html(page)})
                                .with("kind", Value{page.kind})
                                .with("title", Value{page.title.words()})
                                .with("direction", Value{is_right_to_left ? "rtl" : "ltr"}));
    }
    return painted;
  }

  Value try_cases() {
    auto tried = Value::array();
    for (const auto& one : items(member(example_, "cases"))) tried.push(try_case(one));
    return tried;
  }

  Value try_case(const Value& one) {
    const std::string language{one.find_string("language").value_or(world_.form->languages.front())};
    const std::string today{one.find_string("today").value_or(usual_day)};
    const Value& typed = member(one, "typed");
    const auto walked = walk_given(Value::object()
                                       .with("service", member(composed_, "service"))
                                       .with("code-lists", member(example_, "code-lists"))
                                       .with("typed", typed)
                                       .with("language", Value{language})
                                       .with("today", Value{today}),
                                   world_);
    const auto problems = by_place(member(walked, "problems"));
    compare("gives", one, member(walked, "answers"));
    compare("computed", one, member(walked, "computed"));
    compare("asked", one, member(walked, "asked"));
    const auto* expected = one.find("problems");
    if (!(problems == (expected ? *expected : Value::object()))) fail("problems", expected ? json::write(*expected) : "{}", json::write(problems));
    auto told = tell(typed, language, today);
    return Value::object()
        .with("answers", member(walked, "answers"))
        .with("computed", member(walked, "computed"))
        .with("asked", member(walked, "asked"))
        .with("problems", problems)
        .with("told", std::move(told.first))
        .with("shown", std::move(told.second));
  }

  // What stands on the page after Continue: problems, or the answers as they are read when they are checked.
  std::pair<Value, Value> tell(const Value& typed, const std::string& language, const std::string& today) const {
    const auto head = setup(language, today);
    Stage stage{world_, head};
    stage.perform(Value::object().with("do", Value{"continue"}).with("typed", typed));
    const auto page = view(stage.tab(1));
    auto told = Value::array(), shown = Value::array();
    for (const auto& line : page.summary) told.push(Value{line.problem.words()});
    for (const auto& element : page.elements) {
      const auto* answers = std::get_if<page::Answers>(&element);
      for (const auto& line : answers ? answers->lines : std::vector<page::AnswerLine>{}) {
        for (const auto& value : line.values) shown.push(Value{value.words()});
      }
    }
    return {std::move(told), std::move(shown)};
  }

  Value try_rules() {
    auto tried = Value::array();
    for (const auto& one : items(member(example_, "rules"))) {
      auto request = one;
      request.set("call", Value{"evaluate"});
      if (!one.find("today")) request.set("today", Value{usual_day});
      const auto answer = door::call(request, base_);
      const auto* result = answer.find("result");
      if (!result || !(*result == member(one, "result"))) fail("result", json::write(member(one, "result")), json::write(answer));
      tried.push(answer);
    }
    return tried;
  }

  void compare(std::string_view name, const Value& one, const Value& found) {
    const auto* expected = one.find(name);
    if (expected && !(*expected == found)) fail(name, json::write(*expected), json::write(found));
  }

  void fail(std::string_view what, std::string expected, std::string found) {
    failures_.push(Value{std::string{what} + ": the example says " + std::move(expected) + ", the engine " + std::move(found)});
  }

  const Value& example_;
  const session::World& base_;
  Value composed_;
  session::World world_;
  Value failures_ = Value::array();
};

}  // namespace

Value try_example(const Value& example, const session::World& world) { return Trial{example, world}.run(); }

}  // namespace polku::rehearsal
