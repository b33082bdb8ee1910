// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "journey/environment.h"
#include "journey/journey.h"

namespace polku::journey {

namespace {

// Rules read only what stands before them, so the finished journey shows a rule what the walk showed it.
WalkEnvironment environment_at(const form::CompiledForm& form, const Circumstances& circumstances, const Journey& journey, const Answers& answers, RowId row) {
  WalkEnvironment environment{form, circumstances};
  for (const auto& [place, value] : journey.values) {
    if (place.row == 0) environment.show(place.question, &value);
  }
  for (RowId inner = row; inner != 0;) {
    for (const auto& [place, value] : journey.values) {
      if (place.row == inner) environment.show(place.question, &value);
    }
    const auto* info = answers.find_row(inner);
    inner = info ? info->parent : 0;
  }
  return environment;
}

bool asks(const form::CompiledForm& form, const form::Page& page, QuestionIndex question) {
  for (const auto asked : page.ask) {
    if (form.is_inside(question, asked)) return true;
  }
  return false;
}

}  // namespace

Explanation explain(const form::CompiledForm& form, const Answers& answers, const Circumstances& circumstances, Place place) {
  const auto journey = walk(form, answers, circumstances);
  const auto environment = environment_at(form, circumstances, journey, answers, place.row);
  Explanation explanation;
  for (form::PageIndex index = 0; index < form.pages.size(); ++index) {
    const auto& page = form.pages[index];
    if (!asks(form, page, place.question)) continue;
    if (journey.find_stop(index) == static_cast<std::size_t>(form::none)) {
      explanation.reason = journey.exit != form::none && journey.exit < index ? Explanation::Reason::page_after_exit : Explanation::Reason::page_rule;
      const auto& tasks = journey.tasks;
      const bool is_task_off =
          page.task != form::none && std::none_of(tasks.begin(), tasks.end(), [&](const TaskStanding& one) { return one.task == page.task; });
      if (is_task_off && explanation.reason == Explanation::Reason::page_rule) explanation.reason = Explanation::Reason::task_rule;
      const auto& when = explanation.reason == Explanation::Reason::task_rule ? form.tasks[page.task].when : page.when;
      if (!when.empty()) rules::evaluate(when, environment, &explanation.trace);
      return explanation;
    }
    const auto& question = form.questions[place.question];
    if (!question.when.empty()) rules::evaluate(question.when, environment, &explanation.trace);
    const auto* item = journey.find_item(place);
    explanation.asked = item && item->state != Item::State::hidden;
    explanation.reason = explanation.asked ? Explanation::Reason::asked : item ? Explanation::Reason::own_rule : Explanation::Reason::page_not_on_route;
    return explanation;
  }
  explanation.reason = Explanation::Reason::page_not_on_route;
  return explanation;
}

}  // namespace polku::journey
