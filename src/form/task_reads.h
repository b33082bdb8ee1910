// SPDX-License-Identifier: EUPL-1.2
// Inside this room only: what a rule in a task may read: its own task, those it comes after, and what is in front of the task list.
#pragma once

#include <vector>

#include "form/rule_site.h"

namespace polku::form {

class TaskReads {
 public:
  // `inputs`: as for Order.
  TaskReads(const CompiledForm& form, const std::vector<std::vector<QuestionIndex>>& inputs);

  TaskIndex task_of(const RuleSite& site) const;
  // A task that `read` is known by, directly or by way of what it is computed from, and that need not be done when a rule of `task` is met; none.
  TaskIndex find_foreign(QuestionIndex read, TaskIndex task) const;

 private:
  TaskIndex task_of(QuestionIndex question) const;
  TaskIndex find_foreign(QuestionIndex read, TaskIndex task, std::vector<bool>& seen) const;

  const CompiledForm& form_;
  const std::vector<std::vector<QuestionIndex>>& inputs_;
  std::vector<TaskIndex> tasks_;              // beside form.questions, by the first page that names it
  std::vector<std::vector<bool>> known_for_;  // beside form.tasks, and each beside form.tasks
};

}  // namespace polku::form
