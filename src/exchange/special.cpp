// SPDX-License-Identifier: EUPL-1.2
// Components of the two cities' front ends: files with what is known of them, amounts by kind of grant, sums, paragraphs and links.
#include <algorithm>
#include <array>

#include "exchange/constraints.h"
#include "exchange/plan.h"
#include "exchange/walker.h"
#include "text/utf8.h"

namespace polku::exchange {

using json::Type;
using json::Value;

namespace {

bool is_true(const Piece& piece) { return (piece.is(Type::boolean) && piece.value->boolean()) || piece.text() == "true"; }

// The record a file is kept as: what has to be in it, and as what.
struct RecordMember {
  std::string_view name, type;
};
constexpr RecordMember file_record[] = {{"file_id", "integer"},          {"fileName", "string"},
                                        {"fileType", "integer"},         {"integrationID", "string"},
                                        {"isDeliveredLater", "boolean"}, {"isIncludedInOtherFile", "boolean"},
                                        {"isNewAttachment", "boolean"},  {"size", "integer"}};

class Special {
 public:
  Special(Workshop& shop, const Node& node, Walker& walker) : shop_(shop), node_(node), walker_(walker), field_(node.hint("field")) {}

  bool ask() {
    const std::string name = field_.text();
    if (node_.form == Form::array && is_notes()) return field_.text() == "textParagraph" ? tell_notes() : tell_nothing();
    if (is_file_list()) return ask_files_of_array();
    if (!field_) return false;
    if (name == "atvFile") return ask_attachment();
    if (name == "subventionTable") return ask_amounts();
    if (name == "computedSum") return compute_sum();
    if (name == "CustomComponents") return tell_components("customComponents");
    if (name == "actingYear") return false;
    shop_.report(field_, "field-unknown", {{"name", name}});
    shop_.ledger.lose(field_, "field-unknown");
    return false;
  }

 private:
  bool is_notes() const {
    return !node_.children.empty() && std::all_of(node_.children.begin(), node_.children.end(), [](const auto& one) { return one->type == "null"; });
  }

  // Nothing but null is an answer to it, and nothing shows its words.
  bool tell_nothing() {
    shop_.report(node_.facets.front().schema, "asks-nothing");
    for (const Facet& facet : node_.facets) shop_.ledger.lose_below(facet.schema, "asks-nothing");
    return true;
  }

  bool tell_notes() {
    shop_.ledger.carry(field_);
    std::vector<Words> parts{framed("## ", label_of(shop_, node_), "")};
    for (const auto& child : node_.children) parts.push_back(shop_.texts.say(child->keyword("title"), Markup::prose));
    for (const auto& child : node_.children) shop_.ledger.carry(child->keyword("type"));
    Words body = joined(parts, "\n\n");
    if (body.empty()) return true;
    walker_.inform(node_, "note", std::move(body));
    return true;
  }

  // A list of files is a list with one file in each row.
  bool is_file_list() const {
    const std::string widget = text::to_lower_ascii(node_.hint("widget").text());
    const bool is_for_files = widget.empty() || widget.starts_with("file");
    return is_for_files && node_.form == Form::array && !node_.children.empty() && node_.children.front()->keyword("format").text() == "ba-file-uuid" &&
           node_.children.front()->type == "string" && is_true(node_.children.front()->keyword("baFile"));
  }

  bool ask_files_of_array() {
    Asked& list = walker_.begin_list(node_);
    const Node& item = *node_.children.front();
    for (const char* keyword : {"format", "baFile"}) shop_.ledger.carry(item.keyword(keyword));
    shop_.ledger.carry(node_.hint("widget"));
    Asked& file = make_file(item, "file");
    read_constraints(shop_, node_, file);
    read_display(shop_, node_, file);
    walker_.end_list(list);
    // An empty array that is there beforehand is an answer where one is required.
    const Piece preset = node_.keyword("default");
    const bool has_effect = !node_.required.empty() && !list.members.find("minItems") && preset.is(Type::array) && preset.value->items().empty();
    if (has_effect)
      shop_.ledger.carry(preset);
    else if (preset)
      shop_.ledger.lose(preset, "without-effect");
    return true;
  }

  Asked& make_file(const Node& node, const std::string& suffix) {
    Asked& file = make_asked(shop_, node, suffix);
    file.kind = "file";
    file.comparison = Comparison::nothing;
    file.is_required = true;
    if (file.words["label"].empty()) file.words["label"] = shop_.texts.own("file");
    walker_.place(file);
    return file;
  }

  // Helsinki's: one or several files, a description, and for each whether it comes later or is part of another.
  bool is_record(const Node& record) const {
    return std::all_of(std::begin(file_record), std::end(file_record), [&](const RecordMember& one) {
      const auto named = record.named(one.name);
      return named.size() == 1 && named.front()->type == one.type;
    });
  }

