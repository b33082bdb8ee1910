// SPDX-License-Identifier: EUPL-1.2
// The schemes of assets/identifiers/ inside a program, embedded at build time by scripts/embed-schemes.mjs. For hosts that read definitions: a
// citizen's browser gets only the schemes that its service asks for.
//
//   if (auto scheme = identifiers::built_in("fi-hetu")) identifiers::check(*scheme, typed);
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "identifiers/identifiers.h"

namespace polku::identifiers {

std::shared_ptr<const Scheme> built_in(std::string_view id);  // read anew each time; nullptr: there is none of that name
const std::vector<std::string_view>& built_in_ids();          // sorted
// For whoever named one that is not there: the nearest first, then those of the same country or sort; all when nothing is near.
std::string suggest(std::string_view mistyped);

// Generated: the files without what the engine does not read.
struct Source {
  std::string_view id, text;
};
const std::vector<Source>& sources();

}  // namespace polku::identifiers
