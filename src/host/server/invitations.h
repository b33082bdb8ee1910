// SPDX-License-Identifier: EUPL-1.2
// The pages by which another person answers to a submission: who submitted gets an address to pass on, and sees there whether an answer has come; who opens it is
// led to the service in which they answer, and known there as the one who was invited (sign_in.h), so that a look-up tells them what they answer to.
// Meanwhile what was sent waits, until the time is over. A late answer is taken too.
//
//   GET  /invitations/<token>/pass-on   for who submitted: the address to pass on, and whether an answer has come
//   GET  /invitations/<token>           for who is invited: what it is about; nothing that was answered, as links are fetched by those who carry them
//   POST /invitations/<token>           303 to the service, and a cookie
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "host/server/published.h"
#include "host/server/reply.h"
#include "host/server/sign_in.h"
#include "host/server/storage.h"
#include "host/server/submission_page.h"
#include "session/verify.h"

namespace polku::server {

class Invitations {
 public:
  struct Settings {
    std::string style;
    std::vector<std::string> hosts;
    std::function<std::int64_t()> now;
    std::function<void()> on_released;  // wakes the outbox
  };
  Invitations(Storage& storage, Published& published, SignIn& sign_in, Settings settings);

  Reply handle(const PageRequest& request);
  // One whose time is over; false: there is none.
  bool work_once();

 private:
  Reply show_asked(const SubmissionView& view, const Invitation& invitation) const;
  Reply show_asking(const SubmissionView& view, const Invitation& invitation, const PageRequest& request) const;
  Reply accept(const SubmissionView& view, const Invitation& invitation, const PageRequest& request);

  Storage& storage_;
  Published& published_;
  SignIn& sign_in_;
  Settings settings_;
};

// Whom a submission just verified invites.
std::vector<Invitation> invitations_for(const session::World& world, const session::Verified& verified, const std::string& reference, std::int64_t now);
// Which invitation to that service a fact proves that somebody has; std::nullopt: none. Whether the fact is ours, the caller knows.
std::optional<Invitation> find_answered(Storage& storage, const std::vector<delivery::Source>& sources, const json::Value& fact, const std::string& service);
// What deliveries say of it: {"recipient", "service", "state", "reference"?, "at"?}.
std::vector<Amended> tell_of(Storage& storage, const Invitation& invitation);

}  // namespace polku::server
