// SPDX-License-Identifier: EUPL-1.2
#include "render/html/components.h"

namespace polku::render {

void paint_facts(Painter& painter, const page::Facts& facts) {
  if (facts.pairs.empty()) return;
  HtmlWriter& out = painter.out;
  out.open("dl").attribute("class", "facts");
  for (const auto& [label, value] : facts.pairs) {
    out.open("div").open("dt").say(label).close().open("dd").say(value).close().close();
  }
  out.close();
}

}  // namespace polku::render
