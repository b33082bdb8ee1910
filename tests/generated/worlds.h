// SPDX-License-Identifier: EUPL-1.2
// Languages and the engine's words: all that a generated service does not bring along.
#pragma once

#include <memory>

#include "host/embedded/embedded.h"
#include "json/reader.h"
#include "rehearsal/generate/engine.h"

namespace polku::test {

inline const session::World& base_world() {
  static const session::World world = [] {
    session::World made;
    made.layers.resize(3);
    for (const auto* language : {"fi", "sv", "en", "ar"}) {
      auto locale = locale::load(*json::read(host::embedded_locale(language)).value);
      made.locales.push_back(std::make_shared<const locale::Locale>(std::move(*locale)));
      problem::Problems problems;
      const auto words = json::read(host::embedded_words(language));
      made.layers.back().catalogs.push_back(std::make_shared<const messages::Catalog>(messages::Catalog::read(*words.value, language, problems)));
    }
    return made;
  }();
  return world;
}

}  // namespace polku::test
