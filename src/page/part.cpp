// SPDX-License-Identifier: EUPL-1.2
// The parts a question is typed in: a table of what each is like.
#include <algorithm>

#include "page/parts.h"

namespace polku::page {

namespace {

using Writing = Part::Writing;

struct Manner {
  std::string_view name;
  Width width;
  Keyboard keyboard;
  Writing writing;
  std::string_view autocomplete;  // a name of HTML's autofill
  bool is_beside;
};

// A month may be typed as a word ("marraskuu"): no digits-only keyboard for it. Postal codes have letters in many countries.
// clang-format off
constexpr Manner manners[] = {{"day", Width::tiny, Keyboard::digits, Writing::digits, "bday-day", false},
                              {"month", Width::tiny, Keyboard::words, Writing::digits, "bday-month", true},
                              {"year", Width::year, Keyboard::digits, Writing::digits, "bday-year", true},
                              {"street", Width::full, Keyboard::words, Writing::words, "address-line1", false},
                              {"addition", Width::full, Keyboard::words, Writing::words, "address-line2", false},
                              {"postal-code", Width::small, Keyboard::words, Writing::code, "postal-code", false},
                              {"town", Width::middle, Keyboard::words, Writing::words, "address-level2", true},
                              {"country", Width::middle, Keyboard::words, Writing::words, "country", false},
                              {"description", Width::full, Keyboard::words, Writing::words, "", false},
                              {"coordinates", Width::full, Keyboard::words, Writing::code, "off", false}};
// clang-format on

const Manner& manner_of(std::string_view name) {
  const auto* found = std::find_if(std::begin(manners), std::end(manners), [&](const Manner& manner) { return manner.name == name; });
  return found == std::end(manners) ? manners[0] : *found;
}

std::string autocomplete_of(const form::Question& question, const Manner& manner) {
  const bool is_named = question.autocomplete == "bday" || (question.shape.kind == value::Kind::address && question.autocomplete.empty());
  return is_named || question.shape.kind == value::Kind::location ? std::string(manner.autocomplete) : question.autocomplete;
}

bool is_optional(const value::Shape& shape, std::string_view part) { return part == "addition" || (part == "coordinates" && !shape.needs_coordinates); }

void add_countries(const Speaker& speaker, const value::Shape& shape, Part& part) {
  part.control = Part::Control::select;
  for (const std::string& country : shape.countries) {
    Option option;
    option.id = country;
    option.label = speaker.plain(speaker.locale().territory(country));
    part.options.push_back(std::move(option));
  }
}

}  // namespace

std::vector<Part> make_parts(const Speaker& speaker, const form::Question& question) {
  std::vector<Part> parts;
  if (question.shape.kind == value::Kind::file) return parts;
  for (const std::string_view name : value::parts_of(question.shape)) {
    const Manner& manner = manner_of(name);
    const std::string key = "field." + std::string(name);
    Part part;
    part.name = name;
    part.label = speaker.say_if_any("question." + question.id + ".part." + part.name);
    if (part.label.empty()) part.label = speaker.say(key);
    part.is_optional = is_optional(question.shape, name);
    if (part.is_optional) part.label = speaker.say("field.optional", {{"label", part.label.words()}});
    if (name == "coordinates") part.hint = speaker.say(key + "-hint");
    if (name == "description") part.control = Part::Control::lines;
    if (value::has_kind(value::Kind::address) && name == "country") add_countries(speaker, question.shape, part);
    part.writing = manner.writing;
    part.width = manner.width;
    part.keyboard = manner.keyboard;
    part.is_beside = manner.is_beside && !parts.empty();
    part.autocomplete = autocomplete_of(question, manner);
    parts.push_back(std::move(part));
  }
  return parts;
}

// What stands in the parts: one string a part, and of a choice the first where nothing was chosen yet.
void fill_parts(Field& field) {
  if (field.control == Field::Control::parts) field.typed.resize(field.parts.size());
  if (!value::has_kind(value::Kind::address)) return;
  for (std::size_t at = 0; at < field.parts.size(); ++at) {
    Part& part = field.parts[at];
    if (part.options.empty()) continue;
    if (field.typed[at].empty()) field.typed[at] = part.options.front().id;
    for (Option& option : part.options) option.chosen = option.id == field.typed[at];
  }
}

// A part speaks for itself where it has room to; of a date the field does.
bool give_to_part(Field& field, value::Kind kind, std::string_view name, const Text& problem) {
  for (Part& part : field.parts) {
    if (part.name != name) continue;
    part.is_wrong = true;
    if (kind != value::Kind::address && kind != value::Kind::location) return false;
    if (part.problem.empty()) part.problem = problem;
    return true;
  }
  return false;
}

}  // namespace polku::page
