// SPDX-License-Identifier: EUPL-1.2
#include "render/html/components.h"

namespace polku::render {

void paint_panel(Painter& painter, const page::Panel& panel) {
  HtmlWriter& out = painter.out;
  out.open("div").attribute("class", "panel");
  out.open("h1").id("heading").attribute("tabindex", "-1").say(panel.heading).close();
  if (!panel.words.empty() || !panel.reference.empty()) {
    out.open("p").say(panel.words);
    if (!panel.reference.empty()) out.open("strong").attribute("translate", "no").say(panel.reference).close();
    out.close();
  }
  out.close();
}

}  // namespace polku::render
