// SPDX-License-Identifier: EUPL-1.2
#include "form/lint/lints.h"

namespace polku::form::linting {

void every_page_reachable(const Subject& subject, problem::Problems& problems) {
  const auto report = [&](const std::string& id, const std::string& pointer) {
    problems.push_back(at(subject, problem::Code::page_never_reached, {{"id", id}}, pointer));
  };
  // The exits so far: who passes them all, none of their rules holds. A task is done before or after another one's exit.
  std::vector<const Page*> exits;
  for (const Task& task : subject.form.tasks) {
    if (constant_of(task.when) == Constant::never_holds) report(task.id, task.pointer);
  }
  for (const Page& page : subject.form.pages) {
    // What is said of a task is not said again of its pages.
    if (page.task != none && constant_of(subject.form.tasks[page.task].when) == Constant::never_holds) continue;
    const std::string rule = page.when.print();
    bool is_never = constant_of(page.when) == Constant::never_holds;
    for (const Page* exit : exits) {
      if (exit->task != none && page.task != none && exit->task != page.task) continue;
      is_never = is_never || constant_of(exit->when) == Constant::holds || (!page.when.empty() && exit->when.print() == rule);
    }
    if (is_never) report(page.id, page.pointer);
    if (page.kind == PageKind::exit && !is_never) exits.push_back(&page);
  }
  for (const Question& question : subject.form.questions) {
    for (std::size_t index = 0; index < question.row_pages.size(); ++index) {
      const RowPage& page = question.row_pages[index];
      if (constant_of(page.when) == Constant::never_holds) report(page.id, problem::join_pointer(question.pointer + "/pages", index));
    }
  }
}

}  // namespace polku::form::linting
