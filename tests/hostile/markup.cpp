// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <array>

#include "inputs.h"

namespace polku::hostile {

namespace {

constexpr std::array<std::string_view, 45> elements{
    "div",      "form",   "p",     "h1",    "h2",       "a",      "button", "span", "ul",   "ol",   "li",      "dl",     "dt",     "dd",      "nav",
    "fieldset", "legend", "label", "input", "textarea", "strong", "bdi",    "html", "head", "meta", "title",   "link",   "body",   "main",    "section",
    "header",   "footer", "br",    "hr",    "table",    "thead",  "tbody",  "tr",   "th",   "td",   "article", "select", "option", "details", "summary"};
constexpr std::array<std::string_view, 39> attributes{"class",
                                                      "id",
                                                      "lang",
                                                      "dir",
                                                      "href",
                                                      "type",
                                                      "name",
                                                      "value",
                                                      "form",
                                                      "method",
                                                      "novalidate",
                                                      "tabindex",
                                                      "for",
                                                      "checked",
                                                      "multiple",
                                                      "maxlength",
                                                      "autocomplete",
                                                      "inputmode",
                                                      "spellcheck",
                                                      "autocapitalize",
                                                      "aria-current",
                                                      "aria-label",
                                                      "aria-hidden",
                                                      "aria-invalid",
                                                      "aria-describedby",
                                                      "aria-labelledby",
                                                      "role",
                                                      "translate",
                                                      "data-page",
                                                      "data-focus",
                                                      "rel",
                                                      "charset",
                                                      "content",
                                                      "rows",
                                                      "selected",
                                                      "accept",
                                                      "data-place",
                                                      "data-largest",
                                                      "action"};

template <std::size_t size>
bool has(const std::array<std::string_view, size>& all, std::string_view one) {
  return std::find(all.begin(), all.end(), one) != all.end();
}

bool is_safe_address(std::string_view address) {
  for (const std::string_view start : {"https://", "mailto:", "tel:", "#"}) {
    if (address.starts_with(start)) return true;
  }
  return address.starts_with('/') && !address.starts_with("//") && !address.starts_with("/\\");
}

std::string_view name_at(std::string_view text) {
  const auto end = text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-");
  return text.substr(0, end);
}

}  // namespace

// Not an HTML parser, but as strict as the writer is regular: every "<" opens a known tag, every attribute is known and quoted.
std::string find_foreign_markup(std::string_view html) {
  for (std::size_t at = html.find('<'); at != std::string_view::npos; at = html.find('<', at)) {
    std::string_view rest = html.substr(at + 1);
    if (rest.starts_with("!doctype html>")) {
      at += 1;
      continue;
    }
    if (rest.starts_with('/')) rest.remove_prefix(1);
    const auto element = name_at(rest);
    if (!has(elements, element)) return "element " + std::string{html.substr(at, 40)};
    rest.remove_prefix(element.size());
    while (rest.starts_with(' ')) {
      rest.remove_prefix(1);
      const auto attribute = name_at(rest);
      if (!has(attributes, attribute)) return "attribute " + std::string{rest.substr(0, 40)};
      rest.remove_prefix(attribute.size());
      if (!rest.starts_with("=\"")) continue;
      const auto end = rest.find('"', 2);
      if (end == std::string_view::npos) return "an attribute without end";
      const auto value = rest.substr(2, end - 2);
      if (value.find_first_of("<>") != std::string_view::npos) return "a bracket in an attribute " + std::string{value.substr(0, 40)};
      if (attribute == "href" && !is_safe_address(value)) return "address " + std::string{value.substr(0, 40)};
      rest.remove_prefix(end + 1);
    }
    if (!rest.starts_with('>')) return "a tag without end " + std::string{html.substr(at, 40)};
    at += 1;
  }
  return {};
}

}  // namespace polku::hostile
