// SPDX-License-Identifier: EUPL-1.2
// The walk: from the compiled form, the facts and the day to the journey: which pages, what is asked there, what is computed, what is wrong.
// Derived each time, never stored. The one place where "what is not asked is silent" (DECISIONS 5 to 7) is decided.
//
//   Journey journey = walk(form, answers, {.today = today, .holidays = &holidays, .locales = &locales});
//   journey.stops[i].items[k].problems …;  journey.complete;  submission_answers(form, answers, journey)
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "calendar/working_days.h"
#include "form/form.h"
#include "journey/answers.h"
#include "journey/fact.h"
#include "json/value.h"
#include "problem/problem.h"
#include "rules/rules.h"

namespace polku::journey {

// One question at one place, on a page that is on the route.
struct Item {
  Place place;
  enum class State : std::uint8_t { hidden, asked, shown } state = State::hidden;  // hidden: its `when` is false; shown: computed or information
  bool required = true;
  std::optional<json::Value> value = {};  // live: rules see it, it is sent. Absent: missing to rules
  problem::Problems problems = {};        // errors and warnings at this place; pointer is name_of_place
  // What would stand here if the person had said nothing, and who says so (Answer::filled_by).
  std::optional<json::Value> preset = {};
  std::string preset_by = {};
  std::optional<json::Value> request = {};  // of its look-up, once all is there to ask with
  // What can be chosen when that is not all the options: what its look-up offers (fact.h; null: not known yet, then any words are an answer), or [{"value"}].
  json::Value offers = {};
};

// A page of the route, or a page of one row of a list (these follow their list's stop, and those of a list in the row follow the row's page with it).
struct Stop {
  form::PageIndex page = form::none;
  RowId row = 0;
  std::uint32_t row_page = 0;
  QuestionIndex list = form::none;  // the page sums up its rows
  bool complete = false;            // nothing required is missing and no error; a list's stop: its rows too
  bool reachable = false;           // the person may stand here
  std::vector<Item> items = {};     // in the page's order; hidden ones too, so that a face can say why
};

// What has become of a task. optional: nothing of it is required and nothing was answered.
enum class TaskStatus : std::uint8_t { cannot_start, not_started, in_progress, completed, optional };
std::string_view name_of(TaskStatus status);  // "cannot-start"
struct TaskStanding {
  form::TaskIndex task = form::none;
  TaskStatus status = TaskStatus::cannot_start;
  friend bool operator==(const TaskStanding&, const TaskStanding&) = default;
};

struct Journey {
  std::vector<Stop> stops;              // in order; ends at an exit page that applies
  bool complete = false;                // every stop up to check-answers is complete and no exit applies
  problem::Problems problems;           // of no single item: each amount that a rule needs and that is not yet decided for the day
  form::PageIndex exit = form::none;    // the exit page that applies
  std::map<Place, json::Value> values;  // every live value, computed ones shown or not
  std::vector<TaskStanding> tasks;      // on the route, in order
  std::vector<std::size_t> recipients;  // who gets something, as places in the form's list; of what is not complete: nobody

  const json::Value* value(Place place) const;
  // Index into stops, or none. A row's stop: row and row_page given.
  std::size_t find_stop(form::PageIndex page, RowId row = 0, std::uint32_t row_page = 0) const;
  const Item* find_item(Place place) const;
  std::size_t first_incomplete() const;  // stops.size() when there is none
};

// The options of a question that takes them from rows: each value of the column once, with the first row that has it, in the rows' order. None: not asked.
// They are as good as `journey`.
using RowOptions = std::vector<std::pair<std::string_view, RowId>>;
RowOptions row_options(const Answers& answers, const Journey& journey, const form::Question& question);

struct Circumstances {
  calendar::Date today;
  const calendar::Holidays* holidays = nullptr;
  const Locales* locales = nullptr;
  const Facts* facts = nullptr;
  const Given* given = nullptr;
};
Journey walk(const form::CompiledForm& form, const Answers& answers, const Circumstances& circumstances);

// Everything asked, in the values' JSON forms, lists as arrays of objects without row ids; absent, never null. Computed values and consents apart.
json::Value submission_answers(const form::CompiledForm& form, const Answers& answers, const Journey& journey);
json::Value submission_computed(const form::CompiledForm& form, const Answers& answers, const Journey& journey);
// A JSON Pointer into a submission for a place: "vehicles/r5/plate" → "/answers/vehicles/1/plate".
std::string submission_pointer(const form::CompiledForm& form, const Answers& answers, Place place);

// Why something is or is not asked: the trace of its `when` (and of its page's or task's).
struct Explanation {
  bool asked = false;
  enum class Reason : std::uint8_t { asked, own_rule, page_rule, task_rule, page_after_exit, page_not_on_route } reason = Reason::asked;
  rules::Trace trace;
};
Explanation explain(const form::CompiledForm& form, const Answers& answers, const Circumstances& circumstances, Place place);

}  // namespace polku::journey
