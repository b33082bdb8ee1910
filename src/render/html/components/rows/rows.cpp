// SPDX-License-Identifier: EUPL-1.2
#include "render/html/components.h"

namespace polku::render {

void paint_rows(Painter& painter, const page::Rows& rows) {
  HtmlWriter& out = painter.out;
  if (rows.rows.empty()) {
    if (!rows.empty.empty()) out.open("p").attribute("class", "empty").say(rows.empty).close();
    return;
  }
  out.open("ul").attribute("class", "rows");
  for (const page::Row& row : rows.rows) {
    out.open("li").attribute("class", row.problem.empty() ? "card" : "card wrong");
    if (!row.id.empty()) out.id(row.id).attribute("tabindex", "-1");
    out.open("div").attribute("class", "about");
    out.open("p").attribute("class", "title").say(row.title).close();
    if (!row.problem.empty()) {
      out.open("p").attribute("class", "problem").open("span").attribute("class", "visually-hidden").say(painter.page.problem_prefix).close();
      out.say(row.problem).close();
    }
    paint_facts(painter, page::Facts{row.facts});
    out.close();
    paint_actions(painter, row.actions, "links");
    out.close();
  }
  out.close();
}

}  // namespace polku::render
