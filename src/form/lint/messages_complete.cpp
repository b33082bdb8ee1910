// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "form/lint/lints.h"

namespace polku::form::linting {

namespace {

const messages::Catalog* catalog_of(const Subject& subject, const std::string& language) {
  for (const auto& catalog : subject.catalogs) {
    if (catalog->language() == language) return catalog.get();
  }
  return nullptr;
}

bool is_in_any(const Subject& subject, const std::string& key) {
  return std::any_of(subject.catalogs.begin(), subject.catalogs.end(), [&](const auto& catalog) { return catalog->find(key) != nullptr; });
}

bool is_said_by_list(const Subject& subject, const std::string& language, const std::string& key) {
  return std::any_of(subject.code_list_catalogs.begin(), subject.code_list_catalogs.end(),
                     [&](const auto& catalog) { return catalog->language() == language && catalog->find(key); });
}

}  // namespace

void messages_complete(const Subject& subject, problem::Problems& problems) {
  const auto keys = subject.form.catalog_keys();
  for (std::size_t index = 0; index < subject.form.languages.size(); ++index) {
    const std::string& language = subject.form.languages[index];
    const std::string document = language + ".json";
    const messages::Catalog* catalog = catalog_of(subject, language);
    if (!catalog) {
      // Once, not once a key.
      problems.push_back({.code = problem::Code::file_unreadable,
                          .arguments = {{"name", document}},
                          .pointer = "/languages/" + std::to_string(index),
                          .document = "service.json"});
      continue;
    }
    for (const auto& key : keys) {
      if (catalog->find(key.key)) continue;
      if (!key.otherwise.empty() && (catalog->find(key.otherwise) || is_said_by_list(subject, language, key.otherwise))) continue;
      if (key.key.starts_with("code-list.")) continue;                                                   // told with the option that lacks it
      if (const std::string half = other_half(key.key); !half.empty() && catalog->find(half)) continue;  // told at the half that is there
      // Nobody must write a hint; but a hint that only some languages have is an oversight.
      if (!key.needed && !is_in_any(subject, key.key)) continue;
      problems.push_back({.code = problem::Code::message_missing,
                          .arguments = {{"key", key.otherwise.empty() ? key.key : key.otherwise}, {"language", language}},
                          .document = document,
                          .severity = key.needed ? problem::Severity::error : problem::Severity::warning});
    }
  }
}

}  // namespace polku::form::linting
