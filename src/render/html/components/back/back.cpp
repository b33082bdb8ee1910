// SPDX-License-Identifier: EUPL-1.2
#include "render/html/components.h"

namespace polku::render {

void paint_back(Painter& painter) {
  if (!painter.page.back) return;
  const page::Action& back = *painter.page.back;
  painter.out.open("a").attribute("class", "back").id("back").attribute("href", "#" + back.address).say(back.label).close();
}

}  // namespace polku::render
