// SPDX-License-Identifier: EUPL-1.2
#include "rehearsal/generate/generate.h"

#include "digest/digest.h"
#include "json/reader.h"
#include "json/tape.h"
#include "json/writer.h"
#include "page/record.h"
#include "rehearsal/generate/damage.h"
#include "rehearsal/generate/definition_maker.h"
#include "rehearsal/generate/furnish.h"
#include "rehearsal/generate/judge.h"
#include "rehearsal/generate/person.h"
#include "render/html/record.h"
#include "render/text/text.h"
#include "session/format.h"
#include "session/verify.h"

namespace polku::rehearsal::generate {

using json::Type;
using json::Value;

namespace {

const calendar::Date first_day{2026, 11, 22};

class Making {
 public:
  Making(const session::World& base, std::uint64_t seed, const Engine& engine, Features& features)
      : base_(base), engine_(engine), features_(features), seed_(seed), dice_(seed) {}

  Made make() {
    made_.service = make_definition(dice_, first_day);
    if (seed_ % wrong_one_in == 0) {
      made_.damage = damage(seed_ / wrong_one_in, made_.service);
      ++features_["damage:" + made_.damage];
    }
    compile();
    if (!made_.damage.empty()) {
      if (!problem::has_errors(problems_)) fail("refuses", made_.damage);
    } else if (!problems_.empty()) {
      fail("checks", json::write(session::to_json(problems_)));
    } else {
      problems_ = furnish(dice_, base_, first_day, made_, world_, features_);
      take(json::write(session::to_json(problems_)));
      if (!problems_.empty()) fail("checks", json::write(session::to_json(problems_)));
      perform();
    }
    write_line();
    return std::move(made_);
  }

 private:
  void fail(std::string_view property, std::string found) {
    failures_.push(Value::object().with("step", Value{steps_}).with("property", Value{property}).with("found", Value{std::move(found)}));
  }

  void take(std::string_view what) { digest_ = digest::sha256_hex(digest_ + std::string{what}); }

  void compile() {
    auto compilation = form::compile(made_.service);
    problems_ = std::move(compilation.problems);
    take(json::write(session::to_json(problems_)));
    world_.form = std::move(compilation.form);
    if (!world_.form) return;
    count_features(made_.service, features_);
    take(world_.form->print());
    publish();
  }

  // The citizen's engine knows the form from a tape only. What the tape plays records as the same tape again, and every other seed is walked with it, so that
  // a difference would be met by all the properties.
  void publish() {
    auto form = *world_.form;
    json::Tape recorder;
    form::describe(recorder, form);
    const Value tape = recorder.take();
    json::Tape player(tape);
    auto played = std::make_shared<form::CompiledForm>();
    form::describe(player, *played);
    json::Tape again;
    form::describe(again, *played);
    if (!player.finished() || again.take() != tape || played->print() != form.print()) fail("published", json::write(tape));
    if (seed_ % 2 == 0) world_.form = std::move(played);
  }

  void gather_patterns(const Value& questions, std::map<std::string, std::string>& patterns) const {
    for (const auto& [id, question] : questions.members()) {
      if (const auto pattern = question.find_string("pattern")) patterns.emplace(id, *pattern);
      if (const auto* columns = question.find("questions")) gather_patterns(*columns, patterns);
    }
  }

  void perform() {
    constexpr std::array<std::string_view, 6> storages{"device", "device", "device", "device", "none", "unavailable"};
    made_.scenario = Value::object()
                         .with("scenario", Value{std::int64_t{1}})
                         .with("name", Value{"seed " + std::to_string(seed_)})
                         .with("service", Value{"generated"})
                         .with("site", Value{"made-up"})
                         .with("today", Value{calendar::to_string(first_day)})
                         .with("language", Value{dice_.pick(world_.form->languages)})
                         .with("storage", Value{dice_.pick(storages)});
    std::map<std::string, std::string> patterns;
    gather_patterns(*made_.service.find("questions"), patterns);
    Person person{Dice{dice_.next()}, world_, std::move(patterns), features_};
    Judge judge{world_, engine_, Dice{dice_.next()}, features_};
    Stage stage{world_, made_.scenario};
    auto steps = Value::array();
    const auto wanders = 4 + dice_.below(16);
    for (std::size_t step = 0; step < wanders + 45 && failures_.items().empty(); ++step) {
      const auto done = std::get_if<session::Sent>(&stage.tab(1).state.phase) != nullptr;
      if (done && step > wanders + 2) break;
      auto next = step == wanders       ? Person::mend_network()
                  : step == wanders + 1 ? Person::mend_device()
                  : step < wanders      ? person.wander(stage)
                                        : person.press_on(stage);
      steps.push(next);
      see(stage, judge, next);
    }
    made_.scenario.add("steps", std::move(steps));
  }

