// SPDX-License-Identifier: EUPL-1.2
#include "render/html/components.h"

namespace polku::render {

void paint_answers(Painter& painter, const page::Answers& answers) {
  HtmlWriter& out = painter.out;
  if (!answers.heading.empty()) out.open("h2").say(answers.heading).close();
  out.open("dl").attribute("class", "answers");
  for (const page::AnswerLine& line : answers.lines) {
    out.open("div");
    if (line.is_total) out.attribute("class", "total");
    out.open("dt").say(line.label).close();
    out.open("dd").attribute("class", "value");
    for (const messages::Text& value : line.values) out.open("p").say(value).close();
    out.close();
    if (line.change) {
      out.open("dd").attribute("class", "change");
      paint_action(painter, *line.change);
      out.close();
    }
    out.close();
  }
  out.close();
}

}  // namespace polku::render
