// SPDX-License-Identifier: EUPL-1.2
// Of which kind a leaf is: what the widget, the format and the type say together.
#include <algorithm>
#include <array>

#include "exchange/constraints.h"
#include "exchange/plan.h"
#include "json/writer.h"
#include "text/utf8.h"

namespace polku::exchange {

using json::Type;
using json::Value;

namespace {

enum class Widget : std::uint8_t { none, line, lines, radios, select, ticks, tick, date, time, number, file, hidden, unknown };

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

class LeafReader {
 public:
  LeafReader(Workshop& shop, const Node& node, Asked& asked) : shop_(shop), node_(node), asked_(asked) {}

  bool read() {
    read_widget();
    read_values();
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
  void read_widget() {
    const Piece piece = node_.hint("widget");
    if (!piece) return;
    std::string name = text::to_lower_ascii(piece.text());
    if (name.size() > 6 && name.ends_with("widget")) name.resize(name.size() - 6);
    widget_ = Widget::unknown;
    for (const WidgetName& one : widget_names) {
      if (one.name == name) widget_ = one.widget;
    }
    if (widget_ != Widget::unknown) return shop_.ledger.carry(piece);
    shop_.report(piece, "widget-unknown", {{"name", piece.text()}});
    shop_.ledger.lose(piece, "widget-unknown");
  }

  // The constants to choose from, with what they are called.
  void read_values() {
    const Node& holder = node_.form == Form::array && !node_.children.empty() ? *node_.children.front() : node_;
    if (const Piece all = holder.keyword("enum"); all.is(Type::array)) {
      shop_.ledger.carry(all);
      for (const Piece& one : all.items()) values_.push_back({*one.value, {}});
      names_in(all);
    }
    for (const char* keyword : {"oneOf", "anyOf"}) {
      const Piece all = holder.keyword(keyword);
      if (!values_.empty() || !all) continue;
      const auto items = all.items();
      if (items.empty() || !std::all_of(items.begin(), items.end(), [](const Piece& one) { return one.member("const"); })) continue;
      shop_.ledger.carry(all);
      for (const Piece& one : items) {
        shop_.ledger.carry(one.member("const"));
        if (const Piece type = one.member("type")) shop_.ledger.explain_below(type, "without-effect");
        values_.push_back({*one.member("const").value, shop_.texts.say(one.member("title"))});
        hints_.push_back(shop_.texts.say(one.member("description"), Markup::prose));
      }
    }
    for (const Piece& one : node_.hint("enumMetadata").items()) name_by_metadata(one);
  }

  void names_in(const Piece& all) {
    const auto keys = all.items();
    std::vector<Piece> names = node_.hint("enumNames").items();
    if (names.empty()) names = node_.keyword("enumNames").items();
    if (!names.empty()) shop_.ledger.carry(node_.keyword("enumNames"));
    for (std::size_t at = 0; at < keys.size(); ++at) values_[at].second = shop_.texts.say(at < names.size() ? names[at] : keys[at]);
    for (std::size_t at = keys.size(); at < names.size(); ++at) shop_.ledger.lose(names[at], "names-no-option");
  }

  void name_by_metadata(const Piece& one) {
    const Piece value = one.member("value");
    for (auto& [known, words] : values_) {
      if (!value || !(*value.value == known)) continue;
      words = shop_.texts.say(one.member("label"));
      const bool is_said = values_.size() == 1 && value.text() == one.member("label").text();
      if (is_said) shop_.ledger.lose(value, "said-elsewhere");
      shop_.ledger.carry(value);
      if (const Piece text = one.member("description")) {
        hints_.resize(values_.size());
        hints_[index_of(known)] = shop_.texts.say(text, Markup::prose);
      }
      return;
    }
    shop_.report(one, "option-unknown", {{"value", value ? json::write(*value.value) : ""}});
    shop_.ledger.explain_below(one, "names-no-option");
  }

  std::size_t index_of(const Value& wanted) const {
    for (std::size_t at = 0; at < values_.size(); ++at) {
      if (values_[at].first == wanted) return at;
    }
    return 0;
  }

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
    return values_.size() == 2 && std::all_of(values_.begin(), values_.end(), [](const auto& one) { return one.first.is(Type::boolean); });
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
    for (const auto& [value, words] : values_) {
      if (value.is(Type::boolean)) (value.boolean() ? yes : no) = words;
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
    for (std::size_t at = 0; at < values_.size(); ++at) {
      const auto& [value, words] = values_[at];
      const std::string constant = value.is(Type::string) ? value.string() : value.is(Type::boolean) ? (value.boolean() ? "yes" : "no") : json::write(value);
      const std::string id = ids.take(kebab(constant));
      options.push(Value{id});
      asked_.options.emplace_back(value, id);
      asked_.words["option." + id + ".label"] = words.empty() ? shop_.texts.everywhere(constant) : words;
      if (at < hints_.size() && !hints_[at].empty()) asked_.words["option." + id + ".hint"] = hints_[at];
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
  std::vector<std::pair<Value, Words>> values_;
  std::vector<Words> hints_;
};

}  // namespace

bool describe_leaf(Workshop& shop, const Node& node, Asked& asked) { return LeafReader(shop, node, asked).read(); }

}  // namespace polku::exchange
