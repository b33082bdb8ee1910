// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "exchange/write.h"

namespace polku::exchange {

using json::Value;

namespace {

// The object nobody has to fill in that the question stands in.
const Node* optional_object(const Asked& asked) {
  const Node* found = nullptr;
  for (const Node* node = asked.node->parent; node && node->parent; node = node->parent) {
    if (node->form == Form::object && node->name != "*" && node->parent_says_required && node->required.empty()) found = node;
  }
  return found;
}

class Maker {
 public:
  Maker(Workshop& shop, RuleMaker& rules) : shop_(shop), rules_(rules) {}

  Written make() {
    mark_optional();
    for (PlannedPage& page : shop_.plan.pages) make(page);
    for (const Asked& asked : shop_.plan.asked) {
      if (!written_.when.contains(&asked)) make(asked, asked.list ? asked.list->node : nullptr);
    }
    for (PlannedPage& page : shop_.plan.pages) put_readers_behind(page);
    for (const PlannedPage& page : shop_.plan.pages) narrow(page);
    return std::move(written_);
  }

 private:
  void mark_optional() {
    std::map<const Node*, std::vector<const Asked*>> answered;
    for (Asked& asked : shop_.plan.asked) {
      const Node* object = asked.is_answer ? optional_object(asked) : nullptr;
      if (!object || asked.list) continue;
      asked.is_in_optional = true;
      asked.unless_earlier = answered[object];
      if (asked.comparison != Comparison::nothing && asked.kind != "list") answered[object].push_back(&asked);
      if (asked.unless_earlier.empty() && !asked.node->required.empty()) name_requirement(asked, "required-in-optional");
    }
  }

  // Required, but there beforehand as an empty array: nobody has to answer.
  void tell_empty(const Asked& asked) {
    const bool is_array = asked.kind == "list" || asked.kind == "several-of";
    if (is_array && !asked.node->required.empty() && asked.is_answer && is_constant(written_.required.at(&asked), false))
      name_requirement(asked, "required-may-be-empty");
  }

  void name_requirement(const Asked& asked, const char* code) {
    for (const Facet& facet : asked.node->parent->facets) {
      const Piece required = facet.schema.member("required");
      for (const Piece& name : required.items()) {
        if (name.text() != asked.node->name) continue;
        shop_.report(required, code, {{"name", asked.node->name}});
        if (required.items().size() == 1) shop_.ledger.lose(required, "without-effect");
      }
    }
  }

  void make(const Asked& asked, const Node* above) {
    Value when = rules_.when(*asked.node, above);
    for (const Value& further : asked.further_when) when = both(std::move(when), further);
    if (asked.controlled_by) when = both(std::move(when), rules_.controlled(asked));
    written_.when[&asked] = std::move(when);
    written_.required[&asked] = rules_.required(asked);
    if (asked.node->parent) tell_empty(asked);
    for (const Asked* column : asked.columns) make(*column, asked.node);
  }

  void make(const PlannedPage& page) {
    written_.pages[page.id] = page.node ? rules_.when(*page.node, nullptr) : Value{true};
    for (const Item& item : page.items) make(*item.asked, page.node);
  }

  bool reads(const Asked& asked, const std::string& id) const {
    for (const auto* rules : {&written_.when, &written_.required}) {
      const auto names = RuleMaker::reads(rules->at(&asked));
      if (std::find(names.begin(), names.end(), id) != names.end()) return true;
    }
    return false;
  }

  // A question stands behind those that decide whether it is asked.
  void put_readers_behind(PlannedPage& page) {
    auto& items = page.items;
    for (std::size_t rounds = 0; rounds < items.size(); ++rounds) {
      bool moved = false;
      for (std::size_t at = 0; at < items.size() && !moved; ++at) {
        for (std::size_t later = items.size(); later-- > at + 1 && !moved;) {
          if (!reads(*items[at].asked, items[later].asked->id)) continue;
          Item reader = items[at];
          shop_.report(reader.asked->node->facets.front().schema, "question-moved", {{"question", reader.asked->id}, {"behind", items[later].asked->id}});
          reader.group = items[later].group;
          items.insert(items.begin() + static_cast<std::ptrdiff_t>(later) + 1, reader);
          items.erase(items.begin() + static_cast<std::ptrdiff_t>(at));
          moved = true;
        }
      }
      if (!moved) return;
    }
  }

  // What decides must be known before: what is asked on later pages is not.
  void narrow(const PlannedPage& page) {
    for (const Item& item : page.items) known_.insert(item.asked->id);
    for (const Item& item : page.items) {
      for (auto* rules : {&written_.when, &written_.required}) drop_unknown(*item.asked, rules->at(item.asked));
    }
    // A page of which nothing is asked for some is not on their way: where all that decides stands on earlier pages.
    Value any{false};
    for (const Item& item : page.items) any = either(std::move(any), written_.when.at(item.asked));
    bool is_known = true;
    for (const std::string& name : RuleMaker::reads(any)) {
      is_known = is_known && std::none_of(page.items.begin(), page.items.end(), [&](const Item& item) { return item.asked->id == name; });
    }
    if (page.items.empty() || is_constant(any, true) || is_constant(any, false) || !is_known) return;
    Value& when = written_.pages[page.id];
    when = both(std::move(when), any);
    // What all of it depends on the page says alone.
    for (const Item& item : page.items) {
      if (written_.when.at(item.asked) == any) written_.when[item.asked] = Value{true};
    }
  }

  void drop_unknown(const Asked& asked, Value& rule) {
    for (const std::string& name : RuleMaker::reads(rule)) {
      const bool is_later = std::any_of(shop_.plan.pages.begin(), shop_.plan.pages.end(), [&](const PlannedPage& page) {
        return std::any_of(page.items.begin(), page.items.end(), [&](const Item& item) { return item.asked->id == name && !known_.contains(name); });
      });
      if (!is_later || asked.list) continue;
      shop_.report(asked.node->facets.front().schema, "condition-reads-later", {{"question", asked.id}, {"reads", name}});
      rule = Value{true};
      return;
    }
  }

  Workshop& shop_;
  RuleMaker& rules_;
  Written written_;
  std::set<std::string> known_;
};

}  // namespace

Written make_rules(Workshop& shop, RuleMaker& rules) { return Maker(shop, rules).make(); }

}  // namespace polku::exchange
