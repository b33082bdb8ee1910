// SPDX-License-Identifier: EUPL-1.2
#include <deque>
#include <set>

#include "digest/digest.h"
#include "json/cursor.h"
#include "json/reader.h"
#include "json/writer.h"
#include "page/page.h"
#include "rehearsal/device.h"
#include "rehearsal/rehearsal.h"
#include "rehearsal/sight.h"
#include "render/html/html.h"
#include "render/text/text.h"
#include "session/format.h"

namespace polku::rehearsal {

using json::Type;
using json::Value;

namespace {

struct Tab {
  session::State state;
  std::uint32_t waiting = 0;  // the id of a Wait under way
  std::string focus;          // where it was moved last
};

std::string words(const Value* value) { return value && value->is(Type::string) ? value->string() : std::string{}; }

class Replay {
 public:
  Replay(const session::World& world, const Value& scenario) : world_(world), scenario_(scenario), device_(world) {}

  Value run() {
    today_ = calendar::parse_date(words(scenario_.find("today"))).value_or(calendar::Date{});
    device_.set_today(today_);
    const auto* steps = scenario_.find("steps");
    if (!steps || !steps->is(Type::array)) {
      fail("steps", "an array", "nothing");
    } else {
      for (const auto& step : steps->items()) {
        ++number_;
        perform(step);
      }
    }
    return report();
  }

 private:
  void fail(std::string_view what, std::string expected, std::string found) {
    failures_.push(Value::object()
                       .with("step", Value{number_})
                       .with("what", Value{what})
                       .with("expected", Value{std::move(expected)})
                       .with("found", Value{std::move(found)}));
  }

  Tab& tab_of(const Value& step) {
    const auto* number = step.find("tab");
    const auto index = number && number->is(Type::number) ? number->number().to_integer().value_or(1) : 1;
    const auto known = tabs_.find(index);
    if (known != tabs_.end()) return known->second;
    auto& tab = tabs_[index];
    begin(tab, words(scenario_.find("address")));
    return tab;
  }

  void begin(Tab& tab, const std::string& address) {
    tab = Tab{};
    const auto storage = words(scenario_.find("storage"));
    const auto kept = storage == "none"          ? session::Storage::none_by_choice
                      : storage == "unavailable" ? session::Storage::unavailable
                                                 : session::Storage::device;
    dispatch(tab, session::Begin{today_, words(scenario_.find("language")), address, kept, "00112233445566778899aabbccddeeff"});
  }

  void dispatch(Tab& tab, session::Action action) { take(tab, session::update(world_, std::move(tab.state), {std::move(action), today_})); }

  void take(Tab& tab, session::Step step) {
    tab.state = std::move(step.state);
    std::deque<session::Effect> effects(step.effects.begin(), step.effects.end());
    while (!effects.empty()) {
      const auto effect = std::move(effects.front());
      effects.pop_front();
      const auto outcome = perform_effect(tab, effect);
      if (!outcome) continue;
      auto next = session::resolve(world_, std::move(tab.state), effect.id, *outcome);
      tab.state = std::move(next.state);
      effects.insert(effects.end(), std::make_move_iterator(next.effects.begin()), std::make_move_iterator(next.effects.end()));
    }
  }

  std::optional<session::Outcome> perform_effect(Tab& tab, const session::Effect& effect) {
    if (const auto* keep = std::get_if<session::Keep>(&effect.wish)) return device_.keep(*keep);
    if (const auto* recall = std::get_if<session::Recall>(&effect.wish)) return device_.recall(*recall);
    if (const auto* fetch = std::get_if<session::Fetch>(&effect.wish)) return device_.fetch(*fetch);
    if (const auto* forget = std::get_if<session::Forget>(&effect.wish)) device_.forget(*forget);
    if (const auto* move = std::get_if<session::MoveFocus>(&effect.wish)) tab.focus = move->target;
    if (std::holds_alternative<session::Wait>(effect.wish)) tab.waiting = effect.id;
    return std::nullopt;
  }

  void perform(const Value& step) {
    if (step.find("do")) {
      act(tab_of(step), step);
      note(tab_of(step));
    } else if (const auto* see = step.find("see")) {
      look(tab_of(step), *see);
    } else if (const auto* request = step.find("call")) {
      ask(*request, step);
    } else if (const auto* day = step.find("today")) {
      today_ = calendar::parse_date(words(day)).value_or(today_);
      device_.set_today(today_);
    } else if (const auto* network = step.find("network")) {
      set_network(*network);
    } else if (const auto* record = step.find("record")) {
      device_.plant(session::record_name(world_), record->is(Type::string) ? record->string() : json::write(*record));
    } else if (const auto* device = step.find("device")) {
      const auto wanted = words(device);
      device_.set_storage(wanted == "full" ? Device::Storage::full : wanted == "broken" ? Device::Storage::broken : Device::Storage::works);
    } else {
      fail("step", "do, see, call, network, device, record or today", json::write(step));
    }
  }

  void ask(const Value& request, const Value& step) {
    const auto answer = call(about_stored(request), world_);
    note_codes(answer);
    if (const auto* gives = step.find("gives"); gives && !(answer == *gives)) fail("gives", json::write(*gives), json::write(answer));
    if (const auto* expected = step.find("problems")) {
      const auto* found = answer.find("problems");
      const auto told = by_place(found ? *found : Value{});
      if (!(told == *expected)) fail("problems", json::write(*expected), json::write(told));
    }
    transcript_.push(Value::object().with("step", Value{number_}).with("gives", answer));
  }

