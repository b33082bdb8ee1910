// SPDX-License-Identifier: EUPL-1.2
// How the studio looks: the citizen's colours, and room around the words. One place for the window and the browser.
#pragma once

#include <string>

namespace polku::host {

struct Fonts {
  std::string regular, bold;  // files; empty: Dear ImGui's own letters, which are Latin only
};

// For the context that is open. `scale`: the screen's dots for one of the window's, so that letters are drawn as finely as the screen can.
void dress(const Fonts& fonts, double scale);

}  // namespace polku::host
