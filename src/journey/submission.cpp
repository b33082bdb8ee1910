// SPDX-License-Identifier: EUPL-1.2
// What is sent: exactly what was asked and what was computed from it.
#include "journey/journey.h"

namespace polku::journey {

using value::Kind;

namespace {

enum class Part { answers, computed };

bool belongs(const form::Question& question, Part part) {
  if (part == Part::computed) return question.origin == form::Origin::computed;
  // Consents are apart: with the hash of the text that was shown.
  return question.origin == form::Origin::asked && question.shape.kind != Kind::consent && question.shape.kind != Kind::information;
}

json::Value collect(const form::CompiledForm& form, const Answers& answers, const Journey& journey, Part part, QuestionIndex list, RowId row) {
  auto object = json::Value::object();
  for (QuestionIndex index = 0; index < form.questions.size(); ++index) {
    const auto& question = form.questions[index];
    if (question.list != list) continue;
    const auto* value = journey.value({index, row});
    if (!value) continue;
    if (question.shape.kind == Kind::list) {
      auto rows = json::Value::array();
      bool says_something = part == Part::answers;
      for (const RowId inner : answers.rows(index, row)) {
        auto columns = collect(form, answers, journey, part, index, inner);
        says_something = says_something || !columns.members().empty();
        rows.push(std::move(columns));
      }
      if (says_something) object.add(question.id, std::move(rows));
    } else if (belongs(question, part)) {
      object.add(question.id, *value);
    }
  }
  return object;
}

}  // namespace

json::Value submission_answers(const form::CompiledForm& form, const Answers& answers, const Journey& journey) {
  return collect(form, answers, journey, Part::answers, form::none, 0);
}

json::Value submission_computed(const form::CompiledForm& form, const Answers& answers, const Journey& journey) {
  return collect(form, answers, journey, Part::computed, form::none, 0);
}

std::string submission_pointer(const form::CompiledForm& form, const Answers& answers, Place place) {
  std::string pointer;
  if (place.row != 0) {
    const auto* row = answers.find_row(place.row);
    if (!row) return {};
    const auto& order = answers.rows(row->list, row->parent);
    std::size_t position = 0;
    while (position < order.size() && order[position] != place.row) ++position;
    pointer = problem::join_pointer(submission_pointer(form, answers, {row->list, row->parent}), position);
  } else {
    pointer = "/answers";
  }
  return problem::join_pointer(pointer, form.questions[place.question].id);
}

}  // namespace polku::journey
