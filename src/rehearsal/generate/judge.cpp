// SPDX-License-Identifier: EUPL-1.2
#include "rehearsal/generate/judge.h"

#include <algorithm>

#include "json/writer.h"
#include "page/page.h"
#include "rehearsal/generate/plain_reading.h"
#include "rehearsal/samples.h"

namespace polku::rehearsal::generate {

using journey::Item;
using journey::Journey;
using journey::Place;
using json::Value;
using session::State;

namespace {

// A journey on one line, for comparing two.
std::string line_of(const Journey& journey) {
  std::string line;
  const auto add = [&](std::uint64_t number) { line += std::to_string(number) + " "; };
  for (const auto& stop : journey.stops) {
    for (const auto part : {stop.page, stop.row, stop.row_page}) add(part);
    line += stop.complete ? "complete " : stop.reachable ? "reachable " : "- ";
    for (const auto& item : stop.items) {
      for (const auto part : {item.place.question, item.place.row, static_cast<std::uint32_t>(item.state)}) add(part);
      line += item.required ? "! " : "? ";
      for (const auto& problem : item.problems) line.append(problem::name_of(problem.code)).append(problem.pointer).append(problem.rule).append(" ");
    }
  }
  for (const auto& [place, value] : journey.values) {
    add(place.question);
    add(place.row);
    line += json::write(value) + " ";
  }
  for (const auto& problem : journey.problems) line.append(problem::name_of(problem.code)).append(problem.pointer);
  for (const auto& [task, status] : journey.tasks) add(task), add(static_cast<std::uint64_t>(status));
  return line + (journey.complete ? "complete" : "incomplete");
}

std::string first_difference(const std::string& before, const std::string& after) {
  const auto [one, other] = std::mismatch(before.begin(), before.end(), after.begin(), after.end());
  const auto at = static_cast<std::size_t>(one - before.begin());
  const auto from = at < 60 ? 0 : at - 60;
  return before.substr(from, 100) + " … " + after.substr(from, 100);
}

bool is_filling(const State& state) { return std::holds_alternative<session::Filling>(state.phase); }

}  // namespace

void Judge::fail(std::string property, std::string found) {
  // One of a sort says enough of a moment.
  for (const auto& failure : failures_) {
    if (failure.property == property) return;
  }
  failures_.push_back({std::move(property), found.substr(0, 400)});
}

void Judge::judge(const State& state, const std::string& html) {
  const auto journey = engine_.walk(world_, state);
  judge_words(html);
  judge_asked(state, journey);
  if (is_filling(state)) judge_return(state, journey);
  if (dice_.chance(30)) judge_walk(state, journey, html);
  if (dice_.chance(40)) judge_silence(state, journey);
  if (dice_.chance(25) && is_filling(state)) judge_restoring(state);
}

void Judge::judge_walk(const State& state, const Journey& journey, const std::string& html) {
  const auto line = line_of(journey);
  if (line_of(engine_.walk(world_, state)) != line) fail("walks-alike", "another journey: " + line);
  if (engine_.html(world_, state) != html) fail("walks-alike", "another page at " + session::to_string(world_, state.answers, state.address));
}

void Judge::judge_asked(const State& state, const Journey& journey) {
  const auto plain = read_plainly(world_, state);
  if (plain.exit != journey.exit) fail("asked-plainly", "the way ends elsewhere");
  if (plain.complete != journey.complete && (journey.complete || journey.problems.empty())) fail("asked-plainly", "is it complete?");
  if (plain.tasks != journey.tasks) fail("asked-plainly", "the tasks stand otherwise");
  if (journey.complete && plain.recipients != journey.recipients) fail("asked-plainly", "other recipients");
  if (!journey.complete && !journey.recipients.empty()) fail("asked-plainly", "recipients of what is not complete");
  std::set<Place> asked;
  for (const auto& stop : journey.stops) {
    for (const auto& item : stop.items) {
      if (item.state != Item::State::hidden) asked.insert(item.place);
    }
  }
  const auto name = [&](Place place) { return journey::name_of_place(*world_.form, state.answers, place); };
  for (const auto place : asked) {
    if (plain.asked.count(place) == 0) fail("asked-plainly", "is asked: " + name(place));
  }
  for (const auto place : plain.asked) {
    if (asked.count(place) == 0) fail("asked-plainly", "is not asked: " + name(place));
  }
  for (const auto& [place, value] : plain.values) {
    const auto* found = journey.value(place);
    if (!found || !(*found == value)) fail("asked-plainly", name(place) + " is " + (found ? json::write(*found) : "nothing") + ", not " + json::write(value));
  }
  for (const auto& [place, value] : journey.values) {
    if (plain.values.count(place) == 0) fail("asked-plainly", name(place) + " is " + json::write(value) + ", not nothing");
  }
  asked_ = plain.asked;
}

void Judge::forget() { out_of_sight_.clear(); }

// Answers that went out of sight and are asked again stand as they were. What the service filled in may follow what it was filled in from, and nothing else.
void Judge::judge_return(const State& state, const Journey& journey) {
  for (const auto& [place, before] : out_of_sight_) {
    if (asked_.count(place) == 0) continue;
    if (place.row != 0 && !state.answers.find_row(place.row)) continue;
    ++features_["flipped"];
    const auto* answer = state.answers.find(place);
    if (answer && answer->typed == before.typed) continue;
    const auto* item = before.filled_by.empty() ? nullptr : journey.find_item(place);
    if (item) ++features_["followed"];
    if (!item || (answer ? answer->value : std::nullopt) != item->preset) fail("returns", journey::name_of_place(*world_.form, state.answers, place));
  }
  out_of_sight_.clear();
  for (const auto& [place, answer] : state.answers.all()) {
    if (asked_.count(place) != 0) continue;
    out_of_sight_.emplace(place, answer);
    ++features_["hidden"];
  }
}

// The page as it stands, every other page that is open, and what would be sent.
std::string Judge::sight(const State& state, const Journey& journey) const {
  auto seen = engine_.html(world_, state) + json::write(engine_.submission(world_, state));
  if (!is_filling(state)) return seen;
  auto elsewhere = state;
  for (const auto& stop : journey.stops) {
    const bool is_check = world_.form->pages[stop.page].kind == form::PageKind::check_answers;
    if (!stop.reachable && !is_check) continue;
    elsewhere.address = {stop.page, stop.row, stop.row_page};
    seen += engine_.html(world_, elsewhere);
  }
  return seen;
}

void Judge::judge_silence(const State& state, const Journey& journey) {
  std::vector<Place> silent;
  for (form::QuestionIndex index = 0; index < world_.form->questions.size(); ++index) {
    const auto& question = world_.form->questions[index];
    if (question.list == form::none && question.origin == form::Origin::asked && asked_.count({index, 0}) == 0) silent.push_back({index, 0});
  }
  for (const auto& [place, answer] : state.answers.all()) {
    if (place.row != 0 && asked_.count(place) == 0) silent.push_back(place);
  }
  // Without any answer the page says that nothing is kept yet: another matter.
  if (silent.empty() || state.answers.empty()) return;
  const auto place = dice_.pick(silent);
  const auto& question = world_.form->questions[place.question];
  if (question.shape.kind == value::Kind::information) return;
  auto other = state;
  if (question.shape.kind == value::Kind::list) {
    other.answers.add_row(place.question);
  } else {
    constexpr std::array<std::string_view, 4> words{"other", "7", "yes", "12 345,60"};
    const auto shape = met_shape(world_, state, question);
    auto typed = dice_.chance(60) ? sample(shape, dice_.below(sample_count(shape)), state.today) : value::Typed{};
    if (value::is_empty(typed)) typed = {std::string{dice_.pick(words)}};
    other.answers.set(place, journey::answer_typed(question, std::move(typed), state.language, world_, state.today));
  }
  ++features_["silence-tried"];
  const auto before = sight(state, journey);
  const auto after = sight(other, engine_.walk(world_, other));
  if (after != before) fail("silent", journey::name_of_place(*world_.form, state.answers, place) + ": " + first_difference(before, after));
}

void Judge::judge_restoring(const State& state) {
  if (state.answers.empty()) return;
  auto restored = engine_.restore(world_, state);
  if (!is_filling(restored)) return fail("restores", "the draft was not met");
  // Going on comes by the first page that is not complete, whose defaults may complete it.
  const session::Visit visit{session::to_string(world_, state.answers, state.address)};
  auto again = session::update(world_, state, {visit, state.today}).state;
  again = session::update(world_, std::move(again), {visit, state.today}).state;
  // An undo is not kept, and where the device keeps is another matter.
  again.removed.reset();
  again.storage = restored.storage = session::Storage::device;
  again.keeping = restored.keeping = session::Keeping::kept;
  // Both came to a page, which may fill something in; nothing that was there may be another.
  const auto kept = journey::to_json(*world_.form, restored.answers);
  if (json::write(kept) != json::write(journey::to_json(*world_.form, again.answers))) fail("restores", "other answers");
  for (const auto& [place, answer] : state.answers.all()) {
    const auto* same = restored.answers.find(place);
    if (!same || same->typed != answer.typed) fail("restores", journey::name_of_place(*world_.form, state.answers, place));
  }
  if (json::write(engine_.submission(world_, restored)) != json::write(engine_.submission(world_, again))) fail("restores", "another submission");
  const auto page = engine_.html(world_, restored), as_it_was = engine_.html(world_, again);
  if (page != as_it_was) fail("restores", session::to_string(world_, again.answers, again.address) + ": " + first_difference(as_it_was, page));
  ++features_["restored"];
}

void Judge::judge_words(const std::string& html) {
  if (const auto found = find_missing_text(html); !found.empty()) fail("words", found);
  if (const auto found = find_unbalanced(html); !found.empty()) fail("words", found);
}

}  // namespace polku::rehearsal::generate
