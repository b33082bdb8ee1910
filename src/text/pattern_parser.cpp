// SPDX-License-Identifier: EUPL-1.2
#include "text/pattern_parser.h"

#include <algorithm>

#include "text/unicode_classes.h"
#include "text/utf8.h"

namespace polku::text {

namespace {

using Kind = PatternNode::Kind;
using Ranges = std::vector<Pattern::Range>;

constexpr int deepest_group = 200;
constexpr std::uint32_t most_repetitions = 1000;
constexpr std::size_t longest_source = 10'000;
constexpr char32_t last_code_point = 0x10FFFF;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_punctuation(char c) { return c > 0x20 && c < 0x7F && !is_digit(c) && !is_letter(c); }

// In order, apart from each other.
Ranges normalised(Ranges ranges) {
  const auto is_before = [](const auto& a, const auto& b) { return a.first < b.first; };
  std::make_heap(ranges.begin(), ranges.end(), is_before);
  std::sort_heap(ranges.begin(), ranges.end(), is_before);
  Ranges result;
  for (const auto& range : ranges) {
    if (!result.empty() && range.first <= result.back().last + 1) {
      result.back().last = std::max(result.back().last, range.last);
    } else {
      result.push_back(range);
    }
  }
  return result;
}

Ranges complement(const Ranges& ranges) {
  Ranges result;
  char32_t next = 0;
  for (const auto& range : ranges) {
    if (range.first > next) result.push_back({next, range.first - 1});
    next = range.last + 1;
  }
  if (next <= last_code_point) result.push_back({next, last_code_point});
  return result;
}

// As RE2's: \s is without the vertical tab.
Ranges ascii_class(char lower) {
  if (lower == 'd') return {{'0', '9'}};
  if (lower == 'w') return {{'0', '9'}, {'A', 'Z'}, {'_', '_'}, {'a', 'z'}};
  return {{'\t', '\n'}, {'\f', '\r'}, {' ', ' '}};
}

// As ECMAScript's, which JSON Schema follows.
Ranges any_but_line_ends() { return complement({{'\n', '\n'}, {'\r', '\r'}, {0x2028, 0x2029}}); }

bool is_one_code_point(const Ranges& ranges) { return ranges.size() == 1 && ranges[0].first == ranges[0].last; }

}  // namespace

bool PatternParser::take(char c) {
  if (!at(c)) return false;
  rest_.remove_prefix(1);
  return true;
}

std::nullopt_t PatternParser::fail(PatternFault fault, std::size_t place) {
  error_ = {fault, place};
  return std::nullopt;
}

PatternNode PatternParser::class_node(Ranges ranges) {
  const auto known = std::find(classes_.begin(), classes_.end(), ranges);
  const auto index = static_cast<std::uint32_t>(known - classes_.begin());
  if (known == classes_.end()) classes_.push_back(std::move(ranges));
  return {.kind = Kind::match_class, .children = {}, .class_index = index};
}

std::optional<PatternNode> PatternParser::parse() {
  if (source_.size() > longest_source) return fail(PatternFault::too_large, longest_source);
  if (const auto invalid = find_invalid_utf8(source_)) return fail(PatternFault::unsupported, *invalid);
  auto node = parse_choice(0);
  if (!node) return std::nullopt;
  if (!rest_.empty()) return fail(PatternFault::unbalanced, offset());  // only a ')' stops a choice early
  if (!check_anchors(*node, true, true)) return std::nullopt;
  return node;
}

std::optional<PatternNode> PatternParser::parse_choice(int depth) {
  PatternNode choice{.kind = Kind::choice, .children = {}};
  do {
    auto branch = parse_sequence(depth);
    if (!branch) return std::nullopt;
    choice.children.push_back(std::move(*branch));
  } while (take('|'));
  if (choice.children.size() > 1) return choice;
  return std::move(choice.children[0]);
}

std::optional<PatternNode> PatternParser::parse_sequence(int depth) {
  PatternNode sequence{.kind = Kind::sequence, .children = {}};
  while (!rest_.empty() && !at('|') && !at(')')) {
    auto atom = parse_atom(depth);
    if (!atom || !parse_repetition(*atom)) return std::nullopt;
    sequence.children.push_back(std::move(*atom));
  }
  return sequence;
}

std::optional<PatternNode> PatternParser::parse_atom(int depth) {
  const std::size_t start = offset();
  switch (rest_.front()) {
    case '*':
    case '+':
    case '?':
    case '{': return fail(PatternFault::nothing_to_repeat, start);
    case ']':
    case '}': return fail(PatternFault::unbalanced, start);
    case '(': return parse_group(depth);
    default: break;
  }
  const char32_t code_point = take_code_point(rest_);
  std::optional<Ranges> ranges;
  switch (code_point) {
    case '^': return PatternNode{.kind = Kind::start_anchor, .children = {}, .offset = start};
    case '$': return PatternNode{.kind = Kind::end_anchor, .children = {}, .offset = start};
    case '.': ranges = any_but_line_ends(); break;
    case '[': ranges = parse_class(); break;
    case '\\': ranges = parse_escape(); break;
    default: ranges = Ranges{{code_point, code_point}}; break;
  }
  if (!ranges) return std::nullopt;
  return class_node(std::move(*ranges));
}

std::optional<PatternNode> PatternParser::parse_group(int depth) {
  const std::size_t start = offset();
  if (depth == deepest_group) return fail(PatternFault::too_large, start);
  take('(');
  if (take('?') && !take(':')) return fail(PatternFault::unsupported, start);
  auto inside = parse_choice(depth + 1);
  if (!inside) return std::nullopt;
  if (!take(')')) return fail(PatternFault::unbalanced, start);
  return inside;
}

bool PatternParser::parse_repetition(PatternNode& atom) {
  const std::size_t start = offset();
  PatternNode repeat{.kind = Kind::repeat, .children = {}, .maximum = PatternNode::unlimited};
  if (take('*')) {
  } else if (take('+')) {
    repeat.minimum = 1;
  } else if (take('?')) {
    repeat.maximum = 1;
  } else if (take('{')) {
    if (!parse_bounds(repeat)) return false;
  } else {
    return true;
  }
  if (atom.kind == Kind::start_anchor || atom.kind == Kind::end_anchor) {
    fail(PatternFault::nothing_to_repeat, start);
    return false;
  }
  if (at('?') || at('+')) {
    fail(PatternFault::unsupported, offset());  // lazy, possessive
    return false;
  }
  if (at('*') || at('{')) {
    fail(PatternFault::nothing_to_repeat, offset());
    return false;
  }
  repeat.children.push_back(std::move(atom));
  atom = std::move(repeat);
  return true;
}

bool PatternParser::parse_bounds(PatternNode& repeat) {
  const std::size_t start = offset() - 1;
  const auto minimum = parse_count();
  std::optional<std::uint32_t> maximum = minimum;
  if (take(',')) maximum = at('}') ? PatternNode::unlimited : parse_count();
  if (!minimum || !maximum || !take('}')) {
    fail(PatternFault::unsupported, start);
    return false;
  }
  if (*minimum > most_repetitions || (*maximum > most_repetitions && *maximum != PatternNode::unlimited)) {
    fail(PatternFault::repetition_too_large, start);
    return false;
  }
  if (*maximum < *minimum) {
    fail(PatternFault::bad_range, start);
    return false;
  }
  repeat.minimum = *minimum;
  repeat.maximum = *maximum;
  return true;
}

std::optional<std::uint32_t> PatternParser::parse_count() {
  if (rest_.empty() || !is_digit(rest_.front())) return std::nullopt;
  std::uint32_t count = 0;
  for (; !rest_.empty() && is_digit(rest_.front()); rest_.remove_prefix(1)) {
    count = std::min(count * 10 + static_cast<std::uint32_t>(rest_.front() - '0'), most_repetitions + 1);
  }
  return count;
}

std::optional<Ranges> PatternParser::parse_class() {
  const std::size_t start = offset() - 1;
  const bool negated = take('^');
  if (at(']')) return fail(PatternFault::unsupported, start);  // empty for some, a literal for others
  Ranges ranges;
  for (bool first = true; !take(']'); first = false) {
    if (rest_.empty()) return fail(PatternFault::unbalanced, start);
    const std::size_t place = offset();
    const char32_t code_point = take_code_point(rest_);
    if (code_point == '[' && at(':')) return fail(PatternFault::unsupported, place);
    if (code_point == '-' && !first && !at(']')) return fail(PatternFault::bad_range, place);
    auto low = code_point == '\\' ? parse_escape() : Ranges{{code_point, code_point}};
    if (!low) return std::nullopt;
    const bool is_range = rest_.size() > 1 && at('-') && rest_[1] != ']';
    if (!is_range) {
      ranges.insert(ranges.end(), low->begin(), low->end());
      continue;
    }
    take('-');
    const char32_t upper = take_code_point(rest_);
    const auto high = upper == '\\' ? parse_escape() : Ranges{{upper, upper}};
    if (!high) return std::nullopt;
    if (!is_one_code_point(*low) || !is_one_code_point(*high) || high->front().first < low->front().first) return fail(PatternFault::bad_range, place);
    ranges.push_back({low->front().first, high->front().first});
  }
  ranges = normalised(std::move(ranges));
  return negated ? complement(ranges) : ranges;
}

std::optional<Ranges> PatternParser::parse_escape() {
  const std::size_t start = offset() - 1;
  if (rest_.empty()) return fail(PatternFault::bad_escape, start);
  const char c = rest_.front();
  if (is_punctuation(c)) {
    take(c);
    const auto code_point = static_cast<char32_t>(c);
    return Ranges{{code_point, code_point}};
  }
  switch (c) {
    case 'd':
    case 'w':
    case 's': take(c); return ascii_class(c);
    case 'D':
    case 'W':
    case 'S': take(c); return complement(ascii_class(static_cast<char>(c - 'A' + 'a')));
    case 'p':
    case 'P': return parse_property(c == 'P');
    default: break;
  }
  return fail(is_digit(c) || c == 'k' ? PatternFault::unsupported : PatternFault::bad_escape, start);  // back-references: known and refused
}

std::optional<Ranges> PatternParser::parse_property(bool negated) {
  const std::size_t start = offset() - 1;
  take(rest_.front());
  const std::size_t end = rest_.find('}');
  if (!take('{') || end == std::string_view::npos) return fail(PatternFault::bad_escape, start);
  auto ranges = unicode_class(rest_.substr(0, end - 1));
  if (!ranges) return fail(PatternFault::unsupported, start);
  rest_.remove_prefix(end);
  return negated ? complement(*ranges) : *ranges;
}

bool PatternParser::check_anchors(const PatternNode& node, bool starts, bool ends) {
  switch (node.kind) {
    case Kind::match_class: return true;
    case Kind::start_anchor:
    case Kind::end_anchor:
      if (node.kind == Kind::start_anchor ? starts : ends) return true;
      fail(PatternFault::unsupported, node.offset);
      return false;
    case Kind::repeat: return check_anchors(node.children[0], false, false);
    case Kind::choice:
      for (const auto& child : node.children) {
        if (!check_anchors(child, starts, ends)) return false;
      }
      return true;
    case Kind::sequence: break;
  }
  for (std::size_t i = 0; i < node.children.size(); ++i) {
    const auto before = node.children.begin() + static_cast<std::ptrdiff_t>(i);
    const auto is_start = [](const PatternNode& child) { return child.kind == Kind::start_anchor; };
    const auto is_end = [](const PatternNode& child) { return child.kind == Kind::end_anchor; };
    if (!check_anchors(node.children[i], starts && std::all_of(node.children.begin(), before, is_start),
                       ends && std::all_of(before + 1, node.children.end(), is_end))) {
      return false;
    }
  }
  return true;
}

}  // namespace polku::text
