// SPDX-License-Identifier: EUPL-1.2
// The schema as one tree of what is asked: references followed, allOf, if/then/else and dependencies merged into what applies when. Every part knows
// the schemas it comes from and the conditions under which they apply.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "exchange/ledger.h"

namespace polku::exchange {

struct Node;

// What has to hold of the object `scope`.
struct Condition {
  enum class Sort : std::uint8_t { schema, alternative, present } sort = Sort::schema;
  Piece schema = {};  // schema: of an `if`; alternative: a branch of oneOf or anyOf, told by its constants
  Place place = {};
  bool negated = false;
  const Node* scope = nullptr;
  std::string name = {};  // present: the property

  friend bool operator==(const Condition& left, const Condition& right) {
    return left.place == right.place && left.negated == right.negated && left.name == right.name && left.scope == right.scope;
  }
};
using Conditions = std::vector<Condition>;

// A schema object and when it applies, beyond what its node's own `when` says.
struct Facet {
  Piece schema;
  Conditions when = {};
};

enum class Form : std::uint8_t { object, array, leaf };

struct Node {
  std::string name;
  Node* parent = nullptr;
  Form form = Form::leaf;
  std::string type;                  // "string", "object", "null", …; empty: nothing says it
  std::vector<Facet> facets;         // those that always apply first
  std::vector<Piece> ui;             // what the uiSchemas say of it
  Conditions when;                   // beyond its parent's
  std::vector<Conditions> required;  // each a case in which an answer is needed; an empty one: always
  bool parent_says_required = false;
  std::vector<std::unique_ptr<Node>> children;  // object: in order; array: what each item is, one, or of each position
  bool is_tuple = false;

  std::string pointer() const;  // into the data: "/rows/*/amount"
  // The first that always applies, else the first at all.
  Piece keyword(std::string_view name) const;
  std::vector<Piece> keywords(std::string_view name) const;  // of all that always apply
  Piece hint(std::string_view name) const;                   // "widget": `ui:widget`, or `widget` in `ui:options`
  Piece plain_hint(std::string_view name) const;             // a member of the uiSchema by its whole name: "misc:max-length"
  std::vector<const Node*> named(std::string_view child) const;
};

struct Tree {
  std::unique_ptr<Node> root;
  std::vector<Finding> problems;  // of what cannot be read at all, when there is no root
};

Tree grow_tree(const Sources& sources, Ledger& ledger, std::vector<Finding>& problems);
bool is_subset(const Conditions& smaller, const Conditions& larger);
Conditions without(const Conditions& from, const Conditions& taken);

}  // namespace polku::exchange
