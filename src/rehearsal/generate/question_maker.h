// SPDX-License-Identifier: EUPL-1.2
// One question of any kind with constraints of its kind, without rules: who makes the definition knows what they may read.
#pragma once

#include <optional>
#include <string>

#include "rehearsal/generate/rule_maker.h"
#include "value/value.h"

namespace polku::rehearsal::generate {

struct MadeQuestion {
  json::Value source;        // {"kind": …}
  std::optional<Name> name;  // what rules may read; information: nothing
};
MadeQuestion make_question(Dice& dice, std::string id, value::Kind kind);
Name::Sort sort_of(value::Kind kind);
// A currency among few, so that sums meet the same one often.
std::string any_currency(Dice& dice);

// Texts that match a pattern a generated question may have; empty for another pattern.
std::vector<std::string> matches_of(std::string_view pattern);

}  // namespace polku::rehearsal::generate
