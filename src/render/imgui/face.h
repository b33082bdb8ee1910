// SPDX-License-Identifier: EUPL-1.2
// A page in Dear ImGui, inside whatever window is open at the moment. The page is a constant: what the person does comes back as deeds, and the host
// gives them to the session and draws the page that follows from them.
//
//   const auto drawn = render::draw(page, ui);
//   for (const render::Deed& deed : drawn.deeds) …
#pragma once

#include <map>
#include <string>
#include <variant>
#include <vector>

#include "page/page.h"
#include "render/imgui/seen.h"
#include "session/session.h"

namespace polku::render {

// The one state this face admits to: Dear ImGui edits text in place, in memory that has to outlive the frame. What stands here was typed and is on its
// way to the session; as soon as a field is left, the page is right again.
struct UiState {
  std::map<std::string, std::string> typing;  // by place; of a date by "<place>/day" …
  std::string editing;                        // the place of the box that has the caret
  std::string focus;                          // an element id of the page model: there the next frame goes (MoveFocus); then empty
};

// A link that leads out of the service, and a button that is the machine's business.
struct OpenOutside {
  std::string address;
};
struct Print {};
using Deed = std::variant<session::Action, OpenOutside, Print>;  // Submit's key is empty: the host makes it

struct Drawn {
  std::vector<Seen> seen;
  std::vector<Deed> deeds;
  std::vector<std::string> not_shaped;  // words in scripts that cannot be shaped here
};

Drawn draw(const page::Page& page, UiState& ui);

}  // namespace polku::render
