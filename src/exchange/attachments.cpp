// SPDX-License-Identifier: EUPL-1.2
// Files: Bratislava's lists of them, and Helsinki's with all that is known of each.
#include <algorithm>

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

class Attachments {
 public:
  Attachments(Workshop& shop, const Node& node, Walker& walker) : shop_(shop), node_(node), walker_(walker), field_(node.hint("field")) {}

  bool ask() {
    if (is_file_list()) return ask_files_of_array();
    return field_.text() == "atvFile" && ask_attachment();
  }

 private:
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
    read_preset(list);
    return true;
  }

  // What is there beforehand, be it an empty array, is an answer where one is required and no more entries are wanted. Files themselves cannot come over.
  void read_preset(Asked& list) {
    const Piece preset = node_.keyword("default");
    if (!preset.is(Type::array)) return;
    const std::vector<Value>& files = preset.value->items();
    if (!files.empty()) shop_.report(preset, "files-beforehand");
    if (node_.required.empty()) return shop_.ledger.lose(preset, files.empty() ? "without-effect" : "not-in-form-language");
    const Value* least = list.members.find("minItems");
    if (least && !(text::Decimal{static_cast<std::int64_t>(files.size())} < least->number())) {
      std::erase_if(list.members.members(), [](const json::Member& one) { return one.name == "minItems"; });
    }
    shop_.ledger.carry(preset);
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

  Workshop& shop_;
  const Node& node_;
  Walker& walker_;
  Piece field_;
};

}  // namespace

bool ask_for_files(Workshop& shop, const Node& node, Walker& walker) { return Attachments(shop, node, walker).ask(); }

}  // namespace polku::exchange
