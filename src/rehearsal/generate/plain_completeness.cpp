// SPDX-License-Identifier: EUPL-1.2
// What is asked and still missing or wrong: it holds up the way, and an exit behind it.
#include "rehearsal/generate/plain_reader.h"

namespace polku::rehearsal::generate {

// The first exit whose rule holds, when all in front of it is answered.
form::PageIndex PlainReader::find_exit() {
  for (form::PageIndex page = 0; page < form_.pages.size(); ++page) {
    if (form_.pages[page].kind == form::PageKind::exit && is_complete_before(page) && holds(form_.pages[page].when, 0)) return page;
  }
  return form::none;
}

bool PlainReader::is_complete_before(form::PageIndex end) {
  for (form::PageIndex page = 0; page < end; ++page) {
    for (const auto index : form_.pages[page].ask) {
      if (is_asked({index, 0}) && is_wrong({index, 0})) return false;
    }
  }
  return true;
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
  if (question.shape.from_rows && decoded.value && !among_names(question, *decoded.value)) return true;
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
