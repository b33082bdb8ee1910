// SPDX-License-Identifier: EUPL-1.2
// What was looked up, in draft and submission.
#include <algorithm>

#include "journey/fact.h"

namespace polku::journey {

using json::Value;

const Fact* find_fact(const Facts& facts, std::string_view source, const Value& request) {
  const auto found = std::find_if(facts.begin(), facts.end(), [&](const Fact& fact) { return fact.source == source && fact.request == request; });
  return found == facts.end() ? nullptr : &*found;
}

Value offers_in(const Fact* fact, std::string_view member) {
  constexpr std::size_t most = 100;
  auto offers = Value::array();
  const auto* list = fact ? fact->result.find(member) : nullptr;
  if (!list || !list->is(json::Type::array)) return {};
  for (const auto& entry : list->items()) {
    const auto value = entry.find_string("value");
    const auto label = entry.find_string("label");
    if (value && label && !value->empty() && !label->empty() && offers.items().size() < most) offers.push(entry);
  }
  return offers.items().empty() ? Value{} : offers;
}

Value to_json(const Fact& fact) {
  auto written = Value::object().with("source", Value{fact.source}).with("request", fact.request).with("at", Value{calendar::to_string(fact.at)});
  if (fact.state == Fact::State::found) written.add("result", fact.result);
  if (!fact.proof.empty()) written.add("proof", Value{fact.proof});
  return written;
}

Facts facts_from_json(const Value* list) {
  Facts facts;
  if (!list || !list->is(json::Type::array)) return facts;
  for (const auto& entry : list->items()) {
    const auto* request = entry.find("request");
    const auto at = calendar::parse_date(entry.find_string("at").value_or(""));
    if (!request || !request->is(json::Type::object) || !at) continue;
    Fact fact{.source = std::string{entry.find_string("source").value_or("")}, .request = *request, .state = Fact::State::nothing, .at = *at};
    fact.proof = entry.find_string("proof").value_or("");
    if (const auto* result = entry.find("result"); result && result->is(json::Type::object)) {
      fact.state = Fact::State::found;
      fact.result = *result;
    }
    facts.push_back(std::move(fact));
  }
  return facts;
}

}  // namespace polku::journey
