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
  const Preview& preview() const { return *preview_; }
  const Source& source() const { return source_; }
  // Else something in the files is too wrong to be walked, and what was walked before stays.
  bool walks_the_files() const { return walks_the_files_; }

  // Reads the files again where they changed; whether there is something new to see.
  enum class News { none, read_again };
  News look_at_files();
  // Reads them whether they changed or not: a host that brought them knows.
  void read_files();

  // elsewhere: the host shows it itself. The page, as HTML: then the panels have the whole window. The remarks: what is wrong with the files.
  enum class Place { drawn, elsewhere };
  void show_page(Place place) { page_place_ = place; }
  void show_remarks(Place place) { remarks_place_ = place; }
  Place place_of_page() const { return page_place_; }
  // What the host has to say to the author, until it says something else.
  void tell(std::string words) { told_ = std::move(words); }

  enum class Wish { nothing, another_frame, html_preview };
  Wish draw();
  // What the last frame showed: the page and the studio's own buttons, with the spots where a press meets them.
  const std::vector<render::Seen>& seen() const { return seen_; }

 private:
  Wish draw_page();
  Wish draw_instead_of_page(const page::Page& page, std::vector<render::Deed>& deeds);
  void draw_remarks() const;
  void draw_panels();

  Wanted wanted_;
  Source source_;
  bool walks_the_files_ = false;
  std::optional<Preview> preview_;
  render::UiState ui_;
  Place page_place_ = Place::drawn, remarks_place_ = Place::drawn;
  std::string told_;
  std::vector<render::Seen> seen_;
};

}  // namespace polku::host
