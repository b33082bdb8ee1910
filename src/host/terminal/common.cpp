// SPDX-License-Identifier: EUPL-1.2
#include "host/terminal/common.h"

#include <ctime>
#include <iostream>

#include "host/report/report.h"
#include "host/terminal/commands.h"

namespace polku::host {

std::optional<calendar::Date> day_asked(const Arguments& arguments) {
  const auto given = arguments.option("today");
  if (!given.empty()) return calendar::parse_date(given);
  const auto now = std::time(nullptr);
  return calendar::from_days_since_epoch(static_cast<std::int64_t>(now) / 86'400);
}

std::filesystem::path site_asked(const Arguments& arguments) { return arguments.option("site"); }

void print_problems(const problem::Problems& problems, const Arguments& arguments) {
  std::cout << report(problems, arguments.has("json") ? Form::json : Form::words, arguments.option("language", "en"));
}

int status_of(const problem::Problems& problems) { return problem::has_errors(problems) ? has_problems : all_is_well; }

session::State state_with(const session::World& world, journey::Answers answers, const std::string& language, const calendar::Date& today) {
  auto state = session::update(world, {}, {.action = session::Begin{today, language, "", session::Storage::unavailable, ""}, .today = today}).state;
  state.answers = std::move(answers);
  return state;
}

std::string language_asked(const Arguments& arguments, const session::World& world) {
  const auto given = arguments.option("language");
  return given.empty() ? world.languages().front() : given;
}

}  // namespace polku::host
