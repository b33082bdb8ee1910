// SPDX-License-Identifier: EUPL-1.2
// What rules see while the walk goes on: live values by name, in the row outward. It also notes what a rule asked for and did not get, by which
// the walk tells an empty result from one that cannot be known yet.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "form/form.h"
#include "journey/journey.h"
#include "rules/rules.h"

namespace polku::journey {

// Computed values are found when first asked for.
class ComputedSource {
 public:
  virtual ~ComputedSource() = default;
  virtual void find_computed(QuestionIndex question) const = 0;
};

class WalkEnvironment final : public rules::Environment {
 public:
  WalkEnvironment(const form::CompiledForm& form, const Circumstances& circumstances)
      : form_(form), circumstances_(circumstances), current_(form.questions.size(), nullptr), optional_(form.questions.size(), 0) {}

  // Ids are unique in the whole service, so one slot a question serves the form and the row being walked at once.
  void show(QuestionIndex question, const json::Value* value) { current_[question] = value; }
  const json::Value* shown(QuestionIndex question) const { return current_[question]; }
  // An empty answer to it is an answer: nothing that needs it has to wait.
  void allow_empty(QuestionIndex question) { optional_[question] = 1; }
  void leave_row(const form::Question& list) {
    for (const auto column : list.columns) {
      current_[column] = nullptr;
      optional_[column] = 0;
    }
  }
  // The innermost list whose row is being walked; none: the form.
  void enter_rows_of(QuestionIndex list) { row_list_ = list; }
  void set_source(const ComputedSource* source) { source_ = source; }

  // Since the last put_misses(): a value was read that is not there, though it is not optional; the amount that is not decided for the day.
  struct Misses {
    bool value;
    std::string amount;
  };
  Misses take_misses() const {
    Misses misses{missed_value_, std::move(missed_amount_)};
    put_misses({false, {}});
    return misses;
  }
  void put_misses(Misses misses) const {
    missed_value_ = misses.value;
    missed_amount_ = std::move(misses.amount);
  }

  const json::Value* variable(std::string_view name) const override {
    const auto index = form_.index_of(name);
    if (index == form::none) return nullptr;
    if (form_.questions[index].origin == form::Origin::computed && source_) source_->find_computed(index);
    const auto* value = current_[index];
    if (!value && !may_be_empty(index)) missed_value_ = true;
    return value;
  }
  std::optional<json::Value> amount(std::string_view name, const calendar::Date& on) const override {
    const auto* found = form_.amount_on(name, on);
    if (found) return *found;
    missed_amount_ = std::string{name};
    return std::nullopt;
  }
  calendar::Date today() const override { return circumstances_.today; }
  const calendar::Holidays& holidays() const override {
    static const calendar::Holidays no_holidays;
    return circumstances_.holidays ? *circumstances_.holidays : no_holidays;
  }

 private:
  // Outside its row a column is looked for when `sum` and the like meet a row without it: then only the definition can say whether it may be empty.
  bool may_be_empty(QuestionIndex index) const {
    const auto& question = form_.questions[index];
    if (question.list == form::none || form_.is_inside(row_list_, question.list)) return optional_[index] != 0;
    const bool is_asked = question.origin == form::Origin::asked;
    return !question.when.empty() || question.shape.open_options || !question.option_rules.empty() ||
           (is_asked && (!question.required || !question.required_rule.empty()));
  }

  const form::CompiledForm& form_;
  const Circumstances& circumstances_;
  std::vector<const json::Value*> current_;
  std::vector<std::uint8_t> optional_;
  const ComputedSource* source_ = nullptr;
  QuestionIndex row_list_ = form::none;
  mutable bool missed_value_ = false;
  mutable std::string missed_amount_;
};

}  // namespace polku::journey
