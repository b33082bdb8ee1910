// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "delivery/connector.h"
#include "delivery/payment.h"
#include "delivery/source.h"
#include "door/door.h"
#include "form/lint.h"
#include "identifiers/identifiers.h"
#include "json/reader.h"
#include "json/writer.h"
#include "locale/plural.h"
#include "publishing/publishing.h"
#include "rehearsal/cases.h"
#include "rehearsal/enumerate.h"
#include "rehearsal/example.h"
#include "rehearsal/generate/generate.h"
#include "rehearsal/rehearsal.h"
#include "session/format.h"

namespace polku::rehearsal {

using json::Type;
using json::Value;

namespace {

// {"call": "check", "service": {…}, "words"?: {"en": {…}}, "site"?: {…}, "code-lists"?: {id: {…}}} → {"problems": […]}. The words of its code lists are among
// its own.
Value check(const Value& request, const session::World& world) {
  const auto& service = member(request, "service");
  auto compilation = form::compile(service, {.code_lists = code_lists_in(request)});
  auto problems = std::move(compilation.problems);
  std::shared_ptr<const form::Site> site = world.site;
  if (const auto* given = request.find("site")) {
    auto reading = form::read_site(*given);
    site = reading.site;
    problems.insert(problems.end(), reading.problems.begin(), reading.problems.end());
    if (reading.site) {
      delivery::read_connectors(reading.site->connectors, problems, "/connectors", "site.json");
      delivery::read_sources(reading.site->sources, problems, "/sources", "site.json");
      delivery::read_payment_provider(reading.site->payments, problems, "/payments", "site.json");
    }
  }
  const auto& words = member(request, "words");
  if (compilation.form && words.is(Type::object)) {
    std::vector<std::shared_ptr<const messages::Catalog>> catalogs;
    std::vector<form::Review> reviews;
    for (const auto& [language, catalog] : words.members()) {
      reviews.push_back(form::read_review(catalog, language, problems, language + ".json"));
      catalogs.push_back(std::make_shared<const messages::Catalog>(messages::Catalog::read(catalog, language, problems, language + ".json")));
    }
    const auto* engine = world.layers.empty() || world.layers.back().catalogs.empty() ? nullptr : world.layers.back().catalogs.front().get();
    std::vector<std::string> packs;
    for (const auto& locale : world.locales) packs.emplace_back(locale->tag());
    const auto told =
        form::lint({service, *compilation.form, std::move(catalogs), engine, request.find("site") ? site.get() : nullptr, &packs, std::move(reviews)});
    // Rooms form and delivery both look at connectors: of the same problem at the same place there is one.
    for (const auto& problem : told) {
      const auto same = [&](const problem::Problem& known) {
        return known.code == problem.code && known.pointer == problem.pointer && known.document == problem.document;
      };
      if (problem.document != "site.json" || std::none_of(problems.begin(), problems.end(), same)) problems.push_back(problem);
    }
  }
  return Value::object().with("problems", session::to_json(problems));
}

// {"call": "check-scheme", "scheme": {…}} → {"problems": […]}
Value check_scheme(const Value& request) {
  problem::Problems problems;
  identifiers::read(member(request, "scheme"), problems);
  return Value::object().with("problems", session::to_json(problems));
}

// Reading JSON: {"call": "read", "text": "…"} or, for what no text can hold, {"call": "read", "bytes": "7bff"} → {"problems": […]}.
std::string bytes_of(const Value& request) {
  const auto digits = request.find_string("bytes");
  if (!digits) return std::string{request.find_string("text").value_or("")};
  constexpr std::string_view alphabet = "0123456789abcdef";
  std::string bytes;
  for (std::size_t at = 0; at + 1 < digits->size(); at += 2) {
    bytes += static_cast<char>((alphabet.find((*digits)[at]) * 16 + alphabet.find((*digits)[at + 1])) & 0xFFu);
  }
  return bytes;
}

// {"call": "generate", "from": 1, "count": 100} → as generate.h says.
Value generate_services(const Value& request, const session::World& world) {
  const auto number = [&](std::string_view name) {
    const auto& given = member(request, name);
    return static_cast<std::uint64_t>(std::max<std::int64_t>(0, given.is(Type::number) ? given.number().to_integer().value_or(0) : 0));
  };
  if (world.layers.empty() || world.locales.empty()) return Value::object();
  return generate::generate(world, number("from"), number("count"));
}

// {"call": "publish", "sources": "<JSON text>"} → {"pack": "<JSON text>", "problems": […]}. As text, because JavaScript would round the numbers in it.
Value publish(const Value& request) {
  const auto reading = json::read(request.find_string("sources").value_or(""), {.bytes = 16u << 20, .document = {}});
  if (!reading.value) return Value::object().with("problems", session::to_json(reading.problems));
  const auto published = publishing::publish(*reading.value);
  return Value::object().with("pack", Value{json::write(published.pack)}).with("problems", session::to_json(published.problems));
}

// By plural rules of CLDR's text form: {"call": "category", "rules": {"one": "n = 1 @integer 1", "other": ""}, "number": "1.50"} → {"category": "other"}, or {}.
Value category_of(const Value& request) {
  std::vector<std::pair<std::string_view, std::string_view>> rules;
  const auto& given = member(request, "rules");
  if (!given.is(Type::object)) return Value::object();
  for (const auto& [category, rule] : given.members()) {
    if (rule.is(Type::string)) rules.emplace_back(category, rule.string());
  }
  const auto compiled = locale::PluralRules::compile(rules);
  const auto number = locale::PluralOperands::parse(request.find_string("number").value_or(""));
  if (!compiled || !number) return Value::object();
  return Value::object().with("category", Value{locale::name_of(compiled->select(*number))});
}

Value read_text(const Value& request) {
  return Value::object().with("problems",
                              session::to_json(json::read(bytes_of(request), {.bytes = 4096, .depth = 16, .values = 200, .document = {}}).problems));
}

}  // namespace

Value call(const Value& request, const session::World& world) {
  const auto name = request.find_string("call").value_or("");
  if (name == "replay") return replay(world, member(request, "scenario"));
  if (name == "check") return check(request, world);
  if (name == "check-scheme") return check_scheme(request);
  if (name == "verify") return verify_changed(request, world);
  if (name == "pages") {
    return enumerate(world, std::string{request.find_string("language").value_or("en")},
                     calendar::parse_date(request.find_string("today").value_or("")).value_or(calendar::Date{}));
  }
  if (name == "walk") return walk_given(request, world);
  if (name == "deliver") return deliver(request);
  if (name == "read") return read_text(request);
  if (name == "publish") return publish(request);
  if (name == "category") return category_of(request);
  if (name == "example") return try_example(member(request, "example"), world);
  if (name == "generate") return generate_services(request, world);
  return door::call(request, world);
}

}  // namespace polku::rehearsal
