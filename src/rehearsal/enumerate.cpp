// SPDX-License-Identifier: EUPL-1.2
// Every page and state of a service, found by walking it: each option of each choice is taken at least once, each page is seen empty, with problems and
// filled, and each phase (draft found, sending, refused, sent …) once. Tests and screenshots take their pages from here, so that none is forgotten.
#include "rehearsal/enumerate.h"

#include <algorithm>
#include <deque>
#include <map>
#include <set>

#include "json/writer.h"
#include "rehearsal/samples.h"
#include "render/html/html.h"
#include "render/text/text.h"

namespace polku::rehearsal {

using journey::Item;
using journey::Place;
using json::Value;
using session::State;

namespace {

using Decisions = std::map<form::QuestionIndex, std::size_t>;

class Enumerator {
 public:
  Enumerator(const session::World& world, std::string language, calendar::Date today) : world_(world), language_(std::move(language)), today_(today) {}

  Enumeration run() {
    paths_.push_back({});
    while (!paths_.empty() && walked_ < 500) {
      const auto decisions = std::move(paths_.front());
      paths_.pop_front();
      ++walked_;
      walk_path(decisions);
    }
    return {std::move(pages_), walked_};
  }

 private:
  // With a device that keeps at once.
  State update(State state, session::Action action) const {
    auto step = session::update(world_, std::move(state), {std::move(action), today_});
    while (const auto id = step.state.awaited_keep) step = session::resolve(world_, std::move(step.state), id, session::KeptIt{});
    return std::move(step.state);
  }

  State begin(session::Storage storage) const {
    auto step = session::update(world_, {}, {session::Begin{today_, language_, "", storage, "00112233445566778899aabbccddeeff"}, today_});
    for (const auto& effect : step.effects) {
      if (std::holds_alternative<session::Recall>(effect.wish)) return session::resolve(world_, std::move(step.state), effect.id, session::Recalled{}).state;
    }
    return std::move(step.state);
  }

  static const journey::Stop* stop_of(const journey::Journey& journey, const State& state) {
    const auto at = journey.find_stop(state.address.page, state.address.row, state.address.row_page);
    return at < journey.stops.size() ? &journey.stops[at] : nullptr;
  }

  // The page's id, what is visible on it and how it stands: rows have other numbers on other paths and are the same state.
  std::string state_name(const State& state, const journey::Journey& journey, std::string_view how) const {
    const auto& page = world_.form->pages[state.address.page];
    std::string name = page.id;
    // The same list is seen again after each task.
    for (const auto& task : journey.tasks) {
      if (page.kind == form::PageKind::task_list) name += static_cast<char>('0' + static_cast<int>(task.status));
    }
    if (state.address.row != 0) name += "/row-page-" + std::to_string(state.address.row_page + 1);
    if (const auto* stop = stop_of(journey, state)) {
      for (const auto& item : stop->items) {
        if (item.state != Item::State::hidden) name += "+" + world_.form->questions[item.place.question].id;
      }
    }
    return name.append(" ").append(how);
  }

  void note(const State& state, std::string_view how) {
    const auto journey = session::walk(world_, state);
    const auto name = state_name(state, journey, how);
    if (!seen_.insert(name).second) return;
    pages_.push_back({name, page::view(world_, state, journey)});
  }

  void walk_path(Decisions decisions) {
    auto state = begin(session::Storage::device);
    std::set<form::TaskIndex> entered;
    if (walked_ == 1) note_start(state);
    for (int steps = 0; steps < 200; ++steps) {
      note(state, "empty");
      note(answer_proof(state, Known::no), "not known");
      state = answer_proof(std::move(state), Known::yes);
      const auto before = state.address;
      const auto refused = update(state, session::Continue{});
      if (!refused.told.empty()) note(refused, "with problems");
      state = fill(std::move(state), decisions);
      note(state, "filled");
      const auto kind = world_.form->pages[state.address.page].kind;
      const bool is_of_task = world_.form->pages[state.address.page].task != form::none;
      if (kind == form::PageKind::check_answers && !is_of_task) return finish(std::move(state));
      if (kind == form::PageKind::exit) return;
      if (const auto journey = session::walk(world_, state); const auto* stop = stop_of(journey, state)) {
        if (stop->list != form::none) note_removal(state, {stop->list, stop->row});
      }
      if (const auto optional = optional_task(state, entered)) {
        state = update(std::move(state), session::Visit{*optional});
        continue;
      }
      state = update(std::move(state), session::Continue{});
      if (state.address == before) {
        note(state, "with problems");
        return;  // the samples do not get further here: what is left shows as untouched in the tests
      }
    }
  }

