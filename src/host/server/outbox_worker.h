// SPDX-License-Identifier: EUPL-1.2
// Sends what is due to the recipients' own REST APIs: one thread, one delivery at a time; room delivery decides what may be repeated.
// A delivery in flight is leased: when this server falls over, whoever finds the lease over goes on by outbox::after_restart.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "delivery/connector.h"
#include "delivery/outbox.h"
#include "host/server/published.h"
#include "host/server/storage.h"
#include "host/server/worker.h"

namespace polku::server {

struct Performed {
  enum class How : std::uint8_t { answered, unreached, lost } how = How::unreached;  // lost: it left, nothing readable came back
  int status = 0;
  delivery::Headers headers;
  std::string body;
};
using Perform = std::function<Performed(const delivery::Request& request, std::int64_t timeout_seconds)>;

// Over the network: http and https, no redirects, no proxy, replies up to 1 MiB, `timeout` for all of it. Secrets come from find_secret.
Perform over_the_network(std::string data_folder);

class OutboxWorker {
 public:
  OutboxWorker(Storage& storage, Published& published, Perform perform, std::function<std::int64_t()> now);
  void start() { worker_.start(); }
  void stop() { worker_.stop(); }
  void wake() { worker_.wake(); }
  // One due delivery; false: nothing is due.
  bool work_once();

 private:
  void perform(const delivery::Connector& connector, const Delivery& before, delivery::outbox::Step begun);
  bool change(Delivery& kept, const delivery::outbox::State& state, std::int64_t due_at);

  Storage& storage_;
  Published& published_;
  Perform perform_;
  std::function<std::int64_t()> now_;
  Worker worker_;  // last: it stops before what it uses is gone
};

}  // namespace polku::server
