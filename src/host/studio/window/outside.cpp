// SPDX-License-Identifier: EUPL-1.2
#include "host/studio/window/outside.h"

#include <spawn.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "host/studio/document.h"

extern char** environ;  // NOLINT: POSIX wants it declared by its user

namespace polku::host {

namespace fs = std::filesystem;

namespace {

#ifdef __APPLE__
const std::string opener = "open";
#else
const std::string opener = "xdg-open";
#endif

std::string find_font(std::initializer_list<const char*> names) {
  for (const char* folder : {"/usr/share/fonts", "/usr/local/share/fonts", "/System/Library/Fonts", "/Library/Fonts"}) {
    for (const char* name : names) {
      std::error_code fault;
      const fs::path font = fs::path(folder) / name;
      if (fs::exists(font, fault)) return font;
    }
  }
  return {};
}

// A walk holds what a person would not want read by others: the file is made with a name nobody could have made before, for its maker alone.
std::string write_privately(const std::string& words) {
  std::error_code fault;
  const auto folder = fs::temp_directory_path(fault);
  if (fault) return {};
  std::string name = (folder / "polku-preview-XXXXXX.html").string();
  const int file = mkstemps(name.data(), 5);
  if (file < 0) return {};
  close(file);
  std::ofstream out(name, std::ios::binary);
  out << words;
  return out.flush() ? name : std::string();
}

}  // namespace

Fonts find_fonts() {
  return {find_font({"truetype/noto/NotoSans-Regular.ttf", "truetype/dejavu/DejaVuSans.ttf", "google-noto/NotoSans-Regular.ttf",
                     "dejavu-sans-fonts/DejaVuSans.ttf", "Supplemental/Arial Unicode.ttf"}),
          find_font({"truetype/noto/NotoSans-Bold.ttf", "truetype/dejavu/DejaVuSans-Bold.ttf", "google-noto/NotoSans-Bold.ttf",
                     "dejavu-sans-fonts/DejaVuSans-Bold.ttf"})};
}

std::string show_html(const page::Page& page) {
  auto file = write_privately(html_document(page));
  if (file.empty()) return "The HTML page cannot be written into the folder for temporary files.";
  std::signal(SIGCHLD, SIG_IGN);  // nobody waits for the browser
  std::string program = opener;
  char* words[] = {program.data(), file.data(), nullptr};
  pid_t process = 0;
  if (posix_spawnp(&process, program.c_str(), nullptr, nullptr, words, environ) == 0) return {};
  return opener + " is not here to open a browser. The HTML page is in " + file;
}

}  // namespace polku::host
