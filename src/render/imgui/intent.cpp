// SPDX-License-Identifier: EUPL-1.2
#include "render/imgui/intent.h"

#include <array>
#include <string>

#include "session/format.h"
#include "text/decimal.h"

namespace polku::render {
namespace {

using json::Value;

// "change:who:vehicles" → {"change", "who", "vehicles"}; the third keeps what colons it has.
std::array<std::string, 3> split(std::string_view words) {
  std::array<std::string, 3> parts;
  for (std::size_t index = 0; index < parts.size(); ++index) {
    const auto colon = index + 1 < parts.size() ? words.find(':') : std::string_view::npos;
    parts[index] = words.substr(0, colon);
    words = colon == std::string_view::npos ? std::string_view{} : words.substr(colon + 1);
  }
  return parts;
}

// "2" or "r2"
Value row_number(std::string_view words) {
  if (!words.empty() && words.front() == 'r') words.remove_prefix(1);
  const auto number = text::Decimal::parse(words);
  return number ? Value{*number} : Value{};
}

}  // namespace

std::optional<Deed> deed_of_button(std::string_view intent, const std::vector<session::Type>& typed) {
  if (intent == "print") return Print{};
  const auto [verb, argument, more] = split(intent);
  if (verb == "continue") return session::Action{session::Continue{typed}};
  if (verb == "submit") return session::Action{session::Submit{{}, typed}};
  auto source = Value::object().with("intent", Value{verb});
  if (verb == "add-row") {
    source.add("list", Value{argument});
    if (!more.empty()) source.add("row", row_number(more));
  } else if (verb == "remove-row") {
    source.add("row", row_number(argument));
  } else if (verb == "choose-language") {
    source.add("language", Value{argument});
  } else if (verb == "type") {
    source.add("place", Value{argument});
    source.add("typed", Value::array());
  } else if (verb == "visit") {
    source.add("address", Value{argument});
  } else if (verb == "invite") {
    source.add("recipient", Value{argument});
  }
  problem::Problems problems;
  auto read = session::read_intent(source, problems);
  if (!read) return std::nullopt;
  return std::move(read->action);
}

Deed deed_of_link(std::string_view address) {
  for (const std::string_view start : {"https://", "mailto:", "tel:", "/"}) {
    if (address.substr(0, start.size()) == start) return OpenOutside{std::string(address)};
  }
  if (!address.empty() && address.front() == '#') address.remove_prefix(1);
  const auto [verb, changed, place] = split(address);
  if (verb == "change") return session::Action{session::Change{changed, place}};
  return session::Action{session::Visit{verb}};
}

}  // namespace polku::render
