// SPDX-License-Identifier: EUPL-1.2
// Inside the room: what every kind gives, one file each. decode, check, shown and retyped (value.h) only choose among these, so that
// `check` accepts exactly what `decode` makes.
#pragma once

#include "value/value.h"

namespace polku::value {

struct Reading {
  const Shape& shape;
  // nullptr: the neutral language of normal forms: decimal point, ASCII digits, no month names. `check` reads with it.
  const locale::Locale* locale;
  const calendar::Date& today;
};

struct KindRules {
  json::Type json_type;
  Decoded (*decode)(const Reading& reading, const Typed& typed);  // `typed` is not empty and not absurdly long
  // Back to what would be typed; `decimal` separates decimals. std::nullopt: not of this kind's type.
  std::optional<Typed> (*typed_of)(const Shape& shape, const json::Value& value, std::string_view decimal);
  std::string (*shown)(const Shape& shape, const json::Value& value, const locale::Locale& locale);  // `value` is of the kind's type
};

extern const KindRules text_rules, long_text_rules, number_rules, integer_rules, money_rules, date_rules, time_rules, yes_no_rules, one_of_rules,
    several_of_rules, email_rules, phone_rules, identifier_rules, iban_rules, address_rules, location_rules, file_rules, list_rules, consent_rules,
    information_rules;
const KindRules& rules_of(const Shape& shape);

// ---- shared by the kinds ----
problem::Problem made(problem::Code code, problem::ArgumentViews arguments = {});
Decoded refused(problem::Code code, problem::ArgumentViews arguments = {});
// A string value with what minLength, maxLength and pattern say of it; `built_in_maximum` where the shape has none.
Decoded judged_text(const Shape& shape, std::string words, std::int64_t built_in_maximum);
// Trimmed, without control characters, line breaks as spaces.
std::string one_line(std::string_view typed);
// minimum, maximum, multipleOf.
void judge_amount(const Shape& shape, const text::Decimal& amount, problem::Problems& problems);

// The whole of a one-string kind: what was typed first; further strings are not of this kind.
inline std::string_view only(const Typed& typed) { return typed.empty() ? std::string_view{} : std::string_view{typed.front()}; }
std::optional<Typed> typed_of_string(const Shape& shape, const json::Value& value, std::string_view decimal);
std::string shown_string(const Shape& shape, const json::Value& value, const locale::Locale& locale);

}  // namespace polku::value