  // On the task list: the first page of a task that Continue passes over, because nothing in it must be answered.
  std::optional<std::string> optional_task(const State& state, std::set<form::TaskIndex>& entered) const {
    if (world_.form->pages[state.address.page].kind != form::PageKind::task_list) return std::nullopt;
    const auto journey = session::walk(world_, state);
    for (const auto& task : journey.tasks) {
      if (task.status != journey::TaskStatus::optional || !entered.insert(task.task).second) continue;
      for (const auto& stop : journey.stops) {
        if (world_.form->pages[stop.page].task == task.task) return session::to_string(world_, state.answers, {.page = stop.page});
      }
    }
    return std::nullopt;
  }

  // Who signs in, or came by a link, is known: with a sample of everything that is taken from there. Or is not.
  enum class Known : std::uint8_t { yes, no };
  State answer_proof(State state, Known known) const {
    const auto& form = *world_.form;
    for (std::size_t at = 0; at < state.facts.size(); ++at) {
      const auto source = state.facts[at].source;
      const auto effect = state.facts[at].effect;
      auto result = Value::object();
      for (const auto& question : form.questions) {
        if (!form::asks_what_is_proven(form, question) || form.look_ups[question.look_up].source != source) continue;
        const auto words = sample(question.shape, 0, today_);
        auto offers = Value::array();
        for (const char* const offer : {"Eetu", "Oona"}) offers.push(Value::object().with("value", Value{offer}).with("label", Value{offer}));
        result.add(question.take, question.shape.open_options ? offers : Value{words.empty() ? "KOI-7F3K-92QD" : words.front()});
      }
      if (effect == 0 || result.members().empty()) continue;
      const auto answer = Value::object().with("result", std::move(result)).with("at", Value{calendar::to_string(today_)}).with("proof", Value{"proof"});
      const session::Fetched fetched{known == Known::yes ? 200 : 401, known == Known::yes ? json::write(answer) : "{}", {}};
      state = session::resolve(world_, std::move(state), effect, fetched).state;
    }
    return state;
  }

  // Answers what is asked on the page, also what an answer brings up, and remembers the options not taken as paths to walk.
  State fill(State state, Decisions& decisions) {
    std::set<Place> done;
    for (bool again = true; again;) {
      again = false;
      const auto journey = session::walk(world_, state);
      const auto at = journey.find_stop(state.address.page, state.address.row, state.address.row_page);
      if (at >= journey.stops.size()) return state;
      for (const auto& item : journey.stops[at].items) {
        const auto& question = world_.form->questions[item.place.question];
        const bool is_of_files = world_.form->file_of(question) != form::none;
        const bool is_other_list = question.shape.kind == value::Kind::list && !is_of_files;
        if (item.state != Item::State::asked || is_other_list || !done.insert(item.place).second) continue;
        const auto shape = met_shape(world_, state, question);
        // Of rows there are not on every path as many as on the one where it was decided.
        const auto which = std::min(decide(item.place.question, shape, decisions), sample_count(shape) - 1);
        const auto typed = is_of_files ? sample_files(question) : sample(shape, which, today_);
        if (typed.empty()) continue;
        // Named before the state is moved: in which order arguments are evaluated is the compiler's choice, and the name of a row's place needs the rows.
        const auto name = journey::name_of_place(*world_.form, state.answers, item.place);
        state = update(std::move(state), session::Type{name, typed});
        again = true;
        break;
      }
    }
    return state;
  }

  // Two, or as many as there must be.
  value::Typed sample_files(const form::Question& list) const {
    const auto one = sample(world_.form->questions[world_.form->file_of(list)].shape, 0, today_);
    const auto wanted = std::max<std::int64_t>(list.shape.min_items.value_or(std::min<std::int64_t>(list.shape.max_items.value_or(2), 2)), 1);
    value::Typed typed;
    for (std::int64_t count = 0; count < wanted; ++count) typed.insert(typed.end(), one.begin(), one.end());
    return typed;
  }

  std::size_t decide(form::QuestionIndex question, const value::Shape& shape, Decisions& decisions) {
    const auto count = sample_count(shape);
    const auto decided = decisions.find(question);
    if (decided != decisions.end()) return decided->second;
    for (std::size_t other = 1; other < count; ++other) {
      if (!branched_.insert({question, other}).second) continue;
      auto branch = decisions;
      branch[question] = other;
      paths_.push_back(std::move(branch));
    }
    decisions[question] = 0;
    return 0;
  }

  void note_start(const State& state) {
    note(update(state, session::UseSharedComputer{}), "on a shared computer");
    note(begin(session::Storage::unavailable), "without storage");
    auto by_newer = state;
    by_newer.storage = session::Storage::kept_by_newer;
    note(by_newer, "with a newer version's draft");
  }

