// SPDX-License-Identifier: EUPL-1.2
// The tree of a pattern, between its source and its program.
#pragma once

#include <optional>
#include <vector>

#include "text/pattern.h"

namespace polku::text {

struct PatternNode {
  enum class Kind : std::uint8_t { match_class, sequence, choice, repeat, start_anchor, end_anchor } kind;
  std::vector<PatternNode> children;  // sequence, choice; repeat has one
  std::uint32_t class_index = 0;
  std::uint32_t minimum = 0;
  std::uint32_t maximum = 0;  // `unlimited`: no bound
  std::size_t offset = 0;     // in the source, for anchors
  static constexpr std::uint32_t unlimited = 0xFFFFFFFF;
};

class PatternParser {
 public:
  explicit PatternParser(std::string_view source) : source_(source), rest_(source) {}
  // std::nullopt: see error().
  std::optional<PatternNode> parse();
  const PatternError& error() const { return error_; }
  std::vector<std::vector<Pattern::Range>>& classes() { return classes_; }

 private:
  using Ranges = std::vector<Pattern::Range>;

  std::optional<PatternNode> parse_choice(int depth);
  std::optional<PatternNode> parse_sequence(int depth);
  std::optional<PatternNode> parse_atom(int depth);
  std::optional<PatternNode> parse_group(int depth);
  bool parse_repetition(PatternNode& atom);
  bool parse_bounds(PatternNode& repeat);
  std::optional<std::uint32_t> parse_count();
  std::optional<Ranges> parse_class();
  // After the backslash: a class, or one code point as a class of one.
  std::optional<Ranges> parse_escape();
  std::optional<Ranges> parse_property(bool negated);
  // ^ and $ only where they say what is so anyway.
  bool check_anchors(const PatternNode& node, bool starts, bool ends);

  std::size_t offset() const { return source_.size() - rest_.size(); }
  bool at(char c) const { return !rest_.empty() && rest_.front() == c; }
  bool take(char c);
  std::nullopt_t fail(PatternFault fault, std::size_t offset);
  PatternNode class_node(Ranges ranges);

  std::string_view source_;
  std::string_view rest_;
  PatternError error_{PatternFault::unsupported, 0};
  std::vector<Ranges> classes_;
};

}  // namespace polku::text
