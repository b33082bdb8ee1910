// SPDX-License-Identifier: EUPL-1.2
// What is read back from the device.
#pragma once

#include <optional>
#include <set>
#include <string>

#include "session/session.h"

namespace polku::session {

struct Record {
  std::string id, language;
  calendar::Date saved_on;
  Phase phase = Filling{};  // Filling, Sending or Sent
  std::optional<Address> address;
  std::set<Address> attempted;
  form::PageIndex returning_to = form::none;
  journey::Answers answers;
  journey::Facts facts;        // what was found, and what was not
  problem::Problems problems;  // answers whose question is gone in this version: told, the rest is kept
};

// std::nullopt: it is no record of ours.
std::optional<Record> read_record(const World& world, const json::Value& source, const calendar::Date& today);

}  // namespace polku::session
