// SPDX-License-Identifier: EUPL-1.2
#include <iostream>

#include "host/terminal/commands.h"
#include "host/terminal/common.h"

namespace polku::host {

int command_check(const Given& given) {
  const auto arguments = read_arguments(given, {"site", "language"}, {"json"});
  if (!arguments.fault.empty()) return refuse_call("check", arguments.fault);
  if (arguments.words.size() != 1) return refuse_call("check", "name one service");
  const auto problems = check_service(arguments.words[0], site_asked(arguments));
  print_problems(problems, arguments);
  if (!arguments.has("json")) {
    std::size_t errors = 0;
    for (const auto& problem : problems) errors += problem.severity == problem::Severity::error ? 1 : 0;
    std::cout << arguments.words[0] << ": " << errors << " errors, " << problems.size() - errors << " warnings\n";
  }
  return status_of(problems);
}

}  // namespace polku::host
