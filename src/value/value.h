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

enum class Kind : std::uint8_t {
  text,
  long_text,
  number,
  money,
  date,
  month,
  year,
  time,
  yes_no,
  one_of,
  several_of,
  email,
  phone,
  identifier,
  iban,
  address,
  location,
  file,
  list,
  consent,
  information
};
std::string_view name_of(Kind kind);  // "long-text", "several-of"
std::optional<Kind> kind_named(std::string_view name);
std::vector<Kind> all_kinds();
// Whether this program can ask it. Always, but where a program defines this once more (door/citizen): what few services ask costs a citizen's first visit
// most, so the linker leaves it out of engines for the others, which play no form that has it.
bool has_kind(Kind kind);

// What was typed, untouched: one string; for a kind with parts one a part (a date: day, month, year), or one as the kind's file says; for
// several-of and consent the ids that are ticked (consent: "yes"). yes-no is "yes" or "no". All empty: nothing was typed.
using Typed = std::vector<std::string>;
bool is_empty(const Typed& typed);

struct Today {
  int days = 0;
};  // today plus so many days; of a month months, of a year years
using DateBound = std::variant<calendar::Date, Today>;

// The constraints of a question, in the words of JSON Schema 2020-12 where it has one.
struct Shape {
  Kind kind = Kind::text;
  std::optional<std::int64_t> min_length = {}, max_length = {};  // code points
  std::optional<std::int64_t> max_words = {};                    // text, long text
  std::optional<text::Pattern> pattern = {};
  std::optional<text::Decimal> minimum = {}, maximum = {}, multiple_of = {};
  bool integer = false;                                        // number: JSON integer within ±2^53, else a decimal string
  std::string currency = {};                                   // money
  std::optional<DateBound> earliest = {}, latest = {};         // date, month, year: the first of them
  std::optional<int> from_minute = {}, to_minute = {};         // time: minutes of the day
  std::vector<std::string> options = {};                       // one-of, several-of
  std::vector<std::string> exclusive = {};                     // several-of: of the options, those that stand alone: "none of these"
  std::string code_list = {};                                  // whose codes the options are; empty: the question's own
  bool open_options = false;                                   // values of rows, or what another system offers: only the walk knows them, any is decoded
  std::optional<std::int64_t> min_items = {}, max_items = {};  // several-of, list
  std::shared_ptr<const identifiers::Scheme> scheme = {};      // identifier, iban
  std::vector<std::string> countries = {};                     // iban: whose accounts are taken, empty: any; address: never empty. ISO 3166-1 alpha-2
  // address: of each of `countries`; nullptr: identifiers know none of that country
  std::vector<std::shared_ptr<const identifiers::Scheme>> postal_codes = {};
  bool has_addition = false;                  // address: one more line
  std::vector<text::Decimal> bounds = {};     // location: west, south, east, north; or empty
  bool needs_coordinates = false;             // location: words alone are not enough
  std::vector<std::string> accept = {};       // file: media types, "image/*" too; empty: any
  std::optional<std::int64_t> max_size = {};  // file: bytes
  bool may_come_later = false;                // file: to promise it is an answer, {"later": true}
};
inline constexpr std::int64_t built_in_max_size = 10'000'000;

// "application/pdf", "image/*": in lower case, as RFC 6838, section 4.2, has them.
bool is_media_type(std::string_view type);

// "14:30" → 870; nothing when it is no time in its normal form.
std::optional<int> minutes_of(std::string_view time);
// The parts that a kind is typed in, in their order: "day", "month", "year". Empty: one field. Problems name one in the argument `part`.
std::vector<std::string_view> parts_of(const Shape& shape);

struct Decoded {
  std::optional<json::Value> value = {};  // set when what was typed can be read, even if a bound is broken; absent when empty or unreadable
  problem::Problems problems = {};        // of subject `answer`, pointer empty; required-ness is not decided here
};

// The day a bound means, of a month or year the first; nothing outside the years 1 to 9999.
std::optional<calendar::Date> day_of(const DateBound& bound, Kind kind, const calendar::Date& today);

// Never reports `missing`: an empty answer gives neither value nor problem. Limits on absurd input: 100,000 code points.
// Built-in limits: text 255 code points and one line, long-text 5,000, e-mail 254, unless the shape says otherwise; a limit in words allows 20 code points a
// word where that is more. A word is a run of characters without white space, as GOV.UK's character count has it ("e-mail" is one, "10 000" two).
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

// Several-of: what is ticked once one option was pressed. Who ticks an option that stands alone unticks the others, who ticks another unticks that one. What was
// ticked together at once, in no known order, stays: decoding tells it.
void settle_ticks(const Shape& shape, const Typed& before, Typed& now);

// For form::describe.
void describe(json::Tape& tape, Shape& shape);
void describe(json::Tape& tape, calendar::Date& date);

}  // namespace polku::value
