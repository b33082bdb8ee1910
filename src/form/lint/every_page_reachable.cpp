// SPDX-License-Identifier: EUPL-1.2
#include "form/lint/lints.h"

namespace polku::form::linting {

void every_page_reachable(const Subject& subject, problem::Problems& problems) {
  const auto report = [&](const std::string& id, const std::string& pointer) {
    problems.push_back(at(subject, problem::Code::page_never_reached, {{"id", id}}, pointer));
  };
  bool is_ended = false;
  std::vector<std::string> exits;  // rules of the exits so far: who passes them all, none of these holds
  for (const Page& page : subject.form.pages) {
    const Constant when = constant_of(page.when);
    const std::string rule = page.when.print();
    bool is_never = is_ended || when == Constant::never_holds;
    for (const std::string& exit : exits) is_never = is_never || (!page.when.empty() && exit == rule);
    if (is_never) report(page.id, page.pointer);
    if (page.kind != PageKind::exit || is_never) continue;
    if (when == Constant::holds) is_ended = true;
    exits.push_back(rule);
  }
  for (const Question& question : subject.form.questions) {
    for (std::size_t index = 0; index < question.row_pages.size(); ++index) {
      const RowPage& page = question.row_pages[index];
      if (constant_of(page.when) == Constant::never_holds) report(page.id, problem::join_pointer(question.pointer + "/pages", index));
    }
  }
}

}  // namespace polku::form::linting
