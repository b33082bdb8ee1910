// SPDX-License-Identifier: EUPL-1.2
// For plain_reading.cpp and plain_completeness.cpp only.
#pragma once

#include <algorithm>

#include "rehearsal/generate/plain_reading.h"

namespace polku::rehearsal::generate {

using form::Origin;
using form::Question;
using form::QuestionIndex;
using journey::Place;
using journey::RowId;
using json::Type;
using json::Value;
using value::Kind;

class PlainReader;

// A rule seen from one row (0: the form). It notes what was wanted and is not there.
class PlainSight final : public rules::Environment {
 public:
  PlainSight(PlainReader& reader, RowId row) : reader_(reader), row_(row) {}
  const Value* variable(std::string_view name) const override;
  std::optional<Value> amount(std::string_view name, const calendar::Date& on) const override;
  calendar::Date today() const override;
  const calendar::Holidays& holidays() const override;
  bool lacks_something() const { return lacks_value_ || lacks_amount_; }
  bool lacks_amount() const { return lacks_amount_; }

 private:
  PlainReader& reader_;
  RowId row_;
  mutable bool lacks_value_ = false;
  mutable bool lacks_amount_ = false;
};

// Each question is read from its own rules when it is wanted, and remembered.
class PlainReader {
 public:
  PlainReader(const session::World& world, const session::State& state) : world_(world), form_(*world.form), state_(state) {}

  PlainReading read();

  const Value* value_of(Place place) {
    const auto known = values_.find(place);
    if (known == values_.end()) values_[place] = find_value(place);
    const auto& value = values_[place];
    return value ? &*value : nullptr;
  }

  // Nothing has to wait for an answer that may be left out.
  bool may_be_empty(Place place) {
    const auto& question = form_.questions[place.question];
    if (question.origin == Origin::computed || question.shape.kind == Kind::information) return false;
    return is_asked(place) && !is_required(place);
  }
  // Not sent, but to rules it is a list.
  bool is_empty_list(Place place) { return form_.questions[place.question].shape.kind == Kind::list && is_asked(place); }
  // Outside its rows a column stands for none of them: only its definition can say.
  static bool column_may_be_empty(const Question& question) {
    if (question.origin == Origin::computed) return !question.when.empty();
    return question.shape.open_options || !question.option_rules.empty() || !question.required || !question.required_rule.empty() || !question.when.empty();
  }

  const session::World& world() const { return world_; }
  const session::State& state() const { return state_; }

  // The row of a list that a row stands in, or is; 0: none.
  RowId row_of(QuestionIndex list, RowId row) const;

 private:
  // The list that a place in a row belongs to, at its own place.
  Place list_around(Place place) const;
  std::vector<Place> places_of(QuestionIndex index) const;

  // Over an amount that is not decided for the day no rule holds.
  bool holds(const rules::Rule& rule, RowId row) {
    const PlainSight sight{*this, row};
    return rule.empty() || (rules::is_truthy(rules::evaluate(rule, sight)) && !sight.lacks_amount());
  }

  static bool has(const std::vector<QuestionIndex>& asked, QuestionIndex one) { return std::find(asked.begin(), asked.end(), one) != asked.end(); }

  bool is_on_the_way(QuestionIndex index);
  bool is_on_the_rows_way(const Question& list, Place place);
  bool is_asked(Place place);
  form::PageIndex find_exit();
  bool is_page_complete(form::PageIndex page);
  // Of the pages in front of `end` that are of this task, or of none.
  bool are_pages_complete(form::TaskIndex task, form::PageIndex end);
  bool is_complete_before(form::PageIndex page);
  bool is_complete();
  bool is_task_there(form::TaskIndex task) { return holds(form_.tasks[task].when, 0); }
  bool can_start(form::TaskIndex task);
  bool is_done(form::TaskIndex task);
  bool is_begun(form::TaskIndex task);
  std::vector<journey::TaskStanding> read_tasks();
  bool is_wrong(Place place);
  bool is_answer_wrong(Place place);
  bool are_rows_wrong(Place place);
  bool is_required(Place place) {
    const auto& question = form_.questions[place.question];
    return question.required_rule.empty() ? question.required : holds(question.required_rule, place.row);
  }

  std::optional<Value> find_value(Place place);
  std::optional<Value> rows_of(Place place);
  std::vector<std::string> names_in_rows(const Question& question);
  std::vector<std::string> names_offered(Place place);
  std::vector<std::string> names_allowed(Place place);
  static bool has_changing_options(const Question& question) { return question.shape.open_options || !question.option_rules.empty(); }
  std::optional<Value> request_at(Place place);
  std::optional<Value> among_names(Place place, const Value& chosen);
  std::optional<Value> compute(Place place);
  std::optional<Value> in_its_form(const Question& question, const Value& result) const;
  static std::optional<text::Decimal> number_in(const Value& result);

  const session::World& world_;
  const form::CompiledForm& form_;
  const session::State& state_;
  form::PageIndex exit_ = form::none;
  std::map<Place, std::optional<Value>> values_;
};

}  // namespace polku::rehearsal::generate
