// SPDX-License-Identifier: EUPL-1.2
// How wide the author drew a field, how its options stand.
#include <algorithm>

#include "exchange/constraints.h"
#include "text/utf8.h"

namespace polku::exchange {

using json::Type;
using json::Value;

namespace {

bool is_one_of(const std::string& word, std::initializer_list<std::string_view> words) { return std::find(words.begin(), words.end(), word) != words.end(); }

}  // namespace

void read_display(Workshop& shop, const Node& node, Asked& asked) {
  const auto set = [&](const Piece& piece, const char* name, Value value) {
    if (asked.members.find(name)) return shop.ledger.lose(piece, "said-elsewhere");
    shop.ledger.carry(piece);
    asked.members.add(name, std::move(value));
  };
  const bool is_line = is_one_of(asked.kind, {"text", "email", "phone", "iban", "number", "money"});
  const Piece column = node.hint("selfColumn"), size = node.hint("size");
  const auto width = [&](const Piece& piece, std::initializer_list<std::pair<std::string_view, const char*>> widths) {
    for (const auto& [word, name] : widths) {
      if (is_line && piece.text() == word) return set(piece, "width", Value{name});
    }
    if (piece) shop.ledger.explain_below(piece, "look");
  };
  width(column, {{"1/4", "small"}, {"2/4", "middle"}, {"1/2", "middle"}, {"3/4", "full"}, {"4/4", "full"}});
  width(size, {{"small", "small"}, {"medium", "middle"}, {"large", "full"}, {"full", "full"}});
  const bool has_choices = is_one_of(asked.kind, {"one-of", "yes-no", "several-of"});
  const std::string widget = text::to_lower_ascii(node.hint("widget").text());
  if (has_choices && asked.kind != "several-of" && widget.starts_with("select")) asked.members.add("layout", Value{"list"});
  for (const char* name : {"orientations", "orientation", "inline"}) {
    const Piece piece = node.hint(name);
    const bool is_inline = piece.is(Type::boolean) && piece.value->boolean();
    if (has_choices && (is_inline || is_one_of(piece.text(), {"row", "column"}))) set(piece, "layout", Value{is_inline ? "row" : piece.text()});
  }
  const bool are_seen = widget.starts_with("checkboxgroup") || widget == "checkboxes";
  if (has_choices && are_seen && !asked.members.find("layout")) asked.members.add("layout", Value{"column"});
  // Several are always chosen from what is seen.
  if (asked.kind == "several-of" && widget.starts_with("select")) shop.ledger.lose(node.hint("widget"), "look");
  const Piece variant = node.hint("variant");
  if ((has_choices || asked.kind == "consent") && variant.text() == "boxed") set(variant, "boxed", Value{true});
  const Piece type = node.hint("type");
  if (asked.kind == "file" && type.text() == "dragAndDrop") set(type, "boxed", Value{true});
  if (asked.kind == "file" && type.text() == "button") shop.ledger.explain_below(type, "without-effect");
  const Piece input = node.hint("inputType");
  const std::pair<std::string_view, const char*> tokens[] = {{"email", "email"}, {"tel", "tel"}, {"url", "url"}};
  for (const auto& [word, token] : tokens) {
    if (is_line && asked.kind != "number" && input.text() == word) set(input, "autocomplete", Value{token});
  }
  if (is_line && input.text() == "text") shop.ledger.carry(input);
  if (const Piece token = node.hint("autocomplete"); is_line && token) set(token, "autocomplete", Value{token.text()});
  if (const Piece unknown = node.hint("widget"); unknown && !shop.ledger.is_carried(unknown)) asked.members.add("x-widget", Value{unknown.text()});
}

}  // namespace polku::exchange
