// SPDX-License-Identifier: EUPL-1.2
#include "form/lint/lints.h"

namespace polku::form::linting {

void browser_connectors_safe(const Subject& subject, problem::Problems& problems) {
  if (!subject.site) return;
  const json::Value::Array& connectors = subject.site->connectors.items();
  for (std::size_t index = 0; index < connectors.size(); ++index) {
    const json::Value& connector = connectors[index];
    if (connector.find_string("via") != "browser") continue;
    const std::string id(connector.find_string("id").value_or(""));
    const auto report = [&](problem::Code code, const json::Value& place, std::string pointer, problem::Severity severity) {
      problems.push_back({.code = code,
                          .arguments = {{"connector", id}},
                          .pointer = std::move(pointer),
                          .document = "site.json",
                          .line = place.line,
                          .column = place.column,
                          .severity = severity});
    };
    const std::string pointer = problem::join_pointer("/connectors", index);
    const json::Value* authentication = connector.find("authentication");
    // The same problems at the same places as room delivery has, which reads more of a connector: whoever asks both sees one of each.
    if (authentication) {
      report(problem::Code::connector_secret_in_browser, *authentication, pointer + "/authentication", problem::Severity::error);
    }
    report(problem::Code::connector_unverified, connector, pointer, problem::Severity::warning);
  }
}

}  // namespace polku::form::linting
