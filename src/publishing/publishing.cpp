// SPDX-License-Identifier: EUPL-1.2
#include "publishing/publishing.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>

#include "form/engines.h"
#include "form/form.h"
#include "form/site.h"
#include "json/tape.h"
#include "locale/locale.h"
#include "messages/catalog.h"

namespace polku::publishing {

namespace {

using json::Value;

bool suits(const form::Engine& engine, const form::CompiledForm& form) {
  using form::Feature;
  const auto has_kind = [&](const form::Question& question) { return engine.has(question.shape.kind); };
  return std::all_of(form.questions.begin(), form.questions.end(), has_kind) &&
         std::all_of(std::begin(form::all_features), std::end(form::all_features),
                     [&](Feature feature) { return engine.has(feature) || !form::uses(form, feature); });
}

const form::Engine& engine_for(const form::CompiledForm& form) {
  for (const auto* engine : {&form::plain_engine, &form::register_engine, &form::person_engine, &form::people_engine, &form::project_engine}) {
    if (suits(*engine, form)) return *engine;
  }
  return form::whole_engine;
}

// Of what a site holds, what a service cannot do without.
Value needs_of(const form::CompiledForm& form) {
  std::set<std::string_view> kinds;
  std::set<std::string> countries, code_lists;
  for (const auto& question : form.questions) {
    kinds.insert(value::name_of(question.shape.kind));
    countries.insert(question.shape.countries.begin(), question.shape.countries.end());
    if (!question.shape.code_list.empty()) code_lists.insert(question.shape.code_list);
  }
  std::vector<std::string_view> features;
  if (form::uses(form, form::Feature::tasks)) features.push_back("tasks");
  if (form::uses(form, form::Feature::row_options)) features.push_back("row-options");
  if (form::uses(form, form::Feature::look_ups)) features.push_back("look-ups");
  if (form::uses(form, form::Feature::option_rules)) features.push_back("option-rules");
  if (form::uses(form, form::Feature::exclusive_options)) features.push_back("exclusive-options");
  if (form::uses(form, form::Feature::word_limits)) features.push_back("word-limits");
  if (form::uses(form, form::Feature::payment)) features.push_back("payment");
  if (form::uses(form, form::Feature::identity)) features.push_back("identity");
  if (form::uses(form, form::Feature::invitations)) features.push_back("invitations");
  const auto array_of = [](const auto& names) {
    Value array = Value::array();
    for (const auto& name : names) array.push(Value{std::string{name}});
    return array;
  };
  return Value::object()
      .with("engine", Value{engine_for(form).name})
      .with("kinds", array_of(kinds))
      .with("countries", array_of(countries))
      .with("code-lists", array_of(code_lists))
      .with("features", array_of(features));
}

class Publisher {
 public:
  explicit Publisher(const Value& sources) : sources_(sources) {}

  Published publish() {
    for (const auto& [name, source] : sources_.members()) {
      if (name == "service") {
        published_.pack.add("form", form_of(source));
      } else if (name == "site") {
        published_.pack.add("site", site_of(source));
      } else if (name == "locales") {
        published_.pack.add("locales", each(source, [this](const std::string& language, const Value& pack) { return locale_of(language, pack); }));
      } else if (name == "locale") {
        published_.pack.add("locale", locale_of(own_language(), source));
      } else if (name == "words") {
        published_.pack.add("words", each(source, [this](const std::string& layer, const Value& words) { return words_of(layer, words); }));
      } else if (name != "calendar" && name != "code-lists" && name != "numberingSystem") {
        published_.pack.add(name, source);
      }
    }
    return std::move(published_);
  }

 private:
  template <class Make>
  static Value each(const Value& sources, Make make) {
    Value made = Value::object();
    if (!sources.is(json::Type::object)) return made;
    for (const auto& [name, source] : sources.members()) made.add(name, make(name, source));
    return made;
  }

  std::string own_language() const { return std::string{sources_.find_string("language").value_or("")}; }

  Value form_of(const Value& source) {
    form::Options options;
    if (const Value* lists = sources_.find("code-lists"); lists && lists->is(json::Type::object)) {
      for (const auto& [id, list] : lists->members()) options.code_lists[id] = list;
    }
    auto compilation = form::compile(source, options);
    published_.problems.insert(published_.problems.end(), compilation.problems.begin(), compilation.problems.end());
    if (!compilation.form) return Value{};
    auto form = *compilation.form;
    published_.pack.add("needs", needs_of(form));
    json::Tape tape;
    form::describe(tape, form);
    return tape.take();
  }

  Value site_of(const Value& source) {
    auto reading = form::read_site(source);
    published_.problems.insert(published_.problems.end(), reading.problems.begin(), reading.problems.end());
    calendar::Holidays holidays;
    if (const Value* calendar = sources_.find("calendar"); calendar && !calendar->is_null()) {
      if (auto read = form::read_calendar(*calendar, published_.problems, "calendar.json")) holidays = std::move(*read);
    }
    if (!reading.site) return Value{};
    auto site = *reading.site;
    json::Tape tape;
    form::describe(tape, site, holidays);
    return tape.take();
  }

  std::string numbering_system_of(const std::string& language) const {
    const Value* site = sources_.find("site");
    const Value* systems = site ? site->find("numberingSystem") : sources_.find("numberingSystem");
    return std::string{systems ? systems->find_string(language).value_or("latn") : "latn"};
  }

  Value locale_of(const std::string& language, const Value& pack) {
    auto locale = locale::load(pack, numbering_system_of(language));
    if (!locale) {
      published_.problems.push_back(
          {.code = problem::Code::language_without_pack, .arguments = {{"language", language}}, .pointer = problem::join_pointer("/locales", language)});
      return Value{};
    }
    json::Tape tape;
    locale::describe(tape, *locale);
    return tape.take();
  }

  Value words_of(const std::string& layer, const Value& words) {
    const auto compile = [&](const std::string& language, const Value& catalog) {
      return messages::Catalog::read(catalog, language, published_.problems, layer + "/" + language + ".json").record();
    };
    if (const auto language = own_language(); !language.empty()) return compile(language, words);
    return each(words, compile);
  }

  const Value& sources_;
  Published published_{Value::object(), {}};
};

}  // namespace

Published publish(const Value& sources) {
  if (!sources.is(json::Type::object)) return {Value::object(), {}};
  return Publisher(sources).publish();
}

}  // namespace polku::publishing
