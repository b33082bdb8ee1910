// SPDX-License-Identifier: EUPL-1.2
#include "identifiers/built_in.h"

#include "json/cursor.h"
#include "json/reader.h"

namespace polku::identifiers {
namespace {

std::string_view before_hyphen(std::string_view id) { return id.substr(0, id.find('-')); }
std::string_view after_hyphen(std::string_view id) {
  const std::size_t hyphen = id.find('-');
  return hyphen == std::string_view::npos ? std::string_view{} : id.substr(hyphen);
}

}  // namespace

std::shared_ptr<const Scheme> built_in(std::string_view id) {
  for (const Source& source : sources()) {
    if (source.id != id) continue;
    problem::Problems problems;
    const auto reading = json::read(source.text);
    auto scheme = reading.value ? read(*reading.value, problems) : std::nullopt;
    return scheme ? std::make_shared<const Scheme>(std::move(*scheme)) : nullptr;
  }
  return nullptr;
}

const std::vector<std::string_view>& built_in_ids() {
  static const std::vector<std::string_view> ids = [] {
    std::vector<std::string_view> all;
    for (const Source& source : sources()) all.push_back(source.id);
    return all;
  }();
  return ids;
}

std::string suggest(std::string_view mistyped) {
  std::string names = json::nearest(mistyped, built_in_ids());
  const std::string nearest = names;
  const auto name = [&](std::string_view id) {
    if (!names.empty()) names += ", ";
    names += id;
  };
  for (const std::string_view id : built_in_ids()) {
    const bool is_kin = before_hyphen(id) == before_hyphen(mistyped) || (!after_hyphen(id).empty() && after_hyphen(id) == after_hyphen(mistyped));
    if (id != nearest && is_kin) name(id);
  }
  if (names.empty()) {
    for (const std::string_view id : built_in_ids()) name(id);
  }
  return names;
}

}  // namespace polku::identifiers
