// SPDX-License-Identifier: EUPL-1.2
// POST /api/look-ups/<source> with {"<name>": "<value>"}: asks one of the site's sources on the citizen's behalf, so that no browser learns its address or its secret. The
// answer carries a proof, by which any server with the same data folder knows it again in a submission; nothing is stored.
#pragma once

#include <atomic>
#include <functional>
#include <string>
#include <vector>

#include "calendar/date.h"
#include "delivery/source.h"
#include "host/server/outbox_worker.h"
#include "host/server/reply.h"
#include "host/server/sign_in.h"

namespace polku::server {

class LookUps {
 public:
  // `key`: secret, the same for all servers of one data folder.
  LookUps(std::vector<delivery::Source> sources, Perform perform, std::string key, std::function<calendar::Date()> today);

  // 200 {"result": {…}, "at": "2026-11-22", "proof": "…"}; 404 the source knows nothing of it, or there is no such source; 502 it could not be asked;
  // 503 too many are being asked already; 400 what is asked with is not what the source wants.
  // A source that is signed in to answers from `person`, and is asked with nothing: 401 nobody has signed in, 502 the last try did not succeed.
  Reply answer(const std::string& source, const std::string& body, const Person& person = {});
  // Whether this answer was given here. A fact of a submission: {"source", "request", "result", "at", "proof"}.
  bool gave(const json::Value& fact) const;

 private:
  Reply answer_of(const std::string& source, const json::Value& request, const json::Value& result) const;
  std::string proof_of(const json::Value& fact) const;

  std::vector<delivery::Source> sources_;
  Perform perform_;
  std::string key_;
  std::function<calendar::Date()> today_;
  std::atomic<int> under_way_ = 0;
};

}  // namespace polku::server
