// SPDX-License-Identifier: EUPL-1.2
// polku-studio SERVICE [--site SITE] [--language L] [--today D] [--walk FILE] [--headless]
#include <fstream>
#include <iostream>

#include "host/studio/headless.h"
#include "host/studio/window.h"
#include "host/terminal/commands.h"
#include "host/terminal/common.h"

int main(int count, char** given) {
  using namespace polku::host;
  const auto arguments = read_arguments({given + 1, given + count}, {"site", "language", "today", "walk"}, {"headless"});
  if (!arguments.fault.empty()) return refuse_call("studio", arguments.fault);
  if (arguments.words.size() != 1) return refuse_call("studio", "name one service");
  const auto today = day_asked(arguments);
  if (!today) return refuse_call("studio", "--today wants a date as 2026-11-22");
  Studio studio({arguments.words[0], site_asked(arguments), arguments.option("language"), *today});
  if (!studio.is_walking()) {
    for (const auto& line : studio.source().problems()) std::cout << line << "\n";
    return has_problems;
  }
  if (const auto walk = arguments.option("walk"); !walk.empty()) {
    std::ifstream lines(walk);
    if (!lines) return refuse_call("studio", "--walk wants a file of lines as --headless takes them: " + walk + " cannot be read");
    if (walk_by_labels(studio, lines, std::cout) != 0) return has_problems;
  }
  if (arguments.has("headless")) return walk_by_labels(studio, std::cin, std::cout) == 0 ? all_is_well : has_problems;
  const auto fault = open_window(studio, "Polku studio: " + arguments.words[0]);
  if (!fault.empty()) std::cerr << "polku studio: " << fault << "\n";
  return fault.empty() ? all_is_well : has_problems;
}
