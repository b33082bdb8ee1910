// SPDX-License-Identifier: EUPL-1.2
// "<rule>\n<data>": parsed in both dialects, evaluated with and without a trace to the same result.
#include <algorithm>
#include <cstdint>

#include "json/reader.h"
#include "require.h"
#include "rules/rules.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  using namespace polku;
  const std::string_view text{reinterpret_cast<const char*>(bytes), size};
  const auto line = std::min(text.find('\n'), size);
  const auto source = json::read(text.substr(0, line));
  if (!source.value) return 0;
  const auto data = json::read(text.substr(std::min(line + 1, size)));
  const json::Value given = data.value.value_or(json::Value{});
  const rules::DataEnvironment environment{given, {2026, 11, 22}};
  for (const auto dialect : {rules::Dialect::classic, rules::Dialect::definition}) {
    const auto parsed = rules::parse(*source.value, dialect, "/when", "service.json");
    for (const auto& problem : parsed.problems) fuzz::require(problem.pointer.starts_with("/when"), "every problem has its place");
    (void)parsed.rule.print();
    (void)parsed.rule.reads();
    rules::Trace trace;
    const auto result = rules::evaluate(parsed.rule, environment);
    fuzz::require(result == rules::evaluate(parsed.rule, environment, &trace), "watching changes nothing");
  }
  return 0;
}
