// SPDX-License-Identifier: EUPL-1.2
#include "render/imgui/face.h"

#include <algorithm>

#include "render/imgui/intent.h"
#include "render/imgui/parts.h"

namespace polku::render {
namespace {

using Kind = Seen::Kind;

void draw_back(Brush& brush) {
  if (!brush.page().back) return;
  const page::Action& back = *brush.page().back;
  if (brush.link({.kind = Kind::link, .words = back.label.words()}, "back") == Brush::Press::yes) brush.act(deed_of_link(back.address));
}

void draw_languages(Brush& brush) {
  const auto& languages = brush.page().languages;
  if (languages.size() < 2) return;
  for (std::size_t index = 0; index < languages.size(); ++index) {
    const page::LanguageChoice& choice = languages[index];
    if (index > 0) brush.stay_on_line();
    const Seen seen{.kind = Kind::button, .words = choice.own_name, .is_current = choice.current};
    const std::string intent = "choose-language:" + choice.tag;
    if (brush.button(seen, intent, page::Action::Look::quiet_link) == Brush::Press::yes) brush.act(*deed_of_button(intent, {}));
  }
}

void draw_summary(Brush& brush) {
  const page::Page& page = brush.page();
  if (page.summary.empty()) return;
  brush.arrive("summary");
  brush.say(Kind::subheading, page.summary_heading);
  for (const page::SummaryLine& line : page.summary) {
    if (brush.link({.kind = Kind::link, .words = line.problem.words()}, "to:" + line.target) == Brush::Press::yes) brush.move_focus(line.target);
  }
}

// As in a form of HTML: the primary button is the only one that Enter presses.
void press_primary(Brush& brush) {
  for (const page::Action& action : brush.page().actions) {
    if (action.look != page::Action::Look::primary || !action.address.empty()) continue;
    if (auto deed = deed_of_button(action.intent, brush.gathered())) brush.act(std::move(*deed));
    return;
  }
}

}  // namespace

// The order is that of the HTML page: tests/imgui compares them.
Drawn draw(const page::Page& page, UiState& ui) {
  Drawn drawn;
  const std::string wished = ui.focus;
  Brush brush{page, ui, drawn};
  draw_back(brush);
  draw_languages(brush);
  draw_summary(brush);
  brush.say(Kind::text, page.caption);
  if (!page.heading.empty()) brush.arrive("heading");
  brush.say(Kind::heading, page.heading);
  for (std::size_t index = 0; index < page.elements.size(); ++index) {
    const bool is_elsewhere = std::find(page.nested.begin(), page.nested.end(), index) != page.nested.end();
    if (!is_elsewhere) draw_element(brush, page.elements[index]);
  }
  draw_actions(brush, page.actions);
  const auto tone = page.saved_tone == page::Note::Tone::warning ? Seen::Tone::caution : Seen::Tone::plain;
  brush.say({.kind = Kind::text, .tone = tone, .words = page.saved.words()});
  draw_actions(brush, page.footer);
  if (brush.was_entered()) press_primary(brush);
  if (ui.focus == wished) ui.focus.clear();  // there is no such element on this page
  return drawn;
}

}  // namespace polku::render
