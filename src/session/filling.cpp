// SPDX-License-Identifier: EUPL-1.2
// What nobody has typed yet: defaults, what the page around knew, what was looked up. Filled in where the person stands; what was filled in before follows its
// source until the person changes it.
#include <algorithm>

#include "json/reader.h"
#include "json/writer.h"
#include "session/parts.h"

namespace polku::session {

namespace {

using journey::Fact;
using journey::Item;

// A person who goes through a register row by row does not make the draft grow without end.
constexpr std::size_t most_facts = 50;

bool is_filled_in(const form::CompiledForm& form) {
  return std::any_of(form.questions.begin(), form.questions.end(),
                     [](const form::Question& question) { return !question.preset.empty() || question.look_up != form::none; });
}

bool stands_at(const State& state, const journey::Stop& stop) { return Address{stop.page, stop.row, stop.row_page} == state.address; }

// Whether it changed anything.
bool fill_item(const Doing& doing, const Item& item, bool is_here) {
  auto& state = doing.state;
  const auto* answer = state.answers.find(item.place);
  if (item.state != Item::State::asked || (answer ? answer->filled_by.empty() : !is_here || !item.preset)) return false;
  if (answer && answer->value == item.preset) return false;
  // A page around that says nothing any more takes nothing back.
  if (answer && answer->filled_by.starts_with("given.") && answer->filled_by != item.preset_by) return false;
  if (!item.preset) {
    state.answers.clear(item.place);
    return true;
  }
  const auto& question = doing.world.form->questions[item.place.question];
  const auto& locale = doing.world.named(state.language);
  auto filled = journey::answer_typed(question, value::retyped(question.shape, *item.preset, locale), state.language, doing.world, state.today);
  // What is not as this form takes it does not stand there as if it did; nor is it tried again and again.
  if (filled.value != item.preset || !filled.problems.empty()) return false;
  filled.filled_by = item.preset_by;
  state.answers.set(item.place, std::move(filled));
  return true;
}

void ask_source(const Doing& doing, const std::string& source, const json::Value& request) {
  auto& facts = doing.state.facts;
  if (facts.size() == most_facts) facts.erase(facts.begin());
  Fact fact{.source = source, .request = request, .at = doing.state.today};
  const std::string& submissions = doing.world.site->submissions_url;
  if (submissions.empty()) {
    fact.state = Fact::State::unreached;
  } else {
    // Answers do not belong into addresses, which end up in logs.
    std::string url = submissions.substr(0, submissions.rfind('/') + 1) + "look-ups/" + source;
    fact.effect = doing.ask(Fetch{"POST", std::move(url), {{"Content-Type", "application/json"}, {"Accept", "application/json"}}, json::write(request)});
  }
  facts.push_back(std::move(fact));
}

}  // namespace

bool may_be_filled_in(const State& state, const form::Question& question) {
  return !question.preset.empty() || (question.look_up != form::none && !question.shape.open_options) || state.given.answers.find(question.id);
}

void fill_in(const Doing& doing) {
  auto& state = doing.state;
  const auto& form = *doing.world.form;
  if (!std::holds_alternative<Filling>(state.phase) || (!is_filled_in(form) && state.given.answers.members().empty())) return;
  // What was filled in may bring up, or fill in, what comes later: each round settles at least one question more.
  for (std::size_t round = 0; round <= form.questions.size(); ++round) {
    const auto journey = walk(doing.world, state);
    bool changed = false;
    for (const auto& stop : journey.stops) {
      const bool is_here = stands_at(state, stop);
      for (const Item& item : stop.items) {
        changed = fill_item(doing, item, is_here) || changed;
        if (!form::has_feature(form::Feature::look_ups) || !is_here || item.state != Item::State::asked || !item.request) continue;
        const auto& source = form.look_ups[form.questions[item.place.question].look_up].source;
        if (!journey::find_fact(state.facts, source, *item.request)) ask_source(doing, source, *item.request);
      }
    }
    if (!changed) return;
  }
}

bool is_look_up(const State& state, std::uint32_t effect) {
  return std::any_of(state.facts.begin(), state.facts.end(), [&](const Fact& fact) { return fact.effect == effect; });
}

void on_looked_up(const Doing& doing, std::uint32_t effect, const Fetched* fetched) {
  for (Fact& fact : doing.state.facts) {
    if (fact.effect != effect) continue;
    fact.effect = 0;
    fact.state = Fact::State::unreached;
    if (!fetched) return;
    const auto reply = json::read(fetched->body);
    const auto* result = reply.value ? reply.value->find("result") : nullptr;
    if (fetched->status == 200 && result && result->is(json::Type::object)) {
      fact.state = Fact::State::found;
      fact.result = *result;
      fact.proof = reply.value->find_string("proof").value_or("");
      fact.at = calendar::parse_date(reply.value->find_string("at").value_or("")).value_or(fact.at);
    } else if (fetched->status == 404 || (form::has_feature(form::Feature::identity) && fetched->status == 401)) {
      fact.state = Fact::State::nothing;
    }
  }
}

// Away to the identity provider, when everything is kept; one comes back to this page.
void sign_in(const Doing& doing) {
  const auto& form = *doing.world.form;
  const std::string& submissions = doing.world.site->submissions_url;
  const auto api = submissions.rfind("/api/");
  if (api == std::string::npos) return;
  const auto journey = walk(doing.world, doing.state);
  for (const auto& stop : journey.stops) {
    for (const Item& item : stop.items) {
      const auto& question = form.questions[item.place.question];
      if (!stands_at(doing.state, stop) || item.value || item.state != Item::State::asked || !form::is_proven(form, question)) continue;
      if (form.look_ups[question.look_up].asks != form::LookUp::Asks::person) continue;
      keep(doing);
      doing.tell(Leave{submissions.substr(0, api) + "/sign-in/" + form.look_ups[question.look_up].source + "?to={here}"});
      return;
    }
  }
}

// Who comes back to a page may find the way open that was not.
void forget_unreached(State& state) {
  auto& facts = state.facts;
  facts.erase(std::remove_if(facts.begin(), facts.end(), [](const Fact& fact) { return fact.state == Fact::State::unreached; }), facts.end());
}

}  // namespace polku::session
