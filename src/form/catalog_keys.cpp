// SPDX-License-Identifier: EUPL-1.2
// Every key a service's catalog may hold follows from ids. `needed`: without it a citizen would see a hole.
#include <algorithm>

#include "form/form.h"

namespace polku::form {

using value::Kind;

namespace {

enum class Need { needed, optional };
using Names = std::vector<std::string>;

class KeyLister {
 public:
  explicit KeyLister(const CompiledForm& form) : form_(form) {
    for (QuestionIndex index = 0; index < form_.questions.size(); ++index) {
      if (form_.questions[index].list == none) add_argument(form_.questions[index], form_values_);
    }
  }

  std::vector<CompiledForm::Key> list() {
    add("service.title", Need::needed, {});
    add("service.summary", Need::needed, {});
    for (const Task& task : form_.tasks) {
      add("task." + task.id + ".title", Need::needed, {});
      add("task." + task.id + ".hint", Need::optional, {});
    }
    for (const Page& page : form_.pages) add_page(page);
    for (QuestionIndex index = 0; index < form_.questions.size(); ++index) add_question(index);
    // What it is called to the citizen: "the Business Information System".
    for (const LookUp& look_up : form_.look_ups) add("look-up." + look_up.id + ".title", Need::needed, {});
    // Who has to answer too: "the other guardian".
    for (const Recipient& recipient : form_.recipients) {
      if (!recipient.invited_to.empty()) add("recipient." + recipient.id + ".title", Need::needed, {});
    }
    if (!form_.standard.redress.empty()) add("standard.redress." + form_.standard.redress, Need::needed, {});
    return std::move(keys_);
  }

 private:
  void add(std::string key, Need need, Names arguments) {
    for (const auto& known : keys_) {
      if (known.key == key) return;
    }
    keys_.push_back({.key = std::move(key), .needed = need == Need::needed, .arguments = std::move(arguments)});
  }

  // Words that unfold, and what they unfold from.
  void add_more(const std::string& stem, const Names& arguments) {
    add(stem + ".more", Need::optional, arguments);
    add(stem + ".more.title", Need::optional, arguments);
  }

  static void add_argument(const Question& question, Names& names) {
    switch (question.shape.kind) {
      case Kind::list: names.push_back("count-" + question.id); break;
      case Kind::several_of:
      case Kind::consent:
      case Kind::information: break;
      default: names.push_back(question.id); break;
    }
  }

  // In a row: the row's answers, then outward.
  Names values_in(QuestionIndex list) const {
    Names names = form_values_;
    for (; list != none; list = form_.questions[list].list) {
      for (QuestionIndex column : form_.questions[list].columns) add_argument(form_.questions[column], names);
    }
    return names;
  }

  std::size_t count_fields(const std::vector<QuestionIndex>& asked) const {
    std::size_t count = 0;
    for (QuestionIndex index : asked) {
      const Question& question = form_.questions[index];
      if (question.origin == Origin::asked && question.shape.kind != Kind::information) ++count;
    }
    return count;
  }

  void add_groups(const std::vector<Group>& groups, const Names& values) {
    for (const Group& group : groups) {
      add("group." + group.id + ".title", Need::needed, values);
      add("group." + group.id + ".body", Need::optional, values);
    }
  }

  void add_page(const Page& page) {
    const std::string stem = "page." + page.id;
    // The only field of a page is its heading.
    const bool has_own_title = page.kind != PageKind::question || count_fields(page.ask) != 1 || !page.groups.empty();
    add_groups(page.groups, form_values_);
    if (!page.section.empty()) add("section." + page.section, Need::needed, {});
    if (page.kind == PageKind::confirmation) return add_confirmation(stem);
    add(stem + ".title", has_own_title ? Need::needed : Need::optional, form_values_);
    add(stem + ".body", Need::optional, form_values_);
    if (page.kind != PageKind::check_answers) add_more(stem, form_values_);
    // The button of the task list says where it leads.
    if (page.kind != PageKind::task_list) add(stem + ".action", Need::optional, form_values_);
    if (page.kind == PageKind::start) add(stem + ".need", Need::optional, form_values_);
  }

  // The answers are forgotten by then: only the receipt can be spoken of.
  void add_confirmation(const std::string& stem) {
    Names names{"reference", "received"};
    if (form_.standard.decision_within_working_days) names.emplace_back("decision-by");
    add(stem + ".title", Need::needed, names);
    for (const char* part : {".body", ".action", ".next"}) add(stem + part, Need::optional, names);
  }

  void add_question(QuestionIndex index) {
    const Question& question = form_.questions[index];
    const std::string stem = "question." + question.id;
    const Names values = values_in(question.list);
    if (question.shape.kind == Kind::information) {
      add(stem + ".body", Need::needed, values);
      return;
    }
    add(stem + ".label", Need::needed, values);
    for (const char* part : {".hint", ".short"}) add(stem + part, Need::optional, values);
    if (question.origin == Origin::asked && question.shape.kind != Kind::list) add_more(stem, values);
    switch (question.shape.kind) {
      case Kind::one_of:
      case Kind::several_of:
        for (const std::string& option : question.shape.options) {
          add(stem + ".option." + option + ".label", Need::needed, values);
          if (const std::string& list = question.shape.code_list; !list.empty()) {
            keys_.back().otherwise = "code-list." + list + "." + option;
            add(keys_.back().otherwise, Need::optional, {});
          }
          add(stem + ".option." + option + ".hint", Need::optional, values);
        }
        break;
      case Kind::list: add_list(question, index, stem, values); break;
      case Kind::consent: add(stem + ".body", Need::optional, values); break;
      default:
        for (const char* part : {".prefix", ".suffix"}) add(stem + part, Need::optional, values);
        if (question.shape.kind == Kind::file) break;  // its parts are nobody's fields
        for (const std::string_view part : value::parts_of(question.shape)) add(stem + ".part." + std::string(part), Need::optional, {});
        break;
    }
    add_problems(question, stem, values);
  }

  void add_list(const Question& list, QuestionIndex index, const std::string& stem, const Names& values) {
    const Names in_row = values_in(index);
    Names row = in_row;
    row.emplace_back("number");
    // Of files the rows are called as they are, and the engine has words for the button.
    const Need need = form_.file_of(list) == none ? Need::needed : Need::optional;
    add(stem + ".row", need, std::move(row));
    for (const char* part : {".add", ".add-another", ".empty"}) add(stem + part, need, values);
    for (const RowPage& page : list.row_pages) {
      // Without one the row's page is headed by the words of `.add`.
      add_groups(page.groups, in_row);
      add("page." + page.id + ".title", Need::optional, in_row);
      add("page." + page.id + ".body", Need::optional, in_row);
      add_more("page." + page.id, in_row);
      add("page." + page.id + ".action", Need::optional, in_row);
    }
  }

  void add_problems(const Question& question, const std::string& stem, const Names& values) {
    for (const Check& check : question.checks) add(stem + ".problem." + check.id, Need::needed, values);
    if (question.origin == Origin::computed) return;
    for (problem::Code code : problem::all_codes()) {
      if (problem::subject_of(code) != problem::Subject::answer) continue;
      Names names = values;
      for (std::string_view argument : problem::arguments_of(code)) names.emplace_back(argument);
      add(stem + ".problem." + std::string(problem::name_of(code)), Need::optional, std::move(names));
    }
  }

  const CompiledForm& form_;
  Names form_values_;
  std::vector<CompiledForm::Key> keys_;
};

}  // namespace

std::vector<CompiledForm::Key> CompiledForm::catalog_keys() const { return KeyLister(*this).list(); }

}  // namespace polku::form
