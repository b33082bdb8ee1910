// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "form/lint/lints.h"

namespace polku::form::linting {

void every_question_asked(const Subject& subject, problem::Problems& problems) {
  const CompiledForm& form = subject.form;
  std::vector<bool> is_asked(form.questions.size(), false);
  const auto mark = [&](const std::vector<QuestionIndex>& asked) {
    for (QuestionIndex index : asked) is_asked[index] = true;
  };
  for (const Page& page : form.pages) mark(page.ask);
  for (const Question& question : form.questions) {
    for (const RowPage& page : question.row_pages) mark(page.ask);
  }
  for (QuestionIndex index = 0; index < form.questions.size(); ++index) {
    const Question& question = form.questions[index];
    if (question.origin == Origin::computed) continue;
    // What is said of a list is not said again of its columns.
    const bool is_below_unasked = question.list != none && !is_asked[question.list];
    const bool is_never = !is_asked[index] || constant_of(question.when) == Constant::never_holds;
    if (!is_never || is_below_unasked) continue;
    problems.push_back(at(subject, problem::Code::question_never_asked, {{"id", question.id}}, question.pointer, problem::Severity::warning));
  }
}

}  // namespace polku::form::linting
