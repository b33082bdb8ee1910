// SPDX-License-Identifier: EUPL-1.2
// GET /api/look-ups/<source>?<name>=<value>: asks one of the site's sources on the citizen's behalf, so that no browser learns its address or its secret. The
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

namespace polku::server {

class LookUps {
 public:
  // `key`: secret, the same for all servers of one data folder.
  LookUps(std::vector<delivery::Source> sources, Perform perform, std::string key, std::function<calendar::Date()> today);

  // 200 {"result": {…}, "at": "2026-11-22", "proof": "…"}; 404 the source knows nothing of it, or there is no such source; 502 it could not be asked;
  // 503 too many are being asked already.
  Reply answer(const std::string& source, const delivery::Asked& asked);
  // Whether this answer was given here. A fact of a submission: {"source", "request", "result", "at", "proof"}.
  bool gave(const json::Value& fact) const;

 private:
  std::string proof_of(const json::Value& fact) const;

  std::vector<delivery::Source> sources_;
  Perform perform_;
  std::string key_;
  std::function<calendar::Date()> today_;
  std::atomic<int> under_way_ = 0;
};

}  // namespace polku::server
