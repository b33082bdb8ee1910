// SPDX-License-Identifier: EUPL-1.2
#include "exchange/markup.h"

#include <cctype>
#include <optional>

#include "text/decimal.h"
#include "text/utf8.h"

namespace polku::exchange {

namespace {

struct Tag {
  std::string name, address;
  bool closes = false;
  std::size_t end = 0;
};

bool is_letter(char sign) { return (sign >= 'a' && sign <= 'z') || (sign >= 'A' && sign <= 'Z'); }

std::optional<Tag> read_tag(std::string_view text, std::size_t at) {
  const std::size_t end = text.find('>', at);
  if (end == std::string_view::npos || at + 1 >= text.size()) return std::nullopt;
  Tag tag;
  tag.closes = text[at + 1] == '/';
  tag.end = end;
  std::size_t from = at + 1 + (tag.closes ? 1 : 0);
  if (!is_letter(text[from])) return std::nullopt;
  std::size_t to = from;
  while (to < end && (is_letter(text[to]) || (text[to] >= '0' && text[to] <= '9'))) ++to;
  tag.name = text::to_lower_ascii(text.substr(from, to - from));
  const std::string_view rest = text.substr(to, end - to);
  const std::size_t address = rest.find("href=");
  if (address != std::string_view::npos && address + 6 < rest.size()) {
    const char quote = rest[address + 5];
    const std::size_t last = rest.find(quote, address + 6);
    if (last != std::string_view::npos) tag.address = rest.substr(address + 6, last - address - 6);
  }
  return tag;
}

// "&amp;" and "&#39;"; what is none stays.
std::string without_entities(std::string_view text) {
  constexpr std::pair<std::string_view, std::string_view> known[] = {{"amp", "&"}, {"lt", "<"}, {"gt", ">"}, {"quot", "\""}, {"apos", "'"}, {"nbsp", "\u00A0"}};
  std::string plain;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const std::size_t end = text[at] == '&' ? text.find(';', at) : std::string_view::npos;
    if (end == std::string_view::npos || end - at > 8) {
      plain += text[at];
      continue;
    }
    const std::string_view name = text.substr(at + 1, end - at - 1);
    const std::size_t before = plain.size();
    for (const auto& [entity, sign] : known) {
      if (name == entity) plain += sign;
    }
    if (name.size() > 1 && name[0] == '#' && name.find_first_not_of("0123456789", 1) == std::string_view::npos) {
      const auto number = text::Decimal::parse(name.substr(1));
      const auto code = number ? number->to_integer() : std::nullopt;
      const bool is_sign = code && *code >= 32 && *code < 0x110000 && (*code < 0xD800 || *code > 0xDFFF);
      if (is_sign) text::append_code_point(plain, static_cast<char32_t>(*code));
    }
    if (plain.size() == before)
      plain += '&';
    else
      at = end;
  }
  return plain;
}

void break_paragraph(std::string& out) {
  while (!out.empty() && (out.back() == ' ' || out.back() == '\n')) out.pop_back();
  if (!out.empty()) out += "\n\n";
}

void break_line(std::string& out, std::string_view mark) {
  if (out.ends_with("\n\n")) {
    out += mark;
    return;
  }
  while (!out.empty() && (out.back() == ' ' || out.back() == '\n')) out.pop_back();
  if (!out.empty()) out += "\n";
  out += mark;
}

}  // namespace

std::string prose_of(std::string_view text) {
  std::string out, address;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto tag = text[at] == '<' ? read_tag(text, at) : std::nullopt;
    if (!tag) {
      out += text[at];
      continue;
    }
    at = tag->end;
    if (tag->name == "p" || tag->name == "ul" || tag->name == "ol" || tag->name == "div") {
      break_paragraph(out);
    } else if (tag->name == "br") {
      break_paragraph(out);
    } else if (tag->name == "li" && !tag->closes) {
      break_line(out, "- ");
    } else if (tag->name == "strong" || tag->name == "b") {
      out += "**";
    } else if (tag->name == "a" && !tag->closes && !tag->address.empty()) {
      address = tag->address;
      out += "[";
    } else if (tag->name == "a" && tag->closes && !address.empty()) {
      out += "](" + address + ")";
      address.clear();
    }
  }
  return without_entities(text::trim(out));
}

std::string line_of(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (const auto tag = text[at] == '<' ? read_tag(text, at) : std::nullopt) {
      at = tag->end;
    } else {
      out += text[at] == '\n' ? ' ' : text[at];
    }
  }
  return without_entities(text::trim(out));
}

}  // namespace polku::exchange
