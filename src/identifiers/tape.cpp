// SPDX-License-Identifier: EUPL-1.2
#include "json/tape.h"
#include "identifiers/identifiers.h"

namespace polku::identifiers {

namespace {

using json::Tape;

void describe(Tape& tape, std::int32_t& number) {
  std::int64_t whole = number;
  tape.integer(whole);
  if (whole < INT32_MIN || whole > INT32_MAX) tape.fail();
  number = static_cast<std::int32_t>(whole);
}

void describe(Tape& tape, std::vector<std::int32_t>& numbers) {
  tape.each(numbers, [&](std::int32_t& number) { describe(tape, number); });
}

void describe(Tape& tape, Places& places) {
  tape.each(places, [&](Piece& piece) {
    describe(tape, piece.first);
    describe(tape, piece.last);
    tape.text(piece.words);
  });
}

void describe(Tape& tape, Sum& sum) {
  tape.choice(sum.method, Sum::Method::verhoeff);
  tape.choice(sum.start, Sum::Start::right);
  tape.choice(sum.products, Sum::Products::digit_by_digit);
  describe(tape, sum.of);
  describe(tape, sum.weights);
  tape.each(sum.values, [&](std::vector<std::string>& table) { tape.texts(table); });
  describe(tape, sum.plus);
  describe(tape, sum.modulo);
  if (sum.modulo <= 0) tape.fail();
  describe(tape, sum.rests);
  tape.text(sum.gives);
  describe(tape, sum.at);
  describe(tape, sum.minus_from);
  describe(tape, sum.other_weights);
  tape.text(sum.other_gives);
}

void describe(Tape& tape, Day& day) {
  for (Places* places : {&day.year, &day.month, &day.day, &day.sign}) describe(tape, *places);
  tape.each(day.centuries, [&](Day::Century& century) {
    describe(tape, century.first_year);
    tape.text(century.signs);
    for (std::int32_t* number : {&century.earliest, &century.latest, &century.month_plus}) describe(tape, *number);
  });
  describe(tape, day.month_plus);
  describe(tape, day.day_plus);
}

void describe(Tape& tape, Length& length) { tape.text(length.by_start); }

// Which of its alternatives a check is, then it.
template <class Alternative>
void describe_as(Tape& tape, Check& check) {
  auto* known = std::get_if<Alternative>(&check);
  describe(tape, known ? *known : check.emplace<Alternative>());
}

void describe(Tape& tape, Check& check) {
  std::size_t which = check.index();
  tape.number(which, std::variant_size_v<Check>);
  switch (which) {
    case 0: return describe_as<Sum>(tape, check);
    case 1: return describe_as<Day>(tape, check);
    default: return describe_as<Length>(tape, check);
  }
}

void describe(Tape& tape, Form& form) {
  tape.pattern(form.pattern);
  for (std::string* words : {&form.drop, &form.normal, &form.shown}) tape.text(*words);
  tape.each(form.checks, [&](Check& check) { describe(tape, check); });
}

}  // namespace

void describe(Tape& tape, Scheme& scheme) {
  for (std::string* words : {&scheme.id, &scheme.country, &scheme.example, &scheme.drop}) tape.text(*words);
  tape.choice(scheme.sort, Sort::other);
  tape.texts(scheme.prefixes);
  tape.each(scheme.replace, [&](Replacement& replacement) {
    tape.text(replacement.from);
    tape.text(replacement.to);
  });
  tape.each(scheme.forms, [&](Form& form) { describe(tape, form); });
}

}  // namespace polku::identifiers
