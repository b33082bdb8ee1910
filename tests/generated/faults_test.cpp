// SPDX-License-Identifier: EUPL-1.2
// A property that cannot fail is worth nothing: into each an engine with a fault is put, and the judge has to see it by the right name.
#include <gtest/gtest.h>

#include "json/writer.h"
#include "rehearsal/generate/generate.h"
#include "rehearsal/generate/judge.h"
#include "worlds.h"

namespace polku::rehearsal::generate {
namespace {

using journey::Item;
using journey::Journey;
using json::Value;
using session::State;
using session::World;

// The engine as it is: what a fault is planted into.
class Faithful : public Engine {
 public:
  Journey walk(const World& world, const State& state) const override { return real_.walk(world, state); }
  std::string html(const World& world, const State& state) const override { return real_.html(world, state); }
  Value submission(const World& world, const State& state) const override { return real_.submission(world, state); }
  problem::Problems verify(const World& world, const Value& submission, const calendar::Date& today) const override {
    return real_.verify(world, submission, today);
  }
  Value deliver(const Value& submission, const std::string& recipient, const std::vector<std::string>& entitled) const override {
    return real_.deliver(submission, recipient, entitled);
  }
  State restore(const World& world, const State& state) const override { return real_.restore(world, state); }

 private:
  RealEngine real_;
};

// An answer that is kept and not asked.
const journey::Place* find_hidden(const World& world, const State& state, const Journey& journey) {
  for (const auto& [place, answer] : state.answers.all()) {
    const auto* item = journey.find_item(place);
    if (place.row == 0 && (!item || item->state == Item::State::hidden) && world.form->questions[place.question].origin == form::Origin::asked) return &place;
  }
  return nullptr;
}

class SendsWhatIsNotAsked : public Faithful {
 public:
  Value submission(const World& world, const State& state) const override {
    auto whole = Faithful::submission(world, state);
    const auto journey = Faithful::walk(world, state);
    if (const auto* hidden = find_hidden(world, state, journey)) {
      whole.find("answers")->set(world.form->questions[hidden->question].id, Value{state.answers.find(*hidden)->typed.front()});
    }
    return whole;
  }
};

class ShowsWhatIsNotAsked : public Faithful {
 public:
  std::string html(const World& world, const State& state) const override {
    auto page = Faithful::html(world, state);
    if (const auto* hidden = find_hidden(world, state, Faithful::walk(world, state))) page += state.answers.find(*hidden)->typed.front();
    return page;
  }
};

class CountsRowsOfListsOutOfSight : public Faithful {
 public:
  std::string html(const World& world, const State& state) const override {
    auto page = Faithful::html(world, state);
    for (form::QuestionIndex index = 0; index < world.form->questions.size(); ++index) page += std::to_string(state.answers.rows(index).size());
    return page;
  }
};

class AsksWhatIsHidden : public Faithful {
 public:
  Journey walk(const World& world, const State& state) const override {
    auto journey = Faithful::walk(world, state);
    for (auto& stop : journey.stops) {
      for (auto& item : stop.items) {
        if (item.state == Item::State::hidden) item.state = Item::State::asked;
      }
    }
    return journey;
  }
};

class ForgetsAComputedValue : public Faithful {
 public:
  Journey walk(const World& world, const State& state) const override {
    auto journey = Faithful::walk(world, state);
    for (const auto& [place, value] : journey.values) {
      if (world.form->questions[place.question].origin != form::Origin::computed) continue;
      journey.values.erase(place);
      break;
    }
    return journey;
  }
};

class HoldsAnythingToBeComplete : public Faithful {
 public:
  Journey walk(const World& world, const State& state) const override {
    auto journey = Faithful::walk(world, state);
    journey.complete = true;
    return journey;
  }
};

class KnowsNoExit : public Faithful {
 public:
  Journey walk(const World& world, const State& state) const override {
    auto journey = Faithful::walk(world, state);
    journey.exit = form::none;
    return journey;
  }
};

class WalksOtherwiseTheSecondTime : public Faithful {
 public:
  Journey walk(const World& world, const State& state) const override {
    auto journey = Faithful::walk(world, state);
    if (++walks_ % 2 == 0 && !journey.stops.front().items.empty()) journey.stops.front().items.front().required ^= true;
    return journey;
  }

 private:
  mutable int walks_ = 0;
};

// Only where nothing is answered yet: elsewhere other properties would see it first.
class PaintsOtherwiseTheSecondTime : public Faithful {
 public:
  std::string html(const World& world, const State& state) const override {
    const bool second = state.answers.empty() && ++paintings_ % 2 == 0;
    return Faithful::html(world, state) + (second ? " " : "");
  }

