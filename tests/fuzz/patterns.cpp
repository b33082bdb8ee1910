// SPDX-License-Identifier: EUPL-1.2
// "<pattern>\n<text>": compiled or told where it cannot be; matching takes work in proportion to program and text, never more.
#include <algorithm>
#include <cstdint>
#include <variant>

#include "require.h"
#include "text/pattern.h"
#include "text/utf8.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  using namespace polku;
  const std::string_view input{reinterpret_cast<const char*>(bytes), size};
  if (text::find_invalid_utf8(input)) return 0;
  const auto line = std::min(input.find('\n'), size);
  const auto source = input.substr(0, line), subject = input.substr(std::min(line + 1, size));
  const auto compiled = text::compile_pattern(source);
  if (const auto* error = std::get_if<text::PatternError>(&compiled)) {
    fuzz::require(error->offset <= source.size(), "a fault stands inside the pattern");
    return 0;
  }
  const auto& pattern = std::get<text::Pattern>(compiled);
  const auto program = pattern.print();
  const auto instructions = static_cast<std::size_t>(std::count(program.begin(), program.end(), '\n')) + 1;
  const auto run = pattern.run(subject);
  fuzz::require(run.matched == pattern.matches(subject), "both ways of asking agree");
  fuzz::require(run.steps <= 4 * (instructions + 1) * (subject.size() + 2), "time is linear");
  return 0;
}
