// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "form/lint/lints.h"

namespace polku::form::linting {

void every_question_entitled(const Subject& subject, problem::Problems& problems) {
  const CompiledForm& form = subject.form;
  for (QuestionIndex index = 0; index < form.questions.size(); ++index) {
    const Question& question = form.questions[index];
    if (question.list != none || question.origin == Origin::computed || question.shape.kind == value::Kind::information) continue;
    // A question that only decides the way is used, and need not be sent to anybody.
    bool is_used = !question.readers.empty();
    const auto note_reads = [&](const rules::Rule& when) {
      const auto reads = when.reads();
      is_used = is_used || std::find(reads.begin(), reads.end(), question.id) != reads.end();
    };
    for (const Page& page : form.pages) note_reads(page.when);
    for (const Task& task : form.tasks) note_reads(task.when);
    for (const Recipient& recipient : form.recipients) {
      if (!recipient.invited_to.empty()) continue;  // another person: no office knows it by that
      is_used = is_used || std::find(recipient.entitled.begin(), recipient.entitled.end(), index) != recipient.entitled.end();
    }
    if (is_used) continue;
    problems.push_back(at(subject, problem::Code::question_not_entitled, {{"id", question.id}}, question.pointer, problem::Severity::warning));
  }
}

}  // namespace polku::form::linting
