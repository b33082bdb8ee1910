// SPDX-License-Identifier: EUPL-1.2
#include "render/html/components.h"

namespace polku::render {

void paint_tasks(Painter& painter, const page::Tasks& tasks) {
  HtmlWriter& out = painter.out;
  if (!tasks.completed.empty()) out.open("p").attribute("class", "count").say(tasks.completed).close();
  out.open("ul").attribute("class", "tasks");
  for (const page::TaskRow& row : tasks.rows) {
    const std::string place = "task/" + row.id;
    out.open("li").open("div").attribute("class", "about");
    if (row.address.empty()) {
      out.open("p").attribute("class", "title");
    } else {
      out.open("a").attribute("class", "title").attribute("href", "#" + row.address);
      // Its name is the task alone; hint and status are heard after it.
      describe(painter, place, {{row.hint, "/hint"}, {row.status, "/status"}});
    }
    out.say(row.title).close();
    if (!row.hint.empty()) out.open("p").attribute("class", "hint").id(place + "/hint").say(row.hint).close();
    out.close();
    using Status = journey::TaskStatus;
    const bool is_open = row.standing == Status::not_started || row.standing == Status::in_progress;
    out.open("p").attribute("class", is_open ? "status open" : "status").id(place + "/status").say(row.status).close();
    out.close();
  }
  out.close();
}

}  // namespace polku::render
