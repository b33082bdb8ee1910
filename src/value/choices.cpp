// SPDX-License-Identifier: EUPL-1.2
// One-of and several-of: ids of options. Several-of is kept in the definition's order, each once; open options as they came: the walk orders them.
#include <algorithm>

#include "text/utf8.h"
#include "value/kind.h"

namespace polku::value {
namespace {

using problem::Code;

constexpr std::size_t longest_open_option = 1'000;  // bytes

bool contains(const std::vector<std::string>& ids, std::string_view id) { return std::find(ids.begin(), ids.end(), id) != ids.end(); }

bool has_option(const Shape& shape, std::string_view id) {
  const auto is_control = [](char letter) { return static_cast<unsigned char>(letter) < ' '; };
  if (shape.open_options) return id.size() <= longest_open_option && std::none_of(id.begin(), id.end(), is_control);
  return contains(shape.options, id);
}

Decoded decode_one_of(const Reading& reading, const Typed& typed) {
  const std::string_view id = text::trim(only(typed));
  if (typed.size() != 1 || !has_option(reading.shape, id)) return refused(Code::not_an_option);
  return {.value = json::Value{id}, .problems = {}};
}

Decoded decode_several_of(const Reading& reading, const Typed& typed) {
  const Shape& shape = reading.shape;
  std::vector<std::string_view> ticked;
  for (const std::string& part : typed) {
    const std::string_view id = text::trim(part);
    if (id.empty()) continue;
    if (!has_option(shape, id)) return refused(Code::not_an_option);
    if (std::find(ticked.begin(), ticked.end(), id) == ticked.end()) ticked.push_back(id);
  }
  json::Value chosen = json::Value::array();
  std::int64_t count = 0;
  std::string_view alone;
  const std::vector<std::string_view> all(shape.options.begin(), shape.options.end());
  for (const std::string_view option : shape.open_options ? ticked : all) {
    if (std::find(ticked.begin(), ticked.end(), option) == ticked.end()) continue;
    chosen.push(json::Value{option});
    ++count;
    if (contains(shape.exclusive, option)) alone = option;
  }
  Decoded decoded;
  if (!alone.empty() && count > 1) decoded.problems.push_back(made(Code::option_excludes, {{"option", alone}}));
  // "None of these" is a whole answer where two have to be chosen.
  if (alone.empty() && shape.min_items && count < *shape.min_items) {
    decoded.problems.push_back(made(Code::too_few_chosen, {{"minimum", text::Decimal{*shape.min_items}}}));
  }
  if (shape.max_items && count > *shape.max_items) {
    decoded.problems.push_back(made(Code::too_many_chosen, {{"maximum", text::Decimal{*shape.max_items}}}));
  }
  decoded.value = std::move(chosen);
  return decoded;
}

std::optional<Typed> typed_of_several(const Shape&, const json::Value& value, std::string_view) {
  if (!value.is(json::Type::array)) return std::nullopt;
  Typed typed;
  for (const json::Value& item : value.items()) {
    if (!item.is(json::Type::string)) return std::nullopt;
    typed.push_back(item.string());
  }
  return typed;
}

std::string shown_several(const Shape&, const json::Value& value, const locale::Locale& locale) {
  std::vector<std::string> ids;
  for (const json::Value& item : value.items()) {
    if (item.is(json::Type::string)) ids.push_back(item.string());
  }
  return locale.list(ids, locale::ListStyle::conjunction);
}

}  // namespace

void settle_ticks(const Shape& shape, const Typed& before, Typed& now) {
  bool alone_ticked = false, other_ticked = false;
  for (const std::string& id : now) {
    if (!contains(before, id)) (contains(shape.exclusive, id) ? alone_ticked : other_ticked) = true;
  }
  if (alone_ticked == other_ticked) return;
  Typed settled;
  for (const std::string& id : now) {
    if (!contains(alone_ticked ? before : shape.exclusive, id)) settled.push_back(id);
  }
  now = std::move(settled);
}

const KindRules one_of_rules{json::Type::string, decode_one_of, typed_of_string, shown_string};
const KindRules several_of_rules{json::Type::array, decode_several_of, typed_of_several, shown_several};

}  // namespace polku::value
