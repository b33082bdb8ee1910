// SPDX-License-Identifier: EUPL-1.2
// What a wasm host can call. Text in linear memory: an argument is (pointer, size); an answer is a pointer to [u32 length, little-endian][bytes].
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <string>
#include <string_view>

#include "door/door.h"
#include "json/reader.h"
#include "json/writer.h"
#include "session/format.h"

#ifdef __EMSCRIPTEN__
#define POLKU_EXPORT(name) extern "C" __attribute__((export_name(#name)))
#else
#define POLKU_EXPORT(name) extern "C"
#endif

namespace {

using polku::door::Door;
using polku::json::Value;

Door* opened = nullptr;

Door& door() {
  if (!opened) opened = new Door;
  return *opened;
}

char* hand_over(const Value& answer) {
  const std::string text = polku::json::write(answer);
  const auto length = static_cast<std::uint32_t>(text.size());
  char* memory = static_cast<char*>(std::malloc(sizeof length + text.size()));
  if (!memory) std::abort();
  std::memcpy(memory, &length, sizeof length);
  std::memcpy(memory + sizeof length, text.data(), text.size());
  return memory;
}

char* with_json(const char* bytes, std::size_t size, Value (Door::*method)(const Value&)) {
  auto reading = polku::json::read({bytes, size}, {.bytes = 16u << 20, .document = "door"});
  if (!reading.value) return hand_over(Value::object().with("problems", polku::session::to_json(reading.problems)));
  return hand_over((door().*method)(*reading.value));
}

}  // namespace

POLKU_EXPORT(polku_allocate) char* polku_allocate(std::size_t size) { return static_cast<char*>(std::malloc(size)); }
POLKU_EXPORT(polku_release) void polku_release(char* memory) { std::free(memory); }
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
