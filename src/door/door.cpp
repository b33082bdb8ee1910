// SPDX-License-Identifier: EUPL-1.2
#include "door/door.h"

#include <algorithm>
#include <memory>
#include <utility>

#include "form/form.h"
#include "form/site.h"
#include "json/writer.h"
#include "locale/locale.h"
#include "messages/catalog.h"
#include "page/page.h"
#include "render/html/html.h"
#include "session/format.h"

namespace polku::door {
namespace {

using json::Value;
using problem::Code;

// World::layers in the order in which they are asked.
constexpr std::string_view layer_names[] = {"site", "service", "engine"};

const Value& member(const Value& object, std::string_view name) {
  static const Value nothing;
  const Value* found = object.find(name);
  return found ? *found : nothing;
}

const Value::Object& members(const Value& object) {
  static const Value::Object none;
  return object.is(json::Type::object) ? object.members() : none;
}

std::string_view name_of(text::Direction direction) { return direction == text::Direction::right_to_left ? "rtl" : "ltr"; }

}  // namespace

Value Door::refuse(const problem::Problems& problems) const { return Value::object().with("problems", session::to_json(problems)); }

void Door::add_locale(const std::string& language, const Value& pack, problem::Problems& problems) {
  const auto& systems = world_.site ? world_.site->numbering_system : std::map<std::string, std::string>{};
  const auto system = systems.find(language);
  auto locale = locale::load(pack, system == systems.end() ? "latn" : std::string_view{system->second});
  if (!locale) {
    problems.push_back({.code = Code::language_without_pack, .arguments = {{"language", language}}});
    return;
  }
  auto shared = std::make_shared<const locale::Locale>(std::move(*locale));
  const auto same = std::find_if(world_.locales.begin(), world_.locales.end(), [&](const auto& known) { return known->tag() == shared->tag(); });
  if (same == world_.locales.end()) {
    world_.locales.push_back(std::move(shared));
  } else {
    *same = std::move(shared);
  }
}

void Door::add_words(const std::string& layer, const std::string& language, const Value& words, problem::Problems& problems) {
  if (!words.is(json::Type::object)) return;
  for (std::size_t index = 0; index < std::size(layer_names); ++index) {
    if (layer_names[index] != layer) continue;
    world_.layers[index].catalogs.push_back(
        std::make_shared<const messages::Catalog>(messages::Catalog::read(words, language, problems, layer + "/" + language + ".json")));
  }
}

// A language that is offered but not loaded has at least its name and direction, so that the choice of languages is whole from the start. The rest of
// its pack is borrowed until add_language.
void Door::name_other_languages(const Value& languages) {
  problem::Problems ignored;
  for (const auto& [language, facts] : members(languages)) {
    if (std::find(loaded_.begin(), loaded_.end(), language) != loaded_.end()) continue;
    Value pack = first_pack_;
    pack.set("language", Value{language});
    for (const std::string_view name : {"name", "direction"}) {
      if (const Value* fact = facts.find(name)) pack.set(name, *fact);
    }
    add_locale(language, pack, ignored);
  }
}

Value Door::open(const Value& pack) {
  world_ = session::World{};
  state_ = session::State{};
  shown_.clear();
  loaded_.clear();
  is_open_ = false;
  world_.layers.resize(std::size(layer_names));
  problem::Problems problems;

  if (const Value* service = pack.find("service")) {
    auto compilation = form::compile_published(*service);
    world_.form = std::move(compilation.form);
    problems.insert(problems.end(), compilation.problems.begin(), compilation.problems.end());
  }
  if (const Value* site = pack.find("site")) {
    auto reading = form::read_site(*site);
    world_.site = std::move(reading.site);
    problems.insert(problems.end(), reading.problems.begin(), reading.problems.end());
  }
  if (const Value* calendar = pack.find("calendar"); calendar && !calendar->is_null()) {
    if (auto holidays = form::read_calendar(*calendar, problems, "calendar.json")) world_.holidays = std::move(*holidays);
  }
  for (const auto& [language, locale] : members(member(pack, "locales"))) {
    if (loaded_.empty()) first_pack_ = locale;
    loaded_.push_back(language);
    add_locale(language, locale, problems);
  }
  for (const auto& [layer, languages] : members(member(pack, "words"))) {
    for (const auto& [language, words] : members(languages)) add_words(layer, language, words, problems);
  }
  if (!loaded_.empty()) name_other_languages(member(pack, "languages"));
  is_open_ = world_.form && world_.site && !loaded_.empty();
  return refuse(problems).with("open", Value{is_open_});
}

Value Door::add_language(const Value& addition) {
  problem::Problems problems;
  const std::string language{addition.find_string("language").value_or("")};
  if (language.empty()) {
    problems.push_back({.code = Code::missing_member, .arguments = {{"name", "language"}}});
    return refuse(problems);
  }
  world_.layers.resize(std::size(layer_names));
  if (std::find(loaded_.begin(), loaded_.end(), language) == loaded_.end()) {
    if (loaded_.empty()) first_pack_ = member(addition, "locale");
    loaded_.push_back(language);
    add_locale(language, member(addition, "locale"), problems);
    for (const auto& [layer, words] : members(member(addition, "words"))) add_words(layer, language, words, problems);
  }
  return refuse(problems);
}

Value Door::answer(const std::vector<session::Effect>& effects) {
  Value wishes = Value::array();
  for (const auto& effect : effects) wishes.push(session::to_json(effect));
  return answer(std::move(wishes));
}

Value Door::answer(Value wishes) {
  const page::Page page = page::view(world_, state_, session::walk(world_, state_));
  std::string html = render::html(page);
  const bool changed = html != shown_;
  Value answered = Value::object()
                       .with("title", Value{page.title.words()})
                       .with("language", Value{page.language})
                       .with("direction", Value{name_of(page.direction)})
                       .with("address", Value{page.address})
                       .with("kind", Value{page.kind})
                       .with("changed", Value{changed})
                       .with("unsaved", Value{session::would_lose_answers(state_)});
  if (changed) {
    answered.add("html", Value{html});
    shown_ = std::move(html);
  }
  return Value::object().with("page", std::move(answered)).with("effects", std::move(wishes));
}

Value Door::update(const Value& intent) {
  problem::Problems problems;
  const auto read = session::read_intent(intent, problems);
  if (!is_open_ || !read) return refuse(problems);
  auto step = session::update(world_, std::move(state_), *read);
  state_ = std::move(step.state);
  return answer(step.effects);
}

Value Door::resolve(const Value& outcome) {
  problem::Problems problems;
  const auto read = session::read_outcome(outcome, problems);
  if (!is_open_ || !read) return refuse(problems);
  auto step = session::resolve(world_, std::move(state_), read->id, read->outcome);
  state_ = std::move(step.state);
  return answer(step.effects);
}

Value Door::facts() const {
  const bool worth =
      is_open_ && (!state_.answers.empty() || std::holds_alternative<session::Sending>(state_.phase) || std::holds_alternative<session::Sent>(state_.phase));
  Value facts = Value::object().with("revision", Value{static_cast<std::int64_t>(state_.revision)});
  if (worth) facts.add("body", Value{json::write(session::make_record(world_, state_))});
  return facts;
}

// As if the page had been opened on a device where exactly these facts are kept, and the person had gone on with them.
Value Door::restore(const Value& request) {
  problem::Problems problems;
  Value intent = member(request, "begin");
  const auto read = session::read_intent(intent, problems);
  const auto* begin = read ? std::get_if<session::Begin>(&read->action) : nullptr;
  if (!is_open_ || !begin) return refuse(problems);
  Value wishes = Value::array();
  const auto gather = [&](const Value& step) {
    const Value* effects = step.find("effects");
    if (!effects) return;
    for (const Value& effect : effects->items()) {
      const auto name = effect.find_string("effect");
      // The person has gone nowhere: focus stays. What may not be kept is not kept by this either.
      if (name == "move-focus" || name == "announce" || name == "recall" || (name == "keep" && begin->storage != session::Storage::device)) continue;
      wishes.push(effect);
    }
  };
  state_ = session::State{};
  intent.set("storage", Value{"device"});
  gather(update(intent));
  Value outcome = member(request, "facts");
  outcome.set("outcome", Value{"recalled"});
  outcome.set("id", Value{std::int64_t{state_.awaited_recall}});
  gather(resolve(outcome));
  if (std::holds_alternative<session::Returning>(state_.phase)) {
    intent.set("intent", Value{"go-on"});
    gather(update(intent));
    intent.set("intent", Value{"visit"});
    if (!begin->address.empty()) gather(update(intent));
  }
  state_.storage = begin->storage;
  shown_.clear();
  return answer(std::move(wishes));
}

Value Door::call(const Value& request) const { return door::call(request, world_); }

}  // namespace polku::door
