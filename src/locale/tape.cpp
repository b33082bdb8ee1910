// SPDX-License-Identifier: EUPL-1.2
#include "json/tape.h"
#include "locale/locale.h"
#include "text/utf8.h"

namespace polku::locale {

namespace {

using json::Tape;

void describe(Tape& tape, std::u32string& signs) {
  std::string words;
  for (std::size_t at = 0; !tape.is_playing() && at < signs.size(); ++at) text::append_code_point(words, signs[at]);
  tape.text(words);
  signs.clear();
  for (std::string_view rest = words; !rest.empty();) signs += text::take_code_point(rest);
}

void describe_digits(Tape& tape, std::u32string& digits) {
  describe(tape, digits);
  if (digits.size() != 10) tape.fail();
}

void describe(Tape& tape, Affixes& affixes) {
  tape.text(affixes.prefix);
  tape.text(affixes.suffix);
}

void describe(Tape& tape, NumberPattern& pattern) {
  describe(tape, pattern.positive);
  describe(tape, pattern.negative);
  tape.number(pattern.primary, 100);
  tape.number(pattern.secondary, 100);
}

// The formatting counts on so many.
void describe_names(Tape& tape, std::vector<std::string>& names, std::size_t count) {
  tape.texts(names);
  if (names.size() != count) tape.fail();
}

}  // namespace

void describe(Tape& tape, PluralRules& rules) {
  tape.each(rules.conditions_, [&](PluralRules::Condition& condition) {
    tape.choice(condition.category, PluralCategory::other);
    tape.each(condition.any_of, [&](std::vector<PluralRules::Relation>& all_of) {
      tape.each(all_of, [&](PluralRules::Relation& relation) {
        tape.number(relation.operand, 128);
        tape.decimal(relation.modulus);
        tape.flag(relation.negated);
        tape.each(relation.ranges, [&](auto& range) {
          tape.decimal(range.first);
          tape.decimal(range.second);
        });
      });
    });
  });
}

Locale Locale::renamed(std::string tag, std::string own_name, text::Direction direction) const {
  Locale other = *this;
  other.tag_ = std::move(tag);
  other.own_name_ = std::move(own_name);
  other.direction_ = direction;
  return other;
}

void describe(Tape& tape, Locale& locale) {
  tape.format();
  tape.text(locale.tag_);
  tape.text(locale.own_name_);
  tape.choice(locale.direction_, text::Direction::right_to_left);
  for (PluralRules* rules : {&locale.cardinal_, &locale.ordinal_}) describe(tape, *rules);
  describe_digits(tape, locale.digits_);
  tape.each(locale.digit_sets_, [&](std::u32string& digits) { describe_digits(tape, digits); });
  for (std::string* sign : {&locale.decimal_, &locale.group_, &locale.minus_, &locale.percent_sign_}) tape.text(*sign);
  tape.number(locale.minimum_grouping_, 100);
  for (NumberPattern* pattern : {&locale.number_, &locale.percent_, &locale.money_, &locale.money_beside_letter_}) describe(tape, *pattern);
  for (auto* names : {&locale.currencies_, &locale.territories_}) {
    tape.each(*names, [&](auto& name) {
      tape.text(name.first);
      tape.text(name.second);
    });
  }
  for (std::string* pattern : {&locale.time_, &locale.month_and_year_}) tape.text(*pattern);
  describe_names(tape, locale.day_halves_, 2);
  describe_names(tape, locale.date_patterns_, 4);
  for (auto* names : {&locale.months_, &locale.months_short_, &locale.months_alone_, &locale.months_short_alone_}) describe_names(tape, *names, 12);
  for (auto* names : {&locale.weekdays_, &locale.weekdays_alone_}) describe_names(tape, *names, 7);
  for (auto* patterns : {&locale.and_, &locale.or_}) describe_names(tape, *patterns, 4);
}

}  // namespace polku::locale
