// SPDX-License-Identifier: EUPL-1.2
#include "session/session.h"

namespace polku::session {

using json::Value;

namespace {

Value consents(const World& world, const State& state, const journey::Journey& journey) {
  auto given = Value::object();
  for (form::QuestionIndex index = 0; index < world.form->questions.size(); ++index) {
    const auto& question = world.form->questions[index];
    if (question.shape.kind != value::Kind::consent || !journey.value({index, 0})) continue;
    given.add(question.id, Value::object().with("text", Value{world.consent_text_hash(question.id, state.language)}).with("language", Value{state.language}));
  }
  return given;
}

bool is_used(const World& world, const journey::Journey& journey, const journey::Fact& fact) {
  for (const auto& stop : journey.stops) {
    for (const auto& item : stop.items) {
      const auto look_up = world.form->questions[item.place.question].look_up;
      if (look_up != form::none && item.request == fact.request && world.form->look_ups[look_up].source == fact.source) return true;
    }
  }
  return false;
}

// What stood beside a question that is asked, whether the person left it or corrected it: who decides sees both.
Value facts_used(const World& world, const State& state, const journey::Journey& journey) {
  auto used = Value::array();
  for (const auto& fact : state.facts) {
    if (fact.state != journey::Fact::State::found && fact.state != journey::Fact::State::nothing) continue;
    if (is_used(world, journey, fact)) used.push(to_json(fact));
  }
  return used;
}

}  // namespace

Value make_submission(const World& world, const State& state, const journey::Journey& journey) {
  const auto& form = *world.form;
  auto submission = Value::object()
                        .with("submission", Value{std::int64_t{1}})
                        .with("site", Value{world.site->id})
                        .with("service", Value::object().with("id", Value{form.id}).with("version", Value{form.version}).with("hash", Value{form.hash}))
                        .with("language", Value{state.language})
                        .with("on", Value{calendar::to_string(state.today)})
                        .with("answers", journey::submission_answers(form, state.answers, journey))
                        .with("computed", journey::submission_computed(form, state.answers, journey))
                        .with("consents", consents(world, state, journey));
  if (form::has_feature(form::Feature::look_ups)) {
    if (auto facts = facts_used(world, state, journey); !facts.items().empty()) submission.add("facts", std::move(facts));
  }
  return submission;
}

}  // namespace polku::session
