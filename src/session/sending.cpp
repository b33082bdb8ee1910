// SPDX-License-Identifier: EUPL-1.2
// From Submit to the receipt: kept before it is sent, sent with one key, asked again only as room delivery says.
#include <algorithm>

#include "delivery/connector.h"
#include "json/writer.h"
#include "session/parts.h"
#include "text/decimal.h"

namespace polku::session {

namespace {

bool is_key(std::string_view key) {
  return key.size() == 32 && std::all_of(key.begin(), key.end(), [](char digit) { return (digit >= '0' && digit <= '9') || (digit >= 'a' && digit <= 'f'); });
}

std::uint32_t spread_of(const std::string& key) {
  std::uint32_t spread = 0;
  for (const char digit : key.substr(0, 8)) spread = spread * 31 + static_cast<unsigned char>(digit);
  return spread;
}

void wait_and_retry(const Doing& doing, Sending& sending, std::optional<std::int64_t> wished) {
  sending.stage = Sending::Stage::waiting;
  doing.state.awaited_wait = doing.ask(Wait{delivery::wait_before_retry(sending.tries, wished, spread_of(sending.key))});
}

}  // namespace

void stand_at_confirmation(const Doing& doing) {
  const auto page = doing.world.form->last_of(form::PageKind::confirmation);
  if (page != form::none) doing.state.address = {page, 0, 0};
}

namespace {

void on_receipt(const Doing& doing, const delivery::Receipt& receipt) {
  auto& state = doing.state;
  Sent sent{.reference = receipt.reference, .received_at = receipt.received_at};
  if (const auto days = doing.world.form->standard.decision_within_working_days) {
    if (const auto by = calendar::add_working_days(state.today, *days, doing.world.holidays)) {
      sent.decision_by = *by;
      sent.decision_known = true;
    }
  }
  if (form::has_feature(form::Feature::payment) && doing.world.form->payment != form::none) sent.payment = receipt.payment;
  if (form::has_feature(form::Feature::invitations)) sent.invitations = receipt.invitations;
  state.phase = sent;
  stand_at_confirmation(doing);
  keep(doing);  // the receipt takes the draft's place, then the answers are forgotten
  state.answers = {};
  state.attempted.clear();
  state.told.clear();
  state.unsaved.clear();
  doing.tell(MoveFocus{"heading"});
}

}  // namespace

void submit(const Doing& doing, const std::string& key) {
  auto& state = doing.state;
  const auto journey = walk(doing.world, state);
  if (!journey.complete) {
    const auto at = journey.first_incomplete();
    if (at < journey.stops.size()) {
      const auto& stop = journey.stops[at];
      const Address address{stop.page, stop.row, stop.row_page};
      state.attempted.insert(address);
      go_to(doing, address);
      tell_problems(doing, stop);
      if (!state.told.empty()) doing.tell(MoveFocus{"summary"});
    } else if (!journey.problems.empty()) {
      // Nothing on a page is wrong, and yet it cannot be sent: an amount is not decided for the day. The person is told why.
      state.phase = Refused{journey.problems};
      doing.tell(MoveFocus{"heading"});
    }
    return;
  }
  if (!is_key(key)) return;  // a host's mistake: nothing is sent under a key that cannot be told apart
  state.phase = Sending{.key = key, .body = json::write(make_submission(doing.world, state, journey))};
  doing.tell(MoveFocus{"heading"});
  if (state.storage == Storage::device) {
    keep(doing);
  } else {
    send(doing);
  }
}

void send(const Doing& doing) {
  auto& state = doing.state;
  auto* sending = std::get_if<Sending>(&state.phase);
  if (!sending) return;
  sending->stage = Sending::Stage::in_flight;
  ++sending->tries;
  state.awaited_wait = 0;
  state.awaited_fetch = doing.ask(Fetch{"POST",
                                        doing.world.site->submissions_url,
                                        {{"Content-Type", "application/json"}, {"Accept", "application/json"}, {"Idempotency-Key", sending->key}},
                                        sending->body});
}

void on_fetched(const Doing& doing, const Fetched& fetched) {
  auto& state = doing.state;
  auto* sending = std::get_if<Sending>(&state.phase);
  if (!sending) return;
  const auto connector = delivery::intake(doing.world.site->submissions_url);
  const auto reply = delivery::read_reply(connector, fetched.status, fetched.headers, fetched.body);
  if (const auto* receipt = std::get_if<delivery::Receipt>(&reply)) return on_receipt(doing, *receipt);
  if (const auto* refusal = std::get_if<delivery::Refusal>(&reply)) {
    state.phase = Refused{refusal->problems};
    keep(doing);
    doing.tell(MoveFocus{"heading"});
    return;
  }
  const auto* later = std::get_if<delivery::TryLater>(&reply);
  wait_and_retry(doing, *sending, later ? later->after_seconds : std::nullopt);
}

namespace {

// To a path of the server that gave the receipt, and nowhere else.
void leave_for(const Doing& doing, std::optional<std::string_view> path, std::string_view folder) {
  if (!path || !path->starts_with(folder)) return;
  const std::string& server = doing.world.site->submissions_url;
  const auto host = server.find("://");
  const auto end = host == std::string::npos ? 0 : std::min(server.find('/', host + 3), server.size());
  doing.tell(Leave{server.substr(0, end) + std::string{*path} + "?language=" + doing.state.language});
}

}  // namespace

void pay(const Doing& doing) {
  if (const auto* sent = std::get_if<Sent>(&doing.state.phase)) leave_for(doing, sent->payment.find_string("address"), "/payments/");
}

void invite(const Doing& doing, const std::string& recipient) {
  const auto* sent = std::get_if<Sent>(&doing.state.phase);
  if (!sent || !sent->invitations.is(json::Type::array)) return;
  for (const auto& one : sent->invitations.items()) {
    if (one.find_string("recipient") == recipient) leave_for(doing, one.find_string("address"), "/invitations/");
  }
}

void on_unreached(const Doing& doing) {
  if (auto* sending = std::get_if<Sending>(&doing.state.phase)) wait_and_retry(doing, *sending, std::nullopt);
}

}  // namespace polku::session
