// SPDX-License-Identifier: EUPL-1.2
#include "render/html/components.h"

namespace polku::render {
namespace {

void paint_spans(HtmlWriter& out, const std::vector<messages::Span>& spans) {
  for (const messages::Span& span : spans) out.say(span);
}

void paint_list(HtmlWriter& out, const messages::Block& block) {
  for (const auto& line : block.lines) {
    out.open("li");
    paint_spans(out, line);
    out.close();
  }
  out.close();
}

}  // namespace

void paint_heading(Painter& painter, const page::Heading& heading) {
  if (!heading.unfolds.empty()) return paint_more(painter, "heading/more", heading);
  painter.out.open("h2").say(heading.text).close();
}

void paint_prose(Painter& painter, const page::Prose& prose) {
  using Kind = messages::Block::Kind;
  HtmlWriter& out = painter.out;
  out.open("div").attribute("class", "prose").language_of(prose.language, prose.direction);
  for (const messages::Block& block : prose.blocks) {
    switch (block.kind) {
      case Kind::paragraph:
        out.open("p");
        for (std::size_t index = 0; index < block.lines.size(); ++index) {
          if (index > 0) out.open("br").close();
          paint_spans(out, block.lines[index]);
        }
        out.close();
        break;
      case Kind::heading:
        out.open("h2");
        for (const auto& line : block.lines) paint_spans(out, line);
        out.close();
        break;
      case Kind::bullets:
        out.open("ul");
        paint_list(out, block);
        break;
      case Kind::numbers:
        out.open("ol");
        paint_list(out, block);
        break;
    }
  }
  out.close();
}

}  // namespace polku::render
