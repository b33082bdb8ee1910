// SPDX-License-Identifier: EUPL-1.2
// Lists: each on a page of its own, between what stands before and what comes after.
#include "exchange/constraints.h"
#include "exchange/walker.h"

namespace polku::exchange {

Asked& Walker::begin_list(const Node& node) {
  Asked& list = make_asked(shop_, node);
  list.kind = "list";
  list.comparison = Comparison::list;
  const Node* item = node.children.empty() ? nullptr : node.children.front().get();
  Words title = shop_.texts.peek(node.keyword("title")), row;
  if (title.empty()) title = shop_.texts.peek(node.hint("title"));
  if (item) row = label_of(shop_, *item);
  // Several files of one sort are called what their fieldset is.
  const bool is_of_group = group_ && node.hint("field").text() == "atvFile";
  if (title.empty() || is_of_group) title = title_around();
  if (!title.empty()) list.words["label"] = title;
  read_constraints(shop_, node, list);
  const Words add = shop_.texts.say(node.hint("addText"));
  list.words["add"] = add.empty() ? shop_.texts.own("list.add") : add;
  list.words["add-another"] = add.empty() ? shop_.texts.own("list.add-another") : add;
  list.words["empty"] = shop_.texts.own("list.empty");
  const bool has_row_name = !row.empty();
  list.words["row"] = framed("", has_row_name ? row : list.words["label"], " {number}");
  // Both are said, unless the list's name is left out in print.
  const Piece is_hidden = node.hint("hideNameFromPrint");
  shop_.ledger.carry(is_hidden);
  if (has_row_name && !(is_hidden.is(json::Type::boolean) && is_hidden.value->boolean())) {
    list.words["row"] = joined({shop_.texts.peek(node.keyword("title")), list.words["row"]}, ": ");
  }
  const bool is_first = group_ && (shop_.plan.pages.empty() || !is_page_open_ || page().items.empty() || page().items.back().group != group_);
  const Words body = joined(
      {is_first ? group_->body : Words{}, hint_of(shop_, node), links_beside(shop_, node, "aboveComponents"), links_beside(shop_, node, "belowComponents")},
      "\n\n");
  place(list);
  if (list.list) {
    if (!body.empty()) list.words["hint"] = body;
  } else {
    // Its own page, between what stands before and what comes after.
    PlannedPage& before = page();
    const Item item_of_list = before.items.back();
    before.items.pop_back();
    if (before.items.empty()) {
      before.is_list = true;
      before.body = joined({before.body, body}, "\n\n");
    } else {
      PlannedPage& own = shop_.plan.pages.emplace_back();
      own.id = shop_.page_ids.take(list.id);
      own.section = section_;
      own.is_list = true;
      own.node = page_node_;
      own.body = body;
    }
    PlannedPage& own = shop_.plan.pages.back();
    if (own.title.empty() || group_) own.title = list.words["label"];
    own.items.push_back({item_of_list.asked});
    is_page_open_ = false;
  }
  list_ = &list;
  return list;
}

void Walker::end_list(Asked& list) {
  // An entry whose name is not to be printed is called by what stands in it.
  const Piece hidden = list.node->children.empty() ? Piece{} : list.node->children.front()->hint("hideNameFromPrint");
  shop_.ledger.carry(hidden);
  if (hidden.is(json::Type::boolean) && hidden.value->boolean() && !list.columns.empty()) {
    const bool is_named = list.node->hint("hideNameFromPrint").is(json::Type::boolean) && list.node->hint("hideNameFromPrint").value->boolean();
    const Words name = is_named ? Words{} : shop_.texts.peek(list.node->keyword("title"));
    Words content = shop_.texts.everywhere("");
    for (auto& [language, words] : content) words = "{" + list.columns.front()->id + "}";
    list.words["row"] = joined({name, content}, ": ");
  }
  if (!list.node->children.empty() && list.node->children.front()->form == Form::object) {
    if (Words title = label_of(shop_, *list.node->children.front()); !title.empty()) shop_.plan.row_titles[list.id + "-row"] = std::move(title);
    if (Words body = hint_of(shop_, *list.node->children.front()); !body.empty()) shop_.plan.row_pages[list.id + "-row"] = std::move(body);
  }
  // Several files are chosen at once, with the engine's own words on the button.
  if (list.columns.size() == 1 && list.columns.front()->kind == "file" && !list.node->hint("addText")) {
    for (const char* words : {"add", "add-another", "empty"}) list.words.erase(words);
  }
  list_ = list.list;
  is_page_open_ = list_ != nullptr && is_page_open_;
}

}  // namespace polku::exchange
