// SPDX-License-Identifier: EUPL-1.2
// A simulated device and network: a record a service with its revision, and a verifying host that stores once a key.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "json/value.h"
#include "session/session.h"

namespace polku::rehearsal {

class Device {
 public:
  explicit Device(const session::World& world) : world_(world) {}

  enum class Storage : std::uint8_t { works, full, broken };
  enum class Network : std::uint8_t { accept, offline, lose_reply, scripted };

  void set_storage(Storage storage) { storage_ = storage; }
  void set_network(Network network) { network_ = network; }
  void script(session::Fetched reply) {
    network_ = Network::scripted;
    scripted_ = std::move(reply);
  }
  void set_today(calendar::Date today) { today_ = today; }

  // What an older or a later version, or somebody else, left behind.
  void plant(const std::string& name, std::string body) { records_[name] = {records_[name].revision + 1, std::move(body)}; }

  session::Outcome keep(const session::Keep& keep);
  session::Outcome recall(const session::Recall& recall) const;
  void forget(const session::Forget& forget) { records_.erase(forget.name); }
  session::Outcome fetch(const session::Fetch& fetch);

  const std::vector<std::string>& stored() const { return stored_; }
  const std::map<std::string, std::string>& keys() const { return receipts_; }
  bool holds(const std::string& record) const { return records_.count(record) != 0; }
  const std::set<std::string>& refused_codes() const { return refused_codes_; }

 private:
  session::Fetched answer(const session::Fetch& fetch);
  void note_code(const std::string& body);

  struct Record {
    std::uint64_t revision = 0;
    std::string body;
  };
  const session::World& world_;
  calendar::Date today_;
  Storage storage_ = Storage::works;
  Network network_ = Network::accept;
  session::Fetched scripted_;
  std::map<std::string, Record> records_;
  std::map<std::string, std::string> receipts_;  // key → reply
  std::vector<std::string> stored_;
  std::set<std::string> refused_codes_;
};

}  // namespace polku::rehearsal
