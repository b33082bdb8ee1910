// SPDX-License-Identifier: EUPL-1.2
// The services a site publishes, and every definition it ever published: a submission is verified against the one it names (DECISIONS 16).
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "delivery/connector.h"
#include "delivery/payment.h"
#include "delivery/source.h"
#include "host/server/storage.h"
#include "problem/problem.h"
#include "session/session.h"

namespace polku::server {

class Published {
 public:
  // Reads `assets`/sites/<site>/, the services it names and their catalogs, and keeps them. `site` empty: the only one there is.
  // Null, and why in `problems`, when something of it is wrong.
  static std::unique_ptr<Published> open(Storage& storage, const std::string& assets, const std::string& site, problem::Problems& problems);

  const form::Site& site() const { return *site_; }
  const std::vector<delivery::Connector>& connectors() const { return connectors_; }
  const std::vector<delivery::Source>& sources() const { return sources_; }
  const std::optional<delivery::PaymentProvider>& payments() const { return payments_; }  // std::nullopt: the site takes none
  const delivery::Connector* connector_of(const std::string& recipient) const;
  const delivery::Connector* connector_named(const std::string& id) const;

  // The definition with this hash and its newest words; null: never published here.
  std::shared_ptr<const session::World> find(const std::string& hash);
  // The same with all words of that language that were ever published, newest first: a citizen may have read yesterday's.
  std::vector<std::shared_ptr<const session::World>> find_with_earlier_words(const std::string& hash, const std::string& language);
  // A world of the current definition of a service, for titles; null: not published now.
  std::shared_ptr<const session::World> current(const std::string& service);
  // By which source a service tells what one answers to who was invited by another; null: it does not, or is not offered.
  const delivery::Source* find_invitation_source(const std::string& inviting, const std::string& answering);
  // What the officials' page says, in one of the engine's languages.
  messages::Words words(const std::string& language) const;
  std::vector<std::shared_ptr<const locale::Locale>> locales() const { return locales_; }

 private:
  explicit Published(Storage& storage) : storage_(storage) {}
  bool read_site(const std::string& assets, const std::string& name, problem::Problems& problems);
  bool read_service(const std::string& folder, const std::string& id, problem::Problems& problems);
  void read_engine();
  bool can_all_invited_answer(problem::Problems& problems);
  std::shared_ptr<const session::World> make_world(const Definition& definition, const std::vector<Catalog>& catalogs);

  Storage& storage_;
  std::shared_ptr<const form::Site> site_;
  calendar::Holidays holidays_;
  std::vector<delivery::Connector> connectors_;
  std::vector<delivery::Source> sources_;
  std::optional<delivery::PaymentProvider> payments_;
  std::vector<std::shared_ptr<const locale::Locale>> locales_;
  messages::Words::Layer site_words_, engine_words_;
  std::map<std::string, std::string> current_;  // service → hash
  std::mutex mutex_;
  std::map<std::string, std::shared_ptr<const session::World>> worlds_;
};

}  // namespace polku::server
