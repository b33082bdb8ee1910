// SPDX-License-Identifier: EUPL-1.2
#include "exchange/tree.h"

#include <algorithm>
#include <optional>

#include "exchange/order.h"
#include "exchange/spread.h"

namespace polku::exchange {

namespace {

using json::Type;

constexpr std::size_t most_nodes = 4'000, deepest = 24;

class Grower {
 public:
  Grower(const Sources& sources, Ledger& ledger, std::vector<Finding>& problems)
      : root_{&sources.schema.value, {in_schema, ""}}, ledger_(ledger), problems_(problems), spreader_(root_, ledger, problems) {
    if (sources.ui_schema) ui_ = {&sources.ui_schema->value, {in_ui_schema, ""}};
  }

  std::unique_ptr<Node> grow() {
    if (!root_.is(Type::object)) return spreader_.refuse(root_.place, "not-a-schema");
    auto node = std::make_unique<Node>();
    if (ui_) node->ui.push_back(ui_);
    spreader_.spread(root_, {}, *node, {});
    finish(*node, 0);
    if (!spreader_.has_refused() && node->form != Form::object) return spreader_.refuse(root_.place, "root-not-an-object");
    return spreader_.has_refused() ? nullptr : std::move(node);
  }

 private:
  static std::string type_in(const Node& node) {
    for (const bool always : {true, false}) {
      for (const Facet& facet : node.facets) {
        if (facet.when.empty() != always) continue;
        const Piece type = facet.schema.member("type");
        if (type.is(Type::string)) return type.text();
        for (const Piece& one : type.items()) {
          if (one.text() != "null") return one.text();
        }
        if (type.is(Type::array)) return "null";
      }
    }
    if (node.keyword("properties")) return "object";
    if (node.keyword("items") || node.keyword("prefixItems")) return "array";
    return {};
  }

  void finish(Node& node, std::size_t depth) {
    if (spreader_.has_refused()) return;
    if (++nodes_ > most_nodes || depth > deepest) return void(spreader_.refuse(node.facets.front().schema.place, depth > deepest ? "too-deep" : "too-large"));
    std::stable_sort(node.facets.begin(), node.facets.end(), [](const Facet& left, const Facet& right) { return left.when.size() < right.when.size(); });
    for (const Facet& facet : node.facets) {
      if (const Piece embedded = facet.schema.member("baUiSchema")) node.ui.push_back(embedded);
    }
    node.type = type_in(node);
    node.form = node.type == "object" ? Form::object : node.type == "array" ? Form::array : Form::leaf;
    for (const Facet& facet : node.facets) judge_type(node, facet);
    if (node.form == Form::object) gather_properties(node, depth);
    if (node.form == Form::array) gather_items(node, depth);
  }

  // A facet of another type than its node's can never be met: what is in it does not come over.
  void judge_type(const Node& node, const Facet& facet) {
    const Piece type = facet.schema.member("type");
    if (!type) return;
    if (agrees(node, facet)) {
      const bool is_said = !facet.when.empty() && node.form == Form::leaf && type.place.pointer != node.keyword("type").place.pointer;
      return is_said ? ledger_.lose(type, "said-elsewhere") : ledger_.carry(type);
    }
    problems_.push_back({name_of_document(type.place.document), type.place.pointer, "types-contradict", {{"type", node.type}}});
    ledger_.lose_below(facet.schema, "never-valid");
  }

  static bool agrees(const Node& node, const Facet& facet) {
    const Piece type = facet.schema.member("type");
    if (!type || type.text() == node.type) return true;
    const auto items = type.items();
    return std::any_of(items.begin(), items.end(), [&](const Piece& one) { return one.text() == node.type; });
  }

  struct Occurrence {
    Piece schema;
    Conditions when;
  };

  void gather_properties(Node& node, std::size_t depth) {
    std::vector<std::pair<std::string, std::vector<Occurrence>>> properties;
    for (const Facet& facet : node.facets) {
      if (!agrees(node, facet)) continue;
      const Piece all = facet.schema.member("properties");
      if (!all) continue;
      if (all.value->is(Type::object) && all.value->members().empty()) ledger_.lose(all, "without-effect");
      ledger_.carry(all);
      for (const auto& [name, schema] : all.members()) {
        // Not `[&]`: clang 14 and 15 have no structured bindings in captures (P1091).
        auto found = std::find_if(properties.begin(), properties.end(), [&wanted = name](const auto& one) { return one.first == wanted; });
        if (found == properties.end()) found = properties.insert(properties.end(), {name, {}});
        if (is_only_a_constant(facet, name, schema)) continue;
        found->second.push_back({schema, facet.when});
      }
    }
    for (auto& [name, occurrences] : properties) add_property(node, name, occurrences);
    require(node);
    put_in_order(node, ledger_, problems_);
    for (const auto& child : node.children) finish(*child, depth + 1);
  }

  // In a branch of oneOf the constant tells when the branch applies; the question stands elsewhere.
  static bool is_only_a_constant(const Facet& facet, const std::string&, const Piece& schema) {
    return !facet.when.empty() && facet.when.back().sort == Condition::Sort::alternative && (schema.member("const") || schema.member("enum")) &&
           !schema.member("title");
  }