 private:
  mutable int paintings_ = 0;
};

class RestoresWithoutAnAnswer : public Faithful {
 public:
  State restore(const World& world, const State& state) const override {
    auto restored = Faithful::restore(world, state);
    if (!restored.answers.all().empty()) restored.answers.clear(restored.answers.all().begin()->first);
    return restored;
  }
};

class RestoresOnAnotherPage : public Faithful {
 public:
  State restore(const World& world, const State& state) const override {
    auto restored = Faithful::restore(world, state);
    restored.address = {};
    return restored;
  }
};

class LeavesAnElementOpen : public Faithful {
 public:
  std::string html(const World& world, const State& state) const override { return Faithful::html(world, state) + "<div class=\"x\">"; }
};

class LacksAText : public Faithful {
 public:
  std::string html(const World& world, const State& state) const override { return Faithful::html(world, state) + "[question.name.label]"; }
};

class VerifiesAnything : public Faithful {
 public:
  problem::Problems verify(const World&, const Value&, const calendar::Date&) const override { return {}; }
};

class VerifiesNothing : public Faithful {
 public:
  problem::Problems verify(const World&, const Value&, const calendar::Date&) const override { return {{.code = problem::Code::missing}}; }
};

class WritesOtherBytes : public Faithful {
 public:
  Value submission(const World& world, const State& state) const override { return Faithful::submission(world, state).with("more", Value{true}); }
};

class DeliversEverything : public Faithful {
 public:
  Value deliver(const Value& submission, const std::string&, const std::vector<std::string>&) const override { return submission; }
};

class DeliversNothing : public Faithful {
 public:
  Value deliver(const Value&, const std::string&, const std::vector<std::string>&) const override {
    return Value::object().with("answers", Value::object()).with("computed", Value::object());
  }
};

template <typename Faulty>
std::string first_failure(std::uint64_t seeds = 200) {
  const Faulty engine;
  Features features;
  for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
    const auto line = make(test::base_world(), seed, engine, features).line;
    const auto& failures = line.find("failures")->items();
    if (!failures.empty()) return std::string{*failures.front().find_string("property")};
  }
  return "none";
}

TEST(Judge, SeesEveryPlantedFault) {
  EXPECT_EQ(first_failure<Faithful>(20), "none");
  EXPECT_EQ(first_failure<SendsWhatIsNotAsked>(), "silent");
  EXPECT_EQ(first_failure<ShowsWhatIsNotAsked>(), "silent");
  EXPECT_EQ(first_failure<CountsRowsOfListsOutOfSight>(), "silent");
  EXPECT_EQ(first_failure<AsksWhatIsHidden>(), "asked-plainly");
  EXPECT_EQ(first_failure<ForgetsAComputedValue>(), "asked-plainly");
  EXPECT_EQ(first_failure<HoldsAnythingToBeComplete>(), "asked-plainly");
  EXPECT_EQ(first_failure<KnowsNoExit>(), "asked-plainly");
  EXPECT_EQ(first_failure<WalksOtherwiseTheSecondTime>(), "walks-alike");
  EXPECT_EQ(first_failure<PaintsOtherwiseTheSecondTime>(), "walks-alike");
  EXPECT_EQ(first_failure<RestoresWithoutAnAnswer>(), "restores");
  EXPECT_EQ(first_failure<RestoresOnAnotherPage>(), "restores");
  EXPECT_EQ(first_failure<LeavesAnElementOpen>(), "words");
  EXPECT_EQ(first_failure<LacksAText>(), "words");
  EXPECT_EQ(first_failure<VerifiesAnything>(), "alteration");
  EXPECT_EQ(first_failure<VerifiesNothing>(), "accepted");
  EXPECT_EQ(first_failure<WritesOtherBytes>(), "accepted");
  EXPECT_EQ(first_failure<DeliversEverything>(), "entitled");
  EXPECT_EQ(first_failure<DeliversNothing>(), "entitled");
}

// What the session itself would lose, no engine between can: the judge is shown it.
TEST(Judge, SeesAnAnswerThatDoesNotReturn) {
  auto world = test::base_world();
  world.form = form::compile(*json::read(R"({"id": "small", "version": "1.0.0", "languages": ["en"],
    "questions": {"a": {"kind": "yes-no"}, "b": {"kind": "text", "when": {"var": "a"}},
      "name": {"kind": "text"}, "known-as": {"kind": "text", "when": {"var": "a"}, "default": {"var": "name"}}},
    "pages": [{"id": "one", "ask": ["a", "b", "name", "known-as"]}, {"id": "check", "kind": "check-answers"}, {"id": "done", "kind": "confirmation"}]})")
                                  .value)
                   .form;
  world.site = form::read_site(*json::read(R"({"id": "s", "languages": ["en"], "timeZone": "UTC", "services": ["small"]})").value).site;
  ASSERT_TRUE(world.form && world.site);
  const calendar::Date today{2026, 11, 22};
  const auto type = [&](State state, const char* place, const char* words) {
    return session::update(world, std::move(state), {session::Type{place, {words}}, today}).state;
  };
  const auto begun = session::update(world, {}, {session::Begin{today, "en", "", session::Storage::none_by_choice, ""}, today}).state;
  const auto asked = type(type(type(begun, "name", "Aino"), "a", "yes"), "b", "kept");
  const auto hidden = type(asked, "a", "no");
  // What was filled in follows the name; what the person typed has to stand.
  auto lost = type(type(hidden, "name", "Eino"), "a", "yes");
  EXPECT_EQ(lost.answers.find(*journey::find_place(*world.form, lost.answers, "known-as"))->typed, value::Typed{"Eino"});
  const auto failures_after = [&](const State& last) {
    Features features;
    const RealEngine engine;
    Judge judge{world, engine, Dice{1}, features};
    for (const auto* state : {&asked, &hidden, &last}) judge.judge(*state, "");
    std::string found;
    for (const auto& failure : judge.take_failures()) found += failure.property + " ";
    return found;
  };
  EXPECT_EQ(failures_after(lost).find("returns"), std::string::npos);
  lost.answers.clear(*journey::find_place(*world.form, lost.answers, "b"));
  EXPECT_NE(failures_after(lost).find("returns"), std::string::npos);
}

}  // namespace
}  // namespace polku::rehearsal::generate
