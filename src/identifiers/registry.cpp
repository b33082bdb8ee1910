// SPDX-License-Identifier: EUPL-1.2
// The table of schemes. A new one: its file, its line in scheme.h, its line here, its cases in tests/identifiers/cases.json.
#include "identifiers/scheme.h"

namespace polku::identifiers {
namespace {

struct Scheme {
  std::string_view name;
  Verdict (*check)(std::string_view compact);
  std::string (*format)(std::string_view normal);  // nullptr: people write the normal form
};

constexpr Scheme table[] = {
    {"fi-business-id", check_fi_business_id, nullptr},
    {"fi-hetu", check_fi_hetu, nullptr},
    {"fi-plate", check_fi_plate, nullptr},
    {"iban", check_iban, format_iban},
    {"se-personnummer", check_se_personnummer, nullptr},
};

// No scheme is longer; what is typed may be.
constexpr std::size_t longest_typed = 200;

const Scheme* find(std::string_view name) {
  for (const Scheme& scheme : table) {
    if (scheme.name == name) return &scheme;
  }
  return nullptr;
}

}  // namespace

const std::vector<std::string_view>& schemes() {
  static const std::vector<std::string_view> names = [] {
    std::vector<std::string_view> all;
    for (const Scheme& scheme : table) all.push_back(scheme.name);
    return all;
  }();
  return names;
}

bool is_scheme(std::string_view scheme) { return find(scheme) != nullptr; }

Verdict check(std::string_view scheme, std::string_view typed) {
  const Scheme* found = find(scheme);
  if (found == nullptr || typed.size() > longest_typed) return {};
  return found->check(compacted(typed));
}

std::string formatted(std::string_view scheme, std::string_view normal) {
  const Scheme* found = find(scheme);
  if (found == nullptr || found->format == nullptr) return std::string{normal};
  return found->format(normal);
}

}  // namespace polku::identifiers
