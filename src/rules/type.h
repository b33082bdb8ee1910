// SPDX-License-Identifier: EUPL-1.2
// How types go together. For the files of this room only.
#pragma once

#include "rules/types.h"

namespace polku::rules {

struct Fit {
  enum class Verdict : std::uint8_t { differs, fits, unknown_option } verdict = Verdict::differs;
  std::string option = {};                 // unknown_option: the literal, and whose options it is not among
  const Type::Options* options = nullptr;  // lives as long as the type that has them
};
// Whether a value of type `found` may stand where `wanted` is expected: literal texts may be dates and options, null may be anything.
Fit fit(const Type& found, const Type& wanted);
// The one type two branches have together.
std::optional<Type> common(const Type& left, const Type& right);

}  // namespace polku::rules
