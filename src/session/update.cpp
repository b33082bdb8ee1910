// SPDX-License-Identifier: EUPL-1.2
// The one dispatch.
#include <algorithm>

#include "session/parts.h"

namespace polku::session {

namespace {

std::string offered_language(const World& world, const std::string& wished) {
  const auto offered = world.languages();
  for (const auto& tag : text::lookup_chain(wished)) {
    if (std::find(offered.begin(), offered.end(), tag) != offered.end()) return tag;
  }
  return offered.empty() ? std::string{} : offered.front();
}

struct Doer {
  const Doing& doing;
  const World& world = doing.world;
  State& state = doing.state;

  bool filling() const { return std::holds_alternative<Filling>(state.phase); }
  void go_home() const { go_to(doing, Address{}); }

  void operator()(const Begin& begin) const {
    state.today = begin.today;
    state.language = offered_language(world, begin.language);
    state.storage = begin.storage;
    state.seed = begin.seed;
    state.wished_address = begin.address;
    state.given = begin.given;
    start_afresh(doing);
    if (state.storage == Storage::device) {
      state.phase = Opening{};
      recall(doing);
    } else {
      go_to_nearest(doing, walk(world, state), parse_address(world, state.answers, begin.address).value_or(Address{}), Focus::keep);
    }
  }

  void operator()(const Type& type) const {
    leave_refusal();
    if (!filling()) return;
    std::vector<Type> typed{type};
    if (form::has_feature(form::Feature::exclusive_options)) settle(doing, typed.front());
    if (take_typed(doing, typed)) keep(doing);
  }

  void operator()(const Continue& go_on) const {
    leave_refusal();
    if (!filling()) return;
    take_typed(doing, go_on.typed);
    go_on_from_here(doing);
    // Who has only looked around has no draft to come back to.
    if (!state.answers.empty() || state.revision != 0) keep(doing);
  }

  void operator()(const Visit& visit) const {
    leave_refusal();
    if (std::holds_alternative<Returning>(state.phase) || !filling()) return;
    const auto wished = parse_address(world, state.answers, visit.address);
    const auto before = state.address;
    go_to_nearest(doing, walk(world, state), wished ? wished : Address{});
    if (state.address != before && !state.answers.empty()) keep(doing);
  }

  void operator()(const Change& change) const {
    leave_refusal();
    if (!filling()) return;
    const auto wished = parse_address(world, state.answers, change.address);
    if (!wished) return;
    const auto& form = *world.form;
    const bool is_at_check = form.pages[state.address.page].kind == form::PageKind::check_answers;
    state.returning_to = is_at_check ? state.address.page : form.last_of(form::PageKind::check_answers);
    go_to_nearest(doing, walk(world, state), wished);
    keep(doing);
  }

  void operator()(const AddRow& add) const {
    if (!filling()) return;
    const auto list = world.form->index_of(add.list);
    if (list == form::none || world.form->questions[list].shape.kind != value::Kind::list) return;
    const auto* parent = state.answers.find_row(add.row);
    if (world.form->questions[list].list != (parent ? parent->list : form::none) || (add.row != 0 && !parent)) return;
    // Nobody stands in front of a list they may not be at yet.
    const auto journey = walk(world, state);
    const auto address = address_of_list(world, state.answers, list, add.row);
    const auto at = journey.find_stop(address.page, address.row, address.row_page);
    if (at >= journey.stops.size() || !journey.stops[at].reachable) return;
    add_row(doing, list, add.row);
    keep(doing);
  }

  void operator()(const RemoveRow& remove) const {
    if (!filling() || !state.answers.find_row(remove.row)) return;
    state.removed = state.answers.remove_row(remove.row);
    for (auto address = state.attempted.begin(); address != state.attempted.end();) {
      const bool is_gone = address->row != 0 && !state.answers.find_row(address->row);
      address = is_gone ? state.attempted.erase(address) : std::next(address);
    }
    // Back to the list; what was wrong with the row is gone with it.
    go_to(doing, address_of_list(world, state.answers, state.removed->info.list, state.removed->info.parent), Focus::keep);
    doing.tell(MoveFocus{"removed"});
    keep(doing);
  }

  void operator()(const RestoreRow&) const {
    if (!filling() || !state.removed) return;
    state.answers.put_back(*state.removed);
    const auto list = address_of_list(world, state.answers, state.removed->info.list, state.removed->info.parent);
    state.removed.reset();
    go_to(doing, list);
    keep(doing);
  }

  void operator()(const ChooseLanguage& choose) const {
    const auto language = offered_language(world, choose.language);
    if (language == state.language) return;
    state.language = language;
    if (!state.answers.empty()) keep(doing);
  }