  void add_property(Node& node, const std::string& name, std::vector<Occurrence> occurrences) {
    std::stable_sort(occurrences.begin(), occurrences.end(), [](const auto& left, const auto& right) { return left.when.size() < right.when.size(); });
    std::vector<Node*> made;
    for (const Occurrence& one : occurrences) {
      if (!one.schema.is(Type::object)) {
        problems_.push_back({name_of_document(in_schema), one.schema.place.pointer, "schema-says-nothing", {}});
        continue;
      }
      Node* target = nullptr;
      for (Node* known : made) {
        if (!target && is_subset(known->when, one.when)) target = known;
      }
      if (!target) {
        auto child = std::make_unique<Node>();
        child->name = name;
        child->parent = &node;
        child->when = one.when;
        for (const Piece& ui : node.ui) {
          if (const Piece below = ui.member(name); below && ui.place.pointer.find("baUiSchema") == std::string::npos) child->ui.push_back(below);
        }
        target = child.get();
        made.push_back(target);
        node.children.push_back(std::move(child));
      }
      spreader_.spread(one.schema, without(one.when, target->when), *target, {});
    }
  }

  void require(Node& node) {
    bool said = false;
    for (const Facet& facet : node.facets) {
      const Piece required = facet.schema.member("required");
      said = said || required.is(Type::array);
      for (const Piece& name : required.items()) require(node, facet.when, name.text(), required);
      if (required.is(Type::array) && required.value->items().empty()) ledger_.lose(required, "without-effect");
      for (const char* keyword : {"dependentRequired", "dependencies"}) require_dependents(node, facet, facet.schema.member(keyword));
    }
    for (const auto& child : node.children) child->parent_says_required = said;
  }

  void require_dependents(Node& node, const Facet& facet, const Piece& dependents) {
    for (const auto& [trigger, names] : dependents.members()) {
      for (const Piece& name : names.items()) {
        const Condition present{.sort = Condition::Sort::present, .place = names.place, .scope = &node, .name = trigger};
        require(node, Spreader::with(facet.when, present), name.text(), dependents);
      }
    }
  }

  void require(Node& node, const Conditions& when, const std::string& name, const Piece& keyword) {
    bool met = false;
    const std::size_t variants = node.named(name).size();
    for (const auto& child : node.children) {
      if (child->name != name) continue;
      met = true;
      if (variants > 1 && !is_subset(child->when, when) && !is_subset(when, child->when)) continue;
      child->required.push_back(without(when, child->when));
    }
    if (met) return ledger_.carry(keyword);
    problems_.push_back({name_of_document(in_schema), keyword.place.pointer, "required-unknown", {{"name", name}}});
    ledger_.explain_below(keyword, "names-no-property");
  }

  void gather_items(Node& node, std::size_t depth) {
    Piece items = node.keyword("prefixItems");
    if (!items) items = node.keyword("items");
    if (!items) return;
    ledger_.carry(items);
    std::vector<Piece> positions = items.items();
    const bool is_one = !items.is(Type::array) || all_the_same(node, positions);
    if (!items.is(Type::array)) positions = {items};
    if (is_one) positions.resize(positions.empty() ? 0 : 1);
    node.is_tuple = !is_one;
    for (std::size_t at = 0; at < positions.size(); ++at) {
      auto child = std::make_unique<Node>();
      child->name = is_one ? "*" : std::to_string(at);
      child->parent = &node;
      child->required.emplace_back();
      for (const Piece& ui : node.ui) {
        if (const Piece below = ui.member("items"); below.is(Type::object)) child->ui.push_back(below);
        if (const Piece below = ui.member("items").item(at)) child->ui.push_back(below);
      }
      spreader_.spread(positions[at], {}, *child, {});
      if (positions[at].is(Type::object)) node.children.push_back(std::move(child));
    }
    for (const auto& child : node.children) finish(*child, depth + 1);
  }

  // A tuple whose places all look alike, and what follows them too, is a list.
  bool all_the_same(const Node& node, const std::vector<Piece>& positions) {
    if (positions.empty()) return true;
    const bool are_notes = std::all_of(positions.begin(), positions.end(), [](const Piece& one) { return one.member("type").text() == "null"; });
    if (are_notes) return false;
    for (const Piece& one : positions) {
      if (!one.value || !(*one.value == *positions.front().value)) return false;
    }
    const Piece further = node.keyword("prefixItems") ? node.keyword("items") : node.keyword("additionalItems");
    if (!further.is(Type::object) || !(*further.value == *positions.front().value)) return false;
    const Piece drawn = node.ui.empty() ? Piece{} : node.ui.front().member("items"),
                drawn_further = node.ui.empty() ? Piece{} : node.ui.front().member("additionalItems");
    if (drawn && drawn_further && !(*drawn.value == *drawn_further.value)) return false;
    for (std::size_t at = 1; at < positions.size(); ++at) ledger_.twin(positions[at], positions.front());
    ledger_.carry(further);
    ledger_.twin(further, positions.front());
    if (drawn && drawn_further) {
      // Were they drawn differently, they would be no list.
      ledger_.carry_below(drawn);
      ledger_.carry_below(drawn_further);
    }
    return true;
  }

  Piece root_, ui_;
  Ledger& ledger_;
  std::vector<Finding>& problems_;
  Spreader spreader_;
  std::size_t nodes_ = 0;
};

}  // namespace

Tree grow_tree(const Sources& sources, Ledger& ledger, std::vector<Finding>& problems) {
  Tree tree;
  tree.root = Grower(sources, ledger, problems).grow();
  return tree;
}

}  // namespace polku::exchange
