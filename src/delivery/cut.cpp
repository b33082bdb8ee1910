// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "delivery/connector.h"
#include "digest/digest.h"

namespace polku::delivery {
namespace {

using json::Type;
using json::Value;

bool is_among(const std::vector<std::string>& ids, std::string_view id) { return std::find(ids.begin(), ids.end(), id) != ids.end(); }

bool is_list_of_rows(const Value& value) {
  if (!value.is(Type::array) || value.items().empty()) return false;
  return std::all_of(value.items().begin(), value.items().end(), [](const Value& row) { return row.is(Type::object); });
}

// A list that is entitled goes whole; of another one only the entitled columns go.
Value cut(const Value& object, const std::vector<std::string>& entitled) {
  Value kept = Value::object();
  for (const auto& member : object.members()) {
    if (is_among(entitled, member.name)) {
      kept.add(member.name, member.value);
    } else if (is_list_of_rows(member.value)) {
      Value rows = Value::array();
      bool any = false;
      for (const auto& row : member.value.items()) {
        Value part = cut(row, entitled);
        any = any || !part.members().empty();
        rows.push(std::move(part));
      }
      if (any) kept.add(member.name, std::move(rows));
    }
  }
  return kept;
}

}  // namespace

Value cut_delivery(const Value& submission, const std::string& recipient, const std::vector<std::string>& entitled) {
  Value delivery = Value::object();
  delivery.add("delivery", Value{std::int64_t{1}});
  delivery.add("recipient", Value{recipient});
  for (const char* const name : {"service", "site"}) {
    if (const auto* found = submission.find(name)) delivery.add(name, *found);
  }
  delivery.add("submission", Value{digest::sha256_hex(digest::canonical(submission))});
  for (const char* const name : {"on", "language"}) {
    if (const auto* found = submission.find(name)) delivery.add(name, *found);
  }
  for (const char* const name : {"answers", "computed"}) {
    const auto* found = submission.find(name);
    delivery.add(name, found && found->is(Type::object) ? cut(*found, entitled) : Value::object());
  }
  return delivery;
}

}  // namespace polku::delivery
