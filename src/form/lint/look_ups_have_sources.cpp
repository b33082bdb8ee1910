// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "form/lint/lints.h"

namespace polku::form::linting {

namespace {

bool answers(const json::Value& source, LookUp::Asks asks) {
  const bool signs_in = source.find("signIn") != nullptr, invites = source.find("invitation") != nullptr;
  return signs_in == (asks == LookUp::Asks::person) && invites == (asks == LookUp::Asks::invitation);
}

}  // namespace

void look_ups_have_sources(const Subject& subject, problem::Problems& problems) {
  if (!subject.site) return;
  const auto& sources = subject.site->sources.items();
  for (const LookUp& look_up : subject.form.look_ups) {
    const bool is_there = std::any_of(sources.begin(), sources.end(),
                                      [&](const json::Value& one) { return one.find_string("id") == look_up.source && answers(one, look_up.asks); });
    // The server is who asks.
    if (is_there && !subject.site->submissions_url.empty()) continue;
    const std::vector<problem::Argument> arguments = {{"id", look_up.id}, {"source", look_up.source}};
    const auto report = [&](problem::Code code, problem::Severity severity) {
      problems.push_back(at(subject, code, arguments, "/look-ups/" + look_up.id, severity));
    };
    switch (look_up.asks) {
      case LookUp::Asks::answers: report(problem::Code::source_missing, problem::Severity::warning); break;
      case LookUp::Asks::person: report(problem::Code::source_identifies_nobody, problem::Severity::error); break;
      case LookUp::Asks::invitation: report(problem::Code::source_invites_nobody, problem::Severity::error); break;
    }
  }
}

}  // namespace polku::form::linting
