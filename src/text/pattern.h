// SPDX-License-Identifier: EUPL-1.2
// Patterns of answers: a stated subset of regular expressions, matched in time linear in the text, the same on every host.
//
//   auto compiled = compile_pattern("[A-ZÅÄÖ]{1,3}-\\d{1,3}");
//   if (auto* pattern = std::get_if<Pattern>(&compiled)) pattern->matches("KRT-482");   // true
//
// Literals (any ASCII punctuation may be escaped), `.` (not a line end: \n \r U+2028 U+2029), classes, \d \w \s in ASCII meaning (and \D \W
// \S), \p{L} \p{N} \p{Lu} \p{Ll} (and \P), groups ( ) and (?: ), alternation, repetition * + ? {n} {n,} {n,m} up to 1,000, code points.
// Always anchored at both ends; ^ and $ may say so where it is so anyway. Refused, with the place: look-around, back-references, named
// groups, lazy and possessive marks, other escapes, anchors elsewhere, a hyphen in the middle of a class, and bare ] { }. Bounded: 10,000
// bytes, 20,000 states, groups 200 deep.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace polku::text {

enum class PatternFault { unsupported, unbalanced, nothing_to_repeat, repetition_too_large, bad_range, bad_escape, too_large };

struct PatternError {
  PatternFault fault;
  std::size_t offset;  // in bytes
};

class Pattern {
 public:
  bool matches(std::string_view text) const;
  // One instruction a line, for table tests.
  std::string print() const;
  // The same verdict with the work it took, for tests: at most a constant times the program's size times the text's length.
  struct Run {
    bool matched;
    std::size_t steps;
  };
  Run run(std::string_view text) const;

  struct Range {
    char32_t first, last;
    friend bool operator==(const Range&, const Range&) = default;
  };
  struct Instruction {
    enum class Kind : std::uint8_t { match_class, split, jump, accept } kind;
    std::uint32_t first = 0;   // class index, or target
    std::uint32_t second = 0;  // second target of a split
  };

  struct Parts {
    std::vector<Instruction> program;
    std::vector<std::vector<Range>> classes;
  };
  const Parts& parts() const { return parts_; }
  // From the parts of another; std::nullopt when they would lead outside themselves.
  static std::optional<Pattern> from(Parts parts);

 private:
  friend class PatternCompiler;
  Parts parts_;
};

std::variant<Pattern, PatternError> compile_pattern(std::string_view source);

}  // namespace polku::text
