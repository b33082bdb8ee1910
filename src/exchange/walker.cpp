// SPDX-License-Identifier: EUPL-1.2
#include "exchange/walker.h"

#include <algorithm>

#include "exchange/constraints.h"

namespace polku::exchange {

using json::Value;

namespace {

bool is_plain_object(const Node& node) { return node.form == Form::object && !node.hint("field"); }

bool has_title(const Node& node) { return !node.keyword("title").text().empty() || !node.hint("title").text().empty(); }

// How many objects with a title stand in each other, the node itself left out.
std::size_t depth_of_titles(const Node& node) {
  std::size_t deepest = 0;
  for (const auto& child : node.children) {
    if (child->form != Form::object) continue;
    deepest = std::max(deepest, depth_of_titles(*child) + (is_plain_object(*child) && has_title(*child) ? 1 : 0));
  }
  return deepest;
}

}  // namespace

PlannedPage& Walker::page() {
  if (!is_page_open_) {
    PlannedPage& made = shop_.plan.pages.emplace_back();
    made.id = shop_.page_ids.take(stem_);
    made.section = section_;
    made.title = page_title_;
    made.body = std::move(page_body_);
    made.node = page_node_;
    page_body_.clear();
    is_page_open_ = true;
  }
  return shop_.plan.pages.back();
}

void Walker::begin_page(const Node& node, std::string id, Words title, Words body) {
  stem_ = std::move(id);
  page_title_ = std::move(title);
  page_body_ = std::move(body);
  page_node_ = &node;
  is_page_open_ = false;
}

void Walker::place(Asked& asked) {
  if (list_) {
    asked.list = list_;
    list_->columns.push_back(&asked);
    if (!prefix_.empty() && asked.kind != "information") asked.words["label"] = joined({prefix_, asked.words["label"]}, ": ");
    return;
  }
  page().items.push_back({&asked, group_});
}

Words Walker::title_around() const { return group_ ? group_->title : page_title_; }

const PlannedGroup* Walker::begin_group(const Node& node, Words title) {
  const PlannedGroup* before = group_;
  PlannedGroup& group = shop_.plan.groups.emplace_back();
  group.id = shop_.page_ids.take(kebab_path({node.parent && node.parent->parent ? node.parent->name : std::string(), node.name}));
  group.title = std::move(title);
  group.body = hint_of(shop_, node);
  const Piece hidden = node.hint("hideNameFromPrint");
  if (const Piece display = node.hint("objectDisplay"); display.text() == "boxed") {
    shop_.ledger.carry(display);
    group.boxed = true;
  }
  group.in_print = !(hidden.is(json::Type::boolean) && hidden.value->boolean());
  shop_.ledger.carry(hidden);
  group_ = &group;
  return before;
}

Asked& Walker::inform(const Node& node, const std::string& suffix, Words body) {
  Asked& asked = make_asked(shop_, node, suffix);
  asked.kind = "information";
  asked.comparison = Comparison::nothing;
  asked.is_answer = false;
  asked.words.clear();
  asked.words["body"] = std::move(body);
  place(asked);
  return asked;
}

void Walker::walk_root(const Node& root) {
  for (const auto& step : root.children) sections_are_pages_ = sections_are_pages_ || depth_of_titles(*step) > 1;
  tell_unknown_names(root);
  const Node* open = nullptr;
  for (const auto& child : root.children) {
    if (is_plain_object(*child)) {
      walk_step(*child);
      open = nullptr;
      continue;
    }
    if (!open) {
      section_.clear();
      begin_page(root, "form", shop_.plan.title, {});
    }
    open = child.get();
    walk(*child);
  }
}

void Walker::walk_step(const Node& step) {
  const Piece address = step.hint("stepQueryParam");
  shop_.ledger.carry(address);
  const std::string id = address.text().empty() ? kebab_path({step.name}) : kebab(address.text());
  Words title = label_of(shop_, step);
  if (title.empty()) title = shop_.texts.everywhere(step.name);
  section_ = id;
  if (const auto known = shop_.plan.sections.find(id); known != shop_.plan.sections.end() && known->second != title)
    section_ = shop_.page_ids.take(id + "-section");
  shop_.plan.sections[section_] = title;
  begin_page(step, id, title, hint_of(shop_, step));
  if (!sections_are_pages_) return walk_children(step);
  tell_unknown_names(step);
  for (const auto& child : step.children) {
    if (!is_plain_object(*child)) {
      if (page_node_ != &step) begin_page(step, id, title, {});
      walk(*child);
      continue;
    }
    Words own = label_of(shop_, *child);
    Words body = joined({page_node_ == &step ? page_body_ : Words{}, hint_of(shop_, *child)}, "\n\n");
    begin_page(*child, kebab_path({child->name}), own.empty() ? title : own, std::move(body));
    walk_children(*child);
  }
}

void Walker::tell_unknown_names(const Node& object) {
  for (const Piece& ui : object.ui) {
    if (ui.place.document != in_ui_schema) continue;
    for (const auto& [name, below] : ui.members()) {
      if (name.starts_with("ui:") || name.starts_with("misc:") || name == "items" || !object.named(name).empty()) continue;
      if (below.is(json::Type::object) && below.value->members().empty()) continue;
      shop_.report(below, "ui-unknown", {{"name", name}});
      shop_.ledger.explain_below(below, "names-no-property");
    }
  }
}

void Walker::walk_children(const Node& object) {
  tell_unknown_names(object);
  for (const auto& child : object.children) walk(*child);
}

void Walker::walk(const Node& node) {
  if (const Piece kept = node.plain_hint("misc:exclude-from-submit"); kept.is(json::Type::boolean) && kept.value->boolean()) {
    shop_.ledger.carry(kept);
    shop_.plan.kept_back.insert(&node);
  }
  const bool is_array = node.form == Form::array;  // there a list's own page says it
  if (Words above = is_array ? Words{} : links_beside(shop_, node, "aboveComponents"); !above.empty()) inform(node, "above", std::move(above));
  if (!ask_specially(shop_, node, *this)) {
    if (node.form == Form::object)
      walk_object(node);
    else if (node.form == Form::array)
      walk_array(node);
    else
      walk_leaf(node);
  }
  if (Words below = is_array ? Words{} : links_beside(shop_, node, "belowComponents"); !below.empty()) inform(node, "below", std::move(below));
}

void Walker::walk_object(const Node& object) {
  Words title = label_of(shop_, object);
  if (is_in_row()) {
    const Words before = prefix_;
    if (!title.empty()) prefix_ = title;
    walk_children(object);
    prefix_ = before;
  } else if (title.empty()) {
    if (Words body = hint_of(shop_, object); !body.empty()) inform(object, "note", std::move(body));
    walk_children(object);
  } else {
    const PlannedGroup* before = begin_group(object, std::move(title));
    walk_children(object);
    end_group(before);
  }
}

void Walker::walk_array(const Node& array) {
  const Node* item = array.children.empty() ? nullptr : array.children.front().get();
  if (!item) {
    shop_.report(array.facets.front().schema, "array-of-nothing", {});
    return;
  }
  const bool is_unique = array.keyword("uniqueItems").is(json::Type::boolean) && array.keyword("uniqueItems").value->boolean();
  const bool has_constants = item->keyword("enum") || item->keyword("oneOf") || item->keyword("anyOf");
  if (item->form == Form::leaf && is_unique && has_constants && !array.is_tuple) return walk_leaf(array);
  if (array.is_tuple) {
    // Each place is a question of its own.
    Words title = label_of(shop_, array);
    const PlannedGroup* before = group_;
    if (!title.empty() && !is_in_row()) begin_group(array, std::move(title));
    for (const auto& child : array.children) walk(*child);
    end_group(before);
    return;
  }
  Asked& list = begin_list(array);
  if (item->form == Form::object)
    walk_children(*item);
  else
    walk(*item);
  if (list.columns.empty()) shop_.report(array.facets.front().schema, "array-of-nothing", {});
  end_list(list);
}

void Walker::walk_leaf(const Node& leaf) {
  Asked& asked = make_asked(shop_, leaf);
  if (!describe_leaf(shop_, leaf, asked)) {
    shop_.report(leaf.facets.front().schema, "asks-nothing", {});
    for (const Facet& facet : leaf.facets) shop_.ledger.explain_below(facet.schema, "asks-nothing");
    shop_.plan.asked.pop_back();
    return;
  }
  if (asked.kind == "consent" && is_in_row()) asked.kind = "yes-no";
  if (asked.is_answer || asked.is_shown || is_in_row()) {
    if (asked.is_shown) place(asked);
  }
  if (shop_.prints_names && asked.kind != "information" && asked.is_shown && !is_in_row()) {
    const Piece hidden = leaf.hint("hideNameFromPrint");
    const bool is_hidden = hidden.is(json::Type::boolean) && hidden.value->boolean();
    if (hidden) shop_.ledger.carry(hidden);
    if (is_hidden)
      asked.words["short"] = title_around();
    else if (group_ && group_->in_print)
      asked.words["short"] = joined({group_->title, asked.words["label"]}, ": ");
  }
  if (Words print = shop_.texts.say(leaf.hint("printableName")); !print.empty()) asked.words["short"] = std::move(print);
}

void make_plan(Workshop& shop, const Node& root) {
  shop.plan.title = label_of(shop, root);
  shop.plan.introduction = hint_of(shop, root);
  Walker(shop).walk_root(root);
}

}  // namespace polku::exchange
