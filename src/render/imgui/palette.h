// SPDX-License-Identifier: EUPL-1.2
// The citizen's colours in the light (assets/styles/tokens.css, where each has its contrast), for the page and for the studio around it.
#pragma once

#include <imgui.h>

namespace polku::render {

inline ImVec4 colour(int rgb) {
  return {static_cast<decltype(ImVec4::x)>((rgb >> 16) & 0xff) / 255, static_cast<decltype(ImVec4::x)>((rgb >> 8) & 0xff) / 255,
          static_cast<decltype(ImVec4::x)>(rgb & 0xff) / 255, 1};
}

inline const ImVec4 ink = colour(0x16232b), ink_soft = colour(0x4a5a63), paper = colour(0xffffff), ground = colour(0xf4f1ea), line = colour(0xc9cfcb),
                    line_strong = colour(0x5d6b70), brand = colour(0x0b5a54), brand_deep = colour(0x06403c), brand_tint = colour(0xe3f0ee),
                    danger = colour(0xa61b1b), danger_tint = colour(0xfdf0ee), caution = colour(0x7a4b00), good = colour(0x1d6b35);

// A host may load up to three fonts, the later ones larger or bolder: words as they run, headings, and what stands out among the words.
enum class Face { words, heading, strong };
// Nothing is pushed when there is only one font.
bool push_face(Face face);

}  // namespace polku::render
