// SPDX-License-Identifier: EUPL-1.2
// The browser's own: it works with the keyboard and without scripts, and a screen reader says whether it is open. What is open stays so (web/paint.js).
#include "render/html/components.h"

namespace polku::render {

void paint_more(Painter& painter, const page::More& more) {
  HtmlWriter& out = painter.out;
  out.open("details").id(more.id).open("summary").say(more.title).close();
  paint_prose(painter, more.prose);
  out.close();
}

}  // namespace polku::render
