// SPDX-License-Identifier: EUPL-1.2
// How text crosses into and out of linear memory, for the modules' export files only: an argument is (pointer, size); an answer is a pointer to
// [u32 length, little-endian][bytes], released by the caller.
#pragma once

#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <string>

#include "json/writer.h"

#ifdef __EMSCRIPTEN__
#define POLKU_EXPORT(name) extern "C" __attribute__((used, export_name(#name)))
#else
#define POLKU_EXPORT(name) extern "C"
#endif

POLKU_EXPORT(polku_allocate) inline char* polku_allocate(std::size_t size) { return static_cast<char*>(std::malloc(size)); }
POLKU_EXPORT(polku_release) inline void polku_release(char* memory) { std::free(memory); }

namespace polku::door {

inline char* hand_over(const json::Value& answer) {
  const std::string text = json::write(answer);
  const auto length = static_cast<std::uint32_t>(text.size());
  char* memory = polku_allocate(sizeof length + text.size());
  if (!memory) std::abort();
  std::memcpy(memory, &length, sizeof length);
  std::memcpy(memory + sizeof length, text.data(), text.size());
  return memory;
}

}  // namespace polku::door
