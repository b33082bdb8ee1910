// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "form/lint/lints.h"

namespace polku::form::linting {

void invited_can_answer(const Subject& subject, problem::Problems& problems) {
  if (!subject.site) return;
  const auto& site = *subject.site;
  const auto& sources = site.sources.items();
  const bool are_told = !site.submissions_url.empty() && std::any_of(sources.begin(), sources.end(), [&](const json::Value& source) {
    return source.find_string("invitation") == subject.form.id;
  });
  for (std::size_t index = 0; index < subject.form.recipients.size(); ++index) {
    const Recipient& recipient = subject.form.recipients[index];
    if (recipient.invited_to.empty()) continue;
    if (are_told && std::find(site.services.begin(), site.services.end(), recipient.invited_to) != site.services.end()) continue;
    problems.push_back(at(subject, problem::Code::invitation_leads_nowhere, {{"id", recipient.id}, {"service", recipient.invited_to}},
                          "/recipients/" + std::to_string(index) + "/invited"));
  }
}

}  // namespace polku::form::linting
