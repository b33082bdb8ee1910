// SPDX-License-Identifier: EUPL-1.2
#include "host/studio/headless.h"

#include <string>

#include "host/studio/insight.h"
#include "render/imgui/stage.h"

namespace polku::host {
namespace {

class Walk {
 public:
  Walk(Studio& studio, std::ostream& told) : studio_(studio), told_(told) {}

  enum class Done { yes, no };
  Done obey(const std::string& line) {
    const auto space = line.find(' ');
    const std::string verb = line.substr(0, space), rest = space == std::string::npos ? std::string() : line.substr(space + 1);
    auto& preview = studio_.preview();
    if (verb == "press") return perform(stage_.press(preview.page(), ui_, rest));
    if (verb == "type") {
      const auto equals = rest.find(" = ");
      if (equals == std::string::npos) return Done::no;
      return perform(stage_.type(preview.page(), ui_, rest.substr(0, equals), rest.substr(equals + 3)));
    }
    if (verb == "see") {
      told_ << render::print(stage_.show(preview.page(), ui_).seen);
      return Done::yes;
    }
    for (const auto& panel : look_inside(preview)) {
      if (panel.name != verb) continue;
      for (const auto& told : panel.lines) told_ << told << "\n";
      return Done::yes;
    }
    return Done::no;
  }

 private:
  Done perform(const std::optional<std::vector<render::Deed>>& deeds) {
    if (!deeds) return Done::no;
    for (const auto& deed : *deeds) studio_.preview().perform(deed);
    return Done::yes;
  }

  Studio& studio_;
  std::ostream& told_;
  render::Stage stage_;
  render::UiState ui_;
};

}  // namespace

int walk_by_labels(Studio& studio, std::istream& lines, std::ostream& told) {
  Walk walk{studio, told};
  for (std::string line; std::getline(lines, line);) {
    if (line.empty()) continue;
    if (walk.obey(line) == Walk::Done::yes) continue;
    told << "cannot: " << line << "\n";
    return 1;
  }
  return 0;
}

}  // namespace polku::host
