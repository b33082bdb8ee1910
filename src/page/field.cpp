// SPDX-License-Identifier: EUPL-1.2
// A question as a field: what was typed, what may be chosen, what is wrong.
#include <algorithm>

#include "page/parts.h"

namespace polku::page {

using value::Kind;

namespace {

Field::Control control_of(Kind kind) {
  using Control = Field::Control;
  switch (kind) {
    case Kind::long_text: return Control::lines;
    case Kind::yes_no:
    case Kind::one_of: return Control::choice;
    case Kind::several_of: return Control::choices;
    case Kind::date:
    case Kind::month:
    case Kind::address:
    case Kind::location: return Control::parts;
    case Kind::file: return Control::file;
    case Kind::consent: return Control::tick;
    default: return Control::line;
  }
}

// As wide as what is expected, so that the field itself is a hint.
Width width_of(const value::Shape& shape) {
  switch (shape.kind) {
    case Kind::number: return shape.integer && shape.maximum && shape.maximum->to_string().size() <= 3 ? Width::tiny : Width::small;
    case Kind::money: return Width::small;
    case Kind::identifier: return shape.scheme && shape.scheme->sort == identifiers::Sort::account ? Width::full : Width::small;
    case Kind::time: return Width::small;
    case Kind::year: return Width::year;
    case Kind::phone: return Width::middle;
    case Kind::text:
      if (!shape.max_length) return Width::full;
      return *shape.max_length <= 4 ? Width::tiny : *shape.max_length <= 12 ? Width::small : *shape.max_length <= 24 ? Width::middle : Width::full;
    default: return Width::full;
  }
}

// What its author says comes before what its kind suggests.
Width width_of(const form::Question& question) {
  switch (question.display.width) {
    case form::Display::Width::fitting: break;
    case form::Display::Width::tiny: return Width::tiny;
    case form::Display::Width::small: return Width::small;
    case form::Display::Width::middle: return Width::middle;
    case form::Display::Width::full: return Width::full;
  }
  return width_of(question.shape);
}

Keyboard keyboard_of(const value::Shape& shape) {
  switch (shape.kind) {
    // A minus sign is missing from some digits-only keyboards.
    case Kind::number: {
      const bool may_be_negative = !shape.minimum || shape.minimum->to_string().substr(0, 1) == "-";
      if (may_be_negative && !shape.minimum && !shape.integer) return Keyboard::words;
      return shape.integer ? Keyboard::digits : Keyboard::decimal;
    }
    case Kind::money: return Keyboard::decimal;
    case Kind::year: return Keyboard::digits;
    case Kind::email: return Keyboard::email;
    case Kind::phone: return Keyboard::phone;
    default: return Keyboard::words;
  }
}

// So many are read at a glance; more are looked up.
constexpr std::size_t most_radios = 12;

bool is_prose(Kind kind) { return kind == Kind::text || kind == Kind::long_text; }

// "€", and on which side of the number the language has it.
struct Sign {
  std::string words;
  bool in_front = false;
};
Sign currency_sign(const locale::Locale& locale, std::string_view currency) {
  const std::string example = locale.money(text::Decimal{1}, currency);
  // One, then "1,00 €" or "€1.00" or "kr 1": what is left without digits, separators, blanks and marks is the sign.
  Sign sign;
  bool number_seen = false;
  for (std::size_t index = 0; index < example.size();) {
    const auto byte = static_cast<unsigned char>(example[index]);
    const std::size_t length = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
    const std::string part = example.substr(index, length);
    index += length;
    const bool mark = part == "\u00A0" || part == "\u202F" || part == "\u200F" || part == "\u200E" || part == "\u061C" || part == " " || part == "," ||
                      part == "." || part == "\u066B" || part == "\u066C";
    const bool digit = (length == 1 && byte >= '0' && byte <= '9') || (length == 2 && part >= "\u0660" && part <= "\u0669") ||
                       (length == 2 && part >= "\u06F0" && part <= "\u06F9");
    number_seen = number_seen || digit;
    if (mark || digit) continue;
    if (sign.words.empty()) sign.in_front = !number_seen;
    sign.words += part;
  }
  return sign;
}

void fill_typed(const Making& making, const journey::Item& item, Field& field) {
  const auto& question = making.world.form->questions[item.place.question];
  if (const journey::Answer* answer = making.state.answers.find(item.place)) {
    field.typed = answer->typed;
    field.typed_language = answer->language;
    // DECISIONS 11: a decoded value is shown in the new language's form, what could not be read as it was typed.
    if (answer->language != making.state.language && answer->value) field.typed = value::retyped(question.shape, *answer->value, making.speaker.locale());
  }
  fill_parts(field);
}

// Who filled it in, or how it stands with looking it up. What the author made the default needs no word.
Text note_of(const Making& making, const journey::Item& item) {
  const Speaker& speaker = making.speaker;
  const auto* answer = making.state.answers.find(item.place);
  const std::string by = answer ? answer->filled_by : std::string();
  if (by == "default") return {};
  const auto say = [&](std::string_view key, const std::string& title) { return speaker.say(key, {{"source", speaker.say(title).words()}}); };
  if (!by.empty()) return speaker.has(by + ".title") ? say("field.filled-from", by + ".title") : speaker.say("field.filled");
  if (!form::has_feature(form::Feature::look_ups) || !item.request) return {};
  const auto& question = making.world.form->questions[item.place.question];
  const auto& look_up = making.world.form->look_ups[question.look_up];
  const std::string source = "look-up." + look_up.id + ".title";
  if (!item.offers.is_null()) {
    const text::Decimal count{static_cast<std::int64_t>(item.offers.items().size())};
    return speaker.say("look-up.offered", {{"source", speaker.say(source).words()}, {"count", count}});
  }
  const auto* fact = journey::find_fact(making.state.facts, look_up.source, *item.request);
  if (!fact || (answer && !question.shape.open_options)) return {};
  constexpr const char* keys[] = {"look-up.asked", "look-up.nothing", "look-up.nothing", "look-up.unreached"};  // found: but not this of it
  return say(keys[static_cast<std::size_t>(fact->state)], source);
}

// Another system that does not say what there is to choose keeps nobody from answering.
bool is_in_own_words(const Making& making, const journey::Item& item) {
  const auto& question = making.world.form->questions[item.place.question];
  if (!form::takes_offers(question) || !item.request || !item.offers.is_null()) return false;
  const auto* fact = journey::find_fact(making.state.facts, making.world.form->look_ups[question.look_up].source, *item.request);
  return fact && fact->state != journey::Fact::State::asked;
}

void fill_options(const Making& making, const journey::Item& item, Field& field) {
  const auto& question = making.world.form->questions[item.place.question];
  const auto chosen = [&](std::string_view id) { return std::find(field.typed.begin(), field.typed.end(), id) != field.typed.end(); };
  const auto& exclusive = question.shape.exclusive;
  const auto is_alone = [&](std::string_view id) { return std::find(exclusive.begin(), exclusive.end(), id) != exclusive.end(); };
  std::vector<std::string> ids = question.shape.options;
  if (question.shape.kind == Kind::yes_no) ids = {"yes", "no"};
  journey::RowOptions rows;
  if (form::takes_rows(question)) rows = journey::row_options(making.state.answers, making.journey, question);
  for (const auto& row : rows) ids.emplace_back(row.first);
  if ((form::takes_offers(question) || form::has_option_rules(question)) && !item.offers.is_null()) {
    ids.clear();
    for (const auto& offer : item.offers.items()) ids.emplace_back(*offer.find_string("value"));
  }
  using enum form::Display::Layout;
  const auto layout = question.display.layout;
  const bool is_select = field.control == Field::Control::choice && (layout == fitting ? ids.size() > most_radios : layout == list);
  for (std::string& id : ids) {
    Option option;
    option.label = rows.empty() ? making.speaker.option(item.place, id) : making.speaker.row_option(question, rows[field.options.size()]);
    if (!is_select && !question.shape.open_options) option.hint = making.speaker.say_if_any("question." + question.id + ".option." + id + ".hint");
    option.chosen = chosen(id);
    if (form::has_feature(form::Feature::exclusive_options) && is_alone(id) && !field.options.empty() && !is_alone(field.options.back().id)) {
      option.is_apart = true;
      making.page.divider = making.speaker.say("field.or");
    }
    option.id = std::move(id);
    field.options.push_back(std::move(option));
  }
  if (!is_select) return;
  field.control = Field::Control::select;
  Option choose;
  choose.label = making.speaker.say("field.choose");
  choose.chosen = std::none_of(field.options.begin(), field.options.end(), [](const Option& option) { return option.chosen; });
  field.options.insert(field.options.begin(), std::move(choose));
}

std::string_view part_named_in(const problem::Problem& problem) {
  for (const problem::Argument& argument : problem.arguments) {
    const auto* part = std::get_if<std::string>(&argument.value);
    if (argument.name == "part" && part) return *part;
  }
  return {};
}

void fill_problems(const Making& making, Place place, const problem::Problems& told, Field& field) {
  const Kind kind = making.world.form->questions[place.question].shape.kind;
  for (const problem::Problem& problem : told) {
    const Text words = making.speaker.problem(problem, place);
    if (problem.severity == problem::Severity::warning) {
      if (field.warning.empty()) field.warning = words;
      continue;
    }
    const std::string_view named = part_named_in(problem);
    if (give_to_part(field, kind, named, words) || !field.problem.empty()) continue;
    field.problem = words;
    if (!named.empty()) continue;
    for (Part& part : field.parts) part.is_wrong = !part.is_optional && part.options.empty();
  }
}

}  // namespace

const problem::Problems* find_told(const Making& making, Place place) {
  const auto told = making.state.told.find(place);
  return told == making.state.told.end() ? nullptr : &told->second;
}

Field make_field(const Making& making, const journey::Item& item) {
  const auto& question = making.world.form->questions[item.place.question];
  const Speaker& speaker = making.speaker;
  const std::string key = "question." + question.id + ".";
  Field field;
  field.control = is_in_own_words(making, item) ? Field::Control::line : control_of(question.shape.kind);
  field.place = journey::name_of_place(*making.world.form, making.state.answers, item.place);
  field.label = speaker.label(item.place);
  if (!item.required) {
    field.optional = true;
    field.label = speaker.say("field.optional", {{"label", field.label.words()}});
  }
  field.hint = speaker.say_if_any(key + "hint", item.place.row);
  field.more = speaker.more_if_any(key, item.place.row);
  field.note = note_of(making, item);
  field.prefix = speaker.say_if_any(key + "prefix");
  field.suffix = speaker.say_if_any(key + "suffix");
  if (question.shape.kind == Kind::money && field.prefix.empty() && field.suffix.empty()) {
    const Sign sign = currency_sign(speaker.locale(), question.shape.currency);
    (sign.in_front ? field.prefix : field.suffix) = speaker.plain(sign.words);
  }
  field.width = width_of(question);
  field.in_row = question.display.layout == form::Display::Layout::row;
  field.boxed = question.display.boxed;
  field.keyboard = keyboard_of(question.shape);
  // "14.30" or "14,30" can be typed where there are digits and a separator; the halves of a day need letters.
  if (question.shape.kind == Kind::time && !speaker.locale().writes_day_halves()) field.keyboard = Keyboard::decimal;
  field.autocomplete = question.autocomplete;
  field.spellcheck = is_prose(question.shape.kind) && question.autocomplete.empty();
  field.parts = make_parts(speaker, question);
  fill_typed(making, item, field);
  fill_options(making, item, field);
  const auto &words = question.shape.max_words, &length = question.shape.max_length;
  const bool is_long = question.shape.kind == Kind::long_text && length;
  if (is_long) field.maximum_length = static_cast<std::size_t>(*length);
  if (form::has_feature(form::Feature::word_limits) && words) {
    field.length_note =
        speaker.say(length ? "field.words-and-length" : "field.words", {{"words", text::Decimal{*words}}, {"maximum", text::Decimal{length.value_or(0)}}});
  } else if (is_long) {
    field.length_note = speaker.say("field.length", {{"maximum", text::Decimal{*length}}});
  }
  if (value::has_kind(Kind::file) && field.control == Field::Control::file) fill_file(making, question.shape, field);
  const auto* told = find_told(making, item.place);
  // What was chosen went with its row, elsewhere: that is told before anything is pressed here.
  if (!told && !item.problems.empty() && item.problems.front().code == problem::Code::option_gone) told = &item.problems;
  if (told) fill_problems(making, item.place, *told, field);
  return field;
}

}  // namespace polku::page
