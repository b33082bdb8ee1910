// SPDX-License-Identifier: EUPL-1.2
// The one dispatch: what a person did (Intent) or what a host answered (Outcome) goes in with the State, a new State and Effects come out.
// The session asks, never does: no clock, no network, no storage, no random number in here.
//
//   auto [state, effects] = update(world, State{}, Begin{.today = today, .language = "fi", .storage = Storage::device, .seed = seed});
//   // the host performs each effect and answers: resolve(world, std::move(state), effect.id, outcome)
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <variant>
#include <vector>

#include "calendar/date.h"
#include "calendar/working_days.h"
#include "form/form.h"
#include "form/site.h"
#include "journey/answers.h"
#include "journey/journey.h"
#include "messages/catalog.h"
#include "problem/problem.h"

namespace polku::session {

// Immutable while a session lives: service, site, words and locales.
struct World : journey::Locales {
  std::shared_ptr<const form::CompiledForm> form;
  std::shared_ptr<const form::Site> site;
  calendar::Holidays holidays;
  std::vector<std::shared_ptr<const locale::Locale>> locales;  // of the languages both site and service have
  std::vector<messages::Words::Layer> layers;                  // site, service, engine
  // SHA-256 of a consent's text (label and body, unformatted) as it is shown in that language.
  std::string consent_text_hash(std::string_view question, std::string_view language) const;
  const locale::Locale& named(std::string_view language) const override;
  messages::Words words(std::string_view language) const;
  std::vector<std::string> languages() const;  // offered to the citizen, in the site's order
};

// Where the person stands: "who", "cars/r2", "cars/r2/details". A row of a list in a row is named alone: "children/r5".
struct Address {
  form::PageIndex page = 0;
  journey::RowId row = 0;
  std::uint32_t row_page = 0;
  friend auto operator<=>(const Address&, const Address&) = default;
};
std::string to_string(const World& world, const journey::Answers& answers, const Address& address);
// The page where the rows of a list are summed up: in the form, or in the row `parent`.
Address address_of_list(const World& world, const journey::Answers& answers, form::QuestionIndex list, journey::RowId parent);
// Where a task is gone on with: its first incomplete page; of a completed one its check page, if there is one; else its first page. nullptr: no page of it
// is on the route.
const journey::Stop* stop_of_task(const World& world, const journey::Journey& journey, const journey::TaskStanding& task);
std::optional<Address> parse_address(const World& world, const journey::Answers& answers, std::string_view text);

// clang-format off
// ---- phases: they exclude each other ----
struct Opening {};                                            // waiting for what was kept
struct Returning { bool answers_left_out = false; };          // a draft was found: go on or start over; this version asks some of it no more
struct Filling {};
struct Sending {                                              // kept in the outbox; being sent or waiting to be sent again
  std::string key;                                            // Idempotency-Key, 32 hexadecimal digits
  std::string body;                                           // the submission, byte for byte the same at every try
  int tries = 0;
  enum class Stage : std::uint8_t { keeping, in_flight, waiting } stage = Stage::keeping;
};
struct Sent {
  std::string reference;
  std::string received_at;                                    // RFC 3339, as the server gave it
  calendar::Date decision_by = {};
  bool decision_known = false;
  json::Value payment = {};                                   // {"amount": money, "address": where it is paid}; null: nothing has to be
  json::Value invitations = {};                               // [{"recipient", "address": where the link to pass on is}]; null: nobody else has to answer
};
struct Refused { problem::Problems problems; };               // the server did not take it: the draft is whole, the person may go on
struct ReadOnly {};                                           // another tab has newer answers
struct Forgotten {};                                          // the draft was deleted by the person
using Phase = std::variant<Opening, Returning, Filling, Sending, Sent, Refused, ReadOnly, Forgotten>;

// none_by_choice: a shared computer. kept_by_newer: a newer version of the engine left a draft, which is not touched.
enum class Storage : std::uint8_t { device, none_by_choice, unavailable, kept_by_newer };
enum class Keeping : std::uint8_t { nothing_to_keep, kept, keeping, failed };

struct State {
  std::string language;
  calendar::Date today;
  Address address;
  journey::Answers answers;
  journey::Facts facts;                                       // what was looked up, and what is being
  journey::Given given;                                       // by the page around, at Begin
  std::set<Address> attempted;                                // pages where Continue was pressed: their problems are shown
  // What is shown as wrong on this page: as it was when Continue was pressed, not changing under the fingers of a person who is correcting it.
  std::map<journey::Place, problem::Problems> told;
  std::set<journey::Place> unsaved, unsaved_in_flight;        // typed since the last Keep that succeeded; what the Keep under way carries
  form::PageIndex returning_to = form::none;                  // the check page that the person came from by a Change link
  std::optional<journey::Answers::Removed> removed;           // one undo
  Phase phase = Opening{};
  Storage storage = Storage::device;
  Keeping keeping = Keeping::nothing_to_keep;
  std::string draft_id;                                       // from the seed
  std::uint64_t revision = 0;                                 // of what is kept
  std::string wished_address;                                 // from Begin, until what was kept is known
  std::string seed;                                           // unused random hexadecimal digits given by the host
  // Effects that wait for an outcome; an outcome with another id changes nothing.
  std::uint32_t next_effect = 1;
  std::uint32_t awaited_keep = 0, awaited_recall = 0, awaited_fetch = 0, awaited_wait = 0;
  bool keep_again = false;                                    // facts changed while a Keep was under way
};

// ---- intents ----
struct Begin { calendar::Date today; std::string language; std::string address; Storage storage = Storage::device; std::string seed; journey::Given given = {}; };
struct Type { std::string place; value::Typed typed; };                                // on every change of a field
struct Continue { std::vector<Type> typed; };                                          // all fields of the page as they stand
struct Visit { std::string address; };                                                 // link, Back, Forward, reload, typed address
struct Change { std::string address; std::string place; };                             // from the check page
struct AddRow { std::string list; std::uint32_t row = 0; };
struct RemoveRow { std::uint32_t row = 0; };
struct RestoreRow {};
struct ChooseLanguage { std::string language; };
struct Submit { std::string key; std::vector<Type> typed; };                           // key: 32 hexadecimal digits, random, made by the host
struct GoOn {};                                                                        // with the draft found
struct StartOver {};                                                                   // forget draft or receipt, begin anew
struct DeleteDraft {};
struct UseSharedComputer {};
struct UseThisDevice {};
struct LoadNewer {};                                                                   // read-only tab: take what the other tab kept
struct TryAgain {};                                                                    // send now
struct Pay {};                                                                         // go where the receipt is paid
struct Invite { std::string recipient; };                                              // go where the link for that person is
struct NewDay { calendar::Date today; };
struct SignIn {};                                                                      // prove who one is, as the page asks for
using Action = std::variant<Begin, Type, Continue, Visit, Change, AddRow, RemoveRow, RestoreRow, ChooseLanguage, Submit, GoOn, StartOver, DeleteDraft,
                            UseSharedComputer, UseThisDevice, LoadNewer, TryAgain, Pay, Invite, NewDay, SignIn>;
struct Intent { Action action; std::optional<calendar::Date> today; };                 // DECISIONS 14: each intent carries it

// ---- effects ----
struct Fetch { std::string method, url; std::vector<std::pair<std::string, std::string>> headers; std::string body; };
struct Keep { std::string name; std::uint64_t expected_revision = 0; std::uint64_t revision = 0; std::string body; };   // compare-and-set
struct Recall { std::string name; };
struct Forget { std::string name; };
struct Wait { std::int64_t seconds = 0; };
struct MoveFocus { std::string target; };                                              // element id; "heading", "summary" or a place
struct Announce { messages::Text text; };                                              // polite live region
struct Leave { std::string address; };
using Wish = std::variant<Fetch, Keep, Recall, Forget, Wait, MoveFocus, Announce, Leave>;
struct Effect { std::uint32_t id = 0; Wish wish; };                                    // id 0: nothing is answered

// ---- outcomes ----
struct Fetched { int status = 0; std::string body; std::vector<std::pair<std::string, std::string>> headers; };
struct Unreached { enum class Reason : std::uint8_t { offline, timeout, failed } reason = Reason::failed; };
struct KeptIt {};
struct NotKept { enum class Reason : std::uint8_t { newer_exists, full, unavailable } reason = Reason::unavailable; };
struct Recalled { std::optional<std::string> body; std::uint64_t revision = 0; };      // no body: nothing is kept
struct Waited {};
using Outcome = std::variant<Fetched, Unreached, KeptIt, NotKept, Recalled, Waited>;

struct Step { State state; std::vector<Effect> effects; };
// clang-format on
Step update(const World& world, State state, const Intent& intent);
Step resolve(const World& world, State state, std::uint32_t id, const Outcome& outcome);

journey::Journey walk(const World& world, const State& state);
// Where the Back link leads: a row's page to the one before it or to its list, a page to the page before it on the route.
std::optional<Address> previous_address(const World& world, const State& state, const journey::Journey& journey);
// What stands in a field: as typed; in another language than it was typed in, what could be read is written in that language's form (DECISIONS 11).
value::Typed typed_as_shown(const World& world, const form::Question& question, const journey::Answer& answer, std::string_view language);
// There are answers that closing the page would lose: the host warns before leaving.
bool would_lose_answers(const State& state);
// The whole submission (DECISIONS 15) of a complete journey.
json::Value make_submission(const World& world, const State& state, const journey::Journey& journey);
// The record kept on the device: draft, outbox or receipt. Its name is "site/service".
json::Value make_record(const World& world, const State& state);
std::string record_name(const World& world);

}  // namespace polku::session
