// SPDX-License-Identifier: EUPL-1.2
#include "exchange/constraints.h"

#include <algorithm>
#include <array>
#include <optional>

#include "text/pattern.h"
#include "text/utf8.h"

namespace polku::exchange {

using json::Type;
using json::Value;
using text::Decimal;

Value variable(const std::string& id) { return Value::object().with("var", Value{id}); }

Value rule(std::string_view operation, Value first, Value second) {
  Value arguments = Value::array();
  arguments.push(std::move(first));
  arguments.push(std::move(second));
  return Value::object().with(operation, std::move(arguments));
}

namespace {

bool is_one_of(const std::string& word, std::initializer_list<std::string_view> words) { return std::find(words.begin(), words.end(), word) != words.end(); }

// Alternatives outside any bracket.
std::vector<std::string> alternatives_of(const std::string& pattern) {
  std::vector<std::string> parts{""};
  int depth = 0;
  bool in_class = false;
  for (std::size_t at = 0; at < pattern.size(); ++at) {
    const char sign = pattern[at];
    if (sign == '|' && depth == 0 && !in_class) {
      parts.emplace_back();
      continue;
    }
    parts.back() += sign;
    if (sign == '\\' && at + 1 < pattern.size()) parts.back() += pattern[++at];
    if (sign == '[') in_class = true;
    if (sign == ']') in_class = false;
    if (!in_class && sign == '(') ++depth;
    if (!in_class && sign == ')') --depth;
  }
  return parts;
}

class ConstraintReader {
 public:
  ConstraintReader(Workshop& shop, const Node& node, Asked& asked) : shop_(shop), node_(node), asked_(asked) {}

  void read() {
    const std::string& kind = asked_.kind;
    if (is_one_of(kind, {"text", "long-text"})) read_text();
    if (is_one_of(kind, {"email", "phone", "iban"})) read_lengths_as_checks();
    if (is_one_of(kind, {"number", "money"})) read_number();
    if (is_one_of(kind, {"several-of", "list"})) read_items();
    if (kind == "file") read_accept();
  }

 private:
  // Of all that say one, the strictest.
  std::optional<Decimal> strictest(std::initializer_list<Piece> more, const char* keyword, bool least) {
    std::vector<Piece> pieces = node_.keywords(keyword);
    pieces.insert(pieces.end(), more.begin(), more.end());
    std::optional<Decimal> found;
    for (const Piece& piece : pieces) {
      if (!piece.is(Type::number)) continue;
      shop_.ledger.carry(piece);
      const Decimal& number = piece.value->number();
      if (!found || (least ? *found < number : number < *found)) found = number;
    }
    return found;
  }

  void read_text() {
    if (const auto minimum = strictest({node_.plain_hint("misc:min-length")}, "minLength", true)) asked_.members.add("minLength", Value{*minimum});
    if (const auto maximum = strictest({node_.plain_hint("misc:max-length"), node_.hint("maxLength")}, "maxLength", false)) {
      asked_.members.add("maxLength", Value{*maximum});
    }
    for (const Piece& piece : node_.keywords("pattern")) {
      const std::string pattern = whole_pattern(piece.text());
      if (pattern.empty() || asked_.members.find("pattern")) {
        shop_.report(piece, "pattern-unsupported", {{"pattern", piece.text()}});
        shop_.ledger.lose(piece, "pattern-unsupported");
        continue;
      }
      shop_.ledger.carry(piece);
      asked_.members.add("pattern", Value{pattern});
    }
  }

  void check(const char* id, Value what) {
    asked_.checks.emplace_back(id, std::move(what));
    asked_.words[std::string("problem.") + id] = shop_.texts.own("problem.not-allowed");
  }

  void read_lengths_as_checks() {
    const auto length = [&] { return Value::object().with("length", variable(asked_.id)); };
    if (const auto minimum = strictest({}, "minLength", true)) check("min-length", rule(">=", length(), Value{*minimum}));
    if (const auto maximum = strictest({node_.plain_hint("misc:max-length")}, "maxLength", false)) check("max-length", rule("<=", length(), Value{*maximum}));
  }

