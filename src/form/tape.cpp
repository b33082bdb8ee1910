// SPDX-License-Identifier: EUPL-1.2
// A form as the citizen's engine gets it: checked once, when it was published. Places in files stay behind: they are for authors.
#include "json/tape.h"

#include "form/form.h"
#include "form/site.h"

namespace polku::form {

namespace {

using json::Tape;

class FormTape {
 public:
  FormTape(Tape& tape, CompiledForm& form) : tape_(tape), form_(form) {}

  void describe() {
    tape_.format();
    tape_.text(form_.id);
    tape_.text(form_.version);
    tape_.text(form_.hash);
    tape_.texts(form_.languages);
    tape_.maybe(form_.standard.decision_within_working_days, [&](std::int64_t& days) { tape_.integer(days); });
    tape_.text(form_.standard.redress);
    describe_look_ups();
    tape_.each(form_.questions, [&](Question& question) { describe(question); });
    for (const LookUp& look_up : form_.look_ups) {
      for (const auto& [parameter, question] : look_up.with) {
        if (question >= form_.questions.size()) tape_.fail();
      }
    }
    tape_.index(form_.payment, form_.questions.size());
    tape_.each(form_.pages, [&](Page& page) { describe(page); });
    tape_.each(form_.tasks, [&](Task& task) { describe(task); });
    tape_.each(form_.amounts, [&](Amount& amount) { describe(amount); });
    tape_.each(form_.recipients, [&](Recipient& recipient) {
      tape_.text(recipient.id);
      rules::describe(tape_, recipient.when);
      describe(recipient.entitled);
      tape_.text(recipient.invited_to);
      tape_.integer(recipient.days);
    });
  }

 private:
  // They stand in front of the questions that name them, and name questions themselves: how many there are is checked when both are there.
  void describe_look_ups() {
    tape_.each(form_.look_ups, [&](LookUp& look_up) {
      tape_.text(look_up.id);
      tape_.text(look_up.source);
      tape_.choice(look_up.asks, LookUp::Asks::invitation);
      tape_.each(look_up.with, [&](std::pair<std::string, QuestionIndex>& parameter) {
        tape_.text(parameter.first);
        tape_.number(parameter.second, none);
      });
    });
  }

  void describe(QuestionIndex& index) { tape_.index(index, form_.questions.size()); }

  // Every one is there: none is not among them.
  void describe(std::vector<QuestionIndex>& list) {
    tape_.each(list, [&](QuestionIndex& index) { tape_.number(index, form_.questions.size()); });
  }

  void describe(std::vector<Group>& groups, std::size_t asked) {
    tape_.each(groups, [&](Group& group) {
      tape_.text(group.id);
      tape_.number(group.first, asked + 1);
      tape_.number(group.count, asked + 1 - group.first);
      tape_.flag(group.boxed);
    });
  }

  void describe(Question& question) {
    tape_.text(question.id);
    value::describe(tape_, question.shape);
    tape_.choice(question.origin, Origin::computed);
    describe(question.list);
    if (question.shape.open_options) {
      tape_.index(question.rows, form_.questions.size());
      tape_.index(question.by, form_.questions.size());
    }
    tape_.each(question.option_rules, [&](rules::Rule& rule) { rules::describe(tape_, rule); });
    if (!question.option_rules.empty() && question.option_rules.size() != question.shape.options.size()) tape_.fail();
    tape_.flag(question.required);
    rules::describe(tape_, question.required_rule);
    rules::describe(tape_, question.when);
    rules::describe(tape_, question.calculate);
    rules::describe(tape_, question.preset);
    tape_.index(question.look_up, form_.look_ups.size());
    tape_.text(question.take);
    tape_.each(question.checks, [&](Check& check) {
      tape_.text(check.id);
      rules::describe(tape_, check.rule);
      describe(check.at);
      tape_.choice(check.severity, problem::Severity::warning);
    });
    tape_.flag(question.personal);
    tape_.choice(question.display.width, Display::Width::full);
    tape_.choice(question.display.layout, Display::Layout::list);
    tape_.flag(question.display.boxed);
    tape_.text(question.autocomplete);
    describe(question.columns);
    tape_.each(question.row_pages, [&](RowPage& page) {
      tape_.text(page.id);
      describe_asking(page);
    });
  }

  void describe(Page& page) {
    tape_.text(page.id);
    tape_.choice(page.kind, PageKind::confirmation);
    tape_.text(page.section);
    describe_asking(page);
  }

  // Which of its pages are a task's it says itself.
  void describe(Task& task) {
    tape_.text(task.id);
    rules::describe(tape_, task.when);
    tape_.each(task.after, [&](TaskIndex& earlier) { tape_.number(earlier, form_.tasks.size()); });
    tape_.number(task.first, form_.pages.size());
    tape_.number(task.count, form_.pages.size() + 1 - task.first);
    for (PageIndex page = 0; page < task.count; ++page) form_.pages[task.first + page].task = static_cast<TaskIndex>(&task - form_.tasks.data());
  }

  // What a page and a page of a row have in common.
  template <class AnyPage>
  void describe_asking(AnyPage& page) {
    rules::describe(tape_, page.when);
    describe(page.ask);
    describe(page.groups, page.ask.size());
  }

  void describe(Amount& amount) {
    tape_.text(amount.name);
    tape_.each(amount.dated, [&](DatedAmount& dated) {
      value::describe(tape_, dated.from);
      tape_.value(dated.value);
    });
  }

  Tape& tape_;
  CompiledForm& form_;
};

}  // namespace

void describe(Tape& tape, CompiledForm& form) {
  FormTape(tape, form).describe();
  if (!tape.is_playing()) return;
  for (const Feature feature : all_features) {
    if (!has_feature(feature) && uses(form, feature)) tape.fail();
  }
  for (QuestionIndex index = 0; index < form.questions.size(); ++index) form.question_by_id.emplace(form.questions[index].id, index);
}

void describe(Tape& tape, Site& site, calendar::Holidays& holidays) {
  tape.format();
  tape.text(site.id);
  tape.texts(site.languages);
  std::vector<std::pair<std::string, std::vector<std::string>>> fallback(site.fallback.begin(), site.fallback.end());
  tape.each(fallback, [&](auto& language) {
    tape.text(language.first);
    tape.texts(language.second);
  });
  site.fallback = {fallback.begin(), fallback.end()};
  tape.text(site.phone);
  tape.text(site.email);
  tape.text(site.web);
  tape.text(site.submissions_url);
  tape.number(site.draft_days, 366);
  auto days = tape.is_playing() ? std::vector<calendar::Date>{} : holidays.days();
  tape.each(days, [&](calendar::Date& day) { value::describe(tape, day); });
  if (tape.is_playing()) holidays = calendar::Holidays(std::move(days));
}

}  // namespace polku::form
