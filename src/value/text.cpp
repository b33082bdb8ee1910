// SPDX-License-Identifier: EUPL-1.2
// Text and long text: trimmed and without control characters, otherwise as entered. Text is one line, so line breaks become spaces; long text keeps them as U+000A.
#include <algorithm>

#include "text/utf8.h"
#include "value/characters.h"
#include "value/kind.h"

namespace polku::value {
namespace {

constexpr std::int64_t text_maximum = 255, long_text_maximum = 5000, word_maximum = 20;

// Marks without width are blanks at the ends of an answer, not between two words: in Persian one stands within a word.
bool is_space(char32_t c) { return text::is_blank(c) && (c < 0x200B || c > 0x200F) && (c < 0x202A || c > 0x202E) && (c < 0x2060 || c > 0x2069); }

std::int64_t count_words(std::string_view text) {
  std::int64_t count = 0;
  bool is_between = true;
  while (!text.empty()) {
    const bool was_between = is_between;
    is_between = is_space(text::take_code_point(text));
    if (was_between && !is_between) ++count;
  }
  return count;
}

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
  const std::int64_t maximum = shape.max_length.value_or(std::max(built_in_maximum, shape.max_words.value_or(0) * word_maximum));
  if (shape.min_length && length < *shape.min_length) {
    decoded.problems.push_back(made(problem::Code::too_short, {{"minimum", text::Decimal{*shape.min_length}}}));
  }
  if (length > maximum) decoded.problems.push_back(made(problem::Code::too_long, {{"maximum", text::Decimal{maximum}}}));
  if (const auto count = shape.max_words ? count_words(words) : 0; count > shape.max_words.value_or(0)) {
    decoded.problems.push_back(made(problem::Code::too_many_words, {{"maximum", text::Decimal{*shape.max_words}}, {"count", text::Decimal{count}}}));
  }
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
