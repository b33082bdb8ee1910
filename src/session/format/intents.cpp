// SPDX-License-Identifier: EUPL-1.2
#include <array>

#include "json/cursor.h"
#include "session/format.h"

namespace polku::session {

using json::Cursor;
using json::Value;
using problem::Code;
using problem::Problems;

namespace {

value::Typed read_typed(const Cursor& source) {
  if (source.is(json::Type::array)) return source.texts();
  auto words = source.text();
  return words ? value::Typed{std::move(*words)} : value::Typed{};
}

std::vector<Type> read_all_typed(const Cursor& source) {
  std::vector<Type> typed;
  for (const auto& [place, words] : source.members()) typed.push_back({place, read_typed(words)});
  return typed;
}

std::optional<calendar::Date> read_day(const Cursor& source) {
  const auto words = source.text();
  if (!words) return std::nullopt;
  const auto day = calendar::parse_date(*words);
  if (!day) source.report(Code::bad_date, {{"found", *words}});
  return day;
}

Action read_begin(const Cursor& source) {
  static constexpr std::array<std::string_view, 3> storages{"device", "none", "unavailable"};
  Begin begin;
  begin.today = read_day(source.member("today")).value_or(calendar::Date{});
  begin.language = source.optional("language").text_or("");
  begin.address = source.optional("address").text_or("");
  begin.seed = source.optional("seed").text_or("");
  if (const auto given = source.optional("given"); given.exists()) {
    begin.given.from = given.member("from").text_or("");
    const auto answers = given.member("answers");
    if (answers.is(json::Type::object)) begin.given.answers = answers.value();
  }
  const auto storage = source.optional("storage");
  begin.storage = storage.exists() ? static_cast<Storage>(storage.choice(storages).value_or(2)) : Storage::device;
  return begin;
}

journey::RowId read_row(const Cursor& source) { return static_cast<journey::RowId>(source.integer(0, 99'999'999).value_or(0)); }

struct Reader {
  std::string_view name;
  Action (*read)(const Cursor& source);
};

constexpr std::size_t reader_count = 21;
const std::array<Reader, reader_count>& readers() {
  static const std::array<Reader, reader_count> table{{
      {"begin", read_begin},
      {"type",
       [](const Cursor& source) -> Action {
         return Type{source.member("place").text_or(""), read_typed(source.member("typed"))};
       }},
      {"continue", [](const Cursor& source) -> Action { return Continue{read_all_typed(source.optional("typed"))}; }},
      {"visit", [](const Cursor& source) -> Action { return Visit{source.member("address").text_or("")}; }},
      {"change",
       [](const Cursor& source) -> Action {
         return Change{source.member("address").text_or(""), source.optional("place").text_or("")};
       }},
      {"add-row",
       [](const Cursor& source) -> Action {
         return AddRow{source.member("list").text_or(""), read_row(source.optional("row"))};
       }},
      {"remove-row", [](const Cursor& source) -> Action { return RemoveRow{read_row(source.member("row"))}; }},
      {"restore-row", [](const Cursor&) -> Action { return RestoreRow{}; }},
      {"choose-language", [](const Cursor& source) -> Action { return ChooseLanguage{source.member("language").text_or("")}; }},
      {"submit",
       [](const Cursor& source) -> Action {
         return Submit{source.member("key").text_or(""), read_all_typed(source.optional("typed"))};
       }},
      {"go-on", [](const Cursor&) -> Action { return GoOn{}; }},
      {"start-over", [](const Cursor&) -> Action { return StartOver{}; }},
      {"delete-draft", [](const Cursor&) -> Action { return DeleteDraft{}; }},
      {"use-shared-computer", [](const Cursor&) -> Action { return UseSharedComputer{}; }},
      {"use-this-device", [](const Cursor&) -> Action { return UseThisDevice{}; }},
      {"load-newer", [](const Cursor&) -> Action { return LoadNewer{}; }},
      {"sign-in", [](const Cursor&) -> Action { return SignIn{}; }},
      {"try-again", [](const Cursor&) -> Action { return TryAgain{}; }},
      {"pay", [](const Cursor&) -> Action { return Pay{}; }},
      {"invite", [](const Cursor& source) -> Action { return Invite{source.member("recipient").text_or("")}; }},
      {"new-day", [](const Cursor& source) -> Action { return NewDay{read_day(source.member("today")).value_or(calendar::Date{})}; }},
  }};
  return table;
}

}  // namespace

std::optional<Intent> read_intent(const Value& source, Problems& problems) {
  const auto before = problems.size();
  const Cursor root{source, problems};
  std::array<std::string_view, reader_count> names;
  for (std::size_t index = 0; index < reader_count; ++index) names[index] = readers()[index].name;
  const auto chosen = root.member("intent").choice(names);
  if (!chosen) return std::nullopt;
  Intent intent{readers()[*chosen].read(root), std::nullopt};
  if (const auto today = root.optional("today"); today.exists()) intent.today = read_day(today);
  if (problems.size() != before) return std::nullopt;
  return intent;
}

}  // namespace polku::session
