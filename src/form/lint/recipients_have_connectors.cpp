// SPDX-License-Identifier: EUPL-1.2
#include "form/lint/lints.h"

namespace polku::form::linting {

void recipients_have_connectors(const Subject& subject, problem::Problems& problems) {
  // With a server that takes submissions in, officials read there what goes nowhere else.
  if (!subject.site || !subject.site->submissions_url.empty()) return;
  for (std::size_t index = 0; index < subject.form.recipients.size(); ++index) {
    const std::string& id = subject.form.recipients[index].id;
    bool has_connector = false;
    for (const json::Value& connector : subject.site->connectors.items()) has_connector = has_connector || connector.find_string("recipient") == id;
    if (has_connector) continue;
    problems.push_back(at(subject, problem::Code::connector_missing, {{"recipient", id}}, problem::join_pointer("/recipients", index)));
  }
}

}  // namespace polku::form::linting
