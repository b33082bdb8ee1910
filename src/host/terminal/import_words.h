// SPDX-License-Identifier: EUPL-1.2
// What the importer's codes mean, in words.
#pragma once

#include <string>
#include <string_view>

#include "exchange/exchange.h"

namespace polku::host {

// Why something did not come over: "how it looked there; pages here look after themselves".
std::string reason_in_words(std::string_view reason);
// "There is no property \"age\" that is required here."
std::string finding_in_words(const exchange::Finding& finding);
// What a clerk should look at first: smaller comes first.
int urgency_of(std::string_view code);
// Of the codes told one by one; the others are counted.
bool is_told_singly(std::string_view code);

}  // namespace polku::host
