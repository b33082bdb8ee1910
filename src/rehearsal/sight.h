// SPDX-License-Identifier: EUPL-1.2
// What a step's "see" expects of the page, the device and the verifying host, and where that is not so.
#pragma once

#include <string>
#include <vector>

#include "json/value.h"
#include "page/page.h"
#include "rehearsal/device.h"

namespace polku::rehearsal {

struct Scene {
  const session::World& world;
  const session::State& state;
  const Device& device;
  const std::string& focus;  // where it was moved last
  const std::string& left_for;
};
struct Disagreement {
  std::string what, expected, found;
};

std::vector<Disagreement> look(const Scene& scene, const json::Value& see);

// {"<pointer>": "<code or rule>"}: problems as scenarios expect them; several at one pointer are joined by commas.
json::Value by_place(const json::Value& problems);

}  // namespace polku::rehearsal
