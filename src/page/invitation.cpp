// SPDX-License-Identifier: EUPL-1.2
// That somebody else has to answer too: said before one sends, and on the receipt, with the way to the link that one passes on.
#include <algorithm>

#include "page/parts.h"

namespace polku::page {

namespace {

Note make_note(Making& making, std::string_view key, const form::Recipient& recipient) {
  const Speaker& speaker = making.speaker;
  const Arguments arguments = {{"recipient", speaker.say("recipient." + recipient.id + ".title").words()}, {"days", text::Decimal{recipient.days}}};
  return {.prose = messages::parse_markup(speaker.say(key, arguments)), .id = "invited/" + recipient.id};
}

// One clear action a page: what has to be paid comes first.
Action::Look look_of(const Page& page) {
  const bool has_primary = std::any_of(page.elements.begin(), page.elements.end(), [](const Element& element) {
    const auto* note = std::get_if<Note>(&element);
    return note && !note->actions.empty() && note->actions.front().look == Action::Look::primary;
  });
  return has_primary ? Action::Look::secondary : Action::Look::primary;
}

}  // namespace

void add_who_will_be_invited(Making& making) {
  const auto& recipients = making.world.form->recipients;
  for (const auto number : making.journey.recipients) {
    if (!recipients[number].invited_to.empty()) making.page.elements.push_back(make_note(making, "check.invite", recipients[number]));
  }
}

void add_invitations(Making& making, const json::Value& invitations) {
  if (!invitations.is(json::Type::array)) return;
  for (const auto& one : invitations.items()) {
    for (const form::Recipient& recipient : making.world.form->recipients) {
      if (recipient.invited_to.empty() || one.find_string("recipient") != recipient.id) continue;
      Note note = make_note(making, "done.invite", recipient);
      note.tone = Note::Tone::warning;
      note.actions.push_back(button(making, "button.invite", "invite:" + recipient.id, look_of(making.page)));
      making.page.elements.push_back(std::move(note));
    }
  }
}

}  // namespace polku::page
