// SPDX-License-Identifier: EUPL-1.2
#include "host/server/published.h"

#include <algorithm>
#include <filesystem>

#include "digest/digest.h"
#include "host/embedded/embedded.h"
#include "host/files/files.h"
#include "json/reader.h"
#include "json/writer.h"

namespace polku::server {
namespace {

namespace fs = std::filesystem;
using json::Value;

std::string find_only_site(const fs::path& sites) {
  std::vector<std::string> names;
  std::error_code fault;
  for (const auto& entry : fs::directory_iterator{sites, fault}) {
    if (fs::exists(entry.path() / "site.json", fault)) names.push_back(entry.path().filename().string());
  }
  return names.size() == 1 ? names.front() : std::string{};
}

}  // namespace

std::unique_ptr<Published> Published::open(Storage& storage, const std::string& assets, const std::string& site, problem::Problems& problems) {
  std::unique_ptr<Published> made{new Published{storage}};
  const auto name = site.empty() ? find_only_site(fs::path{assets} / "sites") : site;
  if (name.empty()) {
    problems.push_back({.code = problem::Code::site_unknown, .arguments = {{"id", site}}});
    return nullptr;
  }
  if (!made->read_site(assets, name, problems)) return nullptr;
  made->read_engine();
  for (const auto& id : made->site_->services) {
    if (!made->read_service((fs::path{assets} / "services" / id).string(), id, problems)) return nullptr;
  }
  return made->can_all_invited_answer(problems) ? std::move(made) : nullptr;
}

bool Published::can_all_invited_answer(problem::Problems& problems) {
  for (const auto& [id, hash] : current_) {
    const auto world = find(hash);
    for (std::size_t index = 0; world && index < world->form->recipients.size(); ++index) {
      const auto& recipient = world->form->recipients[index];
      if (recipient.invited_to.empty() || find_invitation_source(id, recipient.invited_to)) continue;
      problems.push_back({.code = problem::Code::invitation_leads_nowhere,
                          .arguments = {{"id", recipient.id}, {"service", recipient.invited_to}},
                          .pointer = "/recipients/" + std::to_string(index) + "/invited",
                          .document = id + "/service.json"});
    }
  }
  return !problem::has_errors(problems);
}

const delivery::Source* Published::find_invitation_source(const std::string& inviting, const std::string& answering) {
  const auto world = current(answering);
  if (!world) return nullptr;
  for (const auto& look_up : world->form->look_ups) {
    for (const auto& source : sources_) {
      if (look_up.asks == form::LookUp::Asks::invitation && source.id == look_up.source && source.invitation == inviting) return &source;
    }
  }
  return nullptr;
}

bool Published::read_site(const std::string& assets, const std::string& name, problem::Problems& problems) {
  const auto folder = fs::path{assets} / "sites" / name;
  const auto source = host::read_json(folder / "site.json", problems);
  if (!source) return false;
  auto reading = form::read_site(*source, name + "/site.json");
  for (auto& one : reading.problems) problems.push_back(std::move(one));
  if (!reading.site) return false;
  site_ = std::move(reading.site);
  connectors_ = delivery::read_connectors(site_->connectors, problems, "/connectors", name + "/site.json");
  sources_ = delivery::read_sources(site_->sources, problems, "/sources", name + "/site.json");
  payments_ = delivery::read_payment_provider(site_->payments, problems, "/payments", name + "/site.json");
  for (const auto& language : site_->languages) {
    if (const auto words = host::read_json(folder / (language + ".json"), problems)) {
      site_words_.catalogs.push_back(
          std::make_shared<const messages::Catalog>(messages::Catalog::read(*words, language, problems, name + "/" + language + ".json")));
    }
  }
  if (!site_->calendar.empty()) {
    const auto file = site_->calendar + ".json";
    if (const auto days = host::read_json(fs::path{assets} / "calendars" / file, problems)) {
      if (auto holidays = form::read_calendar(*days, problems, file)) holidays_ = std::move(*holidays);
    }
  }
  return !problem::has_errors(problems);
}

void Published::read_engine() {
  for (const auto embedded : host::embedded_languages()) {
    const std::string language{embedded};
    const auto digits = site_->numbering_system.find(language);
    if (auto locale = host::engine_locale(language, digits == site_->numbering_system.end() ? "latn" : digits->second)) locales_.push_back(std::move(locale));
    if (auto words = host::engine_words(language)) engine_words_.catalogs.push_back(std::move(words));
  }
}

bool Published::read_service(const std::string& folder, const std::string& id, problem::Problems& problems) {
  const auto source = host::read_json(fs::path{folder} / "service.json", problems);
  if (!source) return false;
  const auto lists = host::find_code_lists(*source, folder);
  auto compilation = form::compile(*source, {.document = id + "/service.json", .code_lists = host::read_code_lists(lists, problems)});
  for (auto& one : compilation.problems) problems.push_back(std::move(one));
  if (!compilation.form) return false;
  const auto& form = *compilation.form;
  if (form.payment != form::none && !payments_) {
    problems.push_back({.code = problem::Code::payment_provider_missing,
                        .arguments = {{"id", form.questions[form.payment].id}},
                        .pointer = "/payment",
                        .document = id + "/service.json"});
    return false;
  }
  if (!storage_.keep_definition({form.hash, form.id, form.version, json::write(compilation.effective)})) return false;
  for (const auto& language : form.languages) {
    auto words = host::read_json(fs::path{folder} / (language + ".json"), problems);
    if (!words || !words->is(json::Type::object)) return false;
    // As a citizen's browser has them: those of its code lists among its own.
    for (const auto& list : lists) {
      const auto of_list = host::read_json(list.folder / (language + ".json"), problems);
      if (!of_list || !of_list->is(json::Type::object)) return false;
      for (const auto& [key, word] : of_list->members()) {
        if (!key.starts_with('$') && !words->find(key)) words->add(key, word);
      }
    }
    const auto hash = digest::sha256_hex(digest::canonical(*words));
    if (!storage_.keep_catalog({form.id, language, hash, json::write(*words)})) return false;
  }
  current_[form.id] = form.hash;
  return true;
}

std::shared_ptr<const session::World> Published::make_world(const Definition& definition, const std::vector<Catalog>& catalogs) {
  const auto source = json::read(definition.body);
  if (!source.value) return nullptr;
  const auto compilation = form::compile_effective(*source.value);
  if (!compilation.form) return nullptr;
  auto world = std::make_shared<session::World>();
  world->form = compilation.form;
  world->site = site_;
  world->holidays = holidays_;
  world->locales = locales_;
  messages::Words::Layer service_words;
  problem::Problems ignored;
  for (const auto& catalog : catalogs) {
    if (const auto words = json::read(catalog.body); words.value) {
      service_words.catalogs.push_back(std::make_shared<const messages::Catalog>(messages::Catalog::read(*words.value, catalog.language, ignored)));
    }
  }
  world->layers = {site_words_, std::move(service_words), engine_words_};
  return world;
}

std::shared_ptr<const session::World> Published::find(const std::string& hash) {
  {
    const std::lock_guard lock{mutex_};
    if (const auto found = worlds_.find(hash); found != worlds_.end()) return found->second;
  }
  const auto definition = storage_.find_definition(hash);
  if (!definition) return nullptr;
  std::vector<Catalog> newest;
  for (const auto& locale : locales_) {
    const auto all = storage_.catalogs_of(definition->service, locale->tag());
    if (!all.empty()) newest.push_back(all.front());
  }
  auto world = make_world(*definition, newest);
  const std::lock_guard lock{mutex_};
  worlds_[hash] = world;
  return world;
}

std::vector<std::shared_ptr<const session::World>> Published::find_with_earlier_words(const std::string& hash, const std::string& language) {
  std::vector<std::shared_ptr<const session::World>> worlds;
  const auto definition = storage_.find_definition(hash);
  if (!definition) return worlds;
  const auto all = storage_.catalogs_of(definition->service, language);
  for (std::size_t index = 1; index < all.size() && index < 20; ++index) {
    if (auto world = make_world(*definition, {all[index]})) worlds.push_back(std::move(world));
  }
  return worlds;
}

std::shared_ptr<const session::World> Published::current(const std::string& service) {
  const auto found = current_.find(service);
  return found == current_.end() ? nullptr : find(found->second);
}

const delivery::Connector* Published::connector_of(const std::string& recipient) const {
  for (const auto& one : connectors_) {
    if (one.recipient == recipient && one.via == delivery::Via::server) return &one;
  }
  return nullptr;
}

const delivery::Connector* Published::connector_named(const std::string& id) const {
  for (const auto& one : connectors_) {
    if (one.id == id) return &one;
  }
  return nullptr;
}

messages::Words Published::words(const std::string& language) const {
  std::vector<std::string> chain{language};
  for (const char* const next : {"en", "fi"}) {
    if (language != next) chain.emplace_back(next);
  }
  return messages::Words{{site_words_, engine_words_}, locales_, chain};
}

}  // namespace polku::server
