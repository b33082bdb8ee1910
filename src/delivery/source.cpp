// SPDX-License-Identifier: EUPL-1.2
#include "delivery/source.h"

#include <algorithm>
#include <set>

#include "delivery/description.h"
#include "delivery/template.h"
#include "json/reader.h"

namespace polku::delivery {
namespace {

using json::Cursor;
using json::Type;
using json::Value;
using problem::Code;

Source read_source(const Cursor& cursor) {
  Source read;
  cursor.only({"id", "url", "headers", "authentication", "result", "timeout"});
  read.id = cursor.member("id").text().value_or("");
  read.url = read_address(cursor.member("url"), Via::server, Names::any);
  read.headers = read_headers(cursor.optional("headers"));
  read.authentication = read_authentication(cursor.optional("authentication"));
  for (const auto& [name, pointer] : cursor.member("result").members()) read.result.emplace_back(name, read_pointer(pointer));
  if (const auto timeout = cursor.optional("timeout"); timeout.exists()) read.timeout_seconds = timeout.integer(1, 30).value_or(5);
  return read;
}

bool is_plain(const Value& value) { return value.is(Type::string) || value.is(Type::number) || value.is(Type::boolean); }

}  // namespace

std::vector<Source> read_sources(const Value& list, problem::Problems& problems, std::string pointer, std::string document) {
  problem::Problems found;
  const Cursor root{list, found, std::move(document)};
  std::vector<Source> sources;
  std::set<std::string> ids;
  for (const auto& item : root.items()) {
    auto source = read_source(item);
    if (!source.id.empty() && !ids.insert(source.id).second) item.report(Code::repeated_id, {{"id", source.id}});
    sources.push_back(std::move(source));
  }
  for (auto& one : found) {
    one.pointer = pointer + one.pointer;
    problems.push_back(std::move(one));
  }
  return sources;
}

std::optional<Request> make_look_up(const Source& source, const Asked& asked) {
  const auto names = unknown_names(source.url);
  const std::set<std::string> wanted(names.begin(), names.end());
  const bool fits = wanted.size() == asked.size() && std::all_of(asked.begin(), asked.end(), [&](const auto& one) { return wanted.contains(one.first); });
  if (!fits) return std::nullopt;
  Scope scope;
  scope.facts.assign(asked.begin(), asked.end());
  return Request{.method = "GET", .url = fill_address(source.url, scope), .body = {}, .headers = source.headers, .authentication = source.authentication};
}

std::optional<Value> read_result(const Source& source, const std::string& body) {
  const auto reading = json::read(body);
  if (!reading.value) return std::nullopt;
  auto result = Value::object();
  for (const auto& [name, pointer] : source.result) {
    const auto* found = json::find_by_pointer(*reading.value, pointer);
    if (found && is_plain(*found)) result.add(name, *found);
  }
  if (result.members().empty()) return std::nullopt;
  return result;
}

}  // namespace polku::delivery