  bool ask_attachment() {
    const auto files = node_.named("files");
    const bool holds_list = files.size() == 1 && files.front()->form == Form::array && !files.front()->children.empty();
    const Node& record = holds_list ? *files.front()->children.front() : node_;
    if (node_.form != Form::object || !is_record(record)) {
      shop_.report(field_, "file-record-unknown");
      shop_.ledger.lose(field_, "file-record-unknown");
      return false;
    }
    shop_.ledger.carry(field_);
    for (const Facet& facet : record.facets) carry_record(facet.schema);
    const Piece variant = node_.plain_hint("misc:variant"), multiple = node_.plain_hint("misc:multiple"), required = node_.plain_hint("misc:required");
    const bool is_simple = variant.text() == "simple";
    if (is_simple) shop_.ledger.carry(variant);
    if (is_true(required)) shop_.ledger.carry(required);
    if (is_true(multiple)) shop_.ledger.carry(multiple);
    ask_type();
    // A list is a page of its own: what belongs to all of its files stands in front of it.
    const Asked* status = is_simple ? nullptr : &ask_status();
    if (is_true(multiple)) {
      ask_description();
      ask_several(is_true(required), record, status);
    } else {
      ask_one(is_true(required), status);
      ask_description();
    }
    return true;
  }

  void carry_record(const Piece& schema) {
    shop_.ledger.carry(schema.member("properties"));
    for (const RecordMember& one : file_record) shop_.ledger.carry(schema.member("properties").member(one.name).member("type"));
  }

  // What sort of attachment it is the back end is told, nobody is asked.
  void ask_type() {
    const Piece type = node_.plain_hint("misc:file-type");
    if (!type.is(Type::number)) return;
    shop_.ledger.carry(type);
    Asked& asked = make_asked(shop_, node_, "type");
    asked.kind = "number";
    asked.comparison = Comparison::number;
    asked.members.add("integer", Value{true});
    asked.members.add("calculate", *type.value);
    asked.words["label"] = shop_.texts.own("file.type");
    asked.is_answer = false;
    asked.is_shown = false;
    asked.pointer += "/fileType";
  }

  Asked& ask_status() {
    Asked& status = make_asked(shop_, node_, "status");
    status.kind = "one-of";
    status.comparison = Comparison::option;
    Value options = Value::array();
    for (const char* id : {"later", "elsewhere"}) {
      options.push(Value{id});
      status.words[std::string("option.") + id + ".label"] = shop_.texts.own(std::string("file.") + id);
    }
    status.members.add("options", std::move(options));
    status.words["label"] = shop_.texts.own("file.status");
    walker_.place(status);
    return status;
  }

  void ask_one(bool is_required, const Asked* status) {
    Asked& file = make_asked(shop_, node_);
    file.kind = "file";
    file.comparison = Comparison::nothing;
    file.is_required = is_required;
    file.words["hint"] = hint_of(shop_, node_);
    if (shop_.prints_names && walker_.group()) file.words["short"] = walker_.group()->title;
    if (status) file.further_when.push_back(rule("==", variable(status->id), Value{}));
    walker_.place(file);
  }

  void ask_several(bool is_required, const Node& record, const Asked* status) {
    Asked& list = walker_.begin_list(node_);
    if (status) list.further_when.push_back(rule("==", variable(status->id), Value{}));
    list.is_required = is_required;
    if (is_required) list.members.set("minItems", Value{std::int64_t{1}});
    list.pointer += record.parent && record.parent->form == Form::array ? "/files" : "";
    const Words name = label_of(shop_, node_);
    make_file(node_, "file").words["label"] = name.empty() ? shop_.texts.own("file") : name;
    walker_.end_list(list);
  }

  void ask_description() {
    const auto named = node_.named("description");
    if (named.empty() || named.front()->type != "string") return;
    shop_.ledger.carry(named.front()->keyword("type"));
    Asked& asked = make_asked(shop_, *named.front());
    asked.kind = "text";
    asked.words["label"] = shop_.texts.own("file.description");
    walker_.place(asked);
  }

