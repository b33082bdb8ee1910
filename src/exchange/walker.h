// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "exchange/plan.h"

namespace polku::exchange {

// Goes through the tree and lays questions on pages: a step of the source is a page or several, an object with a title a group, a repeated one a list.
class Walker {
 public:
  explicit Walker(Workshop& shop) : shop_(shop) {}
  void walk_root(const Node& root);

  // On the page that is being laid, or in the row of the list that is being described.
  void place(Asked& asked);
  Asked& inform(const Node& node, const std::string& suffix, Words body);
  Asked& begin_list(const Node& node);
  void end_list(Asked& list);
  bool is_in_row() const { return list_ != nullptr; }
  const PlannedGroup* group() const { return group_; }
  Words title_around() const;
  const PlannedGroup* begin_group(const Node& node, Words title);
  void end_group(const PlannedGroup* before) { group_ = before; }

 private:
  void walk_step(const Node& step);
  void walk(const Node& node);
  void walk_children(const Node& object);
  void walk_object(const Node& object);
  void walk_array(const Node& array);
  void walk_leaf(const Node& leaf);
  void tell_unknown_names(const Node& object);
  void begin_page(const Node& node, std::string id, Words title, Words body);
  PlannedPage& page();

  Workshop& shop_;
  bool sections_are_pages_ = false;
  std::string section_, stem_;
  Words page_title_, prefix_;
  const Node* page_node_ = nullptr;
  bool is_page_open_ = false;
  Words page_body_;
  const PlannedGroup* group_ = nullptr;
  Asked* list_ = nullptr;
};

}  // namespace polku::exchange
