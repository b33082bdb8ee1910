// SPDX-License-Identifier: EUPL-1.2
// The rehearsal as a wasm module of its own, so that what only tests call costs the citizen no byte.
// polku_rehearse: {"open"?: <pack as polku_open takes it>, "request": {"call": …}} → the call's answer; the opened service stays open for the next request.
// polku_add_language: as src/door/README.md says. polku_call: any call of rehearsal.h about what is open, {"call": "generate", "from": 1, "count": 50} for one.
#include "door/door.h"
#include "door/memory.h"
#include "json/reader.h"
#include "rehearsal/rehearsal.h"
#include "session/format.h"

namespace {

using polku::json::Value;

polku::door::Door& door() {
  static polku::door::Door opened;
  return opened;
}

Value rehearse(const Value& asked) {
  if (const auto* pack = asked.find("open")) door().open(*pack);
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
  return answer(bytes, size, [](const Value& addition) { return door().add_language(addition); });
}
