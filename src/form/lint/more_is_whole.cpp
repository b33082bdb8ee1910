// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "form/lint/lints.h"

namespace polku::form::linting {

bool is_more(std::string_view key) {
  return (key.starts_with("question.") || key.starts_with("page.")) && key.ends_with(".more") && std::count(key.begin(), key.end(), '.') == 2;
}

std::string other_half(std::string_view key) {
  if (is_more(key)) return std::string(key) + ".title";
  key = key.ends_with(".title") ? key.substr(0, key.size() - 6) : std::string_view{};
  return is_more(key) ? std::string(key) : std::string();
}

void more_is_whole(const Subject& subject, problem::Problems& problems) {
  for (const auto& catalog : subject.catalogs) {
    for (const std::string& key : catalog->keys()) {
      const std::string other = other_half(key);
      if (other.empty() || catalog->find(other)) continue;
      problems.push_back(in_catalog(*catalog, key, problem::Code::message_missing, {{"key", other}, {"language", catalog->language()}}));
    }
  }
}

}  // namespace polku::form::linting
