// SPDX-License-Identifier: EUPL-1.2
// What a person has proved stands there as what it is, under words that say where it comes from; or the way to prove it.
#include <algorithm>

#include "page/parts.h"

namespace polku::page {

using journey::Item;

namespace {

bool is_there(const Page& page, const std::string& id) {
  return std::any_of(page.elements.begin(), page.elements.end(), [&](const Element& element) {
    const auto* note = std::get_if<Note>(&element);
    return note && note->id == id;
  });
}

// One for all that comes from there.
void add_note(Making& making, const Item& item, const form::LookUp& look_up, const std::string& id) {
  const Speaker& speaker = making.speaker;
  const auto* fact = journey::find_fact(making.state.facts, look_up.source, *item.request);
  const auto* told = find_told(making, item.place);
  const bool is_failed = fact && fact->state == journey::Fact::State::unreached;
  const bool is_asked = fact && fact->state == journey::Fact::State::asked;
  const Arguments arguments = {{"source", speaker.say("look-up." + look_up.id + ".title").words()}};
  const bool is_invited = look_up.asks == form::LookUp::Asks::invitation;
  const char* known = is_invited ? "identity.invited" : "identity.known";
  const char* unknown = is_invited ? "identity.uninvited" : is_failed ? "identity.failed" : "identity.unknown";
  const char* key = item.value ? known : is_asked ? "look-up.asked" : unknown;
  std::vector<Text> words = {speaker.say(key, arguments)};
  Note note{.tone = is_failed ? Note::Tone::warning : Note::Tone::calm, .id = id};
  if (told && !told->empty() && !item.value) {
    words.insert(words.begin(), speaker.problem(told->front(), item.place));
    making.page.summary.push_back({words.front(), id});
    note.tone = Note::Tone::warning;
  }
  note.prose = as_prose(words);
  making.page.elements.push_back(std::move(note));
}

}  // namespace

void show_proven(Making& making, const Item& item) {
  const auto& form = *making.world.form;
  const auto& look_up = form.look_ups[form.questions[item.place.question].look_up];
  const std::string id = "identity/" + look_up.id;
  auto& elements = making.page.elements;
  if (!is_there(making.page, id)) add_note(making, item, look_up, id);
  if (!item.value) return;
  if (!std::holds_alternative<Facts>(elements.back())) elements.push_back(Facts{});
  auto& pairs = std::get<Facts>(elements.back()).pairs;
  for (const Text& line : making.speaker.shown(item.place, *item.value)) pairs.emplace_back(making.speaker.short_label(item.place), line);
}

void add_sign_in(Making& making, const journey::Stop& stop, Action& go) {
  const auto& form = *making.world.form;
  const bool waits = std::any_of(stop.items.begin(), stop.items.end(), [&](const Item& item) {
    const form::Question& question = form.questions[item.place.question];
    if (item.state != Item::State::asked || item.value || !form::is_proven(form, question)) return false;
    const auto& look_up = form.look_ups[question.look_up];
    if (look_up.asks != form::LookUp::Asks::person) return false;
    const auto* fact = journey::find_fact(making.state.facts, look_up.source, *item.request);
    return !fact || fact->state != journey::Fact::State::asked;
  });
  if (!waits) return;
  making.page.actions.push_back(button(making, "identity.sign-in", "sign-in", Action::Look::primary));
  go.look = Action::Look::secondary;
}

}  // namespace polku::page
