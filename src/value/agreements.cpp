// SPDX-License-Identifier: EUPL-1.2
// Yes-no (typed "yes" or "no") and consent (typed "yes", always true when given).
#include "text/utf8.h"
#include "value/kind.h"

namespace polku::value {
namespace {

Decoded decode_yes_no(const Reading&, const Typed& typed) {
  const std::string_view id = text::trim(only(typed));
  if (typed.size() != 1 || (id != "yes" && id != "no")) return refused(problem::Code::not_an_option);
  return {.value = json::Value{id == "yes"}, .problems = {}};
}

Decoded decode_consent(const Reading&, const Typed& typed) {
  if (text::trim(only(typed)) != "yes") return refused(problem::Code::consent_not_given);
  return {.value = json::Value{true}, .problems = {}};
}

std::optional<Typed> typed_of_truth(const Shape&, const json::Value& value, std::string_view) {
  if (!value.is(json::Type::boolean)) return std::nullopt;
  return Typed{value.boolean() ? "yes" : "no"};
}

std::string shown_truth(const Shape&, const json::Value& value, const locale::Locale&) { return value.boolean() ? "yes" : "no"; }

}  // namespace

const KindRules yes_no_rules{json::Type::boolean, decode_yes_no, typed_of_truth, shown_truth};
const KindRules consent_rules{json::Type::boolean, decode_consent, typed_of_truth, shown_truth};

}  // namespace polku::value
