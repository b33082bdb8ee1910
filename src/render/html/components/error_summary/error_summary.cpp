// SPDX-License-Identifier: EUPL-1.2
#include "render/html/components.h"

namespace polku::render {

// GOV.UK's error summary without its role="alert": the summary takes focus when it appears (effect MoveFocus "summary"), and an alert that is focused
// is read twice by NVDA and JAWS. On a page that was loaded rather than painted, the title's "Error:" says it first.
void paint_error_summary(Painter& painter) {
  if (painter.page.summary.empty()) return;
  HtmlWriter& out = painter.out;
  out.open("section").attribute("class", "summary").id("summary").attribute("tabindex", "-1").attribute("aria-labelledby", "summary--heading");
  out.open("h2").id("summary/heading").say(painter.page.summary_heading).close();
  out.open("ul");
  for (const page::SummaryLine& line : painter.page.summary) {
    out.open("li").open("a").attribute("href", "#" + html_id(line.target)).attribute("data-focus", html_id(line.target)).say(line.problem).close().close();
  }
  out.close().close();
}

}  // namespace polku::render
