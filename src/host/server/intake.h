// SPDX-License-Identifier: EUPL-1.2
// POST /api/submissions (assets/openapi.json): reads, recognises a repeat, verifies by walking again, stores, and only then gives the receipt.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "calendar/date.h"
#include "host/server/published.h"
#include "host/server/reply.h"
#include "host/server/storage.h"

namespace polku::server {

class Intake {
 public:
  // `today` and `now` are the clock: the site's local date, and Unix seconds. `on_kept` wakes the outbox.
  struct Clock {
    std::function<calendar::Date()> today;
    std::function<std::int64_t()> now;
  };
  // Whether a fact of a submission is an answer that this server, or one beside it, gave to a look-up.
  using IsOurs = std::function<bool(const json::Value& fact)>;
  Intake(Storage& storage, Published& published, Clock clock, std::function<void()> on_kept, IsOurs is_ours = {});

  struct Posted {
    std::string content_type;
    std::vector<std::string> keys;  // every Idempotency-Key header
    std::string body;
  };
  // What can be said before the body is read: media type and key. Empty status: go on.
  static std::optional<Reply> check_head(const std::string& content_type, const std::vector<std::string>& keys);
  Reply receive(const Posted& posted);

 private:
  Reply receipt(int status, const Submission& kept) const;
  std::optional<Reply> find_repeat(const std::string& key, const std::string& hash);
  Reply verify_and_keep(const std::string& key, const std::string& body, const std::string& hash, const json::Value& submission);

  Storage& storage_;
  Published& published_;
  Clock clock_;
  std::function<void()> on_kept_;
  IsOurs is_ours_;
};

}  // namespace polku::server
