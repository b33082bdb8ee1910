// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "form/lint/lints.h"

namespace polku::form::linting {

namespace {

bool says_any(const Subject& subject, const std::vector<std::string>& keys) {
  for (const auto& catalog : subject.catalogs) {
    for (const std::string& key : keys) {
      if (!catalog->source(key).empty()) return true;
    }
  }
  return false;
}

}  // namespace

void personal_has_reason(const Subject& subject, problem::Problems& problems) {
  if (subject.catalogs.empty()) return;
  const CompiledForm& form = subject.form;
  for (QuestionIndex index = 0; index < form.questions.size(); ++index) {
    const Question& question = form.questions[index];
    if (!question.personal || question.origin == Origin::computed) continue;
    std::vector<std::string> keys{"question." + question.id + ".hint", "question." + question.id + ".body"};
    const auto add_page = [&](const auto& page) {
      if (std::find(page.ask.begin(), page.ask.end(), index) == page.ask.end()) return;
      keys.push_back("page." + page.id + ".body");
      for (const Group& group : page.groups) keys.push_back("group." + group.id + ".body");
      for (QuestionIndex neighbour : page.ask) {
        if (form.questions[neighbour].shape.kind == value::Kind::information) keys.push_back("question." + form.questions[neighbour].id + ".body");
      }
    };
    for (const Page& page : form.pages) add_page(page);
    for (const Question& list : form.questions) {
      for (const RowPage& page : list.row_pages) add_page(page);
    }
    if (says_any(subject, keys)) continue;
    problems.push_back(at(subject, problem::Code::personal_without_reason, {{"id", question.id}}, question.pointer, problem::Severity::warning));
  }
}

}  // namespace polku::form::linting
