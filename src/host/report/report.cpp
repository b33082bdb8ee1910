// SPDX-License-Identifier: EUPL-1.2
#include "host/report/report.h"

#include "host/files/files.h"
#include "json/writer.h"
#include "session/format.h"

namespace polku::host {

messages::Words engine_words_in(const std::string& language) {
  messages::Words::Layer layer;
  std::vector<std::shared_ptr<const locale::Locale>> locales;
  std::vector<std::string> chain{language};
  if (language != "en") chain.emplace_back("en");
  for (const auto& tag : chain) {
    if (auto words = engine_words(tag)) layer.catalogs.push_back(std::move(words));
    if (auto locale = engine_locale(tag)) locales.push_back(std::move(locale));
  }
  return messages::Words{{std::move(layer)}, std::move(locales), std::move(chain)};
}

std::string sentence(const problem::Problem& problem, const messages::Words& words) {
  messages::Arguments arguments;
  for (const auto& [name, value] : problem.arguments) {
    const auto* decimal = std::get_if<text::Decimal>(&value);
    arguments.push_back({name, decimal ? messages::ArgumentValue{*decimal} : messages::ArgumentValue{std::get<std::string>(value)}});
  }
  return words.say("problem." + std::string{problem::name_of(problem.code)}, arguments).words();
}

namespace {

std::string place_of(const problem::Problem& problem) {
  std::string place = problem.document;
  if (problem.line != 0) place += (place.empty() ? "line " : ":") + std::to_string(problem.line) + ":" + std::to_string(problem.column);
  if (!place.empty()) place += "  ";
  place += problem.severity == problem::Severity::warning ? "warning" : "error";
  place += "  " + std::string{problem::name_of(problem.code)};
  if (!problem.pointer.empty()) place += "  at " + problem.pointer;
  return place;
}

}  // namespace

json::Value report_as_json(const problem::Problems& problems, const std::string& language) {
  const auto words = engine_words_in(language);
  auto list = json::Value::array();
  for (const auto& problem : problems) list.push(session::to_json(problem).with("text", json::Value{sentence(problem, words)}));
  return json::Value::object().with("problems", std::move(list));
}

std::string report(const problem::Problems& problems, Form form, const std::string& language) {
  if (form == Form::json) return json::write_indented(report_as_json(problems, language));
  const auto words = engine_words_in(language);
  std::string told;
  for (const auto& problem : problems) told += place_of(problem) + "\n    " + sentence(problem, words) + "\n";
  return told;
}

}  // namespace polku::host
