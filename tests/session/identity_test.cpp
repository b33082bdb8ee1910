// SPDX-License-Identifier: EUPL-1.2
// Who a person is: shown when it is proved, not theirs to change, and verified by walking again.
#include <gtest/gtest.h>

#include <functional>

#include "host/embedded/embedded.h"
#include "json/reader.h"
#include "json/writer.h"
#include "session/session.h"
#include "session/verify.h"

namespace polku::session {
namespace {

using json::Value;

constexpr const char* service = R"({
  "$schema": "service-1.json", "id": "case", "version": "1.0.0", "languages": ["en"],
  "questions": { "name": { "kind": "text", "look-up": { "in": "identity", "take": "name" } }, "wish": { "kind": "text" } },
  "look-ups": { "identity": { "source": "identity", "locked": true } },
  "pages": [ { "id": "who", "ask": ["name"] }, { "id": "wish", "ask": ["wish"] }, { "id": "check", "kind": "check-answers" }, { "id": "done", "kind": "confirmation" } ] })";

struct Sitting {
  World world;
  State state;
  std::vector<Effect> effects;

  explicit Sitting(Storage storage = Storage::none_by_choice) {
    world.form = form::compile(*json::read(service).value).form;
    EXPECT_TRUE(world.form);
    auto site = std::make_shared<form::Site>();
    site->id = "site";
    site->languages = {"en"};
    site->submissions_url = "/api/submissions";
    world.site = site;
    world.locales.push_back(std::make_shared<const locale::Locale>(*locale::load(*json::read(host::embedded_locale("en")).value)));
    take(update(world, State{},
                {Begin{.today = {2026, 11, 22}, .language = "en", .address = "", .storage = storage, .seed = "00112233445566778899aabbccddeeff"}, {}}));
    if (storage == Storage::device) {
      const std::uint32_t recall = state.awaited_recall;
      take(resolve(world, std::move(state), recall, Recalled{}));
    }
  }
  void take(Step step) {
    state = std::move(step.state);
    effects = std::move(step.effects);
  }
  void act(Action action) { take(update(world, std::move(state), {std::move(action), {}})); }
  void answer(int status, const std::string& body) {
    const std::uint32_t asked = state.facts.front().effect;  // before the state is moved from: arguments have no order
    take(resolve(world, std::move(state), asked, Fetched{status, body, {}}));
  }
  void sign_in() { answer(200, R"({"result": {"name": "Aino Esimerkki"}, "at": "2026-11-22", "proof": "p"})"); }
  std::string here() const { return to_string(world, state.answers, state.address); }
  std::string problem_told() const {
    return state.told.empty() || state.told.begin()->second.empty() ? "" : std::string{problem::name_of(state.told.begin()->second.front().code)};
  }
  Value submission() {
    sign_in();
    act(Continue{});
    act(Continue{{{"wish", {"A bench"}}}});
    return make_submission(world, state, walk(world, state));
  }
};

TEST(Identity, IsAskedWithNothing) {
  const Sitting sitting;
  ASSERT_EQ(sitting.effects.size(), 1u);
  const auto* fetch = std::get_if<Fetch>(&sitting.effects.front().wish);
  ASSERT_TRUE(fetch);
  EXPECT_EQ(fetch->url + " " + fetch->body, "/api/look-ups/identity {}");
}

TEST(Identity, NobodyGoesOnWithoutItWhateverIsTyped) {
  for (const int status : {401, 404, 502}) {
    Sitting sitting;
    sitting.answer(status, "{}");
    sitting.act(Continue{{{"name", {"Somebody Else"}}}});
    EXPECT_EQ(sitting.here(), "who") << status;
    EXPECT_EQ(sitting.problem_told(), "sign-in-needed") << status;
  }
}

TEST(Identity, LeavesForTheProviderWhenEverythingIsKept) {
  Sitting sitting{Storage::device};
  sitting.answer(401, "{}");
  sitting.act(SignIn{});
  ASSERT_EQ(sitting.effects.size(), 2u);
  EXPECT_TRUE(std::holds_alternative<Keep>(sitting.effects[0].wish));
  const auto* leave = std::get_if<Leave>(&sitting.effects[1].wish);
  ASSERT_TRUE(leave);
  EXPECT_EQ(leave->address, "/sign-in/identity?to={here}");
}

TEST(Identity, IsWhatWasProvedAndNothingTypedChangesIt) {
  Sitting sitting;
  sitting.sign_in();
  sitting.act(Type{"name", {"Somebody Else"}});
  sitting.act(Continue{{{"name", {"Somebody Else"}}}});
  EXPECT_EQ(sitting.here(), "wish");
  EXPECT_EQ(json::write(*walk(sitting.world, sitting.state).value({sitting.world.form->index_of("name"), 0})), R"("Aino Esimerkki")");
}

TEST(Identity, IsNotKeptOnTheDevice) {
  Sitting sitting{Storage::device};
  sitting.sign_in();
  sitting.act(Continue{});
  EXPECT_EQ(json::write(make_record(sitting.world, sitting.state)).find("Aino"), std::string::npos);
}

TEST(Identity, HasToBeProvedAgainOnAnotherDay) {
  Sitting sitting;
  sitting.sign_in();
  sitting.act(NewDay{{2026, 11, 24}});
  EXPECT_FALSE(walk(sitting.world, sitting.state).value({sitting.world.form->index_of("name"), 0}));
}

TEST(Identity, ASubmissionThatSaysOtherwiseIsRefused) {
  struct Change {
    const char* what;
    std::function<void(Value&)> change;
    const char* told;
  };
  const std::vector<Change> table = {
      {"nothing", [](Value&) {}, ""},
      {"another name", [](Value& all) { all.find("answers")->set("name", Value{"Somebody Else"}); }, "/answers/name identity-differs"},
      {"no fact",
       [](Value& all) {
         auto without = Value::object();
         for (const auto& [name, value] : all.members()) {
           if (name != "facts") without.add(name, value);
         }
         all = without;
       },
       "/answers/name sign-in-needed"},
      {"an old fact",
       [](Value& all) {
         auto facts = Value::array();
         auto fact = all.find("facts")->items().front();
         fact.set("at", Value{"2026-11-01"});
         facts.push(fact);
         all.set("facts", facts);
       },
       "/answers/name sign-in-needed"},
  };
  for (const auto& [what, change, told] : table) {
    Sitting sitting;
    auto submission = sitting.submission();
    change(submission);
    const auto verified = verify(sitting.world, submission, {2026, 11, 22});
    const auto& problems = verified.problems;
    EXPECT_EQ(problems.empty() ? "" : problems.front().pointer + " " + std::string{problem::name_of(problems.front().code)}, told) << what;
  }
}

}  // namespace
}  // namespace polku::session
