// SPDX-License-Identifier: EUPL-1.2
// Not a fieldset: questions in it are fieldsets themselves, and screen readers may say every legend around a field anew. A named group is said on
// entering it, and its heading is met by whoever moves by headings.
#include "render/html/components.h"

namespace polku::render {

void paint_group(Painter& painter, const page::Group& group) {
  HtmlWriter& out = painter.out;
  if (group.edge == page::Group::Edge::end) {
    out.close();
    return;
  }
  out.open("div").attribute("class", group.boxed ? "group boxed" : "group").attribute("role", "group").attribute("aria-labelledby", html_id(group.id));
  out.open("h2").id(group.id).say(group.title).close();
}

}  // namespace polku::render
