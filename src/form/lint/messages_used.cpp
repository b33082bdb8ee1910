// SPDX-License-Identifier: EUPL-1.2
#include <set>

#include "form/lint/lints.h"
#include "json/cursor.h"

namespace polku::form::linting {

void messages_used(const Subject& subject, problem::Problems& problems) {
  std::set<std::string> known;
  for (const auto& key : subject.form.catalog_keys()) known.insert(key.key);
  const std::vector<std::string> names(known.begin(), known.end());
  for (const auto& catalog : subject.catalogs) {
    for (const std::string& key : catalog->keys()) {
      // A service may say the engine's own words in its own way.
      if (known.count(key) != 0 || (subject.engine && subject.engine->find(key))) continue;
      problems.push_back(
          in_catalog(*catalog, key, problem::Code::message_unused, {{"key", key}, {"suggestion", json::nearest(key, names)}}, problem::Severity::warning));
    }
  }
}

}  // namespace polku::form::linting
