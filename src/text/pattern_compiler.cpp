// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "text/pattern.h"
#include "text/pattern_parser.h"

namespace polku::text {

namespace {

using Kind = PatternNode::Kind;

constexpr std::size_t most_states = 20'000;

// States a node needs. Whatever is larger than a program may be counts as one too many, so that nothing overflows.
std::size_t count_states(const PatternNode& node) {
  std::size_t count = 0;
  switch (node.kind) {
    case Kind::match_class: return 1;
    case Kind::start_anchor:
    case Kind::end_anchor: return 0;
    case Kind::sequence:
    case Kind::choice:
      for (const auto& child : node.children) count = std::min(count + count_states(child), most_states + 1);
      if (node.kind == Kind::choice) count += (node.children.size() - 1) * 2;
      break;
    case Kind::repeat: {
      const std::size_t once = count_states(node.children[0]);
      if (once == 0) return 0;
      if (node.maximum == PatternNode::unlimited) {
        count = node.minimum == 0 ? once + 2 : once * node.minimum + 1;
      } else {
        count = once * node.minimum + (once + 1) * (node.maximum - node.minimum);
      }
      break;
    }
  }
  return std::min(count, most_states + 1);
}

}  // namespace

class PatternCompiler {
 public:
  static Pattern compile(const PatternNode& tree, std::vector<std::vector<Pattern::Range>> classes) {
    PatternCompiler compiler;
    compiler.emit(tree);
    compiler.add(Instruction::Kind::accept);
    compiler.pattern_.parts_.classes = std::move(classes);
    return std::move(compiler.pattern_);
  }

 private:
  using Instruction = Pattern::Instruction;

  std::uint32_t here() const { return static_cast<std::uint32_t>(pattern_.parts_.program.size()); }
  std::uint32_t add(Instruction::Kind kind, std::uint32_t first = 0, std::uint32_t second = 0) {
    pattern_.parts_.program.push_back({kind, first, second});
    return here() - 1;
  }
  Instruction& at(std::uint32_t place) { return pattern_.parts_.program[place]; }

  void emit(const PatternNode& node) {
    switch (node.kind) {
      case Kind::match_class: add(Instruction::Kind::match_class, node.class_index); break;
      case Kind::start_anchor:
      case Kind::end_anchor: break;
      case Kind::sequence:
        for (const auto& child : node.children) emit(child);
        break;
      case Kind::choice: emit_choice(node); break;
      case Kind::repeat:
        if (count_states(node.children[0]) > 0) emit_repeat(node);
        break;
    }
  }

  void emit_choice(const PatternNode& node) {
    std::vector<std::uint32_t> ends;
    for (std::size_t i = 0; i + 1 < node.children.size(); ++i) {
      const std::uint32_t split = add(Instruction::Kind::split, here() + 1);
      emit(node.children[i]);
      ends.push_back(add(Instruction::Kind::jump));
      at(split).second = here();
    }
    emit(node.children.back());
    for (const std::uint32_t end : ends) at(end).first = here();
  }

  void emit_repeat(const PatternNode& node) {
    const PatternNode& child = node.children[0];
    std::uint32_t last = here();
    for (std::uint32_t i = 0; i < node.minimum; ++i) {
      last = here();
      emit(child);
    }
    if (node.maximum == PatternNode::unlimited) {
      if (node.minimum > 0) {
        add(Instruction::Kind::split, last, here() + 1);
        return;
      }
      const std::uint32_t split = add(Instruction::Kind::split, here() + 1);
      emit(child);
      add(Instruction::Kind::jump, split);
      at(split).second = here();
      return;
    }
    std::vector<std::uint32_t> splits;
    for (std::uint32_t i = node.minimum; i < node.maximum; ++i) {
      splits.push_back(add(Instruction::Kind::split, here() + 1));
      emit(child);
    }
    for (const std::uint32_t split : splits) at(split).second = here();
  }

  Pattern pattern_;
};

std::variant<Pattern, PatternError> compile_pattern(std::string_view source) {
  PatternParser parser{source};
  const auto tree = parser.parse();
  if (!tree) return parser.error();
  if (count_states(*tree) + 1 > most_states) return PatternError{PatternFault::too_large, 0};
  return PatternCompiler::compile(*tree, std::move(parser.classes()));
}

}  // namespace polku::text
