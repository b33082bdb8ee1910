// SPDX-License-Identifier: EUPL-1.2
// The plan written down: service.json, a catalog a language, and import.json.
#pragma once

#include "exchange/plan.h"
#include "exchange/rules.h"

namespace polku::exchange {

// Rules of the questions and pages, made once: each reads only what is known where it is met.
struct Written {
  std::map<const Asked*, json::Value> when, required;
  std::map<std::string, json::Value> pages;  // the page's own `when`
};
Written make_rules(Workshop& shop, RuleMaker& rules);

json::Value write_service(Workshop& shop, RuleMaker& rules, const Written& written);
json::Value write_catalog(const Workshop& shop, const std::string& language);
json::Value write_record(const Workshop& shop, const Sources& sources, const Node& root, const Import& import);

}  // namespace polku::exchange