  void see(Stage& stage, Judge& judge, const Value& step) {
    ++steps_;
    const auto stored_before = stage.device().stored().size();
    if (stage.perform(step) == Stage::Done::set) return;
    if (!stage.problems().empty()) fail("intent", json::write(session::to_json(stage.problems())));
    const auto& state = stage.tab_of(step).state;
    for (const auto& effect : stage.effects()) take(json::write(session::to_json(effect)));
    const auto html = engine_.html(world_, state);
    take(html);
    if (std::holds_alternative<session::Filling>(state.phase)) take(json::write(session::make_record(world_, state)));
    note_phase(state);
    if (puts_others_in_place(step)) judge.forget();
    judge.judge(state, html);
    for (auto index = stored_before; index < stage.device().stored().size(); ++index) {
      take(stage.device().stored()[index]);
      judge.judge_stored(stage.device().stored()[index], stage.today());
      take_records(stage.device().stored()[index], stage.today());
      ++accepted_;
    }
    // What a session holds to be complete a verifier takes, as long as it comes in time.
    for (const auto& code : stage.device().refused_codes()) {
      if (code != "submission-too-old") fail("accepted", "refused: " + code);
    }
    for (auto& failure : judge.take_failures()) fail(failure.property, std::move(failure.found));
  }

  // What officials and recipients get to read of it.
  void take_records(const std::string& body, const calendar::Date& today) {
    const auto reading = json::read(body);
    if (!reading.value) return;
    const auto verified = session::verify(world_, *reading.value, today);
    const auto write = [&](const form::Recipient* recipient) {
      const auto record = page::make_record(world_, verified, {"KOI-0000-0001", today}, recipient, dice_.pick(world_.form->languages));
      const auto html = render::html(record);
      for (const auto& found : {find_missing_text(html), find_unbalanced(html)}) {
        if (!found.empty()) fail("words", "in the record: " + found);
      }
      take(html + render::text(record));
    };
    write(nullptr);
    for (const auto& recipient : world_.form->recipients) write(&recipient);
  }

  bool puts_others_in_place(const Value& step) {
    const auto name = step.find_string("do").value_or("");
    const bool in_other_tab = step.find("tab") != nullptr;
    const bool changed_tab = in_other_tab != was_in_other_tab_;
    was_in_other_tab_ = in_other_tab;
    return changed_tab || name == "start-over" || name == "delete-draft" || name == "load-newer" || name == "close";
  }

  void note_phase(const session::State& state) {
    constexpr std::array<std::string_view, 8> phases{"opening", "returning", "filling", "sending", "sent", "refused", "read-only", "forgotten"};
    ++features_["phase:" + std::string{phases[state.phase.index()]}];
    for (const auto& [place, problems] : state.told) {
      for (const auto& problem : problems) ++features_["told:" + std::string{problem::name_of(problem.code)}];
    }
  }

  void write_line() {
    made_.line = Value::object().with("seed", Value{static_cast<std::int64_t>(seed_)}).with("digest", Value{digest_});
    made_.line.add("service", Value{made_.damage.empty() ? "sound" : "refused"});
    if (!made_.damage.empty()) made_.line.add("damage", Value{made_.damage});
    made_.line.add("steps", Value{steps_});
    made_.line.add("accepted", Value{accepted_});
    made_.line.add("failures", std::move(failures_));
  }

  const session::World& base_;
  const Engine& engine_;
  Features& features_;
  std::uint64_t seed_;
  Dice dice_;
  session::World world_;
  Made made_;
  problem::Problems problems_;
  std::string digest_;
  Value failures_ = Value::array();
  std::int64_t steps_ = 0, accepted_ = 0;
  bool was_in_other_tab_ = false;
};

}  // namespace

Made make(const session::World& world, std::uint64_t seed, const Engine& engine, Features& features) { return Making{world, seed, engine, features}.make(); }

Value generate(const session::World& world, std::uint64_t from, std::uint64_t count) {
  const RealEngine engine;
  Features features;
  auto lines = Value::array();
  for (auto seed = from; seed < from + count; ++seed) lines.push(make(world, seed, engine, features).line);
  return Value::object().with("lines", std::move(lines)).with("features", to_json(features));
}

}  // namespace polku::rehearsal::generate
