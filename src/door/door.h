// SPDX-License-Identifier: EUPL-1.2
// One session behind text: JSON in, JSON out. The browser reaches it through exports.cpp, native tests call it as it is.
//
//   Door door;
//   door.open(publishing::publish(sources).pack);   // {"form": [ … ], "site": [ … ], "locales": {"fi": [ … ]}, "words": {"engine": {"fi": { … }}, … }}
//   door.update(*json::read(R"({"intent": "begin", "language": "fi", "storage": "device", "today": "2026-11-22", "seed": "…"})").value);
//
// Every request and answer is described in README.md.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "json/value.h"
#include "problem/problem.h"
#include "session/session.h"

namespace polku::door {

class Door {
 public:
  json::Value open(const json::Value& pack);
  json::Value add_language(const json::Value& addition);
  json::Value update(const json::Value& intent);
  json::Value resolve(const json::Value& outcome);
  // What would have to be kept now, whether the person lets us keep it or not: a host holds it in memory to go on from after a trap.
  json::Value facts() const;
  json::Value restore(const json::Value& request);
  json::Value call(const json::Value& request) const;

  const session::World& world() const { return world_; }
  const session::State& state() const { return state_; }

 private:
  void add_locale(const std::string& language, const json::Value& pack, problem::Problems& problems);
  void set_locale(locale::Locale locale);
  void add_words(std::string_view layer, const std::string& language, const json::Value& words, problem::Problems& problems);
  void name_other_languages(const json::Value& languages);
  json::Value answer(const std::vector<session::Effect>& effects);
  json::Value answer(json::Value wishes);
  json::Value refuse(const problem::Problems& problems) const;

  session::World world_;
  session::State state_;
  std::vector<std::string> loaded_;  // languages whose pack is here, not only named
  std::string shown_;                // the HTML last given
  bool is_open_ = false;
};

// The evaluate, format and decode of the command line's --lines, one request each; also without an open service.
json::Value call(const json::Value& request, const session::World& world);

}  // namespace polku::door
