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

}  // namespace

Value make_submission(const World& world, const State& state, const journey::Journey& journey) {
  const auto& form = *world.form;
  return Value::object()
      .with("submission", Value{std::int64_t{1}})
      .with("site", Value{world.site->id})
      .with("service", Value::object().with("id", Value{form.id}).with("version", Value{form.version}).with("hash", Value{form.hash}))
      .with("language", Value{state.language})
      .with("on", Value{calendar::to_string(state.today)})
      .with("answers", journey::submission_answers(form, state.answers, journey))
      .with("computed", journey::submission_computed(form, state.answers, journey))
      .with("consents", consents(world, state, journey));
}

}  // namespace polku::session
