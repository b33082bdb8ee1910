// SPDX-License-Identifier: EUPL-1.2
#include <iostream>

#include "host/terminal/commands.h"
#include "host/terminal/common.h"
#include "page/page.h"
#include "render/html/html.h"
#include "render/text/text.h"

namespace polku::host {

int command_render(const Given& given) {
  const auto arguments = read_arguments(given, {"page", "answers", "site", "language", "today", "format"}, {"json"});
  if (!arguments.fault.empty()) return refuse_call("render", arguments.fault);
  if (arguments.words.size() != 1) return refuse_call("render", "name one service");
  const auto today = day_asked(arguments);
  if (!today) return refuse_call("render", "--today wants a date as 2026-11-22");
  const auto format = arguments.option("format", "text");
  if (format != "text" && format != "html") return refuse_call("render", "--format is html or text");

  problem::Problems problems;
  const auto loaded = load_service(arguments.words[0], site_asked(arguments), problems);
  std::optional<json::Value> source;
  if (!arguments.option("answers").empty()) source = read_json(arguments.option("answers"), problems);
  if (!loaded.world || (!arguments.option("answers").empty() && !source)) {
    print_problems(problems, arguments);
    return has_problems;
  }
  const auto& world = *loaded.world;
  const auto language = language_asked(arguments, world);
  journey::Answers answers;
  if (source) answers = journey::answers_from_json(*world.form, *source, world, language, *today, problems);
  auto state = state_with(world, std::move(answers), language, *today);
  if (!arguments.option("page").empty()) {
    const auto address = session::parse_address(world, state.answers, arguments.option("page"));
    if (!address) {
      std::string known;
      for (const auto& page : world.form->pages) known += " " + page.id;
      return refuse_call("render", "there is no page " + arguments.option("page") + "; there are" + known);
    }
    state.address = *address;
  }
  const auto page = page::view(world, state, session::walk(world, state));
  std::cout << (format == "html" ? render::html(page) : render::text(page)) << "\n";
  return all_is_well;
}

}  // namespace polku::host
