// SPDX-License-Identifier: EUPL-1.2
#include "exchange/order.h"

#include <algorithm>

namespace polku::exchange {

namespace {

// The place of a name in `ui:order`; of a name that is not there that of "*", else behind all.
std::size_t place_of(const std::vector<Piece>& names, const std::string& name) {
  std::size_t rest = names.size();
  for (std::size_t at = 0; at < names.size(); ++at) {
    if (names[at].text() == name) return at;
    if (names[at].text() == "*") rest = at;
  }
  return rest;
}

text::Decimal order_of(const Node& node, Ledger& ledger) {
  for (const Facet& facet : node.facets) {
    const Piece order = facet.schema.member("baOrder");
    if (!order.is(json::Type::number)) continue;
    ledger.carry(order);
    return order.value->number();
  }
  return text::Decimal{0};
}

// The facets are not gathered yet where children are put in order: their own schemas say it.
}  // namespace

void put_in_order(Node& node, Ledger& ledger, std::vector<Finding>& problems) {
  const std::vector<Piece> names = node.hint("order").items();
  if (!names.empty()) {
    for (const Piece& name : names) {
      ledger.carry(name);
      if (name.text() == "*" || !node.named(name.text()).empty()) continue;
      problems.push_back({name_of_document(name.place.document), name.place.pointer, "order-unknown", {{"name", name.text()}}});
      ledger.lose(name, "names-no-property");
    }
    std::stable_sort(node.children.begin(), node.children.end(),
                     [&](const auto& left, const auto& right) { return place_of(names, left->name) < place_of(names, right->name); });
    return;
  }
  std::vector<std::pair<text::Decimal, std::unique_ptr<Node>>> ordered;
  for (auto& child : node.children) ordered.emplace_back(order_of(*child, ledger), std::move(child));
  std::stable_sort(ordered.begin(), ordered.end(), [](const auto& left, const auto& right) { return left.first < right.first; });
  if (ordered.size() == 1) {
    for (const Facet& facet : ordered.front().second->facets) ledger.lose(facet.schema.member("baOrder"), "without-effect");
  }
  node.children.clear();
  for (auto& [order, child] : ordered) node.children.push_back(std::move(child));
}

}  // namespace polku::exchange
