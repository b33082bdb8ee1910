// SPDX-License-Identifier: EUPL-1.2
#include "host/studio/tell.h"

#include "host/studio/insight.h"
#include "render/html/html.h"
#include "render/html/writer.h"

namespace polku::host {
namespace {

using json::Value;

Value list_of(const std::vector<std::string>& lines) {
  auto list = Value::array();
  for (const auto& line : lines) list.push(Value{line});
  return list;
}

Value tell_seen(const render::Seen& seen) {
  auto told = Value::object().with("kind", Value{render::name_of(seen.kind)}).with("words", Value{seen.words});
  if (seen.kind == render::Seen::Kind::box) told.add("typed", Value{seen.typed});
  for (const auto& [name, holds] : {std::pair{"chosen", seen.is_chosen}, std::pair{"wrong", seen.is_wrong}, std::pair{"current", seen.is_current}}) {
    if (holds) told.add(name, Value{true});
  }
  return std::move(told).with("x", Value{static_cast<std::int64_t>(seen.spot.x)}).with("y", Value{static_cast<std::int64_t>(seen.spot.y)});
}

}  // namespace

Value tell_files(const Studio& studio) {
  return Value::object().with("isWalked", Value{studio.walks_the_files()}).with("problems", list_of(studio.source().problems()));
}

Value tell_page(Studio& studio) {
  const auto page = studio.preview().page();
  return Value::object()
      .with("title", Value{page.title.words()})
      .with("language", Value{page.language})
      .with("direction", Value{render::name_of(page.direction)})
      .with("address", Value{page.address})
      .with("kind", Value{page.kind})
      .with("html", Value{render::html(page)})
      .with("focus", Value{studio.place_of_page() == Studio::Place::elsewhere ? studio.preview().take_focus() : std::string()});
}

Value tell_sight(const Studio& studio) {
  auto seen = Value::array();
  for (const auto& one : studio.seen()) seen.push(tell_seen(one));
  auto panels = Value::object();
  for (const auto& panel : look_inside(studio.preview())) panels.add(panel.name, list_of(panel.lines));
  return Value::object().with("seen", std::move(seen)).with("panels", std::move(panels)).with("submissions", list_of(studio.preview().submissions()));
}

}  // namespace polku::host
