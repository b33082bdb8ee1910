// SPDX-License-Identifier: EUPL-1.2
// The draft on this device (DECISIONS 21 and 22): at most one Keep is under way; what changed meanwhile goes with the next.
#include "json/reader.h"
#include "json/writer.h"
#include "session/parts.h"
#include "session/record.h"

namespace polku::session {

namespace {

bool keeps(const State& state) {
  return state.storage == Storage::device && (std::holds_alternative<Filling>(state.phase) || std::holds_alternative<Sending>(state.phase) ||
                                              std::holds_alternative<Sent>(state.phase) || std::holds_alternative<Refused>(state.phase));
}

void take_facts(State& state, Record&& record) {
  state.answers = std::move(record.answers);
  state.facts = std::move(record.facts);
  state.attempted = std::move(record.attempted);
  state.returning_to = record.returning_to;
  if (!record.id.empty()) state.draft_id = record.id;
  state.keeping = Keeping::kept;
}

bool is_expired(const World& world, const State& state, const Record& record) {
  return calendar::difference(record.saved_on, state.today, calendar::Unit::days) > world.site->draft_days;
}

// A person who comes by the service's front door is asked; a reload or a bookmark of a later page goes on where it was.
void meet_draft(const Doing& doing, Record&& record, std::optional<Address> wished) {
  auto& state = doing.state;
  auto address = record.address;
  const bool left_out = !record.problems.empty();
  take_facts(state, std::move(record));
  if (wished && wished->page != 0) {
    state.phase = Filling{};
    go_to_nearest(doing, walk(doing.world, state), wished);
    return;
  }
  if (address) state.address = *address;
  state.phase = Returning{left_out};
}

// The other tab's answers, and those of this tab it had not seen where the other has none: nothing typed is lost.
void take_newer(const Doing& doing, Record&& record) {
  auto& state = doing.state;
  const auto mine = state.answers;
  const auto unsaved = state.unsaved;
  take_facts(state, std::move(record));
  state.unsaved.clear();
  state.phase = Filling{};
  bool added = false;
  for (const auto& place : unsaved) {
    const auto* answer = mine.find(place);
    if (!answer || state.answers.find(place) || (place.row != 0 && !state.answers.find_row(place.row))) continue;
    state.answers.set(place, *answer);
    added = true;
  }
  go_to_nearest(doing, walk(doing.world, state), state.address);
  if (added) keep(doing);
}

}  // namespace

void start_afresh(const Doing& doing) {
  auto& state = doing.state;
  state.answers = {};
  state.facts.clear();
  state.attempted.clear();
  state.told.clear();
  state.unsaved.clear();
  state.removed.reset();
  state.returning_to = form::none;
  state.keep_again = false;
  state.keeping = Keeping::nothing_to_keep;
  // A draft's id only has to differ from the one before; the seed is the host's random number.
  state.draft_id = state.draft_id == state.seed.substr(0, 16) ? state.seed.substr(std::min<std::size_t>(16, state.seed.size())) : state.seed.substr(0, 16);
  state.phase = Filling{};
}

void recall(const Doing& doing) { doing.state.awaited_recall = doing.ask(Recall{record_name(doing.world)}); }

void keep(const Doing& doing) {
  auto& state = doing.state;
  if (!keeps(state)) return;
  if (state.awaited_keep != 0) {
    state.keep_again = true;
    return;
  }
  state.keep_again = false;
  state.keeping = Keeping::keeping;
  state.unsaved_in_flight = state.unsaved;
  state.awaited_keep = doing.ask(Keep{record_name(doing.world), state.revision, state.revision + 1, json::write(make_record(doing.world, state))});
}

void forget(const Doing& doing) {
  auto& state = doing.state;
  state.awaited_keep = 0;
  state.keep_again = false;
  state.revision = 0;
  doing.tell(Forget{record_name(doing.world)});
}

void on_kept(const Doing& doing) {
  auto& state = doing.state;
  ++state.revision;
  state.keeping = Keeping::kept;
  for (const auto& place : state.unsaved_in_flight) state.unsaved.erase(place);
  state.unsaved_in_flight.clear();
  const bool again = state.keep_again;
  if (again) keep(doing);
  auto* sending = std::get_if<Sending>(&state.phase);
  // Kept before it is sent: the Keep that carried the outbox is the last one asked for.
  if (sending && sending->stage == Sending::Stage::keeping && !again) send(doing);
}

void on_not_kept(const Doing& doing, NotKept::Reason reason) {
  auto& state = doing.state;
  state.keep_again = false;
  state.unsaved_in_flight.clear();
  if (reason == NotKept::Reason::newer_exists) {
    state.phase = ReadOnly{};
    doing.tell(MoveFocus{"heading"});
    return;
  }
  state.keeping = Keeping::failed;
  if (reason == NotKept::Reason::unavailable) state.storage = Storage::unavailable;
  // A device that cannot keep must not stop a person from sending.
  auto* sending = std::get_if<Sending>(&state.phase);
  if (sending && sending->stage == Sending::Stage::keeping) send(doing);
}

void on_recalled(const Doing& doing, const Recalled& recalled) {
  auto& state = doing.state;
  const bool newer = std::holds_alternative<ReadOnly>(state.phase);
  const auto wished = parse_address(doing.world, state.answers, state.wished_address);
  state.revision = recalled.revision;
  std::optional<Record> record;
  bool of_newer_version = false;
  if (recalled.body) {
    const auto reading = json::read(*recalled.body);
    if (reading.value) record = read_record(doing.world, *reading.value, state.today);
    const auto* format = !record && reading.value ? reading.value->find("draft") : nullptr;
    of_newer_version = format && format->is(json::Type::number);
  }
  if (!record || (is_expired(doing.world, state, *record) && !std::holds_alternative<Sending>(record->phase))) {
    // What a newer version left is left alone, and this one keeps nothing over it.
    if (of_newer_version) {
      state.storage = Storage::kept_by_newer;
    } else if (recalled.body) {
      forget(doing);
    }
    start_afresh(doing);
    go_to_nearest(doing, walk(doing.world, state), wished.value_or(Address{}), newer ? Focus::heading : Focus::keep);
    return;
  }
  if (auto* sent = std::get_if<Sent>(&record->phase)) {
    state.phase = *sent;
    state.keeping = Keeping::kept;
    stand_at_confirmation(doing);
    return;
  }
  if (auto* sending = std::get_if<Sending>(&record->phase)) {
    auto outbox = *sending;
    take_facts(state, std::move(*record));
    state.phase = std::move(outbox);
    send(doing);
    return;
  }
  if (newer) return take_newer(doing, std::move(*record));
  // Rows are known only now: the address may name one.
  const auto with_rows = parse_address(doing.world, record->answers, state.wished_address);
  meet_draft(doing, std::move(*record), with_rows ? with_rows : wished);
}

bool would_lose_answers(const State& state) {
  if (state.answers.empty() || std::holds_alternative<Sent>(state.phase)) return false;
  return state.storage != Storage::device || state.keeping == Keeping::failed || state.keeping == Keeping::keeping;
}

}  // namespace polku::session
