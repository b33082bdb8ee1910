// SPDX-License-Identifier: EUPL-1.2
// What a verifying host has taken in: it verifies, anything altered does not, and everybody gets their part.
#include <algorithm>

#include "digest/digest.h"
#include "json/reader.h"
#include "json/writer.h"
#include "rehearsal/generate/judge.h"
#include "rehearsal/generate/plain_reading.h"
#include "session/verify.h"

namespace polku::rehearsal::generate {

using journey::Place;
using json::Type;
using json::Value;
using session::State;
using value::Kind;

namespace {

State state_of(const session::Verified& verified) {
  State state;
  state.language = verified.language;
  state.today = verified.on;
  state.answers = verified.answers;
  return state;
}

// A value of the kind, in its normal form.
Value any_value(const form::Question& question) {
  if (question.shape.open_options) return question.shape.kind == Kind::one_of ? Value{"x"} : Value{Value::Array{Value{"x"}}};
  switch (question.shape.kind) {
    case Kind::number: return question.shape.integer ? Value{std::int64_t{3}} : Value{"3"};
    case Kind::money: return Value::object().with("amount", Value{"3"}).with("currency", Value{question.shape.currency});
    case Kind::date: return Value{"2026-11-22"};
    case Kind::month: return Value{"2026-11"};
    case Kind::year: return Value{"2026"};
    case Kind::time: return Value{"14:30"};
    case Kind::address:
      return Value::object()
          .with("street", Value{"Koivukuja 3"})
          .with("postalCode", Value{"00100"})
          .with("town", Value{"Helsinki"})
          .with("country", Value{question.shape.countries.front()});
    case Kind::location:
      return Value::object().with("type", Value{"Feature"}).with("geometry", Value{}).with("properties", Value::object().with("description", Value{"x"}));
    case Kind::file:
      return Value::object()
          .with("name", Value{"x"})
          .with("type", Value{"image/png"})
          .with("size", Value{std::int64_t{1}})
          .with("sha256", Value{std::string(64, 'a')})
          .with("ref", Value{std::string(32, '0')});
    case Kind::yes_no: return Value{true};
    case Kind::one_of: return Value{question.shape.options.front()};
    case Kind::several_of: return Value{Value::Array{Value{question.shape.options.front()}}};
    case Kind::list: return Value{Value::Array{Value::object()}};
    default: return Value{"x"};
  }
}

void remove(Value& object, std::string_view name) {
  auto& members = object.members();
  members.erase(std::remove_if(members.begin(), members.end(), [&](const json::Member& member) { return member.name == name; }), members.end());
}

Value another(const Value& value) {
  switch (value.type()) {
    case Type::boolean: return Value{!value.boolean()};
    case Type::number: return Value{add(value.number(), text::Decimal{1}).value_or(text::Decimal{})};
    case Type::string: return Value{value.string() + "1"};
    default: return Value{"another"};
  }
}

}  // namespace

void Judge::judge_stored(const std::string& body, const calendar::Date& today) {
  ++features_["submission"];
  const auto reading = json::read(body);
  if (!reading.value) return fail("accepted", "no JSON");
  const auto problems = engine_.verify(world_, *reading.value, today);
  if (!problems.empty()) return fail("accepted", std::string{problem::name_of(problems.front().code)} + " at " + problems.front().pointer);
  auto state = state_of(session::verify(world_, *reading.value, today));
  state.facts = journey::facts_from_json(reading.value->find("facts"));
  const auto again = engine_.submission(world_, state);
  if (digest::canonical(again) != digest::canonical(*reading.value)) fail("accepted", "other bytes: " + digest::canonical(again));
  // Nothing that is not asked was sent: judged by the plain reading, not by the verifier.
  const auto plain = read_plainly(world_, state);
  for (const auto& [id, value] : reading.value->find("answers")->members()) {
    if (plain.values.count({world_.form->index_of(id), 0}) == 0) fail("silent", "sent: " + id);
  }
  judge_alteration(*reading.value, state, today);
  judge_deliveries(*reading.value);
}

void Judge::judge_alteration(const Value& submission, const State& state, const calendar::Date& today) {
  const auto plain = read_plainly(world_, state);
  std::vector<std::pair<std::string, Value>> altered;
  const auto alter = [&](std::string name) -> Value& { return altered.emplace_back(std::move(name), submission).second; };
  alter("another version").find("service")->set("hash", Value{std::string(64, '0')});
  alter("an answer nobody knows").find("answers")->set("nobody-knows", Value{"x"});
  if (const auto& computed = submission.find("computed")->members(); !computed.empty()) {
    const auto& member = dice_.pick(computed);
    if (!member.value.is(Type::array)) alter("computed " + member.name).find("computed")->set(member.name, another(member.value));
    remove(*alter("without computed " + member.name).find("computed"), member.name);
  }
  for (form::QuestionIndex index = 0; index < world_.form->questions.size(); ++index) {
    const auto& question = world_.form->questions[index];
    if (question.list != form::none || question.shape.kind == Kind::information || question.shape.kind == Kind::consent) continue;
    const bool is_sent = submission.find("answers")->find(question.id) != nullptr;
    if (question.origin == form::Origin::computed || plain.asked.count({index, 0}) == 0) {
      alter("not asked " + question.id).find("answers")->set(question.id, any_value(question));
    } else if (is_sent && question.shape.kind == Kind::one_of && !form::takes_offers(question)) {
      // Own words are an answer where another system did not say what there is.
      alter("no option of " + question.id).find("answers")->set(question.id, Value{"no-option-of-it"});
    } else if (is_sent && question.required && question.required_rule.empty() && question.shape.kind != Kind::list) {
      remove(*alter("without " + question.id).find("answers"), question.id);
    }
  }
  if (const auto& consents = submission.find("consents")->members(); !consents.empty()) {
    alter("another consent").find("consents")->set(consents.front().name, Value::object().with("text", Value{"x"}).with("language", Value{state.language}));
  }
  const auto& [name, whole] = dice_.pick(altered);
  ++features_["alteration:" + name.substr(0, name.find_last_of(' ') == std::string::npos ? name.size() : name.find_last_of(' '))];
  if (engine_.verify(world_, whole, today).empty()) fail("alteration", name);
}

void Judge::judge_deliveries(const Value& submission) {
  for (const auto& recipient : world_.form->recipients) {
    std::vector<std::string> entitled;
    for (const auto index : recipient.entitled) entitled.push_back(world_.form->questions[index].id);
    const auto delivery = engine_.deliver(submission, recipient.id, entitled);
    for (const auto* part : {"answers", "computed"}) {
      const auto& sent = submission.find(part)->members();
      const auto& got = delivery.find(part)->members();
      const auto is_entitled = [&](const json::Member& member) { return std::find(entitled.begin(), entitled.end(), member.name) != entitled.end(); };
      if (!std::all_of(got.begin(), got.end(), is_entitled)) fail("entitled", recipient.id + " gets too much");
      if (std::count_if(sent.begin(), sent.end(), is_entitled) != static_cast<std::ptrdiff_t>(got.size())) fail("entitled", recipient.id + " gets too little");
    }
  }
}

}  // namespace polku::rehearsal::generate