  void note_removal(const State& state, Place list) {
    const auto& rows = state.answers.rows(list.question, list.row);
    if (!rows.empty()) note(update(state, session::RemoveRow{rows.front()}), "row removed");
    if (world_.form->file_of(world_.form->questions[list.question]) != form::none) return;  // each row is whole from the beginning
    const auto address = session::to_string(world_, state.answers, state.address);
    const auto with_two = update(update(state, session::AddRow{world_.form->questions[list.question].id, list.row}), session::Visit{address});
    note(with_two, "with an unfinished row");
    note(update(with_two, session::Continue{}), "with an unfinished row, problems told");
  }

  void finish(State state) {
    if (finished_) return;
    finished_ = true;
    const auto with_phase = [&](session::Phase phase, std::string_view how) {
      auto other = state;
      other.phase = std::move(phase);
      note(other, how);
    };
    auto returning = state;
    returning.phase = session::Returning{};
    note(returning, "draft found");
    returning.phase = session::Returning{.answers_left_out = true};
    note(returning, "draft of an earlier version found");
    with_phase(session::ReadOnly{}, "newer elsewhere");
    with_phase(session::Forgotten{}, "forgotten");
    with_phase(session::Opening{}, "opening");
    with_phase(session::Refused{{{.code = problem::Code::submission_too_old, .arguments = {{"maximum", text::Decimal{30}}}}}}, "refused");
    session::Sending sending{.key = "00112233445566778899aabbccddeeff", .body = "{}", .tries = 2};
    sending.stage = session::Sending::Stage::in_flight;
    with_phase(sending, "sending");
    sending.stage = session::Sending::Stage::waiting;
    with_phase(sending, "waiting");
    auto unkept = state;
    unkept.keeping = session::Keeping::failed;
    note(unkept, "not saved");
    auto being_kept = state;
    being_kept.keeping = session::Keeping::keeping;
    note(being_kept, "being saved");
    auto by_newer = state;
    by_newer.storage = session::Storage::kept_by_newer;
    note(by_newer, "with a newer version's draft");
    session::Sent sent{.reference = "KOI-7F3K-92QD", .received_at = calendar::to_string(today_) + "T09:00:00Z"};
    if (const auto by = calendar::add_working_days(today_, world_.form->standard.decision_within_working_days.value_or(0), world_.holidays)) {
      sent.decision_by = *by;
      sent.decision_known = world_.form->standard.decision_within_working_days.has_value();
    }
    if (const auto paid = world_.form->payment; paid != form::none) {
      const auto money = Value::object().with("amount", Value{"120.00"}).with("currency", Value{world_.form->questions[paid].shape.currency});
      sent.payment = Value::object().with("amount", money).with("address", Value{"/payments/1"});
    }
    sent.invitations = Value::array();
    for (const auto& recipient : world_.form->recipients) {
      if (!recipient.invited_to.empty()) sent.invitations.push(Value::object().with("recipient", Value{recipient.id}).with("address", Value{"/invitations/1"}));
    }
    auto done = state;
    done.phase = sent;
    done.address = {world_.form->last_of(form::PageKind::confirmation), 0, 0};
    done.answers = {};
    note(done, "sent");
  }

  const session::World& world_;
  std::string language_;
  calendar::Date today_;
  std::deque<Decisions> paths_;
  std::set<std::pair<form::QuestionIndex, std::size_t>> branched_;
  std::set<std::string> seen_;
  std::size_t walked_ = 0;
  bool finished_ = false;
  std::vector<PageState> pages_;
};

}  // namespace

Enumeration enumerate_pages(const session::World& world, const std::string& language, const calendar::Date& today) {
  return Enumerator{world, language, today}.run();
}

Value enumerate(const session::World& world, const std::string& language, const calendar::Date& today) {
  const auto enumeration = enumerate_pages(world, language, today);
  auto pages = Value::array();
  for (const auto& [name, page] : enumeration.pages) {
    pages.push(Value::object()
                   .with("name", Value{name})
                   .with("address", Value{page.address})
                   .with("kind", Value{page.kind})
                   .with("title", Value{page.title.words()})
                   .with("language", Value{page.language})
                   .with("direction", Value{page.direction == text::Direction::right_to_left ? "rtl" : "ltr"})
                   .with("html", Value{render::html(page)})
                   .with("text", Value{render::text(page)}));
  }
  return Value::object().with("pages", std::move(pages)).with("paths", Value{static_cast<std::int64_t>(enumeration.paths)});
}

}  // namespace polku::rehearsal
