// SPDX-License-Identifier: EUPL-1.2
// What a wasm host can call; src/door/README.md has the table, memory.h says how text crosses.
#include "door/door.h"
#include "door/memory.h"
#include "json/reader.h"
#include "session/format.h"

namespace {

using polku::door::Door;
using polku::door::hand_over;
using polku::json::Value;

Door* opened = nullptr;

Door& door() {
  if (!opened) opened = new Door;
  return *opened;
}

char* with_json(const char* bytes, std::size_t size, Value (Door::*method)(const Value&)) {
  auto reading = polku::json::read({bytes, size}, {.bytes = 16u << 20, .document = "door"});
  if (!reading.value) return hand_over(Value::object().with("problems", polku::session::to_json(reading.problems)));
  return hand_over((door().*method)(*reading.value));
}

}  // namespace

POLKU_EXPORT(polku_open) char* polku_open(const char* bytes, std::size_t size) { return with_json(bytes, size, &Door::open); }
POLKU_EXPORT(polku_add_language) char* polku_add_language(const char* bytes, std::size_t size) { return with_json(bytes, size, &Door::add_language); }
POLKU_EXPORT(polku_update) char* polku_update(const char* bytes, std::size_t size) { return with_json(bytes, size, &Door::update); }
POLKU_EXPORT(polku_resolve) char* polku_resolve(const char* bytes, std::size_t size) { return with_json(bytes, size, &Door::resolve); }
POLKU_EXPORT(polku_restore) char* polku_restore(const char* bytes, std::size_t size) { return with_json(bytes, size, &Door::restore); }
POLKU_EXPORT(polku_facts) char* polku_facts() { return hand_over(door().facts()); }
POLKU_EXPORT(polku_close) void polku_close() {
  delete opened;
  opened = nullptr;
}
