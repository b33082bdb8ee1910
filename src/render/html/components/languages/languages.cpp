// SPDX-License-Identifier: EUPL-1.2
#include "render/html/components.h"

namespace polku::render {

// Buttons, not links: the page stays, only its words change. Each name is in its own language (WCAG 3.1.2), without flags.
void paint_languages(Painter& painter) {
  const page::Page& page = painter.page;
  if (page.languages.size() < 2) return;
  HtmlWriter& out = painter.out;
  painter.has_side_buttons = true;
  out.open("nav").attribute("class", "languages").attribute("aria-label", page.languages_label.words());
  out.open("ul");
  for (const page::LanguageChoice& choice : page.languages) {
    out.open("li").open("button").attribute("type", "submit").attribute("name", "intent").attribute("value", "choose-language:" + choice.tag);
    out.attribute("form", "side").id("language/" + choice.tag).language_of(choice.tag, choice.direction);
    if (choice.current) out.attribute("aria-current", "true");
    out.name_language(choice.own_name).close().close();
  }
  out.close().close();
}

}  // namespace polku::render
