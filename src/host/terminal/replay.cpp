// SPDX-License-Identifier: EUPL-1.2
#include <iostream>

#include "host/terminal/commands.h"
#include "host/terminal/common.h"
#include "json/writer.h"
#include "rehearsal/rehearsal.h"

namespace polku::host {

namespace {

namespace fs = std::filesystem;

// A scenario names its service and site; they are looked for in the assets folder it stands in or below, else in ./assets.
fs::path assets_of(const Arguments& arguments, const fs::path& scenario) {
  if (!arguments.option("assets").empty()) return arguments.option("assets");
  for (auto folder = fs::absolute(scenario).parent_path(); folder.has_relative_path(); folder = folder.parent_path()) {
    if (fs::exists(folder / "assets" / "services")) return folder / "assets";
  }
  return "assets";
}

void print_failures(const json::Value& result) {
  for (const auto& failure : result.find("failures")->items()) {
    std::cout << "    step " << json::write(*failure.find("step")) << ", " << failure.find("what")->string() << "\n      expected "
              << failure.find("expected")->string() << "\n      found    " << failure.find("found")->string() << "\n";
  }
}

bool replay_one(const fs::path& path, const Arguments& arguments, problem::Problems& problems) {
  const auto scenario = read_json(path, problems);
  if (!scenario) return false;
  const auto assets = assets_of(arguments, path);
  const std::string service{scenario->find_string("service").value_or("")}, site{scenario->find_string("site").value_or("")};
  problem::Problems found;
  const auto loaded = load_service(assets / "services" / service, site.empty() ? fs::path{} : assets / "sites" / site, found);
  if (!loaded.world) {
    problems.insert(problems.end(), found.begin(), found.end());
    return false;
  }
  const auto result = rehearsal::replay(*loaded.world, *scenario);
  const bool passed = result.find("passed")->boolean();
  if (arguments.has("json")) {
    std::cout << json::write(result) << "\n";
    return passed;
  }
  std::cout << (passed ? "passed  " : "FAILED  ") << path.filename().string() << "  " << scenario->find_string("name").value_or("") << "\n";
  print_failures(result);
  if (arguments.has("transcript")) {
    for (const auto& entry : result.find("transcript")->items()) {
      const auto text = entry.find_string("text");
      std::cout << "---- step " << json::write(*entry.find("step")) << " " << entry.find_string("address").value_or("") << "\n"
                << (text ? std::string{*text} : json::write(entry)) << "\n";
    }
  }
  return passed;
}

}  // namespace

int command_replay(const Given& given) {
  const auto arguments = read_arguments(given, {"assets"}, {"json", "transcript"});
  if (!arguments.fault.empty()) return refuse_call("replay", arguments.fault);
  if (arguments.words.empty()) return refuse_call("replay", "name a scenario");
  problem::Problems problems;
  std::size_t failed = 0;
  for (const auto& path : arguments.words) failed += replay_one(path, arguments, problems) ? 0U : 1U;
  if (!problems.empty()) print_problems(problems, arguments);
  if (!arguments.has("json")) std::cout << arguments.words.size() - failed << " passed, " << failed << " failed\n";
  return failed == 0 ? all_is_well : has_problems;
}

}  // namespace polku::host
