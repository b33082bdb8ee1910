// SPDX-License-Identifier: EUPL-1.2
// Kinds of answers: what was typed is decoded, tolerantly, in the language it was typed in, to the JSON form of DECISIONS ("Values in
// drafts …"). One file a kind.
//
//   Shape shape{.kind = Kind::money, .currency = "EUR", .minimum = Decimal{0}};
//   auto decoded = value::decode(shape, {"1 234,50 €"}, finnish, today);
//   // decoded.value = {"amount": "1234.50", "currency": "EUR"}; decoded.problems empty
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "calendar/date.h"
#include "identifiers/identifiers.h"
#include "json/value.h"
#include "locale/locale.h"
#include "problem/problem.h"
#include "text/decimal.h"
#include "text/pattern.h"

namespace polku::json {
class Tape;
}

namespace polku::value {

enum class Kind : std::uint8_t { text, long_text, number, money, date, yes_no, one_of, several_of, email, phone, identifier, list, consent, information };
std::string_view name_of(Kind kind);  // "long-text", "several-of"
std::optional<Kind> kind_named(std::string_view name);
std::vector<Kind> all_kinds();

// What was typed, untouched: one string; for a date three (day, month, year), or one as date.cpp says; for several-of and consent the ids
// that are ticked (consent: "yes"). yes-no is "yes" or "no". All empty: nothing was typed.
using Typed = std::vector<std::string>;
bool is_empty(const Typed& typed);

struct Today {
  int days = 0;
};  // today plus so many days
using DateBound = std::variant<calendar::Date, Today>;

// The constraints of a question, in the words of JSON Schema 2020-12 where it has one.
struct Shape {
  Kind kind = Kind::text;
  std::optional<std::int64_t> min_length = {}, max_length = {};  // code points
  std::optional<text::Pattern> pattern = {};
  std::optional<text::Decimal> minimum = {}, maximum = {}, multiple_of = {};
  bool integer = false;                                        // number: JSON integer within ±2^53, else a decimal string
  std::string currency = {};                                   // money
  std::optional<DateBound> earliest = {}, latest = {};         // date
  std::vector<std::string> options = {};                       // one-of, several-of
  std::optional<std::int64_t> min_items = {}, max_items = {};  // several-of, list
  std::shared_ptr<const identifiers::Scheme> scheme = {};      // identifier
};

struct Decoded {
  std::optional<json::Value> value = {};  // set when what was typed can be read, even if a bound is broken; absent when empty or unreadable
  problem::Problems problems = {};        // of subject `answer`, pointer empty; required-ness is not decided here
};

// Never reports `missing`: an empty answer gives neither value nor problem. Limits on absurd input: 100,000 code points.
// Built-in limits: text 255 code points and one line, long-text 5,000, e-mail 254, unless the shape says otherwise.
Decoded decode(const Shape& shape, const Typed& typed, const locale::Locale& typed_in, const calendar::Date& today);

// Checks a value that came as JSON (submission, verifier): right type, normal form (decode → same value), bounds. answer-not-normal when it
// is not exactly what decoding would have made.
problem::Problems check(const Shape& shape, const json::Value& value, const calendar::Date& today);

// The value as a person reads it in a language: "1 234,50 €", "22. marraskuuta 2026". Options, yes/no, consent have labels elsewhere: they
// give their id.
std::string shown(const Shape& shape, const json::Value& value, const locale::Locale& locale);
// The value as it would be typed into its field in a language, for a switch of language and for a return: date → {"22","11","2026"}, number
// with the language's decimal separator and no grouping.
Typed retyped(const Shape& shape, const json::Value& value, const locale::Locale& locale);

// For form::describe.
void describe(json::Tape& tape, Shape& shape);
void describe(json::Tape& tape, calendar::Date& date);

}  // namespace polku::value
