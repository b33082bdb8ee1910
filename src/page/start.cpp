// SPDX-License-Identifier: EUPL-1.2
// The start page: what the service is, what is needed, how long it takes, and where the answers will be kept, told before anything is typed (DECISIONS 21).
#include "page/parts.h"

namespace polku::page {

namespace {

Note storage_note(const Making& making) {
  const Speaker& speaker = making.speaker;
  const Arguments days = {{"days", text::Decimal{static_cast<std::int64_t>(making.world.site->draft_days)}}};
  Note note{.id = "storage"};
  switch (making.state.storage) {
    case session::Storage::device:
      note.prose = messages::parse_markup(speaker.say("draft.told", days));
      note.actions.push_back(button(making, "button.use-shared-computer", "use-shared-computer", Action::Look::link));
      break;
    case session::Storage::none_by_choice:
      note.prose = messages::parse_markup(speaker.say("draft.told-shared"));
      note.actions.push_back(button(making, "button.use-this-device", "use-this-device", Action::Look::link));
      break;
    case session::Storage::unavailable:
      note.tone = Note::Tone::warning;
      note.prose = messages::parse_markup(speaker.say("draft.told-unavailable"));
      break;
    case session::Storage::kept_by_newer:
      note.tone = Note::Tone::warning;
      note.prose = messages::parse_markup(speaker.say("draft.kept-by-newer"));
      break;
  }
  return note;
}

}  // namespace

void show_start(Making& making, const form::Page& start) {
  const Speaker& speaker = making.speaker;
  Page& page = making.page;
  const std::string key = "page." + start.id + ".";
  page.heading = speaker.say_first_live({key + "title", "service.title"});
  add_prose(making, speaker.has(key + "body") ? speaker.prose_if_any(key + "body") : speaker.prose_if_any("service.summary"));
  add_more(making, key);
  if (const auto days = making.world.form->standard.decision_within_working_days) {
    page.elements.push_back(Facts{{{speaker.say("page.decision"), speaker.say("page.decision-within", {{"days", text::Decimal{*days}}})}}});
  }
  if (auto need = speaker.prose_if_any(key + "need")) {
    page.elements.push_back(Heading{speaker.say("page.need")});
    page.elements.push_back(std::move(*need));
  }
  page.elements.push_back(storage_note(making));
  Action go = button(making, "button.start", "continue", Action::Look::primary);
  if (speaker.has(key + "action")) go.label = speaker.say_live(key + "action");
  page.actions.push_back(std::move(go));
}

}  // namespace polku::page
