// SPDX-License-Identifier: EUPL-1.2
// General categories of Unicode 15.1 that patterns know: \p{L} \p{N} \p{Lu} \p{Ll}.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "text/pattern.h"

namespace polku::text {

// In order and apart from each other; std::nullopt for a name that patterns do not know.
std::optional<std::vector<Pattern::Range>> unicode_class(std::string_view name);

}  // namespace polku::text
