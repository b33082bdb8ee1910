// SPDX-License-Identifier: EUPL-1.2
#include "render/html/components.h"

namespace polku::render {

// The control itself is heard, not seen: its words are the browser's, in the browser's language, and it forgets on reload what was chosen. Its label
// is the button, and beside it stands what was chosen. What is known of that is in hidden fields, so that everything on the page can be gathered as typed.
void paint_file(Painter& painter, const page::Field& field) {
  constexpr std::string_view facts[] = {"name", "type", "size", "sha256", "ref"};
  HtmlWriter& out = painter.out;
  out.open("fieldset").attribute("class", class_of(field, "question parts"));
  paint_label(painter, field, LabelFor::group);
  if (!field.length_note.empty()) out.open("p").attribute("class", "hint").id(field.place + "/length").say(field.length_note).close();
  paint_hints(painter, field);
  const bool is_list = field.takes_several && !field.chosen.empty();
  if (is_list) out.open("ul").attribute("class", "rows");
  // Where there is no control, what is told of the field leads to what was chosen.
  if (is_list && field.choose.empty()) out.id(field.place).attribute("tabindex", "-1");
  for (const page::ChosenFile& chosen : field.chosen) {
    field.takes_several ? out.open("li") : out.open("div");
    out.attribute("class", "chosen").open("p");
    if (!field.takes_several) out.id(field.place + "/chosen");
    out.say(chosen.name).space().open("span").attribute("class", "size").say(chosen.size).close().close();
    paint_action(painter, chosen.remove);
    out.close();
  }
  if (is_list) out.close();
  if (field.choose.empty()) {
    out.close();
    return;
  }
  out.open("input").attribute("class", "visually-hidden").attribute("type", "file").id(field.place);
  if (!field.accept.empty()) out.attribute("accept", field.accept);
  if (field.takes_several) out.mark("multiple");
  out.attribute("data-place", field.place).attribute("data-largest", std::to_string(field.largest));
  if (is_wrong(field)) out.attribute("aria-invalid", "true");
  describe(painter, field);
  out.close();
  out.open("label").attribute("class", "button second").attribute("for", html_id(field.place)).say(field.choose).close();
  for (const page::Option& later : field.options) {
    out.open("div").attribute("class", "choice").open("input").attribute("type", "checkbox");
    out.id(field.place + "/later").attribute("name", field.place + "/later").attribute("value", later.id);
    if (later.chosen) out.mark("checked");
    out.close().open("label").attribute("for", html_id(field.place + "/later")).say(later.label).close().close();
  }
  for (std::size_t at = 0; !field.chosen.empty() && at < field.typed.size() && at < std::size(facts); ++at) {
    out.open("input").attribute("type", "hidden").attribute("name", field.place + "/" + std::string(facts[at])).attribute("value", field.typed[at]).close();
  }
  out.close();
}

}  // namespace polku::render
