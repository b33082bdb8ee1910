// SPDX-License-Identifier: EUPL-1.2
#include "inputs.h"

#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>

#include "delivery/connector.h"
#include "form/lint.h"
#include "host/embedded/embedded.h"
#include "host/files/files.h"
#include "journey/answers.h"
#include "json/reader.h"
#include "json/writer.h"
#include "page/page.h"
#include "page/record.h"
#include "render/html/html.h"
#include "render/html/record.h"
#include "render/text/text.h"
#include "session/format.h"
#include "session/verify.h"

namespace polku::hostile {

namespace {

using json::Value;
using problem::Problems;

const calendar::Date today{2026, 11, 22};
const std::string source = POLKU_SOURCE_DIR;
const std::string permit_folder = source + "/assets/services/resident-parking-permit";
const std::string site_folder = source + "/assets/sites/koivuranta";
const std::string kinds_folder = source + "/tests/browser/kinds";

std::string must_read(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) {
    std::cerr << path << " cannot be read\n";
    std::abort();
  }
  return {std::istreambuf_iterator<char>(file), {}};
}

void append(Problems& problems, const Problems& more) { problems.insert(problems.end(), more.begin(), more.end()); }

void show(const session::World& world, const session::State& state, Outcome& outcome) {
  const auto page = page::view(world, state, session::walk(world, state));
  outcome.pages.push_back(render::html(page));
  (void)render::text(page);
}

session::Step begin(const session::World& world, session::Storage storage) {
  return session::update(world, {}, {session::Begin{today, "fi", "", storage, "00112233445566778899aabbccddeeff"}, today});
}

// A person who presses Continue on every page, with an answer that is none in every field.
void walk_through(const session::World& world, Outcome& outcome) {
  auto state = begin(world, session::Storage::none_by_choice).state;
  for (int steps = 0; steps < 3; ++steps) {
    show(world, state, outcome);
    const auto journey = session::walk(world, state);
    const auto at = journey.find_stop(state.address.page, state.address.row, state.address.row_page);
    std::vector<session::Type> typed;
    if (at < journey.stops.size()) {
      for (const auto& item : journey.stops[at].items) typed.push_back({journey::name_of_place(*world.form, state.answers, item.place), {"yes"}});
    }
    state = session::update(world, std::move(state), {session::Continue{std::move(typed)}, today}).state;
  }
  show(world, state, outcome);
}

session::State with_answers(const session::World& world, journey::Answers answers) {
  auto state = begin(world, session::Storage::none_by_choice).state;
  state.answers = std::move(answers);
  const auto journey = session::walk(world, state);
  for (const auto& stop : journey.stops) {
    if (stop.reachable && stop.row == 0) state.address = {stop.page, 0, 0};
  }
  return state;
}

Outcome take_definition(const std::string& bytes) {
  Outcome outcome;
  const auto reading = json::read(bytes, {.document = "service.json"});
  outcome.problems = reading.problems;
  if (!reading.value) return outcome;
  const auto compilation = form::compile(*reading.value);
  append(outcome.problems, compilation.problems);
  if (!compilation.form) return outcome;
  auto world = permit();
  world.form = compilation.form;
  append(outcome.problems, form::lint({.source = *reading.value, .form = *compilation.form, .catalogs = world.layers[1].catalogs, .site = world.site.get()}));
  walk_through(world, outcome);
  return outcome;
}

Outcome take_catalog(const std::string& bytes) {
  Outcome outcome;
  const auto reading = json::read(bytes, {.document = "fi.json"});
  outcome.problems = reading.problems;
  if (!reading.value) return outcome;
  auto world = permit();
  for (auto& catalog : world.layers[1].catalogs) {
    if (catalog->language() == "fi")
      catalog = std::make_shared<const messages::Catalog>(messages::Catalog::read(*reading.value, "fi", outcome.problems, "fi.json"));
  }
  static const auto service = json::read(must_read(permit_folder + "/service.json"));
  append(outcome.problems, form::lint({.source = *service.value, .form = *world.form, .catalogs = world.layers[1].catalogs, .site = world.site.get()}));
  walk_through(world, outcome);
  return outcome;
}

Outcome take_site(const std::string& bytes) {
  Outcome outcome;
  const auto reading = json::read(bytes, {.document = "site.json"});
  outcome.problems = reading.problems;
  if (!reading.value) return outcome;
  const auto site = form::read_site(*reading.value);
  append(outcome.problems, site.problems);
  if (!site.site) return outcome;
  delivery::read_connectors(site.site->connectors, outcome.problems, "/connectors", "site.json");
  auto world = permit();
  world.site = site.site;
  walk_through(world, outcome);
  return outcome;
}

Outcome take_calendar(const std::string& bytes) {
  Outcome outcome;
  const auto reading = json::read(bytes, {.document = "fi.json"});
  outcome.problems = reading.problems;
  if (reading.value) (void)form::read_calendar(*reading.value, outcome.problems, "fi.json");
  return outcome;
}

Outcome take_pack(const std::string& bytes) {
  Outcome outcome;
  const auto reading = json::read(bytes);
  outcome.problems = reading.problems;
  if (!reading.value) return outcome;
  auto locale = locale::load(*reading.value, "latn");
  if (!locale) {
    outcome.problems.push_back({.code = problem::Code::language_without_pack, .arguments = {{"language", "fi"}}});
    return outcome;
  }
  auto world = permit();
  world.locales = {std::make_shared<const locale::Locale>(std::move(*locale))};
  walk_through(world, outcome);
  return outcome;
}

Outcome take_answers_of(const session::World& world, const std::string& bytes) {
  Outcome outcome;
  const auto reading = json::read(bytes, {.document = "answers.json"});
  outcome.problems = reading.problems;
  if (!reading.value) return outcome;
  auto answers = journey::answers_from_json(*world.form, *reading.value, world, "fi", today, outcome.problems);
  auto state = with_answers(world, std::move(answers));
  show(world, state, outcome);
  const auto journey = session::walk(world, state);
  if (journey.complete) (void)session::make_submission(world, state, journey);
  for (const auto& stop : journey.stops) {
    state.address = {stop.page, stop.row, stop.row_page};
    show(world, state, outcome);
  }
  return outcome;
}

Outcome take_answers(const std::string& bytes) { return take_answers_of(permit(), bytes); }

// The kinds that the permit does not ask for.
const session::World& kinds() {
  static const auto world = [] {
    auto made = permit();
    const auto service = json::read(must_read(kinds_folder + "/services/every-kind/service.json"));
    made.form = form::compile(*service.value).form;
    if (!made.form) std::abort();
    return made;
  }();
  return world;
}

Outcome take_answers_of_every_kind(const std::string& bytes) { return take_answers_of(kinds(), bytes); }

Outcome take_submission(const std::string& bytes) {
  Outcome outcome;
  const auto reading = json::read(bytes);
  outcome.problems = reading.problems;
  if (!reading.value) return outcome;
  const auto verified = session::verify(permit(), *reading.value, today);
  append(outcome.problems, verified.problems);
  if (!verified.problems.empty()) return outcome;
  outcome.pages.push_back(render::html(page::make_record(permit(), verified, {"KOI-7F3K-92QD", today})));
  (void)delivery::cut_delivery(*reading.value, "parking-office", {"applicant", "vehicles"});
  return outcome;
}

// What lies on the device: whatever it is, there is a page, and the person goes on.
Outcome take_draft(const std::string& bytes) {
  Outcome outcome;
  auto step = begin(permit(), session::Storage::device);
  step = session::resolve(permit(), std::move(step.state), step.state.awaited_recall, session::Recalled{bytes, 7});
  show(permit(), step.state, outcome);
  for (const session::Action& action :
       std::initializer_list<session::Action>{session::GoOn{}, session::Visit{"check"}, session::Continue{}, session::StartOver{}}) {
    step = session::update(permit(), std::move(step.state), {action, today});
    show(permit(), step.state, outcome);
  }
  return outcome;
}

// A back end's words on the page of a citizen.
Outcome take_reply(const std::string& bytes) {
  Outcome outcome;
  for (const int status : {201, 422, 409, 503, 302}) {
    session::State state = with_answers(permit(), {});
    state.phase = session::Sending{.key = std::string(32, 'a'), .body = "{}", .tries = 1, .stage = session::Sending::Stage::in_flight};
    state.awaited_fetch = 5;
    const auto step = session::resolve(permit(), std::move(state), 5, session::Fetched{status, bytes, {{"content-type", "application/problem+json"}}});
    show(permit(), step.state, outcome);
  }
  return outcome;
}

Outcome take_intent(const std::string& bytes) {
  Outcome outcome;
  const auto reading = json::read(bytes);
  outcome.problems = reading.problems;
  if (!reading.value) return outcome;
  auto state = begin(permit(), session::Storage::none_by_choice).state;
  if (const auto intent = session::read_intent(*reading.value, outcome.problems)) {
    state = session::update(permit(), std::move(state), *intent).state;
    show(permit(), state, outcome);
  }
  Problems of_outcome;
  if (const auto read = session::read_outcome(*reading.value, of_outcome)) (void)session::resolve(permit(), std::move(state), read->id, read->outcome);
  return outcome;
}

journey::Answers sample_answers() {
  Problems problems;
  const auto answers = json::read(must_read(source + "/tests/scenarios/answers/resident-parking-permit.json"));
  return journey::answers_from_json(*permit().form, *answers.value, permit(), "fi", today, problems);
}

std::string sample_submission() {
  const auto state = with_answers(permit(), sample_answers());
  return json::write(session::make_submission(permit(), state, session::walk(permit(), state)));
}

std::string sample_draft() { return json::write(session::make_record(permit(), with_answers(permit(), sample_answers()))); }

constexpr const char* sample_reply =
    R"({"receipt": 1, "reference": "KOI-7F3K-92QD", "receivedAt": "2026-11-22T12:00:00+02:00", "type": "urn:polku:problem:computed-differs", "title": "Refused",
 "status": 422, "detail": "the fee", "code": "computed-differs", "errors": [{"code": "computed-differs", "pointer": "/computed/fee", "arguments": {"id": "fee"}}]})";
