// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <vector>

#include "digest/digest.h"
#include "json/writer.h"

namespace polku::digest {
namespace {

// RFC 8785, section 3.2.3: names as UTF-16 code units. UTF-8 bytes sort the same way, but for U+E000 to U+FFFF (first byte EE or EF), which come
// after the surrogates of everything above U+FFFF (first byte F0 to F4).
bool is_before(std::string_view left, std::string_view right) {
  const std::size_t shorter = std::min(left.size(), right.size());
  for (std::size_t index = 0; index < shorter; ++index) {
    const auto one = static_cast<unsigned char>(left[index]);
    const auto other = static_cast<unsigned char>(right[index]);
    if (one == other) continue;
    if (one >= 0xEE && other >= 0xEE && (one >= 0xF0) != (other >= 0xF0)) return one >= 0xF0;
    return one < other;
  }
  return left.size() < right.size();
}

void append(std::string& output, const json::Value& value);

void append_members(std::string& output, const json::Value::Object& members) {
  const auto sorted = json::sorted_members(members, [](const json::Member* left, const json::Member* right) { return is_before(left->name, right->name); });
  output += '{';
  for (const json::Member* member : sorted) {
    if (member != sorted.front()) output += ',';
    json::append_quoted(output, member->name);
    output += ':';
    append(output, member->value);
  }
  output += '}';
}

void append(std::string& output, const json::Value& value) {
  if (value.is(json::Type::object)) {
    append_members(output, value.members());
  } else if (value.is(json::Type::array)) {
    output += '[';
    for (const json::Value& item : value.items()) {
      if (&item != &value.items().front()) output += ',';
      append(output, item);
    }
    output += ']';
  } else {
    output += json::write(value);
  }
}

}  // namespace

std::string canonical(const json::Value& value) {
  std::string output;
  append(output, value);
  return output;
}

}  // namespace polku::digest
