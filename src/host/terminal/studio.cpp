// SPDX-License-Identifier: EUPL-1.2
// The studio is a program of its own beside this one, so that a server needs neither a font nor a screen.
#include <unistd.h>

#include <filesystem>
#include <iostream>

#include "host/terminal/commands.h"

namespace polku::host {

int command_studio(const Given& given) {
  std::error_code fault;
  const auto here = std::filesystem::read_symlink("/proc/self/exe", fault);
  const std::string program = fault ? "polku-studio" : (here.parent_path() / "polku-studio").string();
  Given owned = given;
  owned.insert(owned.begin(), program);
  std::vector<char*> words;
  for (auto& word : owned) words.push_back(word.data());
  words.push_back(nullptr);
  std::cout.flush();
  execvp(program.c_str(), words.data());
  std::cerr << "polku studio: the studio is not built. scripts/fetch-imgui brings what it needs; then build the target polku-studio.\n";
  return has_problems;
}

}  // namespace polku::host
