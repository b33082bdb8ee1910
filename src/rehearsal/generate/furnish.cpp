// SPDX-License-Identifier: EUPL-1.2
#include "rehearsal/generate/furnish.h"

#include "delivery/connector.h"
#include "form/lint.h"
#include "rehearsal/generate/site_maker.h"
#include "rehearsal/generate/word_maker.h"

namespace polku::rehearsal::generate {

using json::Value;
using problem::Problems;

namespace {

using Catalogs = std::vector<std::shared_ptr<const messages::Catalog>>;

// As a citizen's engine gets them.
Catalogs published(const Catalogs& catalogs) {
  Catalogs played;
  for (const auto& catalog : catalogs) {
    auto again = messages::Catalog::play(catalog->record(), catalog->language());
    if (again) played.push_back(std::make_shared<const messages::Catalog>(std::move(*again)));
  }
  return played;
}

Catalogs read_catalogs(const Value& catalogs, std::string_view layer, Problems& problems) {
  Catalogs read;
  for (const auto& [language, words] : catalogs.members()) {
    read.push_back(std::make_shared<const messages::Catalog>(messages::Catalog::read(words, language, problems, std::string{layer} + language + ".json")));
  }
  return read;
}

}  // namespace

Problems furnish(Dice& dice, const session::World& base, const calendar::Date& day, Made& made, session::World& world, Features& features) {
  made.catalogs = make_catalogs(dice, *world.form, features);
  made.site = make_site(dice, *world.form);
  made.site_catalogs = make_site_catalogs(dice, *world.form);
  made.calendar = make_calendar(dice, day);
  auto reading = form::read_site(made.site);
  auto problems = std::move(reading.problems);
  world.site = std::move(reading.site);
  if (world.site) delivery::read_connectors(world.site->connectors, problems, "/connectors", "site.json");
  if (auto holidays = form::read_calendar(made.calendar, problems, "calendar.json")) world.holidays = std::move(*holidays);
  const auto service_words = read_catalogs(made.catalogs, "", problems);
  world.layers = {{published(read_catalogs(made.site_catalogs, "site/", problems))}, {published(service_words)}, base.layers.back()};
  world.locales = base.locales;
  const auto told = form::lint({.source = made.service, .form = *world.form, .catalogs = service_words, .site = world.site.get()});
  problems.insert(problems.end(), told.begin(), told.end());
  return problems;
}

}  // namespace polku::rehearsal::generate
