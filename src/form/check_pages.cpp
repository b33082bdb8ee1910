// SPDX-License-Identifier: EUPL-1.2
// The order of kinds: start? (question | list | exit)* check-answers confirmation; where there are tasks, (task-list task+) in front of check-answers, and in
// a task (question | list | exit)+ check-answers?
#include "form/building.h"

namespace polku::form {

namespace {

bool is_misplaced(const CompiledForm& form, PageIndex index) {
  const Page& page = form.pages[index];
  const std::size_t count = form.pages.size();
  const bool has_tasks = !form.tasks.empty();
  const PageIndex first = has_tasks ? form.tasks.front().first : none;
  switch (page.kind) {
    case PageKind::start: return index != 0 || page.task != none;
    case PageKind::task_list: return !has_tasks || index + 1 != first;
    case PageKind::check_answers: {
      if (page.task == none) return index + 2 != count;
      const Task& task = form.tasks[page.task];
      return task.count == 1 || index + 1 != task.first + task.count;
    }
    case PageKind::confirmation: return page.task != none || index + 1 != count;
    default: return has_tasks && page.task == none && index > first;
  }
}

}  // namespace

void check_pages(const Building& building) {
  const CompiledForm& form = building.form;
  const json::Cursor pages = building.root.optional("pages");
  if (!pages.is(json::Type::array)) return;
  bool has_check = false, has_end = false;
  for (PageIndex index = 0; index < form.pages.size(); ++index) {
    const Page& page = form.pages[index];
    if (is_misplaced(form, index)) building.page_places[index].report(problem::Code::page_kind_misplaced, {{"kind", name_of(page.kind)}});
    has_check = has_check || (page.kind == PageKind::check_answers && page.task == none);
    has_end = has_end || page.kind == PageKind::confirmation;
  }
  const auto require = [&](bool is_there, PageKind kind) {
    if (!is_there) pages.report(problem::Code::missing_member, {{"name", name_of(kind)}});
  };
  require(form.tasks.empty() || form.last_of(PageKind::task_list) != none, PageKind::task_list);
  require(has_check, PageKind::check_answers);
  require(has_end, PageKind::confirmation);
}

}  // namespace polku::form
