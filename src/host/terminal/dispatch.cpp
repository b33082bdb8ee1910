// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <iostream>

#include "host/terminal/commands.h"
#include "host/terminal/help.h"

namespace polku::host {

namespace {

struct Command {
  std::string_view name;
  int (*run)(const Given& given);
};

constexpr Command commands[] = {
    {"check", command_check},   {"fill", command_fill},     {"render", command_render}, {"evaluate", command_evaluate},
    {"format", command_format}, {"decode", command_decode}, {"replay", command_replay}, {"verify", command_verify},
    {"serve", command_serve},   {"studio", command_studio}, {"import", command_import}, {"generate", command_generate},
};

bool asks_for_help(const std::string& word) { return word == "--help" || word == "-h" || word == "help"; }

}  // namespace

int refuse_call(const std::string& command, const std::string& fault) {
  std::cerr << "polku " << command << ": " << fault << "\n\n" << help_for(command);
  return wrong_call;
}

int run_command(const std::vector<std::string>& words) {
  if (words.empty()) {
    std::cerr << help();
    return wrong_call;
  }
  if (asks_for_help(words[0])) {
    std::cout << (words.size() > 1 ? help_for(words[1]) : help());
    return all_is_well;
  }
  for (const auto& command : commands) {
    if (command.name != words[0]) continue;
    const Given given(words.begin() + 1, words.end());
    if (std::any_of(given.begin(), given.end(), [](const auto& word) { return word == "--help" || word == "-h"; })) {
      std::cout << help_for(words[0]);
      return all_is_well;
    }
    return command.run(given);
  }
  std::cerr << "polku: there is no command \"" << words[0] << "\"\n\n" << help();
  return wrong_call;
}

}  // namespace polku::host
