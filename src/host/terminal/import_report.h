// SPDX-License-Identifier: EUPL-1.2
// The end of `polku import` in words: what came over, what did not and why, what to look at first, and how to go on.
#pragma once

#include <string>

#include "exchange/exchange.h"

namespace polku::host {

// `assumed_language`: of the texts in the schema itself, when nobody said it; else empty.
void print_import(const exchange::Import& import, const std::string& source, const std::string& folder, const std::string& assumed_language);
// It could not be read at all.
void print_refusal(const exchange::Import& import, const std::string& source);

}  // namespace polku::host
