// SPDX-License-Identifier: EUPL-1.2
// The parts a question is typed in: a table of what each is like.
#include "page/parts.h"

namespace polku::page {

namespace {

struct Manner {
  std::string_view name;
  Width width;
  Keyboard keyboard;
  std::string_view autocomplete;  // a name of HTML's autofill
  bool is_beside;
};

// A month may be typed as a word ("marraskuu"): no digits-only keyboard for it.
constexpr Manner manners[] = {{"day", Width::tiny, Keyboard::digits, "bday-day", false},
                              {"month", Width::tiny, Keyboard::words, "bday-month", true},
                              {"year", Width::year, Keyboard::digits, "bday-year", true}};

const Manner& manner_of(std::string_view name) {
  for (const Manner& manner : manners) {
    if (manner.name == name) return manner;
  }
  return manners[0];
}

std::string autocomplete_of(const form::Question& question, const Manner& manner) {
  if (question.autocomplete == "bday") return std::string(manner.autocomplete);
  return question.autocomplete;
}

}  // namespace

std::vector<Part> make_parts(const Speaker& speaker, const form::Question& question) {
  std::vector<Part> parts;
  for (const std::string_view name : value::parts_of(question.shape)) {
    const Manner& manner = manner_of(name);
    Part part;
    part.name = name;
    part.label = speaker.say_if_any("question." + question.id + ".part." + part.name);
    if (part.label.empty()) part.label = speaker.say("field." + part.name);
    part.width = manner.width;
    part.keyboard = manner.keyboard;
    part.is_beside = manner.is_beside && !parts.empty();
    part.autocomplete = autocomplete_of(question, manner);
    parts.push_back(std::move(part));
  }
  return parts;
}

}  // namespace polku::page
