// SPDX-License-Identifier: EUPL-1.2
// Of which kind a leaf is: what the widget, the format and the type say together.
#include <algorithm>
#include <array>

#include "exchange/constraints.h"
#include "exchange/plan.h"
#include "exchange/widget.h"
#include "json/writer.h"

namespace polku::exchange {

using json::Type;
using json::Value;

namespace {

class LeafReader {
 public:
  LeafReader(Workshop& shop, const Node& node, Asked& asked) : shop_(shop), node_(node), asked_(asked) {}

  bool read() {
    widget_ = read_widget(shop_, node_);
    values_ = read_choices(shop_, node_);
    if (read_constant()) return true;
    if (widget_ == Widget::hidden) return false;
    if (!decide()) return false;
    if (asked_.kind != "information") asked_.words["hint"] = hint_of(shop_, node_);
    read_constraints(shop_, node_, asked_);
    read_default();
    read_display(shop_, node_, asked_);
    return true;
  }

 private:
  static bool is_true(const Piece& piece) { return piece.is(Type::boolean) && piece.value->boolean(); }

  // What nobody types: a constant, or a default that is hidden or only read.
  bool read_constant() {
    const Piece constant = node_.keyword("const");
    const bool agrees = is_true(constant) && (node_.type == "boolean" || node_.type.empty());
    if (agrees && widget_ != Widget::hidden) return false;  // something to agree to
    const bool is_fixed = widget_ == Widget::hidden || is_true(node_.keyword("readOnly")) || is_true(node_.hint("readonly")) || is_true(node_.hint("disabled"));
    Piece value = constant;
    if (!value && is_fixed) value = node_.keyword("default");
    if (!value || value.is(Type::array) || value.is(Type::object) || value.is(Type::null)) return false;
    for (const Piece& read : {value, node_.keyword("readOnly"), node_.hint("readonly"), node_.hint("disabled")}) shop_.ledger.carry(read);
    asked_.kind = value.is(Type::string) ? "text" : value.is(Type::number) ? "number" : "yes-no";
    asked_.members.add("calculate", *value.value);
    asked_.comparison = value.is(Type::string) ? Comparison::text : value.is(Type::number) ? Comparison::number : Comparison::truth;
    asked_.is_answer = false;
    asked_.is_shown = widget_ != Widget::hidden;
    return true;
  }

  bool is(std::string_view type) const { return node_.type == type; }

  bool holds_truths() const {
    return values_.size() == 2 && std::all_of(values_.begin(), values_.end(), [](const Choice& one) { return one.value.is(Type::boolean); });
  }

  bool decide() {
    const Piece field = node_.hint("field");
    if (is("null")) return be_information();
    if (field.text() == "actingYear") return shop_.ledger.carry(field), be("year", Comparison::text);
    const bool is_truth = is("boolean") || (node_.type.empty() && (holds_truths() || is_true(node_.keyword("const"))));
    if (node_.form == Form::array) return be_options("several-of", Comparison::options);
    if (is_truth) return decide_truth();
    if (!values_.empty()) return be_options("one-of", Comparison::option);
    if (is("number") || is("integer")) {
      if (is("integer")) asked_.members.add("integer", Value{true});
      return be("number", Comparison::number);
    }
    return decide_text();
  }

  bool be(const char* kind, Comparison comparison) {
    asked_.kind = kind;
    asked_.comparison = comparison;
    return true;
  }

  bool be_information() {
    Words body = asked_.words["label"];
    asked_.words.clear();
    asked_.words["body"] = std::move(body);
    asked_.is_answer = false;
    return be("information", Comparison::nothing);
  }

  bool decide_truth() {
    if (is_true(node_.keyword("const")) && widget_ != Widget::none && widget_ != Widget::tick) {
      shop_.ledger.carry(node_.keyword("const"));
      be("yes-no", Comparison::truth);
      asked_.checks.emplace_back("agreed", rule("==", variable(asked_.id), Value{true}));
      asked_.words["problem.agreed"] = shop_.texts.own("problem.not-allowed");
      return true;
    }
    if (is_true(node_.keyword("const"))) {
      shop_.ledger.carry(node_.keyword("const"));
      be("consent", Comparison::truth);
      if (Words words = shop_.texts.say(node_.hint("checkboxLabel")); !words.empty()) {
        asked_.words["short"] = asked_.words["label"];
        asked_.words["label"] = std::move(words);
      }
      return true;
    }
    if (widget_ == Widget::tick) return be_tick();
    Words yes, no;
    for (const Choice& one : values_) {
      if (one.value.is(Type::boolean)) (one.value.boolean() ? yes : no) = one.name;
    }
    const bool are_own = (yes.empty() || yes == shop_.texts.own("yes")) && (no.empty() || no == shop_.texts.own("no"));
    if (are_own && (values_.empty() || holds_truths())) return be("yes-no", Comparison::truth);
    return be_options("one-of", Comparison::option);
  }

  // One box that may stay empty: nothing chosen is the source's false.
  bool be_tick() {
    be("several-of", Comparison::tick);
    asked_.members.add("options", Value::array());
    asked_.members.find("options")->push(Value{"yes"});
    asked_.options.emplace_back(Value{true}, "yes");
    Words words = shop_.texts.say(node_.hint("checkboxLabel"));
    asked_.words["option.yes.label"] = words.empty() ? asked_.words["label"] : std::move(words);
    return true;
  }

