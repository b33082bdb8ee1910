// SPDX-License-Identifier: EUPL-1.2
// The rehearsal as a wasm module of its own, so that what only tests call costs the citizen no byte.
// polku_rehearse: {"open"?: <sources, as publishing.h takes them>, "request": {"call": …}} → the call's answer; what was opened stays open for the next
// request. It is published and then opened as in a citizen's browser. polku_add_language: the sources of one language. polku_call: any call of rehearsal.h about what is open, {"call": "generate", "from": 1, "count": 50} for one.
#include "door/door.h"
#include "door/memory.h"
#include "json/reader.h"
#include "publishing/publishing.h"
#include "rehearsal/rehearsal.h"
#include "session/format.h"

namespace {

using polku::json::Value;

polku::door::Door& door() {
  static polku::door::Door opened;
  return opened;
}

Value rehearse(const Value& asked) {
  if (const auto* sources = asked.find("open")) {
    const auto published = polku::publishing::publish(*sources);
    auto opened = door().open(published.pack);
    if (!published.problems.empty()) return Value::object().with("problems", polku::session::to_json(published.problems));
    if (!opened.find("open")->boolean()) return opened;
  }
  const auto* request = asked.find("request");
  return request ? polku::rehearsal::call(*request, door().world()) : Value::object();
}

char* answer(const char* bytes, std::size_t size, Value (*give)(const Value&)) {
  const auto reading = polku::json::read({bytes, size}, {.bytes = 64u << 20, .document = "rehearsal"});
  return polku::door::hand_over(reading.value ? give(*reading.value) : Value::object().with("problems", polku::session::to_json(reading.problems)));
}

}  // namespace

POLKU_EXPORT(polku_rehearse) char* polku_rehearse(const char* bytes, std::size_t size) { return answer(bytes, size, rehearse); }
POLKU_EXPORT(polku_call) char* polku_call(const char* bytes, std::size_t size) {
  return answer(bytes, size, [](const Value& request) { return polku::rehearsal::call(request, door().world()); });
}
POLKU_EXPORT(polku_add_language) char* polku_add_language(const char* bytes, std::size_t size) {
  return answer(bytes, size, [](const Value& addition) { return door().add_language(polku::publishing::publish(addition).pack); });
}
