// SPDX-License-Identifier: EUPL-1.2
#include "form/form.h"

namespace polku::form {

namespace {

void append_asked(const CompiledForm& form, const std::vector<QuestionIndex>& asked, const std::vector<Group>& groups, std::string& line);

// power?: has a rule. =fee: computed, shown.
void append_question(const CompiledForm& form, QuestionIndex index, std::string& line) {
  const Question& question = form.questions[index];
  if (question.origin == Origin::computed) line += '=';
  line += question.id;
  if (!question.when.empty()) line += '?';
  if (question.shape.kind != value::Kind::list) return;
  line += '(';
  for (std::size_t number = 0; number < question.row_pages.size(); ++number) {
    const RowPage& page = question.row_pages[number];
    if (number != 0) line += " | ";
    if (question.row_pages.size() > 1) {
      line += page.id;
      line += page.when.empty() ? ": " : "?: ";
    }
    append_asked(form, page.ask, page.groups, line);
  }
  line += ')';
}

void append_asked(const CompiledForm& form, const std::vector<QuestionIndex>& asked, const std::vector<Group>& groups, std::string& line) {
  for (std::size_t slot = 0; slot < asked.size(); ++slot) {
    if (slot != 0) line += ' ';
    for (const Group& group : groups) {
      if (group.first == slot) line += group.id + "(";
    }
    append_question(form, asked[slot], line);
    for (const Group& group : groups) {
      if (group.first + group.count == slot + 1) line += ')';
    }
  }
}

void append_task(const CompiledForm& form, const Task& task, std::string& line) {
  line += task.id;
  if (!task.when.empty()) line += '?';
  for (const TaskIndex earlier : task.after) line.append(earlier == task.after.front() ? "<" : " ").append(form.tasks[earlier].id);
  line += task.after.empty() ? "{" : ">{";
}

}  // namespace

std::string CompiledForm::print() const {
  std::string line = "route{";
  for (PageIndex index = 0; index < pages.size(); ++index) {
    const Page& page = pages[index];
    if (index != 0) line += ' ';
    if (page.task != none && tasks[page.task].first == index) append_task(*this, tasks[page.task], line);
    line += page.id;
    if (!page.when.empty()) line += '?';
    // A list page is its list.
    if (page.kind == PageKind::list && !page.ask.empty()) {
      std::string list;
      append_question(*this, page.ask.front(), list);
      line += list.substr(list.find('('));
    } else if (!page.ask.empty()) {
      line += '[';
      append_asked(*this, page.ask, page.groups, line);
      line += ']';
    }
    if (page.task != none && tasks[page.task].first + tasks[page.task].count == index + 1) line += '}';
  }
  return line + "}";
}

}  // namespace polku::form
