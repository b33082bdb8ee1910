// SPDX-License-Identifier: EUPL-1.2
#include "render/html/components.h"

namespace polku::render {

void paint_note(Painter& painter, const page::Note& note) {
  using Tone = page::Note::Tone;
  HtmlWriter& out = painter.out;
  out.open("div").attribute("class", note.tone == Tone::warning ? "note caution" : note.tone == Tone::good ? "note good" : "note");
  if (!note.id.empty()) out.id(note.id).attribute("tabindex", "-1");
  paint_prose(painter, note.prose);
  paint_actions(painter, note.actions, "links");
  out.close();
}

}  // namespace polku::render