  void operator()(const Submit& submission) const {
    leave_refusal();
    if (!filling()) return;
    take_typed(doing, submission.typed);
    submit(doing, submission.key);
  }

  void operator()(const GoOn&) const {
    if (!std::holds_alternative<Returning>(state.phase)) return;
    state.phase = Filling{};
    go_to_nearest(doing, walk(world, state), state.address);
  }

  void operator()(const StartOver&) const {
    const bool nothing_to_send = !std::holds_alternative<Sending>(state.phase) && !std::holds_alternative<Opening>(state.phase);
    if (!nothing_to_send) return;
    if (state.storage == Storage::device) forget(doing);
    start_afresh(doing);
    go_home();
  }

  void operator()(const DeleteDraft&) const {
    if (std::holds_alternative<Sending>(state.phase) || std::holds_alternative<Opening>(state.phase)) return;
    if (state.storage == Storage::device) forget(doing);
    start_afresh(doing);
    state.address = {};
    state.phase = Forgotten{};
    doing.tell(MoveFocus{"heading"});
  }

  void operator()(const UseSharedComputer&) const {
    if (state.storage != Storage::device) return;
    forget(doing);
    state.storage = Storage::none_by_choice;
    state.keeping = Keeping::nothing_to_keep;
  }

  void operator()(const UseThisDevice&) const {
    if (state.storage != Storage::none_by_choice) return;
    state.storage = Storage::device;
    if (!state.answers.empty()) keep(doing);
  }

  void operator()(const LoadNewer&) const {
    if (std::holds_alternative<ReadOnly>(state.phase)) recall(doing);
  }

  void operator()(const Pay&) const {
    if (form::has_feature(form::Feature::payment)) pay(doing);
  }
  void operator()(const Invite& intent) const {
    if (form::has_feature(form::Feature::invitations)) invite(doing, intent.recipient);
  }

  void operator()(const TryAgain&) const {
    const auto* sending = std::get_if<Sending>(&state.phase);
    if (sending && sending->stage == Sending::Stage::waiting) send(doing);
  }

  void operator()(const NewDay& day) const { state.today = day.today; }

  void operator()(const SignIn&) const {
    if (form::has_feature(form::Feature::identity) && filling()) sign_in(doing);
  }

  // A refused submission is a draft again as soon as the person does something with it.
  void leave_refusal() const {
    if (std::holds_alternative<Refused>(state.phase)) state.phase = Filling{};
  }
};

struct Receiver {
  const Doing& doing;
  std::uint32_t id;

  // Late answers are dropped by id.
  bool awaited(std::uint32_t& expected) const {
    if (expected != id) return false;
    expected = 0;
    return true;
  }

  void operator()(const Fetched& fetched) const {
    if (awaited(doing.state.awaited_fetch)) on_fetched(doing, fetched);
  }
  void operator()(const Unreached&) const {
    if (awaited(doing.state.awaited_fetch)) on_unreached(doing);
  }
  void operator()(const KeptIt&) const {
    if (awaited(doing.state.awaited_keep)) on_kept(doing);
  }
  void operator()(const NotKept& not_kept) const {
    if (awaited(doing.state.awaited_keep)) on_not_kept(doing, not_kept.reason);
  }
  void operator()(const Recalled& recalled) const {
    if (awaited(doing.state.awaited_recall)) on_recalled(doing, recalled);
  }
  void operator()(const Waited&) const {
    if (awaited(doing.state.awaited_wait)) send(doing);
  }
};

}  // namespace

journey::Journey walk(const World& world, const State& state) {
  return journey::walk(*world.form, state.answers,
                       {.today = state.today, .holidays = &world.holidays, .locales = &world, .facts = &state.facts, .given = &state.given});
}

Step update(const World& world, State state, const Intent& intent) {
  Step step{std::move(state), {}};
  if (intent.today) step.state.today = *intent.today;
  const Doing doing{world, step.state, step.effects};
  std::visit(Doer{doing}, intent.action);
  fill_in(doing);
  return step;
}

Step resolve(const World& world, State state, std::uint32_t id, const Outcome& outcome) {
  Step step{std::move(state), {}};
  if (id == 0) return step;
  const Doing doing{world, step.state, step.effects};
  if (form::has_feature(form::Feature::look_ups) && is_look_up(step.state, id))
    on_looked_up(doing, id, std::get_if<Fetched>(&outcome));
  else
    std::visit(Receiver{doing, id}, outcome);
  fill_in(doing);
  return step;
}

}  // namespace polku::session
