// SPDX-License-Identifier: EUPL-1.2
#include <array>

#include "json/cursor.h"
#include "session/format.h"

namespace polku::session {

using json::Cursor;
using json::Value;

namespace {

Outcome read_fetched(const Cursor& root) {
  Fetched fetched;
  fetched.status = static_cast<int>(root.member("status").integer(0, 999).value_or(0));
  fetched.body = root.optional("body").text_or("");
  for (const auto& [name, value] : root.optional("headers").members()) fetched.headers.emplace_back(name, value.text_or(""));
  return fetched;
}

Outcome read_recalled(const Cursor& root) {
  Recalled recalled;
  if (const auto body = root.optional("body"); body.exists() && !body.is(json::Type::null)) recalled.body = body.text();
  constexpr std::int64_t most = std::int64_t{1} << 53;
  recalled.revision = static_cast<std::uint64_t>(root.optional("revision").integer(0, most).value_or(0));
  return recalled;
}

Outcome read_unreached(const Cursor& root) {
  static constexpr std::array<std::string_view, 3> reasons{"offline", "timeout", "failed"};
  return Unreached{static_cast<Unreached::Reason>(root.member("reason").choice(reasons).value_or(2))};
}

Outcome read_not_kept(const Cursor& root) {
  static constexpr std::array<std::string_view, 3> reasons{"newer-exists", "full", "unavailable"};
  return NotKept{static_cast<NotKept::Reason>(root.member("reason").choice(reasons).value_or(2))};
}

}  // namespace

std::optional<IdentifiedOutcome> read_outcome(const Value& source, problem::Problems& problems) {
  static constexpr std::array<std::string_view, 6> names{"fetched", "unreached", "kept", "not-kept", "recalled", "waited"};
  const auto before = problems.size();
  const Cursor root{source, problems};
  const auto id = root.member("id").integer(0, 0x7fffffff);
  const auto chosen = root.member("outcome").choice(names);
  if (!id || !chosen) return std::nullopt;
  Outcome outcome = Waited{};
  switch (*chosen) {
    case 0: outcome = read_fetched(root); break;
    case 1: outcome = read_unreached(root); break;
    case 2: outcome = KeptIt{}; break;
    case 3: outcome = read_not_kept(root); break;
    case 4: outcome = read_recalled(root); break;
    default: break;
  }
  if (problems.size() != before) return std::nullopt;
  return IdentifiedOutcome{static_cast<std::uint32_t>(*id), std::move(outcome)};
}

}  // namespace polku::session
