// SPDX-License-Identifier: EUPL-1.2
// The pages on which a submission is paid for, and the questions to the provider whether it is. A person comes here from the receipt, with a token that only the
// receipt names, and goes on to the provider; nothing in the address of the way back is believed, the provider is asked. Who closes the browser after paying is not
// forgotten: what was begun is asked about until it is over.
//
//   GET  /payments/<token>          what is paid, for what, and whether it is
//   POST /payments/<token>          303 to the provider; a second press, or a second tab, leads to the same payment
//   GET  /payments/<token>/return   from the provider: asks, 303 to the page
//   GET, POST /payments/<token>/notify   the provider says that something happened: asks, 204
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "delivery/payment.h"
#include "host/server/outbox_worker.h"
#include "host/server/published.h"
#include "host/server/reply.h"
#include "host/server/storage.h"
#include "host/server/submission_page.h"
#include "session/verify.h"

namespace polku::server {

class Payments {
 public:
  struct Settings {
    std::string style;
    std::vector<std::string> hosts;
    std::function<std::int64_t()> now;
    std::function<void()> on_paid;  // wakes the outbox
  };
  Payments(Storage& storage, Published& published, Perform perform, Settings settings);

  Reply handle(const PageRequest& request);
  // Asks about one payment that is due to be asked about; false: none is.
  bool work_once();

 private:
  Reply show(const SubmissionView& view, const Payment& payment, int status, const char* problem = nullptr) const;
  Reply begin(const PageRequest& request, const SubmissionView& view, Payment payment);
  std::optional<delivery::Request> make_request(const PageRequest& request, const SubmissionView& view, const Payment& payment);
  // Asks the provider, and keeps what it says.
  Payment inquire(const Payment& payment);
  bool settle(const Payment& paid, const Payment& before);

  Storage& storage_;
  Published& published_;
  Perform perform_;
  Settings settings_;
};

// The payment of a submission just verified; std::nullopt: the service asks for none, or for nothing this time.
std::optional<Payment> payment_for(const session::World& world, const session::Verified& verified, const std::string& reference);

}  // namespace polku::server
