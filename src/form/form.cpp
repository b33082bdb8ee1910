// SPDX-License-Identifier: EUPL-1.2
#include "form/form.h"

#include <algorithm>

namespace polku::form {

QuestionIndex CompiledForm::index_of(std::string_view question_id) const {
  const auto found = question_by_id.find(question_id);
  return found == question_by_id.end() ? none : found->second;
}

const Question* CompiledForm::find_question(std::string_view question_id) const {
  const QuestionIndex index = index_of(question_id);
  return index == none ? nullptr : &questions[index];
}

const Amount* CompiledForm::find_amount(std::string_view name) const {
  for (const Amount& amount : amounts) {
    if (amount.name == name) return &amount;
  }
  return nullptr;
}

const json::Value* CompiledForm::amount_on(std::string_view name, const calendar::Date& on) const {
  const json::Value* in_force = nullptr;
  if (const Amount* amount = find_amount(name)) {
    for (const DatedAmount& dated : amount->dated) {
      if (dated.from <= on) in_force = &dated.value;
    }
  }
  return in_force;
}

PageIndex CompiledForm::page_named(std::string_view page_id) const {
  for (PageIndex index = 0; index < pages.size(); ++index) {
    if (pages[index].id == page_id) return index;
  }
  return none;
}

PageIndex CompiledForm::last_of(PageKind kind) const {
  for (auto index = static_cast<PageIndex>(pages.size()); index-- > 0;) {
    if (pages[index].kind == kind) return index;
  }
  return none;
}

QuestionIndex CompiledForm::file_of(const Question& list) const {
  if (!value::has_kind(value::Kind::file) || list.shape.kind != value::Kind::list || list.columns.size() != 1) return none;
  const Question& column = questions[list.columns.front()];
  const bool stands_alone = column.shape.kind == value::Kind::file && column.when.empty() && column.checks.empty() && !column.shape.may_come_later;
  return stands_alone && list.row_pages.size() == 1 && list.row_pages.front().when.empty() ? list.columns.front() : none;
}

QuestionIndex CompiledForm::list_on(const std::vector<QuestionIndex>& ask) const {
  return !ask.empty() && questions[ask.front()].shape.kind == value::Kind::list ? ask.front() : none;
}

bool CompiledForm::is_inside(QuestionIndex question, QuestionIndex list) const {
  while (question != none && question != list) question = questions[question].list;
  return question == list;
}

bool uses(const CompiledForm& form, Feature feature) {
  const auto any = [&](auto has) { return std::any_of(form.questions.begin(), form.questions.end(), has); };
  switch (feature) {
    case Feature::tasks: return !form.tasks.empty();
    case Feature::row_options: return any([](const Question& question) { return question.rows != none; });
    case Feature::defaults: return any([](const Question& question) { return !question.preset.empty(); });
    case Feature::option_rules: return any([](const Question& question) { return !question.option_rules.empty(); });
    case Feature::exclusive_options: return any([](const Question& question) { return !question.shape.exclusive.empty(); });
    case Feature::word_limits: return any([](const Question& question) { return question.shape.max_words.has_value(); });
    case Feature::payment: return form.payment != none;
    case Feature::identity:  // also by an engine that lacks it: it has to know what to refuse
      return any([&](const Question& question) { return question.look_up != none && form.look_ups[question.look_up].asks != LookUp::Asks::answers; });
    case Feature::invitations: return std::any_of(form.recipients.begin(), form.recipients.end(), [](const Recipient& one) { return !one.invited_to.empty(); });
    case Feature::look_ups: return any([](const Question& question) { return question.look_up != none; });
  }
  return false;
}

__attribute__((weak)) bool has_feature(Feature) { return true; }

}  // namespace polku::form
