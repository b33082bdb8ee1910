// SPDX-License-Identifier: EUPL-1.2
// Components of the two cities' front ends: amounts by kind of grant, sums, paragraphs and links.
#include <algorithm>

#include "exchange/constraints.h"
#include "exchange/plan.h"
#include "exchange/walker.h"

namespace polku::exchange {

using json::Type;
using json::Value;

namespace {

bool is_true(const Piece& piece) { return (piece.is(Type::boolean) && piece.value->boolean()) || piece.text() == "true"; }

class Special {
 public:
  Special(Workshop& shop, const Node& node, Walker& walker) : shop_(shop), node_(node), walker_(walker), field_(node.hint("field")) {}

  bool ask() {
    const std::string name = field_.text();
    if (node_.form == Form::array && is_notes()) return field_.text() == "textParagraph" ? tell_notes() : tell_nothing();
    if (ask_for_files(shop_, node_, walker_)) return true;
    if (!field_) return false;
    if (name == "subventionTable") return ask_amounts();
    if (name == "computedSum") return compute_sum();
    if (name == "CustomComponents") return tell_components("customComponents");
    if (name == "actingYear" || name == "atvFile") return false;
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
    // What is called as what it stands in is not called so twice.
    const Words title = label_of(shop_, node_);
    const bool is_repeated = node_.parent && title == shop_.texts.peek(node_.parent->keyword("title"));
    std::vector<Words> parts{is_repeated ? Words{} : framed("## ", title, "")};
    for (const auto& child : node_.children) parts.push_back(shop_.texts.say(child->keyword("title"), Markup::prose));
    for (const auto& child : node_.children) shop_.ledger.carry(child->keyword("type"));
    Words body = joined(parts, "\n\n");
    if (body.empty()) return true;
    walker_.inform(node_, "note", std::move(body));
    return true;
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
