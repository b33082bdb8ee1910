// SPDX-License-Identifier: EUPL-1.2
#include "host/studio/outside.h"

#include <spawn.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "render/html/html.h"

extern char** environ;  // NOLINT: POSIX wants it declared by its user

namespace polku::host {

namespace fs = std::filesystem;

std::string find_font() {
  for (const char* folder : {"/usr/share/fonts", "/usr/local/share/fonts", "/System/Library/Fonts", "/Library/Fonts"}) {
    for (const char* name : {"truetype/noto/NotoSans-Regular.ttf", "truetype/dejavu/DejaVuSans.ttf", "google-noto/NotoSans-Regular.ttf",
                             "dejavu-sans-fonts/DejaVuSans.ttf", "Supplemental/Arial Unicode.ttf"}) {
      std::error_code fault;
      const fs::path font = fs::path(folder) / name;
      if (fs::exists(font, fault)) return font;
    }
  }
  return {};
}

void show_html(const page::Page& page) {
  const fs::path file = fs::temp_directory_path() / "polku-preview.html";
  std::ofstream(file, std::ios::binary) << "<!doctype html><meta charset=\"utf-8\">" << render::html(page);
#ifdef __APPLE__
  std::string program = "open";
#else
  std::string program = "xdg-open";
#endif
  std::string name = file;
  char* words[] = {program.data(), name.data(), nullptr};
  pid_t process = 0;
  posix_spawnp(&process, program.c_str(), nullptr, nullptr, words, environ);
}

}  // namespace polku::host
