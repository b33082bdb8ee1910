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

}  // namespace

std::string CompiledForm::print() const {
  std::string line = "route{";
  for (const Page& page : pages) {
    if (&page != &pages.front()) line += ' ';
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
  }
  return line + "}";
}

}  // namespace polku::form
