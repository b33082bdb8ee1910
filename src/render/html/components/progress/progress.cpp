// SPDX-License-Identifier: EUPL-1.2
#include "render/html/components.h"

namespace polku::render {

// Not a live region: what happens next is announced by the effect Announce, once.
void paint_progress(Painter& painter, const page::Progress& progress) {
  painter.out.open("p").attribute("class", "progress").open("span").attribute("class", "dots").attribute("aria-hidden", "true").close();
  painter.out.say(progress.text).close();
}

}  // namespace polku::render
