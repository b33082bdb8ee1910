// SPDX-License-Identifier: EUPL-1.2
#include "render/html/html.h"

#include <algorithm>

#include "render/html/components.h"

namespace polku::render {

void paint_element(Painter& painter, const page::Element& element) {
  struct Paint {
    Painter& painter;
    void operator()(const page::Field& part) const { paint_field(painter, part); }
    void operator()(const page::Group& part) const { paint_group(painter, part); }
    void operator()(const page::Heading& part) const { paint_heading(painter, part); }
    void operator()(const page::Prose& part) const { paint_prose(painter, part); }
    void operator()(const page::Facts& part) const { paint_facts(painter, part); }
    void operator()(const page::Answers& part) const { paint_answers(painter, part); }
    void operator()(const page::Rows& part) const { paint_rows(painter, part); }
    void operator()(const page::Tasks& part) const {
      if (form::has_feature(form::Feature::tasks)) paint_tasks(painter, part);
    }
    void operator()(const page::Note& part) const { paint_note(painter, part); }
    void operator()(const page::Panel& part) const { paint_panel(painter, part); }
    void operator()(const page::Progress& part) const { paint_progress(painter, part); }
  };
  std::visit(Paint{painter}, element);
}

std::string html(const page::Page& page) {
  HtmlWriter out(page.language, page.direction);
  Painter painter{out, page};
  out.open("div").attribute("class", "polku").attribute("lang", page.language).attribute("dir", name_of(page.direction));

  out.open("div").attribute("class", "top");
  paint_back(painter);
  paint_languages(painter);
  out.close();

  out.open("div").attribute("class", "sheet").attribute("data-page", page.kind);
  paint_error_summary(painter);
  // Only what can be submitted is a form (WCAG technique H32).
  const bool has_primary = std::any_of(page.actions.begin(), page.actions.end(),
                                       [](const page::Action& action) { return action.look == page::Action::Look::primary && action.address.empty(); });
  painter.has_form = has_primary;
  if (has_primary)
    out.open("form").id("form").attribute("method", "post").mark("novalidate");
  else
    out.open("div").id("form");
  if (!page.caption.empty()) out.open("p").attribute("class", "where").say(page.caption).close();
  if (!page.heading.empty()) out.open("h1").id("heading").attribute("tabindex", "-1").say(page.heading).close();
  for (std::size_t index = 0; index < page.elements.size(); ++index) {
    const bool elsewhere = std::find(page.nested.begin(), page.nested.end(), index) != page.nested.end();
    if (!elsewhere) paint_element(painter, page.elements[index]);
  }
  paint_actions(painter, page.actions, "actions");
  out.close();
  if (!page.saved.empty()) {
    out.open("p").attribute("class", page.saved_tone == page::Note::Tone::warning ? "saved note caution" : "saved").say(page.saved).close();
  }
  out.close();

  paint_actions(painter, page.footer, "footer");
  if (painter.has_side_buttons) out.open("form").id("side").attribute("method", "post").mark("novalidate").close();
  out.close();
  return out.take();
}

}  // namespace polku::render
