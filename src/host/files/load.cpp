// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <map>

#include "delivery/connector.h"
#include "delivery/payment.h"
#include "delivery/source.h"
#include "host/embedded/embedded.h"
#include "host/files/files.h"
#include "json/reader.h"

namespace polku::host {

namespace fs = std::filesystem;
using problem::Problems;

std::shared_ptr<const messages::Catalog> engine_words(const std::string& language) {
  static std::map<std::string, std::shared_ptr<const messages::Catalog>> read_already;
  const auto known = read_already.find(language);
  if (known != read_already.end()) return known->second;
  std::shared_ptr<const messages::Catalog> catalog;
  if (const auto words = embedded_words(language); !words.empty()) {
    Problems problems;
    const auto reading = json::read(words, {.document = language + ".json"});
    if (reading.value) catalog = std::make_shared<const messages::Catalog>(messages::Catalog::read(*reading.value, language, problems, language + ".json"));
  }
  return read_already[language] = catalog;
}

std::shared_ptr<const locale::Locale> engine_locale(const std::string& language, const std::string& numbering_system) {
  const auto pack = embedded_locale(language);
  if (pack.empty()) return nullptr;
  const auto reading = json::read(pack, {.document = language + ".json"});
  if (!reading.value) return nullptr;
  auto locale = locale::load(*reading.value, numbering_system);
  return locale ? std::make_shared<const locale::Locale>(std::move(*locale)) : nullptr;
}

std::vector<CodeListFolder> find_code_lists(const json::Value& service, const fs::path& service_folder) {
  std::vector<CodeListFolder> found;
  for (const auto& id : form::code_lists_named_in(service)) {
    for (const auto& home : {service_folder / "../../code-lists", fs::path{"assets/code-lists"}}) {
      std::error_code error;
      if (!fs::exists(home / id / "code-list.json", error)) continue;
      found.push_back({id, home / id});
      break;
    }
  }
  return found;
}

form::CodeLists read_code_lists(const std::vector<CodeListFolder>& found, Problems& problems) {
  form::CodeLists lists;
  for (const auto& [id, folder] : found) {
    if (auto list = read_json(folder / "code-list.json", problems)) lists[id] = std::move(*list);
  }
  return lists;
}

namespace {

std::shared_ptr<const form::Site> neutral_site(const form::CompiledForm& form) {
  auto site = std::make_shared<form::Site>();
  site->id = "preview";
  site->languages = form.languages;
  site->services = {form.id};
  return site;
}

struct Words {
  std::vector<std::shared_ptr<const messages::Catalog>> catalogs;
  std::vector<form::Review> reviews;
};

// `home`: before the file's name where two folders have one of that name.
Words read_words(const fs::path& folder, const std::vector<std::string>& languages, Problems& problems, const std::string& home = {}) {
  Words read;
  for (const auto& language : languages) {
    const auto file = language + ".json";
    std::error_code error;
    if (!fs::exists(folder / file, error)) continue;  // the lints say what is missing
    if (const auto words = read_json(folder / file, problems)) {
      read.catalogs.push_back(std::make_shared<const messages::Catalog>(messages::Catalog::read(*words, language, problems, home + file)));
      read.reviews.push_back(form::read_review(*words, language, problems, home + file));
    }
  }
  return read;
}

fs::path folder_of(const fs::path& given, const char* file) { return given.filename() == file ? given.parent_path() : given; }

std::optional<calendar::Holidays> find_calendar(const std::string& name, const fs::path& service, const fs::path& site, Problems& problems) {
  const auto file = name + ".json";
  for (const auto& folder : {site / "../../calendars", service / "../../calendars", fs::path{"assets/calendars"}}) {
    std::error_code error;
    if (!fs::exists(folder / file, error)) continue;
    const auto source = read_json(folder / file, problems);
    return source ? form::read_calendar(*source, problems, file) : std::nullopt;
  }
  problems.push_back({.code = problem::Code::file_unreadable, .arguments = {{"name", "calendars/" + file}}, .pointer = "/calendar", .document = "site.json"});
  return std::nullopt;
}

std::shared_ptr<const session::World> make_world(const LoadedService& loaded, messages::Words::Layer site_words, const fs::path& service, const fs::path& site,
                                                 Problems& problems) {
  auto world = std::make_shared<session::World>();
  world->form = loaded.form;
  world->site = loaded.site;
  if (!loaded.site->calendar.empty()) {
    if (auto holidays = find_calendar(loaded.site->calendar, service, site, problems)) world->holidays = std::move(*holidays);
  }
  messages::Words::Layer engine;
  for (const auto& language : world->languages()) {
    const auto numbering = loaded.site->numbering_system.find(language);
    const auto locale = engine_locale(language, numbering == loaded.site->numbering_system.end() ? "latn" : numbering->second);
    if (!locale) {
      problems.push_back(
          {.code = problem::Code::language_without_pack, .arguments = {{"language", language}}, .pointer = "/languages", .document = "service.json"});
      continue;
    }
    world->locales.push_back(locale);
    if (auto words = engine_words(language)) engine.catalogs.push_back(std::move(words));
  }
  if (world->locales.empty()) return nullptr;
  world->layers = {std::move(site_words), {loaded.catalogs}};
  for (const auto& catalog : loaded.code_list_catalogs) world->layers.push_back({{catalog}});
  world->layers.push_back(std::move(engine));
  return world;
}

}  // namespace

LoadedService load_service(const fs::path& service_path, const fs::path& site_path, Problems& problems) {
  LoadedService loaded;
  const auto folder = folder_of(service_path, "service.json");
  const auto site_folder = site_path.empty() ? fs::path{} : folder_of(site_path, "site.json");
  auto source = read_json(folder / "service.json", problems);
  if (!source) return loaded;
  loaded.source = std::move(*source);
  const auto lists = find_code_lists(loaded.source, folder);
  auto compilation = form::compile(loaded.source, {.code_lists = read_code_lists(lists, problems)});
  problems.insert(problems.end(), compilation.problems.begin(), compilation.problems.end());
  if (!compilation.form) return loaded;
  loaded.form = compilation.form;
  auto words = read_words(folder, loaded.form->languages, problems);
  loaded.catalogs = std::move(words.catalogs);
  loaded.reviews = std::move(words.reviews);
  for (const auto& [id, home] : lists) {
    auto of_list = read_words(home, loaded.form->languages, problems, id + "/");
    loaded.code_list_catalogs.insert(loaded.code_list_catalogs.end(), of_list.catalogs.begin(), of_list.catalogs.end());
    loaded.reviews.insert(loaded.reviews.end(), of_list.reviews.begin(), of_list.reviews.end());
  }
  if (site_folder.empty()) {
    loaded.site = neutral_site(*loaded.form);
  } else if (const auto site = read_json(site_folder / "site.json", problems)) {
    auto reading = form::read_site(*site);
    problems.insert(problems.end(), reading.problems.begin(), reading.problems.end());
    loaded.site = reading.site;
  }
  if (!loaded.site) return loaded;
  Words site_words;
  if (!site_folder.empty()) site_words = read_words(site_folder, loaded.site->languages, problems, loaded.site->id + "/");
  loaded.reviews.insert(loaded.reviews.end(), site_words.reviews.begin(), site_words.reviews.end());
  loaded.world = make_world(loaded, {std::move(site_words.catalogs)}, folder, site_folder, problems);
  return loaded;
}

namespace {

void add_engine_reviews(const std::vector<std::string>& languages, std::vector<form::Review>& reviews) {
  for (const auto& language : languages) {
    Problems ignored;  // a test keeps the engine's own words sound
    const auto words = json::read(embedded_words(language));
    if (words.value) reviews.push_back(form::read_review(*words.value, language, ignored, "the engine's own words"));
  }
}

}  // namespace

Verdict check_service(const fs::path& service, const fs::path& site) {
  Verdict verdict;
  auto& problems = verdict.problems;
  auto loaded = load_service(service, site, problems);
  if (!loaded.form) return verdict;
  if (loaded.site) {
    delivery::read_connectors(loaded.site->connectors, problems, "/connectors", "site.json");
    delivery::read_sources(loaded.site->sources, problems, "/sources", "site.json");
    delivery::read_payment_provider(loaded.site->payments, problems, "/payments", "site.json");
  }
  const auto engine = engine_words("en");
  std::vector<std::string> packs;
  for (const auto language : embedded_languages()) packs.emplace_back(language);
  const auto told = form::lint({.source = loaded.source,
                                .form = *loaded.form,
                                .catalogs = loaded.catalogs,
                                .engine = engine.get(),
                                .site = site.empty() ? nullptr : loaded.site.get(),
                                .languages_with_pack = &packs,
                                .reviews = loaded.reviews,
                                .code_list_catalogs = loaded.code_list_catalogs});
  problems.insert(problems.end(), told.begin(), told.end());
  verdict.reviews = std::move(loaded.reviews);
  add_engine_reviews(loaded.form->languages, verdict.reviews);
  return verdict;
}

}  // namespace polku::host
