// SPDX-License-Identifier: EUPL-1.2
// One thing on a drawn page, as a person sees it. Its line form is what tests compare:
//
//   heading "Your vehicle"     box "Registration" = "KRT-482" wrong     option "Yes" chosen     button "suomi" current     note caution
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace polku::render {

struct Seen {
  // question, note and card hold what follows them and have no words of their own.
  enum class Kind : std::uint8_t {
    heading,
    subheading,
    title,
    text,
    item,
    term,
    value,
    reference,
    label,
    hint,
    problem,
    warning,
    affix,
    box,
    option,
    button,
    link,
    question,
    note,
    card
  } kind = Kind::text;
  enum class Tone : std::uint8_t { plain, caution, good } tone = Tone::plain;
  std::string words = {};  // of a box: those of its label
  std::string typed = {};  // what stands in a box
  bool is_chosen = false, is_wrong = false, is_current = false, is_total = false;
  struct Spot {
    int x = 0, y = 0;
  } spot = {};  // where a press meets it
};

std::string_view name_of(Seen::Kind kind);
std::string print(const Seen& seen);
std::string print(const std::vector<Seen>& all);  // a line each

}  // namespace polku::render
