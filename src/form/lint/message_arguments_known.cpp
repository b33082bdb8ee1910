// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "form/lint/lints.h"

namespace polku::form::linting {

namespace {

void check(const messages::Catalog& catalog, const std::string& key, const std::vector<std::string>& known, problem::Problems& problems) {
  const messages::Message* message = catalog.find(key);
  if (!message) return;
  for (const std::string& name : message->argument_names()) {
    if (std::find(known.begin(), known.end(), name) != known.end()) continue;
    problems.push_back(in_catalog(catalog, key, problem::Code::message_unknown_argument, {{"key", key}, {"name", name}}));
  }
}

}  // namespace

void message_arguments_known(const Subject& subject, problem::Problems& problems) {
  const auto keys = subject.form.catalog_keys();
  for (const auto& catalog : subject.catalogs) {
    for (const auto& key : keys) check(*catalog, key.key, key.arguments, problems);
  }
  for (const auto& catalog : subject.code_list_catalogs) {
    for (const std::string& key : catalog->keys()) check(*catalog, key, {}, problems);  // every service says them: of nobody's answers
  }
}

}  // namespace polku::form::linting
