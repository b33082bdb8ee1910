// SPDX-License-Identifier: EUPL-1.2
// Constraints of a question, in JSON Schema's words where it has one.
#include <algorithm>

#include "form/building.h"
#include "identifiers/built_in.h"
#include "locale/locale.h"

namespace polku::form {

using problem::Code;
using text::Decimal;
using value::Kind;

namespace {

constexpr std::int64_t longest_text = 100'000;
constexpr std::int64_t most_items = 1'000;

std::string_view name_of(text::PatternFault fault) {
  switch (fault) {
    case text::PatternFault::unsupported: return "unsupported";
    case text::PatternFault::unbalanced: return "unbalanced";
    case text::PatternFault::nothing_to_repeat: return "nothing-to-repeat";
    case text::PatternFault::repetition_too_large: return "repetition-too-large";
    case text::PatternFault::bad_range: return "bad-range";
    case text::PatternFault::bad_escape: return "bad-escape";
    case text::PatternFault::too_large: return "too-large";
  }
  return "unsupported";
}

void report_crossed(const json::Cursor& place, std::int64_t minimum, std::int64_t maximum) {
  place.report(Code::bounds_crossed, {{"minimum", Decimal{minimum}}, {"maximum", Decimal{maximum}}});
}

void read_text(const json::Cursor& question, value::Shape& shape) {
  const json::Cursor minimum = question.optional("minLength");
  shape.min_length = minimum.integer(0, longest_text);
  shape.max_length = question.optional("maxLength").integer(1, longest_text);
  const std::int64_t most = shape.max_length.value_or(shape.kind == Kind::text ? 255 : 5'000);
  if (shape.min_length && *shape.min_length > most) report_crossed(minimum, *shape.min_length, most);
  const json::Cursor place = question.optional("pattern");
  const auto source = place.text();
  if (!source) return;
  auto compiled = text::compile_pattern(*source);
  if (auto* pattern = std::get_if<text::Pattern>(&compiled)) {
    shape.pattern = std::move(*pattern);
  } else {
    const auto& error = std::get<text::PatternError>(compiled);
    place.report(Code::bad_pattern, {{"offset", Decimal{static_cast<std::int64_t>(error.offset)}}, {"fault", name_of(error.fault)}});
  }
}

void read_number(const json::Cursor& question, value::Shape& shape) {
  const json::Cursor minimum = question.optional("minimum");
  shape.minimum = read_decimal(minimum);
  shape.maximum = read_decimal(question.optional("maximum"));
  const json::Cursor step = question.optional("multipleOf");
  shape.multiple_of = read_decimal(step);
  if (shape.multiple_of && (shape.multiple_of->is_zero() || shape.multiple_of->is_negative())) {
    step.report(Code::bad_amount, {{"found", shape.multiple_of->to_string()}});
    shape.multiple_of.reset();
  }
  if (shape.minimum && shape.maximum && *shape.maximum < *shape.minimum) {
    minimum.report(Code::bounds_crossed, {{"minimum", *shape.minimum}, {"maximum", *shape.maximum}});
  }
}

void read_currency(const json::Cursor& question, value::Shape& shape) {
  const json::Cursor place = question.member("currency");
  const auto currency = place.text();
  if (!currency) return;
  shape.currency = *currency;
  if (!locale::currency_places(*currency)) place.report(Code::unknown_currency, {{"found", *currency}});
}

// "2026-01-31", "today", or {"today": -30}: so many days from today.
std::optional<value::DateBound> read_date_bound(const json::Cursor& place) {
  if (!place.exists()) return std::nullopt;
  if (place.is(json::Type::object)) {
    place.only({"today"});
    const auto days = place.member("today").integer(-100'000, 100'000);
    if (!days) return std::nullopt;
    return value::Today{static_cast<int>(*days)};
  }
  if (place.is(json::Type::string) && place.value().string() == "today") return value::Today{};
  if (auto date = read_date(place)) return *date;
  return std::nullopt;
}

void read_dates(const json::Cursor& question, value::Shape& shape) {
  const json::Cursor minimum = question.optional("minimum");
  shape.earliest = read_date_bound(minimum);
  shape.latest = read_date_bound(question.optional("maximum"));
  if (!shape.earliest || !shape.latest) return;
  if (const auto* first = std::get_if<calendar::Date>(&*shape.earliest), *last = std::get_if<calendar::Date>(&*shape.latest); first && last && *last < *first) {
    minimum.report(Code::bounds_crossed, {{"minimum", calendar::to_string(*first)}, {"maximum", calendar::to_string(*last)}});
  }
  if (const auto* first = std::get_if<value::Today>(&*shape.earliest), *last = std::get_if<value::Today>(&*shape.latest);
      first && last && last->days < first->days) {
    report_crossed(minimum, first->days, last->days);
  }
}

void read_options(const json::Cursor& question, value::Shape& shape) {
  const json::Cursor options = question.member("options");
  for (const json::Cursor& place : options.items()) {
    auto id = read_id(place, IdSort::option);
    if (!id) continue;
    if (std::find(shape.options.begin(), shape.options.end(), *id) != shape.options.end()) {
      place.report(Code::repeated_id, {{"id", *id}});
    } else {
      shape.options.push_back(std::move(*id));
    }
  }
  if (options.is(json::Type::array) && options.value().items().empty()) {
    options.report(Code::out_of_bounds, {{"minimum", Decimal{1}}, {"maximum", Decimal{most_items}}});
  }
}

void read_items(const json::Cursor& question, value::Shape& shape) {
  const json::Cursor minimum = question.optional("minItems");
  const json::Cursor maximum = question.optional("maxItems");
  shape.min_items = minimum.integer(0, most_items);
  shape.max_items = maximum.integer(1, most_items);
  const bool is_list = shape.kind == Kind::list;
  const std::int64_t most = shape.max_items.value_or(is_list ? most_items : static_cast<std::int64_t>(shape.options.size()));
  if (shape.min_items && *shape.min_items > most) report_crossed(minimum, *shape.min_items, most);
}

void read_scheme(const json::Cursor& question, value::Shape& shape) {
  const json::Cursor place = question.member("scheme");
  const auto scheme = place.text();
  if (!scheme) return;
  shape.scheme = identifiers::built_in(*scheme);
  if (!shape.scheme) place.report(Code::unknown_scheme, {{"found", *scheme}, {"allowed", identifiers::suggest(*scheme)}});
}

}  // namespace

value::Shape read_shape(const json::Cursor& question, Kind kind) {
  value::Shape shape;
  shape.kind = kind;
  const bool is_computed = question.optional("calculate").exists();
  switch (kind) {
    case Kind::text:
    case Kind::long_text:
      if (!is_computed) read_text(question, shape);
      break;
    case Kind::number:
      shape.integer = question.optional("integer").boolean_or(false);
      if (!is_computed) read_number(question, shape);
      break;
    case Kind::money:
      read_currency(question, shape);
      if (!is_computed) read_number(question, shape);
      break;
    case Kind::date:
      if (!is_computed) read_dates(question, shape);
      break;
    case Kind::one_of: read_options(question, shape); break;
    case Kind::several_of:
      read_options(question, shape);
      read_items(question, shape);
      break;
    case Kind::identifier: read_scheme(question, shape); break;
    case Kind::list: read_items(question, shape); break;
    case Kind::yes_no:
    case Kind::email:
    case Kind::phone:
    case Kind::consent:
    case Kind::information: break;
  }
  return shape;
}

}  // namespace polku::form
