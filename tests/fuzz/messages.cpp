// SPDX-License-Identifier: EUPL-1.2
// Any pattern gives a readable text in any language, and any text is prose with nothing lost but its marks.
#include <cstdint>

#include "host/files/files.h"
#include "messages/catalog.h"
#include "require.h"
#include "text/utf8.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  using namespace polku;
  static const std::vector<std::shared_ptr<const locale::Locale>> locales{host::engine_locale("fi"), host::engine_locale("ar"), host::engine_locale("cs")};
  const std::string source{reinterpret_cast<const char*>(bytes), size};
  if (text::find_invalid_utf8(source)) return 0;  // the reader lets none through
  const auto compiled = messages::compile(source);
  const messages::Arguments arguments{
      {"n", text::Decimal{3}}, {"name", "Aino <b> {n}"}, {"d", calendar::Date{2026, 11, 22}}, {"m", messages::Money{text::Decimal{120}, "EUR"}}};
  for (const auto& locale : locales) {
    const auto formatted = messages::format(compiled.message, arguments, *locale);
    fuzz::require(!text::find_invalid_utf8(formatted.text), "what is said is UTF-8");
    for (const auto& [begin, end] : formatted.verbatim) fuzz::require(begin <= end && end <= formatted.text.size(), "people's words stand inside the text");
  }
  (void)compiled.message.argument_names();
  (void)messages::check_markup("key", source);
  for (const auto& span : messages::parse_inline(std::string_view{source})) {
    if (span.kind == messages::Span::Kind::link) fuzz::require(!span.address.starts_with("javascript:"), "no link runs");
  }
  return 0;
}
