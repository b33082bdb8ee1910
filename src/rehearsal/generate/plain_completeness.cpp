// SPDX-License-Identifier: EUPL-1.2
// What is asked and still missing or wrong: it holds up the way, and an exit behind it.
#include "rehearsal/generate/plain_reader.h"

namespace polku::rehearsal::generate {

// The first exit whose rule holds, when all in front of it is answered.
form::PageIndex PlainReader::find_exit() {
  for (form::PageIndex page = 0; page < form_.pages.size(); ++page) {
    const auto& exit = form_.pages[page];
    if (exit.kind != form::PageKind::exit || (exit.task != form::none && !is_task_there(exit.task))) continue;
    if (is_complete_before(page) && holds(exit.when, 0)) return page;
  }
  return form::none;
}

bool PlainReader::is_page_complete(form::PageIndex page) {
  for (const auto index : form_.pages[page].ask) {
    if (is_asked({index, 0}) && is_wrong({index, 0})) return false;
  }
  return true;
}

bool PlainReader::are_pages_complete(form::TaskIndex task, form::PageIndex end) {
  for (form::PageIndex page = 0; page < end; ++page) {
    if (form_.pages[page].task == task && !is_page_complete(page)) return false;
  }
  return true;
}

// What holds up a page: of a task, its earlier pages and what holds up the task; of none, the pages of none in front of it.
bool PlainReader::is_complete_before(form::PageIndex page) {
  const auto task = form_.pages[page].task;
  return are_pages_complete(task, page) && (task == form::none || can_start(task));
}

bool PlainReader::is_complete() {
  for (form::PageIndex page = 0; page < form_.pages.size(); ++page) {
    if (!is_page_complete(page)) return false;
  }
  return true;
}

bool PlainReader::can_start(form::TaskIndex task) {
  for (const auto earlier : form_.tasks[task].after) {
    if (is_task_there(earlier) && !is_done(earlier)) return false;
  }
  return are_pages_complete(form::none, form_.tasks.front().first);
}

bool PlainReader::is_done(form::TaskIndex task) { return can_start(task) && are_pages_complete(task, form_.tasks[task].first + form_.tasks[task].count); }

// Something asked on its pages is answered, or a row is there.
bool PlainReader::is_begun(form::TaskIndex task) {
  for (form::PageIndex page = 0; page < form_.pages.size(); ++page) {
    if (form_.pages[page].task != task) continue;
    for (const auto index : form_.pages[page].ask) {
      const bool is_answered = state_.answers.find({index, 0}) || !state_.answers.rows(index).empty();
      if (is_asked({index, 0}) && is_answered) return true;
    }
  }
  return false;
}

std::vector<journey::TaskStanding> PlainReader::read_tasks() {
  using Status = journey::TaskStatus;
  std::vector<journey::TaskStanding> all;
  for (form::TaskIndex task = 0; task < form_.tasks.size(); ++task) {
    const bool is_behind_exit = exit_ != form::none && form_.tasks[task].first > exit_;
    if (is_behind_exit || !is_task_there(task)) continue;
    const bool ends_here = exit_ != form::none && form_.pages[exit_].task == task;
    const bool is_complete = !ends_here && is_done(task);
    const auto status = is_begun(task) ? (is_complete ? Status::completed : Status::in_progress) : is_complete ? Status::optional : Status::not_started;
    all.push_back({task, can_start(task) ? status : Status::cannot_start});
  }
  return all;
}

bool PlainReader::is_wrong(Place place) {
  const auto& question = form_.questions[place.question];
  if (question.origin == Origin::computed || question.shape.kind == Kind::information) return false;
  if (question.shape.kind == Kind::list ? are_rows_wrong(place) : is_answer_wrong(place)) return true;
  if (!value_of(place)) return false;
  for (const auto& check : question.checks) {
    const PlainSight sight{*this, place.row};
    const bool fails = !rules::is_truthy(rules::evaluate(check.rule, sight));
    // A check that lacks what it compares with says nothing.
    if (fails && !sight.lacks_something() && check.severity == problem::Severity::error) return true;
  }
  return false;
}

bool PlainReader::is_answer_wrong(Place place) {
  const auto& question = form_.questions[place.question];
  const auto* answer = state_.answers.find(place);
  if (!answer || value::is_empty(answer->typed)) return is_required(place);
  const auto decoded = value::decode(question.shape, answer->typed, world_.named(answer->language), state_.today);
  if (has_changing_options(question) && decoded.value && !among_names(place, *decoded.value)) return true;
  return !decoded.problems.empty() || (!decoded.value && is_required(place));
}

bool PlainReader::are_rows_wrong(Place place) {
  const auto& list = form_.questions[place.question];
  const auto& rows = state_.answers.rows(place.question, place.row);
  const auto count = static_cast<std::int64_t>(rows.size());
  const bool required = is_required(place);
  const bool too_few = count < list.shape.min_items.value_or(required ? 1 : 0) && (required || count > 0);
  if (too_few || count > list.shape.max_items.value_or(count)) return true;
  for (const RowId row : rows) {
    for (const auto column : list.columns) {
      if (is_asked({column, row}) && is_wrong({column, row})) return true;
    }
  }
  return false;
}

}  // namespace polku::rehearsal::generate
