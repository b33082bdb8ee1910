// SPDX-License-Identifier: EUPL-1.2
// The studio in a window of its own (GLFW and OpenGL 3). A frame is drawn only when something happened or a file changed.
#pragma once

#include <string>

#include "host/studio/studio.h"

namespace polku::host {

// Until the window is closed. Answers with what went wrong, in words; empty: nothing.
std::string open_window(Studio& studio, const std::string& title);

}  // namespace polku::host
