// SPDX-License-Identifier: EUPL-1.2
#include "door/door.h"

#include <algorithm>
#include <memory>
#include <utility>

#include "form/form.h"
#include "form/site.h"
#include "json/tape.h"
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

// Files of two versions met, as when a browser still holds an older one: its host gets them anew.
problem::Problem of_another_version(std::string pointer) {
  return {.code = Code::unknown_format_version, .arguments = {{"found", pointer}}, .pointer = pointer};
}

std::string_view name_of(text::Direction direction) { return direction == text::Direction::right_to_left ? "rtl" : "ltr"; }

}  // namespace

Value Door::refuse(const problem::Problems& problems) const { return Value::object().with("problems", session::to_json(problems)); }

void Door::add_locale(const std::string& language, const Value& recorded, problem::Problems& problems) {
  json::Tape tape(recorded);
  locale::Locale played;
  locale::describe(tape, played);
  if (!tape.finished()) return problems.push_back(of_another_version("/locales/" + language));
  set_locale(std::move(played));
  loaded_.push_back(language);
}

void Door::set_locale(locale::Locale locale) {
  auto shared = std::make_shared<const locale::Locale>(std::move(locale));
  for (auto& known : world_.locales) {
    if (known->tag() != shared->tag()) continue;
    known = std::move(shared);
    return;
  }
  world_.locales.push_back(std::move(shared));
}

void Door::add_words(std::string_view layer, const std::string& language, const Value& recorded, problem::Problems& problems) {
  for (std::size_t index = 0; index < std::size(layer_names); ++index) {
    if (layer_names[index] != layer) continue;
    auto catalog = messages::Catalog::play(recorded, language);
    if (!catalog) return problems.push_back(of_another_version("/words/" + std::string{layer} + "/" + language));
    world_.layers[index].catalogs.push_back(std::make_shared<const messages::Catalog>(std::move(*catalog)));
  }
}

// A language that is offered but not loaded has at least its name and direction, so that the choice of languages is whole from the start. The rest is
// borrowed until add_language.
void Door::name_other_languages(const Value& languages) {
  const locale::Locale first = *world_.locales.front();
  for (const auto& [language, facts] : members(languages)) {
    if (std::find(loaded_.begin(), loaded_.end(), language) != loaded_.end()) continue;
    const auto direction = facts.find_string("direction") == "rtl" ? text::Direction::right_to_left : text::Direction::left_to_right;
    set_locale(first.renamed(language, std::string{facts.find_string("name").value_or(language)}, direction));
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

  auto form = std::make_shared<form::CompiledForm>();
  if (json::Tape tape(member(pack, "form")); form::describe(tape, *form), tape.finished()) {
    world_.form = std::move(form);
  } else {
    problems.push_back(of_another_version("/form"));
  }
  auto site = std::make_shared<form::Site>();
  if (json::Tape tape(member(pack, "site")); form::describe(tape, *site, world_.holidays), tape.finished()) {
    world_.site = std::move(site);
  } else {
    problems.push_back(of_another_version("/site"));
  }
  for (const auto& [language, locale] : members(member(pack, "locales"))) add_locale(language, locale, problems);
  for (const auto& [layer, languages] : members(member(pack, "words"))) {
    for (const auto& [language, words] : members(languages)) add_words(layer, language, words, problems);
  }
  if (!loaded_.empty()) name_other_languages(member(pack, "languages"));
  is_open_ = problems.empty() && !loaded_.empty();
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
