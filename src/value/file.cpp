// SPDX-License-Identifier: EUPL-1.2
// Files: {"name", "type", "size", "sha256", "ref"}. The bytes never pass here (DECISIONS 24): a host keeps them under `ref`, 128 random bits
// in hexadecimal, and vouches for the rest. What was "typed" is the same five, as strings. One that is promised is {"later": true}, typed "later".
#include <algorithm>

#include "text/utf8.h"
#include "value/characters.h"
#include "value/kind.h"

namespace polku::value {
namespace {

using problem::Code;
using text::Decimal;

constexpr std::int64_t longest_name = 255;
constexpr std::string_view later = "later";
constexpr std::string_view unknown_type = "application/octet-stream";

// Without the folders that some systems put in front, and what a name must not hold.
std::string clean_name(std::string_view typed) {
  const std::size_t slash = typed.find_last_of("/\\");
  if (slash != std::string_view::npos) typed.remove_prefix(slash + 1);
  return one_line(typed);
}

bool is_hexadecimal(std::string_view text, std::size_t length) {
  return text.size() == length && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

std::optional<std::int64_t> size_of(std::string_view digits) {
  if (digits.empty() || digits.size() > 15 || (digits.size() > 1 && digits[0] == '0') || !std::all_of(digits.begin(), digits.end(), is_ascii_digit)) {
    return std::nullopt;
  }
  std::int64_t size = 0;
  for (const char digit : digits) size = size * 10 + (digit - '0');
  return size;
}

std::string join(const std::vector<std::string>& words) {
  std::string all;
  for (const std::string& word : words) all += (all.empty() ? "" : " ") + word;
  return all;
}

// "image/*" covers "image/png".
bool covers(std::string_view accepted, std::string_view type) {
  if (accepted.substr(std::max<std::size_t>(accepted.size(), 2) - 2) != "/*") return accepted == type;
  return type.substr(0, accepted.size() - 1) == accepted.substr(0, accepted.size() - 1);
}

Decoded decode_file(const Reading& reading, const Typed& typed) {
  const Shape& shape = reading.shape;
  if (shape.may_come_later && typed.size() == 1 && typed[0] == later) {
    Decoded promised;
    promised.value = json::Value::object().with(later, json::Value{true});
    return promised;
  }
  if (typed.size() != 5) return refused(Code::not_a_file);
  const std::string name = clean_name(typed[0]), type = typed[1].empty() ? std::string(unknown_type) : text::to_lower_ascii(typed[1]);
  const auto size = size_of(typed[2]);
  if (!size || name.empty() || !is_media_type(type) || type.back() == '*') return refused(Code::not_a_file);
  const std::int64_t maximum = shape.max_size.value_or(built_in_max_size);
  if (*size > maximum) return refused(Code::file_too_large, {{"size", Decimal{*size}}, {"maximum", Decimal{maximum}}});
  const bool is_accepted =
      shape.accept.empty() || std::any_of(shape.accept.begin(), shape.accept.end(), [&](const std::string& accepted) { return covers(accepted, type); });
  if (!is_accepted) return refused(Code::file_type_not_accepted, {{"found", type}, {"allowed", join(shape.accept)}});
  const bool is_named_well = static_cast<std::int64_t>(text::count_code_points(name)) <= longest_name;
  if (!is_named_well || !is_hexadecimal(typed[3], 64) || !is_hexadecimal(typed[4], 32)) return refused(Code::not_a_file);
  Decoded decoded;
  decoded.value = json::Value::object()
                      .with("name", json::Value{name})
                      .with("type", json::Value{type})
                      .with("size", json::Value{*size})
                      .with("sha256", json::Value{typed[3]})
                      .with("ref", json::Value{typed[4]});
  return decoded;
}

std::optional<Typed> typed_of_file(const Shape& shape, const json::Value& value, std::string_view) {
  if (shape.may_come_later && value.find(later)) return Typed{std::string(later)};
  Typed typed;
  for (const std::string_view part : parts_of(shape)) {
    const json::Value* member = value.find(part);
    if (!member || !(member->is(json::Type::string) || member->is(json::Type::number))) return std::nullopt;
    typed.push_back(member->is(json::Type::string) ? member->string() : member->number().to_string());
  }
  return typed;
}

std::string shown_file(const Shape&, const json::Value& value, const locale::Locale&) { return std::string(value.find_string("name").value_or("")); }

}  // namespace

bool is_media_type(std::string_view type) {
  const std::size_t slash = type.find('/');
  const auto is_name = [](std::string_view name) {
    return !name.empty() && name.size() < 128 && name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789!#$&-^_.+") == std::string_view::npos;
  };
  return slash != std::string_view::npos && is_name(type.substr(0, slash)) && (type.substr(slash + 1) == "*" || is_name(type.substr(slash + 1)));
}

const KindRules file_rules{json::Type::object, decode_file, typed_of_file, shown_file};

}  // namespace polku::value
