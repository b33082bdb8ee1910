// SPDX-License-Identifier: EUPL-1.2
#include <iostream>

#include "host/report/report.h"
#include "host/terminal/commands.h"
#include "host/terminal/common.h"
#include "json/writer.h"
#include "session/format.h"

namespace polku::host {

namespace {

using json::Value;

problem::Problems problems_of(const journey::Journey& journey) {
  problem::Problems problems = journey.problems;
  for (const auto& stop : journey.stops) {
    for (const auto& item : stop.items) problems.insert(problems.end(), item.problems.begin(), item.problems.end());
  }
  return problems;
}

std::string route(const session::World& world, const journey::Answers& answers, const journey::Journey& journey) {
  std::string line;
  for (const auto& stop : journey.stops) {
    if (!line.empty()) line += " ";
    line += session::to_string(world, answers, {stop.page, stop.row, stop.row_page});
    if (!stop.reachable) {
      line += "…";
    } else if (!stop.complete && world.form->pages[stop.page].kind != form::PageKind::exit) {
      line += "!";
    }
  }
  return line;
}

Value route_as_json(const session::World& world, const journey::Answers& answers, const journey::Journey& journey) {
  auto stops = Value::array();
  for (const auto& stop : journey.stops) {
    stops.push(Value::object()
                   .with("address", Value{session::to_string(world, answers, {stop.page, stop.row, stop.row_page})})
                   .with("complete", Value{stop.complete})
                   .with("reachable", Value{stop.reachable}));
  }
  return stops;
}

Value tasks_as_json(const form::CompiledForm& form, const journey::Journey& journey) {
  auto tasks = Value::array();
  for (const auto& [task, status] : journey.tasks) tasks.push(Value::object().with("id", Value{form.tasks[task].id}).with("status", Value{name_of(status)}));
  return tasks;
}

}  // namespace

int command_fill(const Given& given) {
  const auto arguments = read_arguments(given, {"answers", "site", "language", "today"}, {"json"});
  if (!arguments.fault.empty()) return refuse_call("fill", arguments.fault);
  if (arguments.words.size() != 1 || arguments.option("answers").empty()) return refuse_call("fill", "name one service and --answers FILE");
  const auto today = day_asked(arguments);
  if (!today) return refuse_call("fill", "--today wants a date as 2026-11-22");

  problem::Problems problems;
  const auto loaded = load_service(arguments.words[0], site_asked(arguments), problems);
  const auto source = read_json(arguments.option("answers"), problems);
  if (!loaded.world || !source) {
    print_problems(problems, arguments);
    return has_problems;
  }
  const auto& world = *loaded.world;
  const auto language = language_asked(arguments, world);
  problem::Problems found;
  auto answers = journey::answers_from_json(*world.form, *source, world, language, *today, found);
  const auto state = state_with(world, std::move(answers), language, *today);
  const auto journey = session::walk(world, state);
  const auto walked = problems_of(journey);
  found.insert(found.end(), walked.begin(), walked.end());
  const bool complete = journey.complete && !problem::has_errors(found);

  if (arguments.has("json")) {
    auto answer =
        Value::object().with("route", route_as_json(world, state.answers, journey)).with("problems", session::to_json(found)).with("complete", Value{complete});
    if (!journey.tasks.empty()) answer.add("tasks", tasks_as_json(*world.form, journey));
    if (complete) answer.add("submission", session::make_submission(world, state, journey));
    std::cout << json::write_indented(answer);
  } else {
    std::cout << "route: " << route(world, state.answers, journey) << "\n";
    for (const auto& [task, status] : journey.tasks) std::cout << "task " << world.form->tasks[task].id << ": " << name_of(status) << "\n";
    std::cout << report(found, Form::words, arguments.option("language", "en"));
    if (complete) std::cout << json::write_indented(session::make_submission(world, state, journey));
    if (journey.exit != form::none) std::cout << "ends at: " << world.form->pages[journey.exit].id << "\n";
  }
  return complete ? all_is_well : has_problems;
}

}  // namespace polku::host
