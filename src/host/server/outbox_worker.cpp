// SPDX-License-Identifier: EUPL-1.2
#include "host/server/outbox_worker.h"

#include <utility>

#include "host/server/log.h"
#include "host/server/secrets.h"
#include "json/reader.h"

namespace polku::server {
namespace {

namespace outbox = delivery::outbox;

constexpr std::int64_t lease_beyond_timeout = 30;

outbox::State state_of(const Delivery& kept) {
  return {.stage = outbox::stage_named(kept.stage).value_or(outbox::Stage::unknown),
          .tries = kept.tries,
          .reference = kept.their_reference,
          .status = kept.their_status,
          .problems = {}};
}

std::uint32_t random_seed() {
  std::uint32_t seed = 0;
  for (const char letter : random_bytes(4)) seed = (seed << 8U) | static_cast<unsigned char>(letter);
  return seed;
}

}  // namespace

OutboxWorker::OutboxWorker(Storage& storage, Published& published, Perform perform, std::function<std::int64_t()> now)
    : storage_(storage), published_(published), perform_(std::move(perform)), now_(std::move(now)), worker_([this] { return work_once(); }) {}

bool OutboxWorker::change(Delivery& kept, const outbox::State& state, std::int64_t due_at) {
  const auto stage_before = kept.stage;
  const auto tries_before = kept.tries;
  kept.stage = outbox::name_of(state.stage);
  kept.tries = state.tries;
  kept.their_reference = state.reference;
  kept.their_status = state.status;
  kept.problem = state.problems.empty() ? std::string{} : std::string{problem::name_of(state.problems.front().code)};
  kept.due_at = due_at;
  if (!storage_.update_delivery(kept, stage_before, tries_before)) return false;
  // Not each try: a recipient that is away for a night would fill the log.
  if (outbox::is_final(state.stage) || kept.tries <= 1)
    log_line("delivery", {{"reference", kept.reference}, {"recipient", kept.recipient}, {"stage", kept.stage}, {"tries", std::to_string(kept.tries)}});
  return true;
}

bool OutboxWorker::work_once() {
  auto found = storage_.next_due(now_());
  if (!found) return false;
  auto& kept = *found;
  const auto* connector = published_.connector_named(kept.connector);
  if (!connector) {
    // The site no longer names it: a person has to find out.
    outbox::State state = state_of(kept);
    state.stage = outbox::Stage::refused;
    state.problems = {{.code = problem::Code::connector_missing}};
    return change(kept, state, kept.due_at);
  }
  // Due although in flight: its lease is over.
  const auto step = outbox::begin(*connector, outbox::after_restart(*connector, state_of(kept)));
  const auto lease = now_() + connector->timeout_seconds + lease_beyond_timeout;
  if (!change(kept, step.state, step.act == outbox::Act::nothing ? kept.due_at : lease)) return false;
  if (step.act != outbox::Act::nothing) perform(*connector, kept, step);
  return true;
}

void OutboxWorker::perform(const delivery::Connector& connector, const Delivery& before, outbox::Step begun) {
  auto kept = before;
  const auto seed = random_seed();
  const auto body = json::read(kept.body);
  problem::Problems problems;
  delivery::Request request;
  if (!body.value) {
    problems.push_back({.code = problem::Code::internal_fault});
  } else {
    const auto* service = json::find_by_pointer(*body.value, "/service/id");
    const delivery::Delivered delivered{.service = service && service->is(json::Type::string) ? service->string() : std::string{},
                                        .site = published_.site().id,
                                        .key = kept.key,
                                        .delivery = &*body.value};
    request = begun.act == outbox::Act::look_up ? delivery::make_lookup(connector, delivered) : delivery::make_request(connector, delivered, problems);
  }
  if (!problems.empty()) {
    change(kept, outbox::after_unmade(begun.state, std::move(problems)), kept.due_at);
    return;
  }
  const auto performed = perform_(request, connector.timeout_seconds);
  outbox::Step step;
  if (performed.how == Performed::How::unreached) {
    step = outbox::after_unreached(connector, begun.state, seed);
  } else if (begun.act == outbox::Act::look_up) {
    step = outbox::after_lookup(connector, begun.state, delivery::read_lookup(connector, performed.status, performed.headers, performed.body), seed);
  } else {
    step = outbox::after_reply(connector, begun.state, delivery::read_reply(connector, performed.status, performed.headers, performed.body), seed);
  }
  change(kept, step.state, now_() + step.wait_seconds);
}

}  // namespace polku::server
