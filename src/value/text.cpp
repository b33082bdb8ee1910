// SPDX-License-Identifier: EUPL-1.2
// Text and long text: trimmed and without control characters, otherwise as entered. Text is one line, so line breaks become spaces; long text keeps them as U+000A.
#include "text/utf8.h"
#include "value/characters.h"
#include "value/kind.h"

namespace polku::value {
namespace {

constexpr std::int64_t text_maximum = 255, long_text_maximum = 5000;

std::string cleaned(char replacement, std::string_view typed) {
  std::string result;
  result.reserve(typed.size());
  bool after_return = false;
  while (!typed.empty()) {
    const char32_t c = text::take_code_point(typed);
    const bool second_half = after_return && c == '\n';
    after_return = c == '\r';
    if (second_half || is_control(c)) continue;
    if (is_line_break(c)) {
      result += replacement;
    } else {
      text::append_code_point(result, c);
    }
  }
  return result;
}

Decoded decode_text(const Reading& reading, const Typed& typed) { return judged_text(reading.shape, one_line(only(typed)), text_maximum); }

Decoded decode_long_text(const Reading& reading, const Typed& typed) {
  return judged_text(reading.shape, std::string{text::trim(cleaned('\n', only(typed)))}, long_text_maximum);
}

}  // namespace

std::string one_line(std::string_view typed) { return std::string{text::trim(cleaned(' ', typed))}; }

Decoded judged_text(const Shape& shape, std::string words, std::int64_t built_in_maximum) {
  if (words.empty()) return {};
  Decoded decoded;
  const auto length = static_cast<std::int64_t>(text::count_code_points(words));
  const std::int64_t maximum = shape.max_length.value_or(built_in_maximum);
  if (shape.min_length && length < *shape.min_length) {
    decoded.problems.push_back(made(problem::Code::too_short, {{"minimum", text::Decimal{*shape.min_length}}}));
  }
  if (length > maximum) decoded.problems.push_back(made(problem::Code::too_long, {{"maximum", text::Decimal{maximum}}}));
  if (shape.pattern && !shape.pattern->matches(words)) decoded.problems.push_back(made(problem::Code::pattern_mismatch));
  decoded.value = json::Value{std::move(words)};
  return decoded;
}

std::optional<Typed> typed_of_string(const Shape&, const json::Value& value, std::string_view) {
  if (!value.is(json::Type::string)) return std::nullopt;
  return Typed{value.string()};
}

std::string shown_string(const Shape&, const json::Value& value, const locale::Locale&) { return value.string(); }

const KindRules text_rules{json::Type::string, decode_text, typed_of_string, shown_string};
const KindRules long_text_rules{json::Type::string, decode_long_text, typed_of_string, shown_string};

}  // namespace polku::value