  // A `verify` without a submission of its own is about the last one that was stored.
  Value about_stored(const Value& request) const {
    if (request.find_string("call") != "verify" || request.find("submission") || device_.stored().empty()) return request;
    auto whole = request;
    if (auto reading = json::read(device_.stored().back()); reading.value) whole.add("submission", std::move(*reading.value));
    return whole;
  }

  void set_network(const Value& network) {
    const auto name = words(&network);
    if (network.is(Type::object)) {
      session::Fetched reply;
      const auto* status = network.find("status");
      reply.status = status && status->is(Type::number) ? static_cast<int>(status->number().to_integer().value_or(0)) : 0;
      reply.body = words(network.find("body"));
      if (const auto* headers = network.find("headers"); headers && headers->is(Type::object)) {
        for (const auto& [header, value] : headers->members()) reply.headers.emplace_back(header, words(&value));
      }
      device_.script(std::move(reply));
    } else {
      device_.set_network(name == "offline" ? Device::Network::offline : name == "lose-reply" ? Device::Network::lose_reply : Device::Network::accept);
    }
  }

  void act(Tab& tab, const Value& step) {
    const auto name = words(step.find("do"));
    if (name == "close") {
      const auto* address = step.find("address");
      return begin(tab, address ? words(address) : session::to_string(world_, tab.state.address));
    }
    if (name == "wait") {
      const auto id = tab.waiting;
      tab.waiting = 0;
      return take(tab, session::resolve(world_, std::move(tab.state), id, session::Waited{}));
    }
    auto intent = step;
    intent.set("intent", Value{name});
    if (name == "submit" && !step.find("key")) intent.set("key", Value{"0123456789abcdef0123456789abcde" + std::to_string(number_ % 10)});
    problem::Problems problems;
    auto read = session::read_intent(intent, problems);
    if (!read) return fail("intent", "one of session/format.h", json::write(session::to_json(problems)));
    dispatch(tab, std::move(read->action));
  }

  page::Page page_of(const Tab& tab) const { return page::view(world_, tab.state, session::walk(world_, tab.state)); }

  void note(const Tab& tab) {
    const auto journey = session::walk(world_, tab.state);
    const auto page = page::view(world_, tab.state, journey);
    pages_.insert(world_.form->pages[tab.state.address.page].id);
    for (const auto& [place, problems] : tab.state.told) {
      for (const auto& problem : problems) codes_.insert(std::string{problem::name_of(problem.code)});
    }
    if (const auto* refused = std::get_if<session::Refused>(&tab.state.phase)) {
      for (const auto& problem : refused->problems) codes_.insert(std::string{problem::name_of(problem.code)});
    }
    for (const auto& problem : journey.problems) codes_.insert(std::string{problem::name_of(problem.code)});
    for (const auto& stop : journey.stops) {
      if (stop.page != tab.state.address.page || stop.row != tab.state.address.row || stop.row_page != tab.state.address.row_page) continue;
      for (const auto& item : stop.items) {
        if (item.state != journey::Item::State::hidden) kinds_.insert(kind_of(world_.form->questions[item.place.question]));
      }
    }
    transcript_.push(Value::object()
                         .with("step", Value{number_})
                         .with("address", Value{page.address})
                         .with("kind", Value{page.kind})
                         .with("title", Value{page.title.words()})
                         .with("text", Value{render::text(page)})
                         .with("html", Value{digest::sha256_hex(render::html(page))}));
  }

  static std::string kind_of(const form::Question& question) {
    return question.origin == form::Origin::computed ? "computed" : std::string{value::name_of(question.shape.kind)};
  }

  void note_codes(const Value& answer) {
    if (const auto* problem = answer.find("problem")) codes_.insert(words(problem->find("code")));
    if (const auto* problems = answer.find("problems"); problems && problems->is(Type::array)) {
      for (const auto& problem : problems->items()) codes_.insert(words(problem.find("code")));
    }
  }

  void look(const Tab& tab, const Value& see) {
    for (auto& [what, expected, found] : rehearsal::look({world_, tab.state, device_, tab.focus}, see)) fail(what, std::move(expected), std::move(found));
  }

  static Value list_of(const std::set<std::string>& entries) {
    auto list = Value::array();
    for (const auto& entry : entries) list.push(Value{entry});
    return list;
  }

  Value report() {
    auto stored = Value::array();
    for (const auto& body : device_.stored()) {
      if (auto reading = json::read(body); reading.value) stored.push(std::move(*reading.value));
    }
    codes_.insert(device_.refused_codes().begin(), device_.refused_codes().end());
    const bool passed = failures_.items().empty();
    return Value::object()
        .with("passed", Value{passed})
        .with("failures", std::move(failures_))
        .with("transcript", std::move(transcript_))
        .with("stored", std::move(stored))
        .with("touched", Value::object().with("pages", list_of(pages_)).with("codes", list_of(codes_)).with("kinds", list_of(kinds_)));
  }

  const session::World& world_;
  const Value& scenario_;
  Device device_;
  calendar::Date today_;
  std::map<std::int64_t, Tab> tabs_;
  std::int64_t number_ = 0;
  Value failures_ = Value::array(), transcript_ = Value::array();
  std::set<std::string> pages_, codes_, kinds_;
};

}  // namespace

Value replay(const session::World& world, const Value& scenario) { return Replay{world, scenario}.run(); }

}  // namespace polku::rehearsal
