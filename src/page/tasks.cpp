// SPDX-License-Identifier: EUPL-1.2
// The task list: what there is to do, what has become of it, and one button to what comes next, as GOV.UK's "Complete multiple tasks".
#include "page/parts.h"

namespace polku::page {

using journey::TaskStatus;

void show_tasks(Making& making, const form::Page& form_page, const journey::Stop& stop) {
  const Speaker& speaker = making.speaker;
  const std::string key = "page." + form_page.id + ".";
  making.page.heading = speaker.say_live(key + "title");
  add_prose(making, speaker.prose_if_any(key + "body"));
  add_more(making, key);
  show_items(making, stop);
  Tasks tasks{std::vector<TaskRow>(making.journey.tasks.size()), {}};
  std::size_t at = 0;
  std::int64_t completed = 0, total = 0;
  bool goes_on = false;
  Action go = button(making, "button.check-and-send", "continue", Action::Look::primary);
  for (const journey::TaskStanding& standing : making.journey.tasks) {
    const auto status = standing.status;
    TaskRow& row = tasks.rows[at++];
    row.id = making.world.form->tasks[standing.task].id;
    row.standing = status;
    const std::string stem = "task." + row.id + ".";
    row.title = speaker.say(stem + "title");
    row.hint = speaker.say_if_any(stem + "hint");
    row.status = speaker.say("task." + std::string(journey::name_of(status)));
    const journey::Stop* next = session::stop_of_task(making.world, making.journey, standing);
    if (next && next->reachable) row.address = session::to_string(making.world, making.state.answers, {next->page, next->row, next->row_page});
    if (status == TaskStatus::completed) ++completed;
    if (status != TaskStatus::optional) ++total;
    if (!goes_on && (status == TaskStatus::not_started || status == TaskStatus::in_progress)) {
      goes_on = true;
      go.label = speaker.say("button.go-on-with", {{"task", row.title.words()}});
    }
  }
  if (total != 0) tasks.completed = speaker.say("task.count", {{"completed", text::Decimal{completed}}, {"total", text::Decimal{total}}});
  making.page.elements.push_back(std::move(tasks));
  making.page.actions.push_back(std::move(go));
}

}  // namespace polku::page
