// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>

#include "exchange/tree.h"

namespace polku::exchange {

// All schemas that say something of one part of the tree, and when: over references, allOf, if, dependencies and alternatives. What cannot be read at all is
// refused once, and then nothing goes on.
class Spreader {
 public:
  Spreader(Piece root, Ledger& ledger, std::vector<Finding>& problems) : root_(std::move(root)), ledger_(ledger), problems_(problems) {}

  void spread(const Piece& schema, const Conditions& when, Node& node, std::vector<std::string> trail);
  std::nullptr_t refuse(const Place& place, std::string code, std::vector<std::pair<std::string, std::string>> arguments = {});
  bool has_refused() const { return refused_; }
  static Conditions with(Conditions when, Condition one);

 private:
  Piece resolve(const Piece& reference);
  void follow(const Piece& reference, const Conditions& when, Node& node, std::vector<std::string> trail);
  void spread_alternatives(const Piece& alternatives, const Conditions& when, Node& node, const std::vector<std::string>& trail);

  Piece root_;
  Ledger& ledger_;
  std::vector<Finding>& problems_;
  bool refused_ = false;
  std::size_t facets_ = 0;
};

}  // namespace polku::exchange
