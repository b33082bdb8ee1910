// SPDX-License-Identifier: EUPL-1.2
// In place of window.cpp where GLFW is not installed.
#include "host/studio/window.h"

namespace polku::host {

std::string open_window(Studio&, const std::string&) { return "built without GLFW, so there is no window; --headless needs none"; }

}  // namespace polku::host