  bool be_options(const char* kind, Comparison comparison) {
    if (values_.empty()) return false;
    Ids ids;
    Value options = Value::array();
    for (const auto& [value, name, hint] : values_) {
      const std::string constant = value.is(Type::string) ? value.string() : value.is(Type::boolean) ? (value.boolean() ? "yes" : "no") : json::write(value);
      const std::string id = ids.take(kebab(constant));
      options.push(Value{id});
      asked_.options.emplace_back(value, id);
      asked_.words["option." + id + ".label"] = name.empty() ? shop_.texts.everywhere(constant) : name;
      if (!hint.empty()) asked_.words["option." + id + ".hint"] = hint;
    }
    asked_.members.add("options", std::move(options));
    return be(kind, comparison);
  }

  bool decide_text() {
    const Piece format = node_.keyword("format");
    const std::string name = format.text();
    if (format) shop_.ledger.carry(format);
    // The widget decides how it is asked, the format what is right: in another widget the format is a pattern.
    const bool is_line = widget_ == Widget::none || widget_ == Widget::line;
    if ((name == "email" || name == "idn-email") && is_line) return be("email", Comparison::text);
    if (name == "ba-phone-number" && is_line) return be_phone();
    if ((name == "ba-iban" || name == "iban") && is_line) return be("iban", Comparison::text);
    const bool is_file = widget_ == Widget::none || widget_ == Widget::file;
    if (name == "data-url" && is("string") && is_file) return be("file", Comparison::nothing);
    if (name == "ba-file-uuid" && is_true(node_.keyword("baFile")) && is_file) {
      shop_.ledger.carry(node_.keyword("baFile"));
      return be("file", Comparison::nothing);
    }
    if (name == "decimal-number") return be("number", Comparison::number);
    if ((name == "date" && (widget_ == Widget::none || widget_ == Widget::date)) || (!format && widget_ == Widget::date)) return be("date", Comparison::text);
    if (name == "time" || (!format && widget_ == Widget::time)) return be("time", Comparison::text);
    add_pattern(format);
    return be(widget_ == Widget::lines ? "long-text" : "text", Comparison::text);
  }

  void add_pattern(const Piece& format) {
    // Bratislava's own: five digits anywhere, six to eight digits, a plus and 11 to 15 digits.
    constexpr std::pair<std::string_view, std::string_view> patterns[] = {{"ba-slovak-zip", "(.*[^A-Za-z0-9_])?\\d{5}([^A-Za-z0-9_].*)?"},
                                                                          {"ba-ico", "\\d{6,8}"},
                                                                          {"ba-phone-number", "\\+[1-9]\\d{10,14}"},
                                                                          {"email", "[^@ ]+@[^@ ]+\\.[^@ ]+"},
                                                                          {"date", "\\d{4}-\\d{2}-\\d{2}"},
                                                                          {"ba-iban", "[A-Z]{2}\\d{2}[A-Z0-9 ]{10,40}"}};
    if (!format) return;
    for (const auto& [name, pattern] : patterns) {
      if (format.text() != name) continue;
      asked_.members.add("pattern", Value{pattern});
      return;
    }
    shop_.report(format, "format-unknown", {{"name", format.text()}});
    shop_.ledger.lose(format, "format-unknown");
  }

  // Bratislava takes the international form alone: a plus and 11 to 15 digits.
  bool be_phone() {
    be("phone", Comparison::text);
    Value first = Value::array();
    first.push(variable(asked_.id));
    first.push(Value{std::int64_t{0}});
    first.push(Value{std::int64_t{1}});
    Value begins = rule("==", Value::object().with("substr", std::move(first)), Value{"+"});
    Value is_long = rule(">=", Value::object().with("length", variable(asked_.id)), Value{std::int64_t{12}});
    asked_.checks.emplace_back("international", rule("and", std::move(begins), std::move(is_long)));
    asked_.words["problem.international"] = shop_.texts.own("problem.international");
    return true;
  }

  void read_default() {
    const Piece piece = node_.keyword("default");
    if (!piece) return;
    Value preset;
    if (asked_.kind == "one-of") {
      if (const std::string* id = option_of(asked_, *piece.value)) preset = Value{*id};
    } else if (asked_.kind == "several-of") {
      preset = Value::array();
      for (const Piece& one : piece.items()) {
        if (const std::string* id = option_of(asked_, *one.value)) preset.push(Value{*id});
      }
      if (is_true(piece) && !asked_.options.empty()) preset.push(Value{asked_.options.front().second});
      if (preset.items().empty()) preset = Value{};
    } else {
      constexpr std::array<std::string_view, 5> plain = {"text", "long-text", "email", "date", "phone"};
      const bool is_text = std::find(plain.begin(), plain.end(), asked_.kind) != plain.end();
      const bool fits = (asked_.kind == "yes-no" && piece.is(Type::boolean)) || (asked_.kind == "number" && piece.is(Type::number)) ||
                        (is_text && piece.is(Type::string) && !piece.text().empty());
      if (fits) preset = *piece.value;
    }
    if (preset.is_null()) return shop_.ledger.lose(piece, "without-effect");
    shop_.ledger.carry(piece);
    asked_.members.add("default", std::move(preset));
  }

  Workshop& shop_;
  const Node& node_;
  Asked& asked_;
  Widget widget_ = Widget::none;
  std::vector<Choice> values_;
};

}  // namespace

bool describe_leaf(Workshop& shop, const Node& node, Asked& asked) { return LeafReader(shop, node, asked).read(); }

}  // namespace polku::exchange
