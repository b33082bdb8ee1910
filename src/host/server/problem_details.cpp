// SPDX-License-Identifier: EUPL-1.2
#include "host/embedded/embedded.h"
#include "host/server/reply.h"
#include "json/reader.h"
#include "json/writer.h"
#include "locale/locale.h"
#include "messages/catalog.h"

namespace polku::server {
namespace {

using json::Value;

// Titles are for the developer who reads the reply: English, from the engine's own words.
struct EnglishWords {
  std::vector<messages::Words::Layer> layers;
  std::vector<std::shared_ptr<const locale::Locale>> locales;

  EnglishWords() {
    const auto pack = json::read(host::embedded_locale("en"));
    const auto words = json::read(host::embedded_words("en"));
    if (!pack.value || !words.value) return;
    auto english = locale::load(*pack.value);
    if (!english) return;
    problem::Problems ignored;
    locales.push_back(std::make_shared<const locale::Locale>(std::move(*english)));
    layers.push_back({{std::make_shared<const messages::Catalog>(messages::Catalog::read(*words.value, "en", ignored, "en.json"))}});
  }
};

std::string title_of(const problem::Problem& one) {
  static const EnglishWords english;
  const auto key = "problem." + std::string{problem::name_of(one.code)};
  if (!english.locales.empty()) {
    const messages::Words words{english.layers, english.locales, {"en"}};
    messages::Arguments arguments;
    for (const auto& argument : one.arguments) {
      if (const auto* number = std::get_if<text::Decimal>(&argument.value)) arguments.push_back({argument.name, *number});
      if (const auto* said = std::get_if<std::string>(&argument.value)) arguments.push_back({argument.name, *said});
    }
    if (words.has(key)) return words.say(key, arguments).words();
  }
  std::string plain{problem::name_of(one.code)};
  for (char& letter : plain) {
    if (letter == '-') letter = ' ';
  }
  return plain;
}

Value to_json(const problem::Problem& one) {
  auto source = Value::object();
  source.add("code", Value{problem::name_of(one.code)});
  auto arguments = Value::object();
  for (const auto& argument : one.arguments) {
    if (const auto* number = std::get_if<text::Decimal>(&argument.value)) arguments.set(argument.name, Value{*number});
    if (const auto* words = std::get_if<std::string>(&argument.value)) arguments.set(argument.name, Value{*words});
  }
  source.add("arguments", std::move(arguments));
  source.add("pointer", Value{one.pointer});
  if (!one.rule.empty()) source.add("rule", Value{one.rule});
  return source;
}

}  // namespace

Reply problem_reply(int status, const problem::Problems& problems) {
  const auto first = problems.empty() ? problem::Problem{.code = problem::Code::internal_fault} : problems.front();
  auto list = Value::array();
  for (const auto& one : problems) list.push(to_json(one));
  auto body = Value::object();
  body.add("type", Value{"urn:polku:problem:" + std::string{problem::name_of(first.code)}});
  body.add("title", Value{title_of(first)});
  body.add("status", Value{static_cast<std::int64_t>(status)});
  body.add("code", Value{problem::name_of(first.code)});
  body.add("pointer", Value{first.pointer});
  body.add("problems", std::move(list));
  return {.status = status, .type = "application/problem+json", .body = json::write(body), .headers = {{"Cache-Control", "no-store"}}};
}

Reply problem_reply(int status, problem::Code code) { return problem_reply(status, problem::Problems{{.code = code}}); }

Reply go_to(const std::string& address) { return {.status = 303, .type = {}, .body = {}, .headers = {{"Location", address}, {"Cache-Control", "no-store"}}}; }

}  // namespace polku::server
