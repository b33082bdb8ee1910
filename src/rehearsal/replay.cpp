// SPDX-License-Identifier: EUPL-1.2
#include <set>

#include "digest/digest.h"
#include "json/cursor.h"
#include "json/reader.h"
#include "json/writer.h"
#include "page/page.h"
#include "rehearsal/rehearsal.h"
#include "rehearsal/sight.h"
#include "rehearsal/stage.h"
#include "render/html/html.h"
#include "render/text/text.h"
#include "session/format.h"

namespace polku::rehearsal {

using json::Type;
using json::Value;

namespace {

std::string words(const Value* value) { return value && value->is(Type::string) ? value->string() : std::string{}; }

class Replay {
 public:
  Replay(const session::World& world, const Value& scenario) : world_(world), scenario_(scenario), stage_(world, scenario) {}

  Value run() {
    const auto* steps = scenario_.find("steps");
    if (!steps || !steps->is(Type::array)) {
      fail("steps", "an array", "nothing");
    } else {
      for (const auto& step : steps->items()) {
        ++number_;
        perform(step);
      }
    }
    return report();
  }

 private:
  void fail(std::string_view what, std::string expected, std::string found) {
    failures_.push(Value::object()
                       .with("step", Value{number_})
                       .with("what", Value{what})
                       .with("expected", Value{std::move(expected)})
                       .with("found", Value{std::move(found)}));
  }

  void perform(const Value& step) {
    if (const auto* see = step.find("see")) return look(stage_.tab_of(step), *see);
    if (const auto* request = step.find("call")) return ask(*request, step);
    switch (stage_.perform(with_key(step))) {
      case Stage::Done::set: return;
      case Stage::Done::unknown_step: return fail("step", "do, see, call, network, device, record or today", json::write(step));
      case Stage::Done::bad_intent: fail("intent", "one of session/format.h", json::write(session::to_json(stage_.problems()))); break;
      case Stage::Done::acted: break;
    }
    note(stage_.tab_of(step));
  }

  // A host makes a key for each submission; here one a step.
  Value with_key(const Value& step) const {
    auto whole = step;
    if (words(step.find("do")) == "submit" && !step.find("key")) whole.set("key", Value{"0123456789abcdef0123456789abcde" + std::to_string(number_ % 10)});
    return whole;
  }

  void ask(const Value& request, const Value& step) {
    const auto answer = call(about_stored(request), world_);
    note_codes(answer);
    if (const auto* gives = step.find("gives"); gives && !(answer == *gives)) fail("gives", json::write(*gives), json::write(answer));
    if (const auto* expected = step.find("problems")) {
      const auto* found = answer.find("problems");
      const auto told = by_place(found ? *found : Value{});
      if (!(told == *expected)) fail("problems", json::write(*expected), json::write(told));
    }
    transcript_.push(Value::object().with("step", Value{number_}).with("gives", answer));
  }

  // A `verify` without a submission of its own is about the last one that was stored.
  Value about_stored(const Value& request) const {
    if (request.find_string("call") != "verify" || request.find("submission") || stage_.device().stored().empty()) return request;
    auto whole = request;
    if (auto reading = json::read(stage_.device().stored().back()); reading.value) whole.add("submission", std::move(*reading.value));
    return whole;
  }

  void note(const Tab& tab) {
    const auto journey = session::walk(world_, tab.state);
    const auto page = page::view(world_, tab.state, journey);
    pages_.insert(world_.form->pages[tab.state.address.page].id);
    for (const auto& [place, problems] : tab.state.told) {
      for (const auto& problem : problems) codes_.insert(std::string{problem::name_of(problem.code)});
    }
    if (const auto* refused = std::get_if<session::Refused>(&tab.state.phase)) {
      for (const auto& problem : refused->problems) codes_.insert(std::string{problem::name_of(problem.code)});
    }
    for (const auto& problem : journey.problems) codes_.insert(std::string{problem::name_of(problem.code)});
    for (const auto& stop : journey.stops) {
      if (stop.page != tab.state.address.page || stop.row != tab.state.address.row || stop.row_page != tab.state.address.row_page) continue;
      for (const auto& item : stop.items) {
        if (item.state != journey::Item::State::hidden) kinds_.insert(kind_of(world_.form->questions[item.place.question]));
      }
    }
    transcript_.push(Value::object()
                         .with("step", Value{number_})
                         .with("address", Value{page.address})
                         .with("kind", Value{page.kind})
                         .with("title", Value{page.title.words()})
                         .with("text", Value{render::text(page)})
                         .with("html", Value{digest::sha256_hex(render::html(page))}));
  }

  static std::string kind_of(const form::Question& question) {
    return question.origin == form::Origin::computed ? "computed" : std::string{value::name_of(question.shape.kind)};
  }

  void note_codes(const Value& answer) {
    if (const auto* problem = answer.find("problem")) codes_.insert(words(problem->find("code")));
    if (const auto* problems = answer.find("problems"); problems && problems->is(Type::array)) {
      for (const auto& problem : problems->items()) codes_.insert(words(problem.find("code")));
    }
  }

  void look(const Tab& tab, const Value& see) {
    for (auto& [what, expected, found] : rehearsal::look({world_, tab.state, stage_.device(), tab.focus, tab.left_for}, see))
      fail(what, std::move(expected), std::move(found));
  }

  static Value list_of(const std::set<std::string>& entries) {
    auto list = Value::array();
    for (const auto& entry : entries) list.push(Value{entry});
    return list;
  }

  Value report() {
    auto stored = Value::array();
    for (const auto& body : stage_.device().stored()) {
      if (auto reading = json::read(body); reading.value) stored.push(std::move(*reading.value));
    }
    codes_.insert(stage_.device().refused_codes().begin(), stage_.device().refused_codes().end());
    const bool passed = failures_.items().empty();
    return Value::object()
        .with("passed", Value{passed})
        .with("failures", std::move(failures_))
        .with("transcript", std::move(transcript_))
        .with("stored", std::move(stored))
        .with("touched", Value::object().with("pages", list_of(pages_)).with("codes", list_of(codes_)).with("kinds", list_of(kinds_)));
  }

  const session::World& world_;
  const Value& scenario_;
  Stage stage_;
  std::int64_t number_ = 0;
  Value failures_ = Value::array(), transcript_ = Value::array();
  std::set<std::string> pages_, codes_, kinds_;
};

}  // namespace

Value replay(const session::World& world, const Value& scenario) { return Replay{world, scenario}.run(); }

}  // namespace polku::rehearsal
