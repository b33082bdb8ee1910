// SPDX-License-Identifier: EUPL-1.2
#include "render/html/record.h"

#include "render/html/components.h"

namespace polku::render {

std::string html(const page::Record& record, std::string_view stylesheet) {
  HtmlWriter out(record.language, record.direction);
  const page::Page page;
  Painter painter{out, page};
  out.open("html").attribute("lang", record.language).attribute("dir", name_of(record.direction));
  out.open("head");
  out.open("meta").attribute("charset", "utf-8").close();
  out.open("meta").attribute("name", "viewport").attribute("content", "width=device-width, initial-scale=1").close();
  out.open("meta").attribute("name", "robots").attribute("content", "noindex").close();
  out.open("title");
  // No elements in a title: its words are those of the page's language or none.
  out.fill(record.title.words()).fill(" – ").fill(record.site.words()).close();
  if (!stylesheet.empty()) out.open("link").attribute("rel", "stylesheet").attribute("href", stylesheet).close();
  out.close();
  out.open("body").attribute("class", "record").open("main");
  out.open("p").attribute("class", "where").say(record.site).close();
  out.open("h1").say(record.title).close();
  paint_facts(painter, page::Facts{record.facts});
  for (const page::Answers& section : record.sections) paint_answers(painter, section);
  if (!record.note.empty()) out.open("p").attribute("class", "saved").say(record.note).close();
  out.close().close().close();
  return "<!doctype html>\n" + out.take() + "\n";
}

}  // namespace polku::render
