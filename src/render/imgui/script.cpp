// SPDX-License-Identifier: EUPL-1.2
#include "render/imgui/script.h"

#include <array>

#include "text/utf8.h"

namespace polku::render {
namespace {

// Latin with its additions, Greek, Cyrillic, and the signs that stand among them.
constexpr std::array<ImWchar, 13> ranges = {0x20, 0x036F, 0x0370, 0x052F, 0x1E00, 0x1FFF, 0x2010, 0x205F, 0x2070, 0x23FF, 0x2500, 0x27BF, 0};

bool is_invisible(char32_t code_point) {
  return code_point == 0xAD || (code_point >= 0x200B && code_point <= 0x200F) || (code_point >= 0x202A && code_point <= 0x202E) ||
         (code_point >= 0x2060 && code_point <= 0x206F) || code_point == 0xFEFF;
}

bool is_shaped(char32_t code_point) {
  if (code_point < 0x20 || is_invisible(code_point)) return true;
  for (std::size_t index = 0; ranges[index] != 0; index += 2) {
    if (code_point >= ranges[index] && code_point <= ranges[index + 1]) return true;
  }
  return code_point >= 0x2000 && code_point < 0x2010;  // spaces of several widths
}

}  // namespace

bool can_shape(std::string_view words) {
  while (!words.empty()) {
    if (!is_shaped(text::take_code_point(words))) return false;
  }
  return true;
}

bool can_shape(const page::Page& page) {
  return page.direction == text::Direction::left_to_right && can_shape(page.title.words()) && can_shape(page.heading.words());
}

const ImWchar* shaped_ranges() { return ranges.data(); }

std::string visible(std::string_view words) {
  std::string result;
  while (!words.empty()) {
    const char32_t code_point = text::take_code_point(words);
    if (!is_invisible(code_point)) text::append_code_point(result, code_point);
  }
  return result;
}

}  // namespace polku::render
