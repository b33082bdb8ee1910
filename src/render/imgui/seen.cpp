// SPDX-License-Identifier: EUPL-1.2
#include "render/imgui/seen.h"

namespace polku::render {

std::string_view name_of(Seen::Kind kind) {
  using Kind = Seen::Kind;
  switch (kind) {
    case Kind::heading: return "heading";
    case Kind::subheading: return "subheading";
    case Kind::title: return "title";
    case Kind::text: return "text";
    case Kind::item: return "item";
    case Kind::term: return "term";
    case Kind::value: return "value";
    case Kind::reference: return "reference";
    case Kind::label: return "label";
    case Kind::hint: return "hint";
    case Kind::problem: return "problem";
    case Kind::warning: return "warning";
    case Kind::affix: return "affix";
    case Kind::box: return "box";
    case Kind::option: return "option";
    case Kind::button: return "button";
    case Kind::link: return "link";
    case Kind::question: return "question";
    case Kind::note: return "note";
    case Kind::card: break;
  }
  return "card";
}

namespace {

// Line feeds inside would break the one-line form.
std::string quote(std::string_view words) {
  std::string line = "\"";
  for (const char byte : words) {
    if (byte == '\n')
      line += "\\n";
    else
      line += byte;
  }
  return line + "\"";
}

}  // namespace

std::string print(const Seen& seen) {
  std::string line{name_of(seen.kind)};
  if (!seen.words.empty()) line += " " + quote(seen.words);
  if (seen.kind == Seen::Kind::box) line += " = " + quote(seen.typed);
  if (seen.is_chosen) line += " chosen";
  if (seen.is_wrong) line += " wrong";
  if (seen.is_current) line += " current";
  if (seen.is_total) line += " total";
  if (seen.tone == Seen::Tone::caution) line += " caution";
  if (seen.tone == Seen::Tone::good) line += " good";
  return line;
}

std::string print(const std::vector<Seen>& all) {
  std::string lines;
  for (const Seen& seen : all) lines += print(seen) + "\n";
  return lines;
}

}  // namespace polku::render
