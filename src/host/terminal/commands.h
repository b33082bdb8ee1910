// SPDX-License-Identifier: EUPL-1.2
// The subcommands. Each answers with an exit status.
#pragma once

#include <string>
#include <vector>

namespace polku::host {

inline constexpr int all_is_well = 0, has_problems = 1, wrong_call = 2;

using Given = std::vector<std::string>;

int command_check(const Given& given);
int command_fill(const Given& given);
int command_render(const Given& given);
int command_evaluate(const Given& given);
int command_format(const Given& given);
int command_decode(const Given& given);
int command_replay(const Given& given);
int command_verify(const Given& given);
int command_import(const Given& given);
int command_generate(const Given& given);
int command_serve(const Given& given);
int command_studio(const Given& given);

// The whole command: a subcommand and its words.
int run_command(const Given& words);

// Tells what is wrong with a call and how it goes; gives wrong_call.
int refuse_call(const std::string& command, const std::string& fault);

}  // namespace polku::host
