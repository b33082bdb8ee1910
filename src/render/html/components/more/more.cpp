// SPDX-License-Identifier: EUPL-1.2
// The browser's own: it works with the keyboard and without scripts, and a screen reader says whether it is open. What is open stays so (web/paint.js).
#include "render/html/components.h"

namespace polku::render {

void paint_more(Painter& painter, const std::string& id, const page::Heading& more) {
  HtmlWriter& out = painter.out;
  out.open("details").id(id).open("summary").say(more.text).close();
  paint_prose(painter, messages::parse_markup(more.unfolds));
  out.close();
}

}  // namespace polku::render
