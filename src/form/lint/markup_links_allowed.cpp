// SPDX-License-Identifier: EUPL-1.2
#include "form/lint/lints.h"

namespace polku::form::linting {

namespace {

bool is_markup(std::string_view key) {
  return key.ends_with(".body") || key.ends_with(".next") || key.ends_with(".need") || key.ends_with(".hint") || key.starts_with("standard.redress.") ||
         is_more(key);
}

}  // namespace

void markup_links_allowed(const Subject& subject, problem::Problems& problems) {
  for (const auto& catalog : subject.catalogs) {
    for (const std::string& key : catalog->keys()) {
      if (!is_markup(key)) continue;
      for (problem::Problem& found : messages::check_markup(key, catalog->source(key))) {
        problems.push_back(in_catalog(*catalog, key, found.code, std::move(found.arguments), found.severity));
      }
    }
  }
}

}  // namespace polku::form::linting
