// SPDX-License-Identifier: EUPL-1.2
// The demo site's services as a world, and a person who walks them.
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>

#include "form/form.h"
#include "form/site.h"
#include "host/embedded/embedded.h"
#include "json/reader.h"
#include "page/page.h"
#include "session/session.h"

namespace polku::test {

inline json::Value must_read(std::string_view bytes, const std::string& name) {
  auto reading = json::read(bytes, {.bytes = 64u << 20, .document = name});
  if (!reading.value) ADD_FAILURE() << name << " is not readable";
  return reading.value ? std::move(*reading.value) : json::Value::object();
}
inline json::Value must_read_file(const std::string& path) {
  std::ifstream file(std::string(POLKU_SOURCE_DIR) + "/" + path, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(file), {}};
  return must_read(bytes, path);
}

inline const std::vector<std::string> languages = {"fi", "sv", "en", "ar"};

inline std::shared_ptr<const messages::Catalog> must_read_catalog(const json::Value& file, const std::string& language) {
  problem::Problems problems;
  auto catalog = std::make_shared<const messages::Catalog>(messages::Catalog::read(file, language, problems));
  EXPECT_TRUE(problems.empty()) << language;
  return catalog;
}

// `extra_words`: words of the service besides those of its files, for every language.
inline session::World make_world(const json::Value& service, const std::string& folder, const json::Value& extra_words = json::Value::object()) {
  session::World world;
  auto compilation = form::compile(service);
  world.form = compilation.form;
  EXPECT_TRUE(world.form) << folder;
  auto reading = form::read_site(must_read_file("assets/sites/koivuranta/site.json"));
  world.site = reading.site;
  EXPECT_TRUE(world.site);
  problem::Problems problems;
  if (auto holidays = form::read_calendar(must_read_file("assets/calendars/fi.json"), problems, "fi.json")) world.holidays = *holidays;
  world.layers.resize(3);
  for (const std::string& language : languages) {
    auto pack = locale::load(must_read(host::embedded_locale(language), language));
    if (pack) world.locales.push_back(std::make_shared<const locale::Locale>(std::move(*pack)));
    world.layers[0].catalogs.push_back(must_read_catalog(must_read_file("assets/sites/koivuranta/" + language + ".json"), language));
    json::Value words = folder.empty() ? json::Value::object() : must_read_file(folder + "/" + language + ".json");
    for (const json::Member& member : extra_words.members()) words.set(member.name, member.value);
    world.layers[1].catalogs.push_back(must_read_catalog(words, language));
    world.layers[2].catalogs.push_back(must_read_catalog(must_read(host::embedded_words(language), language), language));
  }
  return world;
}
inline session::World make_world_of(const std::string& service) {
  const std::string folder = "assets/services/" + service;
  return make_world(must_read_file(folder + "/service.json"), folder);
}

// A person at a device that answers every wish at once.
class Person {
 public:
  explicit Person(const session::World& world, std::string language = "fi", session::Storage storage = session::Storage::device) : world_(world) {
    act(session::Begin{today, std::move(language), "", storage, "00112233445566778899aabbccddeeff"});
  }
  void act(const session::Action& action) { take(session::update(world_, std::move(state), {action, today})); }
  void go_on(std::vector<session::Type> typed = {}) { act(session::Continue{std::move(typed)}); }
  void resolve(std::uint32_t id, const session::Outcome& outcome) { take(session::resolve(world_, std::move(state), id, outcome)); }
  page::Page page() const { return page::view(world_, state, session::walk(world_, state)); }

  const calendar::Date today = {2026, 11, 22};
  session::State state;
  std::uint32_t fetch = 0;  // the Fetch that waits

 private:
  void take(session::Step step) {
    state = std::move(step.state);
    for (const session::Effect& effect : step.effects) {
      if (std::holds_alternative<session::Keep>(effect.wish))
        resolve(effect.id, session::KeptIt{});
      else if (std::holds_alternative<session::Recall>(effect.wish))
        resolve(effect.id, session::Recalled{});
      else if (std::holds_alternative<session::Fetch>(effect.wish))
        fetch = effect.id;
    }
  }
  const session::World& world_;
};

inline const std::vector<std::vector<session::Type>> permit_answers = {
    {},
    {{"resident", {"yes"}}},
    {{"zone", {"shore"}}},
    {{"moved-in", {"15", "8", "2023"}}},
    {{"applicant", {"131052-308T"}}},
    {{"name", {"Aino-Kaisa Þórsdóttir"}}, {"street-address", {"Rantakatu 4 B 12, 50100 Koivuranta"}}},
    {{"vehicles/r1/plate", {"KRT-482"}}, {"vehicles/r1/keeper", {"owner"}}},
    {{"vehicles/r1/power", {"petrol"}}, {"vehicles/r1/emissions", {"120"}}},
};

}  // namespace polku::test
