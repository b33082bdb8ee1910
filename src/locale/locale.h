// SPDX-License-Identifier: EUPL-1.2
// A language's pack of CLDR data and the formatting with it. The pack is made at build time (scripts/build-locales.mjs) from pinned CLDR
// packages and read from JSON here, so browser, server and command line write the same bytes. ICU and Intl are judges in the tests, not
// used here.
//
//   auto finnish = locale::load(pack);                       // std::optional<Locale>; pack: json::Value of build/…/locales/fi.json
//   finnish->number(*Decimal::parse("1234567.5"));           // "1 234 567,5" (U+00A0 between groups)
//   finnish->money(*Decimal::parse("120"), "EUR");           // "120,00 €"
//   finnish->date({2026, 11, 22}, DateStyle::long_form);     // "22. marraskuuta 2026"
//   finnish->time({14, 30});                                 // "14.30"
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "calendar/date.h"
#include "json/value.h"
#include "locale/number_pattern.h"
#include "locale/plural.h"
#include "text/decimal.h"
#include "text/language_tag.h"

namespace polku::json {
class Tape;
}

namespace polku::locale {

enum class DateStyle : std::uint8_t { short_form, medium_form, long_form, full_form };
enum class ListStyle : std::uint8_t { conjunction, disjunction };

struct TimeOfDay {
  int hour = 0, minute = 0;  // 0 to 23, 0 to 59
};
enum class DayHalf : std::uint8_t { before_noon, after_noon };

struct NumberShape {
  int minimum_places = 0;
  int maximum_places = 3;  // more digits are rounded half-even, as CLDR's default pattern says
  enum class Grouping : std::uint8_t { grouped, plain } grouping = Grouping::grouped;
};

class Locale {
 public:
  const std::string& tag() const { return tag_; }
  text::Direction direction() const { return direction_; }
  // The language's name for itself: "suomi" → as CLDR gives it for stand-alone use, first letter upper case where it has case ("Suomi").
  const std::string& own_name() const { return own_name_; }

  // The same forms under another language's name: for a language that is offered before its pack is here.
  Locale renamed(std::string tag, std::string own_name, text::Direction direction) const;

  PluralCategory cardinal(const PluralOperands& operands) const { return cardinal_.select(operands); }
  PluralCategory ordinal(const PluralOperands& operands) const { return ordinal_.select(operands); }

  std::string number(const text::Decimal& value, const NumberShape& shape = {}) const;
  std::string percent(const text::Decimal& fraction, const NumberShape& shape = {0, 0}) const;  // 0.25 → "25 %"
  // Always the currency's own digits (CLDR currency data: EUR 2, JPY 0, ...); an unknown code is written as it is.
  std::string money(const text::Decimal& amount, std::string_view currency) const;
  std::string date(const calendar::Date& date, DateStyle style) const;
  std::string month_and_year(const calendar::Date& date) const;  // "marraskuu 2026"
  std::string time(const TimeOfDay& time) const;                 // the short form: "14.30", "2:30 pm"
  std::string list(const std::vector<std::string>& items, ListStyle style) const;
  // A country's name by its ISO 3166-1 alpha-2 code; the code itself when the pack has none.
  const std::string& territory(const std::string& code) const;

  // For reading what people type (room value).
  const std::string& decimal_separator() const { return decimal_; }
  const std::string& group_separator() const { return group_; }
  // Native digits of the language's other numbering systems and the default: ten code points, zero first. Always includes "latn".
  const std::vector<std::u32string>& digit_sets() const { return digit_sets_; }
  // 1 to 12 for a month's name (wide, abbreviated, in running text or alone, any case, a final point is fine), else 0.
  int month_named(std::string_view name) const;
  // Whether a short time is written with twelve hours and the half of the day.
  bool writes_day_halves() const { return time_.find('a') != std::string::npos; }
  // "ip." in Finnish; "PM", "p.m.", "م" and "مساءً" in any language; any case.
  std::optional<DayHalf> day_half_named(std::string_view name) const;

 private:
  friend class PackReader;
  friend void describe(json::Tape& tape, Locale& locale);
  std::string write(const text::Decimal& value, const NumberShape& shape, NumberPattern pattern, std::string_view currency_sign) const;
  struct Moment {
    calendar::Date date;
    TimeOfDay time;
  };
  std::string field(const Moment& moment, char field, std::size_t width) const;
  std::string write(const Moment& moment, std::string_view pattern) const;

  std::string tag_, own_name_, decimal_ = ".", group_ = ",", minus_ = "-", percent_sign_ = "%";
  text::Direction direction_ = text::Direction::left_to_right;
  PluralRules cardinal_, ordinal_;
  std::u32string digits_ = U"0123456789";  // those written
  std::vector<std::u32string> digit_sets_ = {U"0123456789"};
  int minimum_grouping_ = 1;
  NumberPattern number_ = NumberPattern::parse("#,##0.###"), percent_ = NumberPattern::parse("#,##0%");
  NumberPattern money_ = NumberPattern::parse("#,##0.00\u00A0\u00A4"), money_beside_letter_ = money_;
  std::vector<std::pair<std::string, std::string>> currencies_;  // code, symbol
  std::vector<std::string> date_patterns_;                       // in the order of DateStyle
  std::string time_ = "HH:mm", month_and_year_ = "y-MM";
  std::vector<std::string> day_halves_;                           // before and after noon
  std::vector<std::pair<std::string, std::string>> territories_;  // code, name
  std::vector<std::string> months_, months_short_, months_alone_, months_short_alone_, weekdays_, weekdays_alone_;
  // Two items; start, middle and end of more.
  std::vector<std::string> and_ = {"{0}, {1}", "{0}, {1}", "{0}, {1}", "{0}, {1}"}, or_ = and_;
};

// `numbering_system`: which digits are written, "latn" unless the site says otherwise (DECISIONS 13).
std::optional<Locale> load(const json::Value& pack, std::string_view numbering_system = "latn");

// The whole of it on a tape and from it (json/tape.h), for engines that read no packs.
void describe(json::Tape& tape, Locale& locale);

// Digits of a currency by ISO 4217 as CLDR has them; 2 for a code it does not list. std::nullopt when it is not three capital letters.
std::optional<int> currency_places(std::string_view currency);

}  // namespace polku::locale
