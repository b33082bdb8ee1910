// SPDX-License-Identifier: EUPL-1.2
// What several commands begin with.
#pragma once

#include <optional>
#include <string>

#include "calendar/date.h"
#include "host/files/files.h"
#include "host/terminal/arguments.h"
#include "problem/problem.h"

namespace polku::host {

// --today, or the machine's own date in UTC. std::nullopt: not a date.
std::optional<calendar::Date> day_asked(const Arguments& arguments);
// The --site given, else an empty path.
std::filesystem::path site_asked(const Arguments& arguments);
void print_problems(const problem::Problems& problems, const Arguments& arguments);
int status_of(const problem::Problems& problems);
// A state in which the person has given these answers and stands at the beginning.
session::State state_with(const session::World& world, journey::Answers answers, const std::string& language, const calendar::Date& today);
std::string language_asked(const Arguments& arguments, const session::World& world);

}  // namespace polku::host
