// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "exchange/tree.h"

namespace polku::exchange {

// The children in the order the uiSchema gives (`ui:order`, with "*" for the rest), else by `baOrder`, else as they stand.
void put_in_order(Node& node, Ledger& ledger, std::vector<Finding>& problems);

}  // namespace polku::exchange
