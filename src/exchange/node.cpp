// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "exchange/tree.h"
#include "problem/problem.h"

namespace polku::exchange {

bool is_subset(const Conditions& smaller, const Conditions& larger) {
  return std::all_of(smaller.begin(), smaller.end(), [&](const Condition& one) { return std::find(larger.begin(), larger.end(), one) != larger.end(); });
}

Conditions without(const Conditions& from, const Conditions& taken) {
  Conditions rest;
  for (const Condition& one : from) {
    if (std::find(taken.begin(), taken.end(), one) == taken.end()) rest.push_back(one);
  }
  return rest;
}

std::string Node::pointer() const { return parent ? problem::join_pointer(parent->pointer(), name) : std::string(); }

Piece Node::keyword(std::string_view wanted) const {
  for (const bool always : {true, false}) {
    for (const Facet& facet : facets) {
      if (facet.when.empty() != always) continue;
      if (Piece found = facet.schema.member(wanted)) return found;
    }
  }
  return {};
}

std::vector<Piece> Node::keywords(std::string_view wanted) const {
  std::vector<Piece> found;
  for (const Facet& facet : facets) {
    if (!facet.when.empty()) continue;
    if (Piece piece = facet.schema.member(wanted)) found.push_back(piece);
  }
  return found;
}

Piece Node::plain_hint(std::string_view wanted) const {
  for (const Piece& one : ui) {
    if (Piece found = one.member(wanted)) return found;
  }
  return {};
}

Piece Node::hint(std::string_view wanted) const {
  if (Piece found = plain_hint("ui:" + std::string(wanted))) return found;
  for (const Piece& one : ui) {
    if (Piece found = one.member("ui:options").member(wanted)) return found;
  }
  return {};
}

std::vector<const Node*> Node::named(std::string_view child) const {
  std::vector<const Node*> found;
  for (const auto& one : children) {
    if (one->name == child) found.push_back(one.get());
  }
  return found;
}

}  // namespace polku::exchange
