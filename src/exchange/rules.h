// SPDX-License-Identifier: EUPL-1.2
// What the source makes depend on answers, as rules (JsonLogic) over the imported questions. A rule that is a plain true or false is written as such.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "exchange/plan.h"

namespace polku::exchange {

class RuleMaker {
 public:
  RuleMaker(Workshop& shop, const Node& root);

  // All of them hold. What no rule can say counts as holding, and is told.
  json::Value all(const Conditions& conditions);
  // The conditions of a part of the tree, from below `above` on.
  json::Value when(const Node& node, const Node* above);
  // An answer is needed, beyond what its conditions say.
  json::Value required(const Asked& asked);
  // The answer meets the schema: for constraints that apply at times.
  json::Value meets(const Asked& asked, const Piece& schema);
  json::Value sum(const Asked& asked);
  json::Value controlled(const Asked& asked);
  json::Value at_most_one(const Asked& asked);

  // The questions a rule reads.
  static std::vector<std::string> reads(const json::Value& rule);

 private:
  using Found = std::vector<const Asked*>;
  struct Target {
    const Node* node;
    Found asked;
  };

  json::Value one(const Condition& condition);
  json::Value of_schema(const Piece& schema, const std::vector<const Node*>& nodes);
  json::Value of_keyword(const std::string& name, const Piece& keyword, const Piece& schema, const std::vector<const Node*>& nodes);
  json::Value of_properties(const Piece& properties, const Piece& schema, const std::vector<const Node*>& nodes);
  json::Value of_value(const Piece& keyword, const std::string& name, const std::vector<const Node*>& nodes);
  json::Value compare(const Asked& asked, const std::string& name, const Piece& keyword);
  json::Value equals(const Asked& asked, const json::Value& constant, const Piece& where);
  json::Value is_present(const std::vector<const Node*>& nodes);
  json::Value cannot_say(const Piece& keyword);
  Found questions_of(const std::vector<const Node*>& nodes) const;
  Found questions_at(const std::string& path) const;

  Workshop& shop_;
  const Node& root_;
  std::multimap<const Node*, const Asked*> by_node_;
};

json::Value both(json::Value left, json::Value right);
json::Value either(json::Value left, json::Value right);
json::Value negation(json::Value rule);
inline bool is_constant(const json::Value& rule, bool truth) { return rule.is(json::Type::boolean) && rule.boolean() == truth; }

}  // namespace polku::exchange
