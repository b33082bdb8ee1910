// SPDX-License-Identifier: EUPL-1.2
#include "identifiers/reading.h"

namespace polku::identifiers {
namespace {

using json::Cursor;
using problem::Code;

constexpr std::string_view sorts[] = {"person", "business", "vat", "account", "bank", "postal-code", "vehicle", "other"};

// "as people write it" of the first example: examples themselves are for readers and tests.
std::string read_example(const Cursor& examples) {
  const auto items = examples.items();
  if (examples.is(json::Type::array) && items.empty()) report_empty(examples);
  return items.empty() ? std::string{} : items.front().member("shown").text_or("");
}

void read_normal(const Cursor& place, Scheme& scheme) {
  if (!place.exists()) return;
  place.only({"drop", "prefixes", "replace"});
  scheme.drop = place.optional("drop").text_or("");
  scheme.prefixes = place.optional("prefixes").texts();
  for (const auto& [from, to] : place.optional("replace").members()) scheme.replace.push_back({from, to.text_or("")});
}

std::optional<text::Pattern> read_pattern(const Cursor& place) {
  const auto source = place.text();
  if (!source) return std::nullopt;
  auto compiled = text::compile_pattern(*source);
  if (auto* pattern = std::get_if<text::Pattern>(&compiled)) return std::move(*pattern);
  place.report(Code::bad_pattern, {{"offset", text::Decimal{static_cast<std::int64_t>(std::get<text::PatternError>(compiled).offset)}}, {"fault", "other"}});
  return std::nullopt;
}

void read_form(const Cursor& place, Scheme& scheme, std::string_view shown, const std::vector<Check>& common) {
  place.only({"pattern", "drop", "normal", "shown", "checks"});
  auto pattern = read_pattern(place.member("pattern"));
  Form form{.pattern = pattern ? std::move(*pattern) : text::Pattern{},
            .drop = place.optional("drop").text_or(""),
            .normal = place.optional("normal").text_or(""),
            .shown = place.optional("shown").text_or(shown),
            .checks = read_checks(place.optional("checks"))};
  form.checks.insert(form.checks.end(), common.begin(), common.end());
  scheme.forms.push_back(std::move(form));
}

}  // namespace

std::optional<Scheme> read(const json::Value& source, problem::Problems& problems, std::string document) {
  problem::Problems found;
  const Cursor root{source, found, std::move(document)};
  root.only({"$schema", "id", "country", "sort", "source", "note", "normal", "forms", "shown", "checks", "examples"});
  Scheme scheme{.id = root.member("id").text_or(""), .country = root.optional("country").text_or("")};
  if (const auto sort = root.member("sort").choice(sorts)) scheme.sort = static_cast<Sort>(*sort);
  scheme.example = read_example(root.member("examples"));
  read_normal(root.optional("normal"), scheme);
  const std::string shown = root.optional("shown").text_or("");
  const std::vector<Check> common = read_checks(root.optional("checks"));
  const Cursor forms = root.member("forms");
  for (const Cursor& form : forms.items()) read_form(form, scheme, shown, common);
  if (forms.is(json::Type::array) && scheme.forms.empty()) report_empty(forms);
  const bool is_whole = !problem::has_errors(found);
  problems.insert(problems.end(), found.begin(), found.end());
  if (!is_whole) return std::nullopt;
  return scheme;
}

void report_empty(const Cursor& list) {
  list.report(Code::out_of_bounds, {{"minimum", text::Decimal{std::int64_t{1}}}, {"maximum", text::Decimal{std::int64_t{1000}}}});
}

std::string_view name_of(Sort sort) { return sorts[static_cast<std::size_t>(sort)]; }

}  // namespace polku::identifiers
