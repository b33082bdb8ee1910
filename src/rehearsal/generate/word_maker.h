// SPDX-License-Identifier: EUPL-1.2
// Words for every key a definition has: arguments in each of ICU's forms, inline markup, and marks that must not become any.
#pragma once

#include <string_view>

#include "form/form.h"
#include "rehearsal/generate/dice.h"
#include "rehearsal/generate/features.h"

namespace polku::rehearsal::generate {

// {"fi": {"service.title": …}, …} for every language of the form.
json::Value make_catalogs(Dice& dice, const form::CompiledForm& form, Features& features);
// The site's own, in the same languages.
json::Value make_site_catalogs(Dice& dice, const form::CompiledForm& form);

}  // namespace polku::rehearsal::generate
