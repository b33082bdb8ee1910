// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "messages/catalog.h"

namespace polku::messages {

Text verbatim(std::string words) {
  Text text;
  text.words_ = std::move(words);
  text.verbatim_.emplace_back(0, text.words_.size());
  return text;
}

Text verbatim_code(std::string words) {
  Text text = verbatim(std::move(words));
  text.is_code_ = true;
  return text;
}

Words::Words(std::vector<Layer> layers, std::vector<std::shared_ptr<const locale::Locale>> locales, std::vector<std::string> language_chain)
    : layers_(std::move(layers)), locales_(std::move(locales)) {
  for (const auto& tag : language_chain) {
    for (auto& link : text::lookup_chain(tag)) {
      if (std::find(chain_.begin(), chain_.end(), link) == chain_.end()) chain_.push_back(std::move(link));
    }
    if (own_ == 0) own_ = chain_.size();
  }
}

const locale::Locale& Words::locale_of(std::string_view language) const {
  static const locale::Locale root;
  const auto of = [&](std::string_view tag) -> const locale::Locale* {
    const auto found = std::find_if(locales_.begin(), locales_.end(), [&](const auto& locale) { return locale && locale->tag() == tag; });
    return found == locales_.end() ? nullptr : found->get();
  };
  for (const auto& link : text::lookup_chain(language)) {
    if (const auto* found = of(link)) return *found;
  }
  for (const auto& link : chain_) {
    if (const auto* found = of(link)) return *found;
  }
  return root;
}

const locale::Locale& Words::locale() const { return locale_of(language()); }

const std::string& Words::language() const {
  static const std::string none;
  return chain_.empty() ? none : chain_.front();
}

Words::Found Words::find_in(std::string_view language, std::string_view key) const {
  for (const auto& layer : layers_) {
    for (const auto& catalog : layer.catalogs) {
      if (!catalog || catalog->language() != language) continue;
      if (const auto* message = catalog->find(key)) return {message, catalog->language()};
    }
  }
  return {};
}

bool Words::has(std::string_view key) const {
  return std::any_of(chain_.begin(), chain_.end(), [&](const std::string& language) { return find_in(language, key).message != nullptr; });
}

Text Words::say(std::string_view key, const Arguments& arguments) const { return say_first({std::string(key)}, arguments); }

Text Words::say_first(const std::vector<std::string>& keys, const Arguments& arguments) const {
  for (std::size_t link = 0; link < chain_.size(); ++link) {
    const std::string& language = chain_[link];
    for (const auto& key : keys) {
      const Found found = find_in(language, key);
      if (!found.message) continue;
      // A truncation of the chosen tag is that language: sv for sv-FI is no fallback worth a report.
      if (link >= own_) note(key, language);
      const locale::Locale& spoken = locale_of(found.language);
      auto formatted = format(*found.message, arguments, spoken);
      Text text;
      text.words_ = std::move(formatted.text);
      text.language_ = language;
      text.direction_ = spoken.direction();
      text.verbatim_ = std::move(formatted.verbatim);
      return text;
    }
  }
  const std::string key = keys.empty() ? std::string() : keys.back();
  note(key, {});
  return verbatim("[" + key + "]");
}

Text Words::plain(std::string words) const {
  Text text;
  text.words_ = std::move(words);
  text.language_ = language();
  text.direction_ = locale().direction();
  text.verbatim_.emplace_back(0, text.words_.size());
  return text;
}

void Words::note(std::string_view key, std::string_view found) const {
  const bool noted = std::any_of(reported_.begin(), reported_.end(), [&](const Report& report) { return report.key == key; });
  if (!noted) reported_.push_back({std::string(key), language(), std::string(found)});
}

}  // namespace polku::messages
