// SPDX-License-Identifier: EUPL-1.2
// List and information: nothing is typed into them. A list's rows are answers of their own (room journey); here only their number counts.
#include "value/kind.h"

namespace polku::value {
namespace {

Decoded decode_nothing(const Reading&, const Typed&) { return {}; }

// From `check` only: one element a row.
Decoded decode_list(const Reading& reading, const Typed& rows) {
  const Shape& shape = reading.shape;
  const auto count = static_cast<std::int64_t>(rows.size());
  Decoded decoded;
  if (reading.locale != nullptr) return decoded;
  if (shape.min_items && count < *shape.min_items) {
    decoded.problems.push_back(made(problem::Code::too_few_rows, {{"minimum", text::Decimal{*shape.min_items}}}));
  }
  if (shape.max_items && count > *shape.max_items) {
    decoded.problems.push_back(made(problem::Code::too_many_rows, {{"maximum", text::Decimal{*shape.max_items}}}));
  }
  return decoded;
}

std::optional<Typed> rows_of(const Shape&, const json::Value& value, std::string_view) {
  if (!value.is(json::Type::array)) return std::nullopt;
  Typed rows;
  for (const json::Value& row : value.items()) {
    if (!row.is(json::Type::object)) return std::nullopt;
    rows.emplace_back();
  }
  return rows;
}

std::optional<Typed> typed_of_nothing(const Shape&, const json::Value&, std::string_view) { return std::nullopt; }
std::string shown_nothing(const Shape&, const json::Value&, const locale::Locale&) { return {}; }

}  // namespace

const KindRules list_rules{json::Type::array, decode_list, rows_of, shown_nothing};
const KindRules information_rules{json::Type::null, decode_nothing, typed_of_nothing, shown_nothing};

}  // namespace polku::value
