// SPDX-License-Identifier: EUPL-1.2
// The studio: the page at the left, what is told about it at the right. It draws into the Dear ImGui frame that is open; windows are `window.h`'s.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "host/studio/preview.h"
#include "host/studio/source.h"

namespace polku::host {

struct Wanted {
  std::filesystem::path service, site;
  std::string language;  // empty: the site's first
  calendar::Date today;
};

class Studio {
 public:
  explicit Studio(const Wanted& wanted);

  // Nothing to draw: the service cannot be walked, and there was none before.
  bool is_walking() const { return preview_.has_value(); }
  Preview& preview() { return *preview_; }
  const Source& source() const { return source_; }

  // Reads the files again where they changed; whether there is something new to see.
  enum class News { none, read_again };
  News look_at_files();

  enum class Wish { nothing, another_frame, html_preview };
  Wish draw();

 private:
  void start();
  Wish draw_page();
  void draw_panels() const;

  Wanted wanted_;
  Source source_;
  std::optional<Preview> preview_;
  render::UiState ui_;
};

}  // namespace polku::host
