// SPDX-License-Identifier: EUPL-1.2
// The rehearsal as a wasm module of its own, so that what only tests call costs the citizen no byte.
// {"open"?: <pack as polku_open takes it>, "request": {"call": …}} → the call's answer; the opened service stays open for the next request.
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <string>

#include "door/door.h"
#include "json/reader.h"
#include "json/writer.h"
#include "rehearsal/rehearsal.h"
#include "session/format.h"

#ifdef __EMSCRIPTEN__
#define POLKU_EXPORT(name) extern "C" __attribute__((export_name(#name)))
#else
#define POLKU_EXPORT(name) extern "C"
#endif

namespace {

using polku::json::Value;

Value rehearse(const char* bytes, std::size_t size) {
  static polku::door::Door door;
  const auto reading = polku::json::read({bytes, size}, {.bytes = 64u << 20, .document = "rehearsal"});
  if (!reading.value) return Value::object().with("problems", polku::session::to_json(reading.problems));
  if (const auto* pack = reading.value->find("open")) door.open(*pack);
  const auto* request = reading.value->find("request");
  return request ? polku::rehearsal::call(*request, door.world()) : Value::object();
}

}  // namespace

POLKU_EXPORT(polku_allocate) char* polku_allocate(std::size_t size) { return static_cast<char*>(std::malloc(size)); }
POLKU_EXPORT(polku_release) void polku_release(char* memory) { std::free(memory); }
POLKU_EXPORT(polku_rehearse) char* polku_rehearse(const char* bytes, std::size_t size) {
  const auto text = polku::json::write(rehearse(bytes, size));
  const auto length = static_cast<std::uint32_t>(text.size());
  auto* memory = static_cast<char*>(std::malloc(sizeof length + text.size()));
  if (!memory) std::abort();
  std::memcpy(memory, &length, sizeof length);
  std::memcpy(memory + sizeof length, text.data(), text.size());
  return memory;
}