  void read_number() {
    const bool is_integer = asked_.members.find("integer") != nullptr;
    for (const bool least : {true, false}) {
      const char* name = least ? "minimum" : "maximum";
      auto bound = strictest({}, name, least);
      const auto exclusive = strictest({}, least ? "exclusiveMinimum" : "exclusiveMaximum", least);
      if (exclusive && is_integer && exclusive->is_integer()) {
        const auto next = add(*exclusive, Decimal{least ? 1 : -1});
        if (next && (!bound || (least ? *bound < *next : *next < *bound))) bound = next;
      } else if (exclusive) {
        check(least ? "above" : "below", rule(least ? ">" : "<", variable(asked_.id), Value{*exclusive}));
      }
      if (bound) asked_.members.add(name, Value{bound->to_string()});
    }
    if (const auto step = strictest({}, "multipleOf", true); step && Decimal{0} < *step) asked_.members.add("multipleOf", Value{step->to_string()});
  }

  void read_items() {
    if (const auto least = strictest({}, "minItems", true); least && Decimal{0} < *least) asked_.members.add("minItems", Value{*least});
    if (const auto most = strictest({}, "maxItems", false)) asked_.members.add("maxItems", Value{*most});
    if (const Piece unique = node_.keyword("uniqueItems"); asked_.kind == "several-of") shop_.ledger.carry(unique);
  }

  void read_accept() {
    constexpr std::pair<std::string_view, std::string_view> types[] = {{".jpg", "image/jpeg"},
                                                                       {".jpeg", "image/jpeg"},
                                                                       {".png", "image/png"},
                                                                       {".gif", "image/gif"},
                                                                       {".heic", "image/heic"},
                                                                       {".webp", "image/webp"},
                                                                       {".pdf", "application/pdf"},
                                                                       {".txt", "text/plain"},
                                                                       {".csv", "text/csv"},
                                                                       {".rtf", "application/rtf"},
                                                                       {".doc", "application/msword"},
                                                                       {".xls", "application/vnd.ms-excel"},
                                                                       {".zip", "application/zip"},
                                                                       {".ppt", "application/vnd.ms-powerpoint"},
                                                                       {".odt", "application/vnd.oasis.opendocument.text"},
                                                                       {".ods", "application/vnd.oasis.opendocument.spreadsheet"},
                                                                       {".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
                                                                       {".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
                                                                       {".pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"}};
    const Piece piece = node_.hint("accept");
    if (!piece) return;
    Value accept = Value::array();
    const std::string all = piece.text() + ",";
    for (std::size_t from = 0, to = all.find(','); to != std::string::npos; from = to + 1, to = all.find(',', from)) {
      std::string wanted = text::to_lower_ascii(text::trim(std::string_view(all).substr(from, to - from)));
      for (const auto& [ending, type] : types) {
        if (wanted == ending) wanted = type;
      }
      if (wanted.find('/') == std::string::npos) {
        if (!wanted.empty()) shop_.report(piece, "file-type-unknown", {{"name", wanted}});
        continue;
      }
      if (std::none_of(accept.items().begin(), accept.items().end(), [&](const Value& one) { return one.string() == wanted; })) accept.push(Value{wanted});
    }
    if (accept.items().empty()) return shop_.ledger.lose(piece, "file-type-unknown");
    shop_.ledger.carry(piece);
    asked_.members.add("accept", std::move(accept));
  }

  Workshop& shop_;
  const Node& node_;
  Asked& asked_;
};

}  // namespace

std::string whole_pattern(const std::string& pattern) {
  std::string whole;
  for (std::string part : alternatives_of(pattern)) {
    const bool begins = part.starts_with("^");
    const bool ends = part.ends_with("$") && !part.ends_with("\\$");
    if (ends) part.pop_back();
    if (begins) part.erase(0, 1);
    whole += (whole.empty() ? "" : "|") + std::string(begins ? "" : ".*") + part + (ends ? "" : ".*");
  }
  return std::holds_alternative<text::Pattern>(text::compile_pattern(whole)) ? whole : std::string();
}

void read_constraints(Workshop& shop, const Node& node, Asked& asked) { ConstraintReader(shop, node, asked).read(); }

}  // namespace polku::exchange
