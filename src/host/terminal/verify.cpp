// SPDX-License-Identifier: EUPL-1.2
#include "session/verify.h"

#include <iostream>

#include "host/terminal/commands.h"
#include "host/terminal/common.h"

namespace polku::host {

int command_verify(const Given& given) {
  const auto arguments = read_arguments(given, {"site", "today", "language"}, {"json"});
  if (!arguments.fault.empty()) return refuse_call("verify", arguments.fault);
  if (arguments.words.size() != 2) return refuse_call("verify", "name a service and a submission");
  const auto today = day_asked(arguments);
  if (!today) return refuse_call("verify", "--today wants a date as 2026-11-22");
  problem::Problems problems;
  const auto loaded = load_service(arguments.words[0], site_asked(arguments), problems);
  const auto submission = read_json(arguments.words[1], problems);
  if (!loaded.world || !submission) {
    print_problems(problems, arguments);
    return has_problems;
  }
  const auto verified = session::verify(*loaded.world, *submission, *today);
  print_problems(verified.problems, arguments);
  if (!arguments.has("json")) std::cout << (verified.problems.empty() ? "verified\n" : "not verified\n");
  return status_of(verified.problems);
}

}  // namespace polku::host
