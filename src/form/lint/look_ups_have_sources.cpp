// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "form/lint/lints.h"

namespace polku::form::linting {

void look_ups_have_sources(const Subject& subject, problem::Problems& problems) {
  if (!subject.site) return;
  const auto& sources = subject.site->sources.items();
  for (const LookUp& look_up : subject.form.look_ups) {
    const bool asks_who = look_up.with.empty();
    const bool is_there = std::any_of(sources.begin(), sources.end(), [&](const json::Value& one) {
      return one.find_string("id") == look_up.source && (one.find("signIn") != nullptr) == asks_who;
    });
    // The server is who asks.
    if (is_there && !subject.site->submissions_url.empty()) continue;
    if (asks_who) {
      problems.push_back(at(subject, problem::Code::source_identifies_nobody, {{"id", look_up.id}, {"source", look_up.source}}, "/look-ups/" + look_up.id));
      continue;
    }
    problems.push_back(
        at(subject, problem::Code::source_missing, {{"id", look_up.id}, {"source", look_up.source}}, "/look-ups/" + look_up.id, problem::Severity::warning));
  }
}

}  // namespace polku::form::linting
