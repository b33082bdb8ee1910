// SPDX-License-Identifier: EUPL-1.2
#include "host/studio/document.h"

#include "host/embedded/embedded.h"
#include "render/html/html.h"
#include "render/html/writer.h"

namespace polku::host {
namespace {

// What the municipality's page gives a service: a ground around it and a readable width.
constexpr std::string_view surroundings = "html{background:var(--polku-ground)}body{max-inline-size:46rem;margin:1.5rem auto;padding-inline:1rem}";

}  // namespace

std::string html_document(const page::Page& page) {
  render::HtmlWriter head(page.language, page.direction);
  head.open("meta").attribute("charset", "utf-8").close();
  head.open("meta").attribute("name", "viewport").attribute("content", "width=device-width, initial-scale=1").close();
  head.open("title").fill(page.title.words()).close();
  // The language tag and the style are ours: nothing anyone typed stands outside what the writer escapes.
  return "<!doctype html>\n<html lang=\"" + page.language + "\" dir=\"" + std::string{render::name_of(page.direction)} + "\">\n<head>" + head.take() +
         "<style>" + std::string{embedded_style()} + std::string{surroundings} + "</style></head>\n<body>" + render::html(page) + "</body>\n</html>\n";
}

}  // namespace polku::host
