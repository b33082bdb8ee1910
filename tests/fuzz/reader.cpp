// SPDX-License-Identifier: EUPL-1.2
// Any bytes are JSON or told not to be; what was read is written and read again as the same, also in its canonical form.
#include <cstdint>

#include "digest/digest.h"
#include "json/reader.h"
#include "json/writer.h"
#include "require.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  using namespace polku;
  const std::string_view text{reinterpret_cast<const char*>(bytes), size};
  const auto reading = json::read(text, {.bytes = 1u << 20});
  fuzz::require(reading.value.has_value() == reading.problems.empty(), "a value or problems, never both");
  for (const auto& problem : reading.problems) fuzz::require(problem.line > 0 && problem.column > 0, "every problem has its place");
  if (!reading.value) return 0;
  const auto again = json::read(json::write(*reading.value), {.bytes = 8u << 20});
  fuzz::require(again.value && *again.value == *reading.value, "what is written reads as the same");
  const auto canonical = json::read(digest::canonical(*reading.value), {.bytes = 8u << 20});
  fuzz::require(canonical.value && *canonical.value == *reading.value, "the canonical form reads as the same");
  return 0;
}
