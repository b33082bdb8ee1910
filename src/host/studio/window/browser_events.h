// SPDX-License-Identifier: EUPL-1.2
// Mouse and keyboard over a canvas of a web page. Keys are heard only while the canvas has the focus, and nothing is taken from the page around it: Tab
// goes on to the next box while one is being typed in, else to what follows the canvas; Escape leaves the box.
#pragma once

#include "host/studio/input.h"

namespace polku::host {

class Listener {
 public:
  virtual ~Listener() = default;
  virtual void hear(Input::Event event) = 0;
  virtual bool is_typing() const = 0;
};

// `canvas`: a CSS selector. The listener must live as long as the page.
void listen(const char* canvas, Listener& listener);

}  // namespace polku::host
