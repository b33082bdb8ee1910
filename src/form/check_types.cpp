// SPDX-License-Identifier: EUPL-1.2
#include "form/rule_site.h"

namespace polku::form {

void check_types(Building&, const RuleSite&) {}

}  // namespace polku::form
