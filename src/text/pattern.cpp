// SPDX-License-Identifier: EUPL-1.2
// Runs a pattern as Thompson did: all states in step, each at most once a code point, never back.
#include "text/pattern.h"

#include <algorithm>

#include "text/utf8.h"

namespace polku::text {

namespace {

bool contains(const std::vector<Pattern::Range>& ranges, char32_t code_point) {
  const auto after =
      std::upper_bound(ranges.begin(), ranges.end(), code_point, [](char32_t wanted, const Pattern::Range& range) { return wanted < range.first; });
  return after != ranges.begin() && code_point <= std::prev(after)->last;
}

void print_code_point(std::string& out, char32_t code_point) {
  const bool plain = code_point > 0x20 && code_point < 0x7F && std::string_view{"[]\\^-"}.find(static_cast<char>(code_point)) == std::string_view::npos;
  if (plain) {
    out.push_back(static_cast<char>(code_point));
    return;
  }
  std::string digits;
  for (char32_t rest = code_point; rest != 0 || digits.empty(); rest >>= 4) digits.insert(0, 1, "0123456789ABCDEF"[rest & 0xF]);
  out += "\\u{" + digits + "}";
}

void print_class(std::string& out, const std::vector<Pattern::Range>& ranges) {
  constexpr std::size_t shown = 6;
  out.push_back('[');
  for (std::size_t i = 0; i < std::min(shown, ranges.size()); ++i) {
    print_code_point(out, ranges[i].first);
    if (ranges[i].last == ranges[i].first) continue;
    if (ranges[i].last > ranges[i].first + 1) out.push_back('-');
    print_code_point(out, ranges[i].last);
  }
  out.push_back(']');
  if (ranges.size() > shown) out += " and " + std::to_string(ranges.size() - shown) + " ranges";
}

}  // namespace

bool Pattern::matches(std::string_view text) const { return run(text).matched; }

Pattern::Run Pattern::run(std::string_view text) const {
  std::size_t steps = 0;
  std::vector<std::uint32_t> current;
  std::vector<std::uint32_t> next;
  std::vector<std::uint32_t> open;                          // states still to follow to where a code point is read
  std::vector<std::size_t> seen(parts_.program.size(), 0);  // the round in which a state was entered
  std::size_t round = 1;
  bool accepted = false;

  const auto enter = [&](std::uint32_t state, std::vector<std::uint32_t>& states) {
    open.push_back(state);
    while (!open.empty()) {
      const std::uint32_t at = open.back();
      open.pop_back();
      if (seen[at] == round) continue;
      seen[at] = round;
      ++steps;
      const Instruction& instruction = parts_.program[at];
      switch (instruction.kind) {
        case Instruction::Kind::match_class: states.push_back(at); break;
        case Instruction::Kind::jump: open.push_back(instruction.first); break;
        case Instruction::Kind::split:
          open.push_back(instruction.second);
          open.push_back(instruction.first);
          break;
        case Instruction::Kind::accept: accepted = true; break;
      }
    }
  };

  if (parts_.program.empty()) return {text.empty(), steps};
  enter(0, current);
  while (!text.empty()) {
    if (current.empty()) return {false, steps};
    const char32_t code_point = take_code_point(text);
    ++round;
    accepted = false;
    next.clear();
    for (const std::uint32_t at : current) {
      ++steps;
      if (contains(parts_.classes[parts_.program[at].first], code_point)) enter(at + 1, next);
    }
    current.swap(next);
  }
  return {accepted, steps};
}

std::optional<Pattern> Pattern::from(Parts parts) {
  const std::size_t size = parts.program.size();
  if (size > 0 && parts.program.back().kind != Instruction::Kind::accept) return std::nullopt;
  for (const Instruction& instruction : parts.program) {
    const bool is_inside =
        instruction.kind == Instruction::Kind::match_class ? instruction.first < parts.classes.size() : instruction.first < size && instruction.second < size;
    if (!is_inside) return std::nullopt;
  }
  Pattern pattern;
  pattern.parts_ = std::move(parts);
  return pattern;
}

std::string Pattern::print() const {
  std::string out;
  for (std::size_t at = 0; at < parts_.program.size(); ++at) {
    const Instruction& instruction = parts_.program[at];
    out += std::to_string(at) + " ";
    switch (instruction.kind) {
      case Instruction::Kind::match_class: print_class(out, parts_.classes[instruction.first]); break;
      case Instruction::Kind::split: out += "split " + std::to_string(instruction.first) + " " + std::to_string(instruction.second); break;
      case Instruction::Kind::jump: out += "jump " + std::to_string(instruction.first); break;
      case Instruction::Kind::accept: out += "accept"; break;
    }
    out.push_back('\n');
  }
  return out;
}

}  // namespace polku::text
