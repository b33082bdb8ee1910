// SPDX-License-Identifier: EUPL-1.2
#include "text/utf8.h"
#include "value/kind.h"

namespace polku::value {

problem::Problem made(problem::Code code, problem::ArgumentViews arguments) { return {.code = code, .arguments = copied(arguments)}; }

Decoded refused(problem::Code code, problem::ArgumentViews arguments) {
  Decoded decoded;
  decoded.problems.push_back(made(code, arguments));
  return decoded;
}

namespace {

constexpr std::int64_t absurd_length = 100000;

Decoded decode_in(const Reading& reading, const Typed& typed) {
  if (is_empty(typed)) return {};
  std::size_t length = 0;
  for (const std::string& part : typed) length += text::count_code_points(part);
  if (length > static_cast<std::size_t>(absurd_length)) return refused(problem::Code::too_long, {{"maximum", text::Decimal{absurd_length}}});
  return rules_of(reading.shape).decode(reading, typed);
}

}  // namespace

Decoded decode(const Shape& shape, const Typed& typed, const locale::Locale& typed_in, const calendar::Date& today) {
  return decode_in({shape, &typed_in, today}, typed);
}

problem::Problems check(const Shape& shape, const json::Value& value, const calendar::Date& today) {
  const KindRules& rules = rules_of(shape);
  if (shape.kind == Kind::information) return refused(problem::Code::answer_not_normal).problems;
  const auto typed = rules.typed_of(shape, value, ".");
  if (!typed) {
    if (value.is(rules.json_type)) return refused(problem::Code::answer_not_normal).problems;
    return refused(problem::Code::wrong_type, {{"expected", json::name_of(rules.json_type)}, {"found", json::name_of(value.type())}}).problems;
  }
  if (shape.kind == Kind::list) return rules.decode({shape, nullptr, today}, *typed).problems;
  Decoded decoded = decode_in({shape, nullptr, today}, *typed);
  if (decoded.value ? !(*decoded.value == value) : decoded.problems.empty()) return refused(problem::Code::answer_not_normal).problems;
  return std::move(decoded.problems);
}

std::string shown(const Shape& shape, const json::Value& value, const locale::Locale& locale) {
  const KindRules& rules = rules_of(shape);
  return value.is(rules.json_type) ? rules.shown(shape, value, locale) : std::string{};
}

Typed retyped(const Shape& shape, const json::Value& value, const locale::Locale& locale) {
  return rules_of(shape).typed_of(shape, value, locale.decimal_separator()).value_or(Typed{});
}

}  // namespace polku::value
