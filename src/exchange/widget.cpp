// SPDX-License-Identifier: EUPL-1.2
#include "exchange/widget.h"

#include "text/utf8.h"

namespace polku::exchange {

namespace {

struct WidgetName {
  std::string_view name;
  Widget widget;
};
// What react-jsonschema-form has of its own, and Bratislava's.
constexpr WidgetName widget_names[] = {
    {"text", Widget::line},
    {"input", Widget::line},
    {"email", Widget::line},
    {"uri", Widget::line},
    {"password", Widget::line},
    {"tel", Widget::line},
    {"textarea", Widget::lines},
    {"radio", Widget::radios},
    {"radiogroup", Widget::radios},
    {"select", Widget::select},
    {"selectmultiple", Widget::select},
    {"checkboxes", Widget::ticks},
    {"checkboxgroup", Widget::ticks},
    {"checkbox", Widget::tick},
    {"date", Widget::date},
    {"alt-date", Widget::date},
    {"datepicker", Widget::date},
    {"time", Widget::time},
    {"timepicker", Widget::time},
    {"updown", Widget::number},
    {"range", Widget::number},
    {"number", Widget::number},
    {"file", Widget::file},
    {"files", Widget::file},
    {"fileupload", Widget::file},
    {"fileuploadmultiple", Widget::file},
    {"hidden", Widget::hidden},
};

}  // namespace

Widget read_widget(Workshop& shop, const Node& node) {
  const Piece piece = node.hint("widget");
  if (!piece) return Widget::none;
  std::string name = text::to_lower_ascii(piece.text());
  if (name.size() > 6 && name.ends_with("widget")) name.resize(name.size() - 6);
  for (const WidgetName& one : widget_names) {
    if (one.name != name) continue;
    shop.ledger.carry(piece);
    return one.widget;
  }
  shop.report(piece, "widget-unknown", {{"name", piece.text()}});
  shop.ledger.lose(piece, "widget-unknown");
  return Widget::unknown;
}

}  // namespace polku::exchange