constexpr const char* sample_intent =
    R"({"intent": "continue", "today": "2026-11-22", "typed": {"resident": "yes", "moved-in": ["1", "2", "2026"]}, "id": 3, "outcome": "fetched", "status": 201,
 "headers": {"Retry-After": "3"}, "body": "{}", "place": "resident", "address": "who", "row": 1, "key": "00112233445566778899aabbccddeeff", "language": "fi"})";

}  // namespace

const session::World& permit() {
  static const auto world = [] {
    Problems problems;
    const auto loaded = host::load_service(permit_folder, site_folder, problems);
    if (!loaded.world || !problems.empty()) {
      std::cerr << "the permit is not sound\n";
      std::abort();
    }
    return *loaded.world;
  }();
  return world;
}

std::vector<Input> all_inputs() {
  return {{"definition", must_read(permit_folder + "/service.json"), Audience::author, take_definition},
          {"catalog", must_read(permit_folder + "/fi.json"), Audience::author, take_catalog},
          {"site", must_read(site_folder + "/site.json"), Audience::author, take_site},
          {"calendar", must_read(source + "/assets/calendars/fi.json"), Audience::author, take_calendar},
          {"answers", must_read(source + "/tests/scenarios/answers/resident-parking-permit.json"), Audience::author, take_answers},
          {"answers_of_every_kind", must_read(kinds_folder + "/answers.json"), Audience::author, take_answers_of_every_kind},
          {"submission", sample_submission(), Audience::author, take_submission},
          {"pack", std::string{host::embedded_locale("fi")}, Audience::program, take_pack},
          {"intent", sample_intent, Audience::program, take_intent},
          {"draft", sample_draft(), Audience::nobody, take_draft},
          {"reply", sample_reply, Audience::nobody, take_reply}};
}

Sentence sentence_of(const problem::Problem& problem) {
  static const auto words = host::engine_words("en");
  static const auto locale = host::engine_locale("en");
  messages::Arguments arguments;
  for (const auto& [name, value] : problem.arguments) {
    const auto* decimal = std::get_if<text::Decimal>(&value);
    arguments.push_back({name, decimal ? messages::ArgumentValue{*decimal} : messages::ArgumentValue{std::get<std::string>(value)}});
  }
  const auto* message = words->find("problem." + std::string{problem::name_of(problem.code)});
  if (!message) return {};
  auto formatted = messages::format(*message, arguments, *locale);
  return {std::move(formatted.text), std::move(formatted.missing)};
}

}  // namespace polku::hostile
