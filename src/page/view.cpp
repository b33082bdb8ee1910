// SPDX-License-Identifier: EUPL-1.2
// The frame around what a phase shows: languages, title, what is kept, footer.
#include "page/parts.h"

namespace polku::page {

namespace {

void show_languages(Making& making) {
  for (const std::string& tag : making.world.languages()) {
    const locale::Locale& named = making.world.named(tag);
    LanguageChoice choice{.tag = tag, .own_name = named.own_name(), .direction = named.direction(), .current = tag == making.state.language};
    making.page.languages.push_back(std::move(choice));
  }
}

Text heading_of(const Page& page) {
  if (!page.heading.empty()) return page.heading;
  for (const Element& element : page.elements) {
    if (const auto* field = std::get_if<Field>(&element); field && field->is_heading) return field->label;
    if (const auto* panel = std::get_if<Panel>(&element)) return panel->heading;
  }
  return {};
}

// "Error: What is …? – Resident parking permit – Koivuranta": what differs first, as it is read aloud and cut off in tabs.
void show_title(Making& making) {
  const Text heading = heading_of(making.page);
  const Text service = making.speaker.say("service.title");
  const bool same = heading.words() == service.words() || heading.empty();
  const bool wrong = !making.page.summary.empty();
  const char* key = same ? "page.title-service" : wrong ? "page.title-error" : "page.title";
  making.page.title = making.speaker.say(key, {{"heading", heading.words()}, {"service", service.words()}, {"site", making.speaker.say("site.name").words()}});
}

void show_saved(Making& making) {
  const auto& state = making.state;
  if (!std::holds_alternative<session::Filling>(state.phase) || state.answers.empty()) return;
  const char* key = nullptr;
  switch (state.storage) {
    case session::Storage::none_by_choice: key = "draft.not-kept"; break;
    case session::Storage::unavailable: key = "draft.unavailable"; break;
    case session::Storage::kept_by_newer: key = "draft.kept-by-newer"; break;
    case session::Storage::device:
      switch (state.keeping) {
        case session::Keeping::nothing_to_keep: return;
        case session::Keeping::kept: key = "draft.saved"; break;
        case session::Keeping::keeping: key = "draft.saving"; break;
        case session::Keeping::failed: key = "draft.not-saved"; break;
      }
      break;
  }
  making.page.saved = making.speaker.say(key);
  const bool chosen = state.storage == session::Storage::none_by_choice;
  if (!chosen && (state.storage != session::Storage::device || state.keeping == session::Keeping::failed)) making.page.saved_tone = Note::Tone::warning;
}

void show_footer(Making& making) {
  const auto& state = making.state;
  const bool deletable = std::holds_alternative<session::Filling>(state.phase) || std::holds_alternative<session::Returning>(state.phase) ||
                         std::holds_alternative<session::Refused>(state.phase);
  if (!deletable || state.answers.empty()) return;
  making.page.footer.push_back(button(making, "button.delete-draft", "delete-draft", Action::Look::quiet_link));
  if (state.storage == session::Storage::device && making.page.kind != "start") {
    making.page.footer.push_back(button(making, "button.use-shared-computer", "use-shared-computer", Action::Look::quiet_link));
  }
}

}  // namespace

Action button(const Making& making, std::string_view key, std::string intent, Action::Look look) {
  Action action;
  action.look = look;
  action.label = making.speaker.say(key);
  action.intent = std::move(intent);
  return action;
}

void add_prose(Making& making, std::optional<Prose> prose) {
  if (prose && !prose->blocks.empty()) making.page.elements.push_back(std::move(*prose));
}

void add_more(Making& making, const std::string& stem, RowId row) {
  Heading more = making.speaker.more_if_any(stem, row);
  if (!more.text.empty()) making.page.elements.push_back(std::move(more));
}

void add_contact(Making& making) {
  add_prose(making, parse_if_any(making.speaker.has("site.contact") ? making.speaker.say("site.contact", making.speaker.contact()) : Text{}));
}

Page view(const session::World& world, const session::State& state, const journey::Journey& journey) {
  Page page;
  const Speaker speaker(world, state, journey);
  Making making{world, state, journey, speaker, page};
  page.language = state.language;
  page.direction = world.named(state.language).direction();
  page.address = session::to_string(world, state.answers, state.address);
  page.languages_label = speaker.say("page.languages");
  page.problem_prefix = speaker.say("page.problem-prefix");
  page.warning_prefix = speaker.say("page.warning-prefix");
  show_languages(making);
  show_phase(making);
  show_title(making);
  show_saved(making);
  show_footer(making);
  return page;
}

}  // namespace polku::page
