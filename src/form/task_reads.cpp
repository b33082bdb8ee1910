// SPDX-License-Identifier: EUPL-1.2
#include "form/task_reads.h"

namespace polku::form {

TaskReads::TaskReads(const CompiledForm& form, const std::vector<std::vector<QuestionIndex>>& inputs)
    : form_(form), inputs_(inputs), tasks_(form.questions.size(), none), known_for_(form.tasks.size(), std::vector<bool>(form.tasks.size())) {
  std::vector<bool> is_named(form.questions.size());
  for (const Page& page : form.pages) {
    for (const QuestionIndex question : page.ask) {
      if (!is_named[question]) tasks_[question] = page.task;
      is_named[question] = true;
    }
  }
  for (TaskIndex task = 0; task < form.tasks.size(); ++task) {
    auto& known = known_for_[task];
    known[task] = true;
    for (const TaskIndex earlier : form.tasks[task].after) {
      for (TaskIndex other = 0; other < task; ++other) known[other] = known[other] || known_for_[earlier][other];
    }
  }
}

// A column is where its list is.
TaskIndex TaskReads::task_of(QuestionIndex question) const {
  while (form_.questions[question].list != none) question = form_.questions[question].list;
  return tasks_[question];
}

TaskIndex TaskReads::task_of(const RuleSite& site) const {
  if (site.owner != none) return task_of(site.owner);
  if (site.page == none) return task_of(site.scope);
  return site.page < form_.pages.size() ? form_.pages[site.page].task : none;
}

TaskIndex TaskReads::find_foreign(QuestionIndex read, TaskIndex task) const {
  if (task == none) return none;
  std::vector<bool> seen(form_.questions.size());
  return find_foreign(read, task, seen);
}

TaskIndex TaskReads::find_foreign(QuestionIndex read, TaskIndex task, std::vector<bool>& seen) const {
  if (seen[read]) return none;
  seen[read] = true;
  const Question& question = form_.questions[read];
  const bool is_asked = question.origin == Origin::asked || question.list != none;
  if (const TaskIndex other = task_of(read); is_asked && other != none && !known_for_[task][other]) return other;
  if (question.origin == Origin::asked) return none;
  for (const QuestionIndex input : inputs_[read]) {
    if (const TaskIndex other = find_foreign(input, task, seen); other != none) return other;
  }
  return none;
}

}  // namespace polku::form
