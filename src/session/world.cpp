// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "digest/digest.h"
#include "session/session.h"

namespace polku::session {

namespace {

void append_new(std::vector<std::string>& chain, const std::vector<std::string>& more) {
  for (const auto& tag : more) {
    if (std::find(chain.begin(), chain.end(), tag) == chain.end()) chain.push_back(tag);
  }
}

// DECISIONS 13: the tag, its truncations, the site's fallback map, the service's first language.
std::vector<std::string> language_chain(const World& world, std::string_view language) {
  auto chain = text::lookup_chain(language);
  const auto direct = chain;
  for (const auto& tag : direct) {
    const auto found = world.site->fallback.find(tag);
    if (found != world.site->fallback.end()) append_new(chain, found->second);
  }
  if (!world.form->languages.empty()) append_new(chain, {world.form->languages.front()});
  return chain;
}

}  // namespace

const locale::Locale& World::named(std::string_view language) const {
  for (const auto& tag : language_chain(*this, language)) {
    for (const auto& locale : locales) {
      if (locale->tag() == tag) return *locale;
    }
  }
  return *locales.front();
}

messages::Words World::words(std::string_view language) const {
  auto chain = language_chain(*this, language);
  return messages::Words{layers, locales, std::move(chain)};
}

std::vector<std::string> World::languages() const {
  std::vector<std::string> offered;
  for (const auto& tag : site->languages) {
    if (std::find(form->languages.begin(), form->languages.end(), tag) != form->languages.end()) offered.push_back(tag);
  }
  return offered.empty() ? form->languages : offered;
}

std::string World::consent_text_hash(std::string_view question, std::string_view language) const {
  const auto source = [&](std::string_view key) -> std::string_view {
    for (const auto& layer : layers) {
      for (const auto& tag : language_chain(*this, language)) {
        for (const auto& catalog : layer.catalogs) {
          if (catalog->language() == tag && catalog->find(key)) return catalog->source(key);
        }
      }
    }
    return {};
  };
  const auto prefix = "question." + std::string{question};
  const auto body = source(prefix + ".body");
  std::string shown{source(prefix + ".label")};
  if (!body.empty()) shown.append("\n\n").append(body);
  return digest::sha256_hex(shown);
}

}  // namespace polku::session