  // One amount for each kind of grant.
  bool ask_amounts() {
    const Piece options = node_.keyword("options");
    if (!options.is(Type::array)) return false;
    shop_.ledger.carry(field_);
    shop_.ledger.carry(options);
    const PlannedGroup* before = walker_.group();
    if (Words title = label_of(shop_, node_); !title.empty() && !walker_.is_in_row()) walker_.begin_group(node_, std::move(title));
    std::vector<const Asked*> amounts;
    for (const Piece& option : options.items()) {
      const Piece id = option.member("id");
      const std::string name = id.is(Type::number) ? id.value->number().to_string() : id.text();
      Asked& amount = make_asked(shop_, node_, name);
      amount.kind = "money";
      amount.comparison = Comparison::money;
      amount.members.add("currency", Value{"EUR"});
      amount.members.add("minimum", Value{std::int64_t{0}});
      amount.words["label"] = shop_.texts.say(option.member("label"));
      amount.pointer += "/" + name;
      if (!give_by_start_grant(amount, name)) amounts.push_back(&amount);
      walker_.place(amount);
    }
    if (const Piece single = node_.hint("useSingleSubvention"); is_true(single) && amounts.size() > 1) {
      shop_.ledger.carry(single);
      auto& last = *const_cast<Asked*>(amounts.back());
      last.at_most_one = amounts;
      last.words["problem.only-one"] = shop_.texts.own("problem.only-one");
    }
    walker_.end_group(before);
    return true;
  }

  // Another question decides that this amount is given, and how much it is.
  bool give_by_start_grant(Asked& amount, const std::string& name) {
    const Piece start = node_.hint("startGrant");
    const Piece value = start.member("valueWhenTrue"), controlled = start.member("controlledBy");
    if (start.member("subventionId").text() != name || !controlled) return false;
    const auto number = text::Decimal::parse(value.text());
    if (!number) return false;
    for (const Piece& piece : {start.member("subventionId"), value, controlled}) shop_.ledger.carry(piece);
    amount.members = Value::object().with("currency", Value{"EUR"}).with("calculate", Value{*number});
    amount.is_answer = false;
    amount.controlled_by = controlled;
    return true;
  }

  bool compute_sum() {
    Asked& sum = make_asked(shop_, node_);
    sum.words["hint"] = {};
    const Piece paths = node_.hint("sourceFields"), shape = node_.hint("sourceShape"), hidden = node_.hint("hidden");
    shop_.ledger.carry(field_);
    for (const Piece& path : paths.items()) shop_.ledger.carry(path);
    if (shape.text() == "subvention") shop_.ledger.carry(shape);
    sum.kind = shape.text() == "subvention" ? "money" : "number";
    sum.comparison = shape.text() == "subvention" ? Comparison::money : Comparison::number;
    if (sum.kind == "money") sum.members.add("currency", Value{"EUR"});
    if (hidden) shop_.ledger.carry(hidden);
    shop_.ledger.explain_below(node_.keyword("format"), "without-effect");
    shop_.ledger.lose(node_.keyword("type"), "without-effect");
    sum.is_answer = false;
    sum.is_shown = !is_true(hidden);
    sum.sum_of = paths;
    if (sum.is_shown) walker_.place(sum);
    return true;
  }

  bool tell_components(const char* where) {
    const Piece replaces = node_.hint("fieldReplacesAnyOrOneOf");
    const Piece any = node_.keyword("anyOf");
    const auto items = any.items();
    const bool wants_nothing = std::all_of(items.begin(), items.end(), [](const Piece& one) { return one.is(Type::object) && one.value->members().empty(); });
    if (!node_.type.empty() || !wants_nothing || (any && !is_true(replaces))) return false;
    shop_.ledger.carry(field_);
    shop_.ledger.carry(replaces);
    shop_.ledger.lose(any, "without-effect");
    Words body = joined({label_of(shop_, node_), hint_of(shop_, node_), links_of(shop_, node_.hint(where))}, "\n\n");
    if (!body.empty()) walker_.inform(node_, "note", std::move(body));
    return true;
  }

 public:
  static Words links_of(Workshop& shop, const Piece& components) {
    std::vector<Words> lines;
    for (const Piece& component : components.items()) {
      const Piece type = component.member("type");
      if (type.text() != "additionalLinks") {
        shop.report(type ? type : component, "component-unknown", {{"name", type.text()}});
        shop.ledger.explain_below(component, "component-unknown");
        continue;
      }
      shop.ledger.carry(type);
      for (const Piece& link : component.member("props").member("links").items()) {
        const Piece address = link.member("href");
        const Words title = shop.texts.say(link.member("title"));
        shop.ledger.carry(address);
        const std::string& href = address.text();
        const bool is_allowed = href.starts_with("https://") || href.starts_with("mailto:") || href.starts_with("tel:") || href.starts_with("/");
        lines.push_back(is_allowed ? framed("- [", title, "](" + as_message(href) + ")") : framed("- ", title, ": " + as_message(href)));
      }
    }
    return joined(lines, "\n");
  }

 private:
  Workshop& shop_;
  const Node& node_;
  Walker& walker_;
  Piece field_;
};

}  // namespace

bool ask_specially(Workshop& shop, const Node& node, Walker& walker) { return Special(shop, node, walker).ask(); }

Words links_beside(Workshop& shop, const Node& node, const char* where) { return Special::links_of(shop, node.hint(where)); }

}  // namespace polku::exchange
