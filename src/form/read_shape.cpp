// SPDX-License-Identifier: EUPL-1.2
// Constraints of a question, in JSON Schema's words where it has one.
#include <algorithm>
#include <array>

#include "form/building.h"
#include "identifiers/built_in.h"
#include "locale/locale.h"
#include "text/utf8.h"

namespace polku::form {

using problem::Code;
using text::Decimal;
using value::Kind;

namespace {

constexpr std::int64_t longest_text = 100'000;
constexpr std::int64_t most_words = 5'000;
constexpr std::int64_t most_items = 1'000;
constexpr std::int64_t largest_file = 1'000'000'000;

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
  shape.max_words = question.optional("maxWords").integer(1, most_words);
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

// "2026-01-31", "today", or {"today": -30}: so many days from today. Of a month "2026-01" and months, of a year "2026" and years.
std::optional<value::DateBound> read_date_bound(const json::Cursor& place, Kind kind) {
  if (!place.exists()) return std::nullopt;
  if (place.is(json::Type::object)) {
    place.only({"today"});
    const std::int64_t most = kind == Kind::date ? 100'000 : 2'400;
    const auto count = place.member("today").integer(-most, most);
    if (!count) return std::nullopt;
    return value::Today{static_cast<int>(*count)};
  }
  const auto words = place.text();
  if (!words) return std::nullopt;
  if (*words == "today") return value::Today{};
  const std::string_view first_day = kind == Kind::date ? "" : kind == Kind::month ? "-01" : "-01-01";
  if (auto date = calendar::parse_date(*words + std::string(first_day))) return *date;
  place.report(Code::bad_date, {{"found", *words}});
  return std::nullopt;
}

void read_dates(const json::Cursor& question, value::Shape& shape) {
  const json::Cursor minimum = question.optional("minimum");
  shape.earliest = read_date_bound(minimum, shape.kind);
  shape.latest = read_date_bound(question.optional("maximum"), shape.kind);
  if (!shape.earliest || !shape.latest) return;
  if (const auto* first = std::get_if<calendar::Date>(&*shape.earliest), *last = std::get_if<calendar::Date>(&*shape.latest); first && last && *last < *first) {
    minimum.report(Code::bounds_crossed, {{"minimum", *minimum.text()}, {"maximum", *question.optional("maximum").text()}});
  }
  if (const auto* first = std::get_if<value::Today>(&*shape.earliest), *last = std::get_if<value::Today>(&*shape.latest);
      first && last && last->days < first->days) {
    report_crossed(minimum, first->days, last->days);
  }
}

// "08:00": minutes of the day.
std::optional<int> read_time_bound(const json::Cursor& place) {
  const auto words = place.text();
  if (!words) return std::nullopt;
  if (const auto minutes = value::minutes_of(*words)) return *minutes;
  place.report(Code::bad_time, {{"found", *words}});
  return std::nullopt;
}

void read_times(const json::Cursor& question, value::Shape& shape) {
  const json::Cursor minimum = question.optional("minimum");
  shape.from_minute = read_time_bound(minimum);
  shape.to_minute = read_time_bound(question.optional("maximum"));
  if (!shape.from_minute || !shape.to_minute || *shape.from_minute <= *shape.to_minute) return;
  minimum.report(Code::bounds_crossed, {{"minimum", *minimum.text()}, {"maximum", *question.optional("maximum").text()}});
}

void read_countries(const json::Cursor& place, value::Shape& shape) {
  for (const json::Cursor& item : place.items()) {
    const auto code = item.text();
    if (!code) continue;
    const auto is_capital = [](char sign) { return sign >= 'A' && sign <= 'Z'; };
    if (code->size() != 2 || !is_capital(code->front()) || !is_capital(code->back())) {
      item.report(Code::bad_country, {{"found", *code}});
    } else if (std::find(shape.countries.begin(), shape.countries.end(), *code) != shape.countries.end()) {
      item.report(Code::repeated_id, {{"id", *code}});
    } else {
      shape.countries.push_back(*code);
    }
  }
  if (place.is(json::Type::array) && place.value().items().empty()) {
    place.report(Code::out_of_bounds, {{"minimum", Decimal{1}}, {"maximum", Decimal{most_items}}});
  }
}

void read_items(const json::Cursor& question, value::Shape& shape) {
  const json::Cursor minimum = question.optional("minItems");
  const json::Cursor maximum = question.optional("maxItems");
  shape.min_items = minimum.integer(0, most_items);
  shape.max_items = maximum.integer(1, most_items);
  const bool is_list = shape.kind == Kind::list;
  const std::int64_t most = shape.max_items.value_or(is_list || shape.open_options ? most_items : static_cast<std::int64_t>(shape.options.size()));
  if (shape.min_items && *shape.min_items > most) report_crossed(minimum, *shape.min_items, most);
}

void read_scheme(const json::Cursor& question, value::Shape& shape) {
  const json::Cursor place = question.member("scheme");
  const auto scheme = place.text();
  if (!scheme) return;
  shape.scheme = identifiers::built_in(*scheme);
  if (!shape.scheme) place.report(Code::unknown_scheme, {{"found", *scheme}, {"allowed", identifiers::suggest(*scheme)}});
}

// West, south, east and north, as RFC 7946, section 5.
void read_bounds(const json::Cursor& place, value::Shape& shape) {
  constexpr std::int64_t most[] = {180, 90, 180, 90};
  for (const json::Cursor& item : place.items()) {
    const auto number = read_decimal(item);
    if (!number) return;
    const Decimal limit{most[shape.bounds.size() % 4]};
    if (limit < *number || *number < limit.negated()) item.report(Code::out_of_bounds, {{"minimum", limit.negated()}, {"maximum", limit}});
    shape.bounds.push_back(*number);
  }
  if (!place.is(json::Type::array)) return;
  if (shape.bounds.size() != 4) {
    place.report(Code::out_of_bounds, {{"minimum", Decimal{4}}, {"maximum", Decimal{4}}});
  } else if (shape.bounds[3] < shape.bounds[1]) {
    place.report(Code::bounds_crossed, {{"minimum", shape.bounds[1]}, {"maximum", shape.bounds[3]}});
  }
}

void read_file(const json::Cursor& question, value::Shape& shape) {
  for (const json::Cursor& item : question.optional("accept").items()) {
    auto type = item.text();
    if (!type) continue;
    if (!value::is_media_type(*type)) item.report(Code::bad_media_type, {{"found", *type}});
    shape.accept.push_back(std::move(*type));
  }
  shape.max_size = question.optional("maxSize").integer(1, largest_file);
  shape.may_come_later = question.optional("later").boolean_or(false);
}

}  // namespace

value::Shape read_shape(Building& building, const json::Cursor& question, Kind kind) {
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
    case Kind::month:
    case Kind::year:
      if (!is_computed) read_dates(question, shape);
      break;
    case Kind::time: read_times(question, shape); break;
    case Kind::iban:
      read_countries(question.optional("countries"), shape);
      shape.scheme = identifiers::built_in("iban");
      break;
    case Kind::address:
      read_countries(question.member("countries"), shape);
      for (const std::string& country : shape.countries) {
        shape.postal_codes.push_back(identifiers::built_in(text::to_lower_ascii(country) + "-postal-code"));
      }
      shape.has_addition = question.optional("addition").boolean_or(false);
      break;
    case Kind::location: {
      constexpr std::array<std::string_view, 2> words{"optional", "required"};
      read_bounds(question.optional("bounds"), shape);
      shape.needs_coordinates = question.optional("coordinates").choice(words) == 1;
      break;
    }
    case Kind::file: read_file(question, shape); break;
    case Kind::one_of: read_options(building, question, shape); break;
    case Kind::several_of:
      read_options(building, question, shape);
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
