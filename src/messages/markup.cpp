// SPDX-License-Identifier: EUPL-1.2
// One pass over a line for each kind of mark: a mark that finds no end is never looked for again, so that time stays linear.
#include <algorithm>

#include "messages/catalog.h"
#include "text/utf8.h"

namespace polku::messages {
namespace {

using Ranges = std::vector<std::pair<std::size_t, std::size_t>>;

bool is_allowed_address(std::string_view address) {
  if (address.empty()) return false;
  for (char sign : address) {
    if (static_cast<unsigned char>(sign) <= ' ' || sign == '\\' || sign == '\x7F') return false;
  }
  const std::string lower = text::to_lower_ascii(address.substr(0, 8));
  for (std::string_view scheme : {"https://", "mailto:", "tel:"}) {
    if (lower.compare(0, scheme.size(), scheme) == 0) return address.size() > scheme.size();
  }
  if (address.substr(0, 2) == "//") return false;
  return address.substr(0, address.find_first_of("/?#")).find(':') == std::string_view::npos;
}

// A line of the text, and which of its bytes are people's words.
struct Line {
  std::string words;
  std::string verbatim;  // a byte for each of them: 'v' or ' '

  bool is_mark(std::size_t at, std::string_view mark) const {
    if (words.compare(at, mark.size(), mark) != 0) return false;
    for (std::size_t index = at; index < at + mark.size(); ++index) {
      if (verbatim[index] == 'v') return false;
    }
    return true;
  }
  std::size_t find_mark(std::string_view mark, std::size_t from) const {
    for (std::size_t at = words.find(mark, from); at != std::string::npos; at = words.find(mark, at + 1)) {
      if (is_mark(at, mark)) return at;
    }
    return std::string::npos;
  }
  Line after(std::size_t count) const { return {words.substr(count), verbatim.substr(count)}; }
};

template <typename ReportBadAddress>
std::vector<Span> parse_line(const Line& line, ReportBadAddress report) {
  std::vector<Span> spans;
  std::string plain;
  const auto flush = [&] {
    if (!plain.empty()) spans.push_back({Span::Kind::words, std::move(plain), {}});
    plain.clear();
  };
  bool strong_ends = true, link_ends = true;
  for (std::size_t at = 0; at < line.words.size();) {
    if (strong_ends && line.is_mark(at, "**")) {
      const std::size_t end = line.find_mark("**", at + 2);
      strong_ends = end != std::string::npos;
      if (strong_ends && end > at + 2) {
        flush();
        spans.push_back({Span::Kind::strong, line.words.substr(at + 2, end - at - 2), {}});
        at = end + 2;
        continue;
      }
    } else if (link_ends && line.is_mark(at, "[")) {
      const std::size_t middle = line.find_mark("](", at + 1);
      const std::size_t end = middle == std::string::npos ? middle : line.find_mark(")", middle + 2);
      link_ends = end != std::string::npos;
      if (link_ends) {
        std::string address = line.words.substr(middle + 2, end - middle - 2);
        if (middle > at + 1 && is_allowed_address(address)) {
          flush();
          spans.push_back({Span::Kind::link, line.words.substr(at + 1, middle - at - 1), std::move(address)});
        } else {
          plain += line.words.substr(at, end + 1 - at);
          report(address);
        }
        at = end + 1;
        continue;
      }
    }
    plain += line.words[at++];
  }
  flush();
  return spans;
}

constexpr auto ignore = [](const std::string&) {};

std::vector<Line> lines_of(std::string_view words, const Ranges& verbatim) {
  std::string marks(words.size(), ' ');
  for (const auto& [begin, end] : verbatim) {
    for (std::size_t at = begin; at < std::min(end, words.size()); ++at) marks[at] = 'v';
  }
  std::vector<Line> lines(1);
  for (std::size_t at = 0; at < words.size(); ++at) {
    if (words[at] == '\n' && marks[at] != 'v') {
      lines.emplace_back();
    } else if (words[at] != '\r' || marks[at] == 'v') {
      lines.back().words += words[at];
      lines.back().verbatim.push_back(marks[at]);
    }
  }
  return lines;
}

// What a line begins with: how many bytes to leave out, and of which block it is.
std::pair<std::size_t, Block::Kind> beginning(const Line& line) {
  if (line.is_mark(0, "## ")) return {3, Block::Kind::heading};
  if (line.is_mark(0, "- ")) return {2, Block::Kind::bullets};
  std::size_t digits = 0;
  while (digits < std::min<std::size_t>(line.words.size(), 3) && line.words[digits] >= '0' && line.words[digits] <= '9' && line.verbatim[digits] != 'v')
    ++digits;
  if (digits > 0 && line.is_mark(digits, ". ")) return {digits + 2, Block::Kind::numbers};
  return {0, Block::Kind::paragraph};
}

bool is_blank(const Line& line) { return text::trim(line.words).empty(); }

Line one_line(std::string_view words, const Ranges& verbatim) {
  std::string spaced(words);
  std::replace(spaced.begin(), spaced.end(), '\n', ' ');
  return lines_of(spaced, verbatim).front();
}

}  // namespace

Prose parse_markup(const Text& text) {
  Prose prose{{}, text.language_, text.direction_};
  bool open = false;  // the last block may go on
  for (const auto& line : lines_of(text.words_, text.verbatim_)) {
    if (is_blank(line)) {
      open = false;
      continue;
    }
    const auto [skipped, kind] = beginning(line);
    if (!open || kind == Block::Kind::heading || prose.blocks.back().kind != kind) prose.blocks.push_back({kind, {}});
    prose.blocks.back().lines.push_back(parse_line(line.after(skipped), ignore));
    open = kind != Block::Kind::heading;
  }
  return prose;
}

std::vector<Span> parse_inline(std::string_view words) { return parse_line(one_line(words, {}), ignore); }

std::vector<Span> parse_inline(const Text& text) { return parse_line(one_line(text.words_, text.verbatim_), ignore); }

problem::Problems check_markup(std::string_view key, std::string_view source) {
  problem::Problems problems;
  for (const auto& line : lines_of(source, {})) {
    parse_line(line, [&](const std::string& address) {
      problems.push_back({.code = problem::Code::markup_bad_link, .arguments = {{"key", std::string(key)}, {"address", address}}});
    });
  }
  return problems;
}

}  // namespace polku::messages
