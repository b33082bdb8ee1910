// SPDX-License-Identifier: EUPL-1.2
#include "publishing/publishing.h"

#include <gtest/gtest.h>

#include <fstream>
#include <set>
#include <sstream>

#include "digest/digest.h"
#include "door/door.h"
#include "form/form.h"
#include "form/site.h"
#include "host/embedded/embedded.h"
#include "json/reader.h"
#include "json/tape.h"
#include "json/writer.h"
#include "messages/catalog.h"

namespace polku::publishing {
namespace {

using json::Tape;
using json::Value;

Value read(const std::string& name) {
  std::ifstream stream{std::string{POLKU_SOURCE_DIR} + "/tests/publishing/" + name, std::ios::binary};
  std::ostringstream text;
  text << stream.rdbuf();
  auto reading = json::read(text.str());
  EXPECT_TRUE(reading.value) << name;
  return reading.value.value_or(Value{});
}

Value pack(const std::string& language) { return *json::read(host::embedded_locale(language)).value; }

Value sources() { return read("sources.json").with("locales", Value::object().with("en", pack("en")).with("fi", pack("fi"))); }

Value published_pack() {
  auto published = publish(sources());
  for (const auto& problem : published.problems) EXPECT_NE(problem.severity, problem::Severity::error) << name_of(problem.code) << " " << problem.pointer;
  return published.pack;
}

const Value& at(const Value& value, const char* pointer) {
  static const Value nothing;
  const Value* found = json::find_by_pointer(value, pointer);
  return found ? *found : nothing;
}

// Of language data only the structure: its words change with every edition of CLDR.
std::string structure_of(const Value& tape) {
  std::string types;
  for (const Value& entry : tape.items()) types += entry.is(json::Type::string) ? 's' : 'n';
  return types;
}

TEST(Publishing, WhatIsPublishedChangesOnlyWithTheNumberOfItsFormat) {
  const Value made = published_pack();
  const Value found = Value::object()
                          .with("format", Value{Tape::current_format})
                          .with("form", Value{digest::sha256_hex(json::write(at(made, "/form")))})
                          .with("site", Value{digest::sha256_hex(json::write(at(made, "/site")))})
                          .with("words", Value{digest::sha256_hex(json::write(at(made, "/words")))})
                          .with("locale", Value{digest::sha256_hex(structure_of(at(made, "/locales/fi")))});
  EXPECT_EQ(json::write(found), json::write(read("format.json"))) << "Browsers hold files of both versions for a while. If what tapes hold has changed, raise "
                                                                     "Tape::current_format; then write the line above into format.json.";
}

TEST(Publishing, EveryKindOfQuestionStandsInTheSourcesOfThisTest) {
  const Value given = sources();
  std::set<std::string> kinds;
  for (const char* place : {"/service/questions", "/service/questions/things/questions"}) {
    for (const auto& [id, question] : at(given, place).members()) kinds.insert(std::string{question.find_string("kind").value_or("")});
  }
  for (const auto kind : value::all_kinds()) EXPECT_TRUE(kinds.contains(std::string{value::name_of(kind)})) << value::name_of(kind);
}

TEST(Publishing, AFormFromATapeIsTheFormThatWasRecorded) {
  const Value given = sources();
  const auto compiled = form::compile(at(given, "/service"), {.code_lists = {{"tongues", at(given, "/code-lists/tongues")}}}).form;
  ASSERT_TRUE(compiled);
  const Value made = published_pack();
  Tape tape(at(made, "/form"));
  form::CompiledForm played;
  form::describe(tape, played);
  ASSERT_TRUE(tape.finished());
  EXPECT_EQ(played.print(), compiled->print());
  EXPECT_EQ(played.hash, compiled->hash);
  ASSERT_EQ(played.look_ups.size(), 1U);
  EXPECT_EQ(played.look_ups[0].with, compiled->look_ups[0].with);
  for (form::QuestionIndex index = 0; index < played.questions.size(); ++index) {
    const auto &one = played.questions[index], &other = compiled->questions[index];
    EXPECT_EQ(one.when.print(), other.when.print()) << one.id;
    EXPECT_EQ(one.calculate.print(), other.calculate.print()) << one.id;
    EXPECT_EQ(one.preset.print(), other.preset.print()) << one.id;
    EXPECT_EQ(one.look_up, other.look_up) << one.id;
    EXPECT_EQ(one.take, other.take) << one.id;
    EXPECT_EQ(one.required_rule.print(), other.required_rule.print()) << one.id;
    EXPECT_EQ(one.shape.code_list, other.shape.code_list) << one.id;
    EXPECT_EQ(std::pair(one.rows, one.by), std::pair(other.rows, other.by)) << one.id;
    EXPECT_EQ(one.shape.pattern ? one.shape.pattern->print() : "", other.shape.pattern ? other.shape.pattern->print() : "") << one.id;
  }
  ASSERT_FALSE(compiled->tasks.empty());
  for (form::TaskIndex index = 0; index < played.tasks.size(); ++index) EXPECT_EQ(played.tasks[index].when.print(), compiled->tasks[index].when.print());
  Tape again;
  form::describe(again, played);
  EXPECT_EQ(again.take(), at(made, "/form"));
}

TEST(Publishing, WordsFromATapeSayWhatTheirPatternsSay) {
  problem::Problems problems;
  const Value given = sources();
  const auto read_catalog = messages::Catalog::read(at(given, "/words/service/en"), "en", problems);
  ASSERT_TRUE(problems.empty());
  const auto played = messages::Catalog::play(read_catalog.record(), "en");
  ASSERT_TRUE(played);
  const auto english = *locale::load(pack("en"));
  EXPECT_EQ(played->keys(), read_catalog.keys());
  for (const std::string& key : read_catalog.keys()) {
    EXPECT_EQ(played->source(key), read_catalog.source(key));
    for (int number = 0; number < 5; ++number) {
      const messages::Arguments arguments{
          {"n", text::Decimal{number}},          {"who", std::string{number == 2 ? "you" : "they"}},  {"name", std::string{"Aino"}},
          {"day", calendar::Date{2026, 11, 22}}, {"price", messages::Money{text::Decimal{3}, "EUR"}}, {"share", text::Decimal{number}}};
      const auto one = messages::format(*played->find(key), arguments, english), other = messages::format(*read_catalog.find(key), arguments, english);
      EXPECT_EQ(one.text, other.text) << key;
      EXPECT_EQ(one.missing, other.missing) << key;
    }
  }
}

TEST(Publishing, ALanguageFromATapeWritesAsItsPackDoes) {
  const text::Decimal number = *text::Decimal::parse("1234567.5");
  for (const auto language : host::embedded_languages()) {
    for (const char* system : {"latn", "arab"}) {
      const auto loaded = *locale::load(pack(std::string{language}), system);
      auto copy = loaded;
      Tape recorder;
      locale::describe(recorder, copy);
      const Value tape = recorder.take();
      Tape player(tape);
      locale::Locale played;
      locale::describe(player, played);
      ASSERT_TRUE(player.finished()) << language;
      EXPECT_EQ(played.tag(), loaded.tag());
      EXPECT_EQ(played.own_name(), loaded.own_name());
      EXPECT_EQ(played.direction(), loaded.direction());
      EXPECT_EQ(played.number(number), loaded.number(number));
      EXPECT_EQ(played.money(number, "EUR"), loaded.money(number, "EUR"));
      EXPECT_EQ(played.percent(number), loaded.percent(number));
      EXPECT_EQ(played.date({2026, 11, 22}, locale::DateStyle::full_form), loaded.date({2026, 11, 22}, locale::DateStyle::full_form));
      EXPECT_EQ(played.list({"a", "b", "c"}, locale::ListStyle::disjunction), loaded.list({"a", "b", "c"}, locale::ListStyle::disjunction));
      for (const char* shown : {"0", "1", "2", "1.5", "3", "11", "21", "100", "1000000"}) {
        const auto operands = *locale::PluralOperands::parse(shown);
        EXPECT_EQ(played.cardinal(operands), loaded.cardinal(operands)) << language << shown;
        EXPECT_EQ(played.ordinal(operands), loaded.ordinal(operands)) << language << shown;
      }
    }
  }
}

// What a browser may hold: half a file, a file of another version, something else altogether.
TEST(Publishing, WhatIsNotWholeIsRefusedWithItsPlace) {
  for (const char* part : {"/form", "/site", "/locales/fi", "/words/service/en"}) {
    for (const char* damage : {R"([])", R"([999])", R"({})", R"("x")", "null"}) {
      Value pack = published_pack();
      const std::string pointer = part;
      const auto slash = pointer.rfind('/');
      Value* parent = slash == 0 ? &pack : const_cast<Value*>(json::find_by_pointer(pack, pointer.substr(0, slash)));
      parent->set(pointer.substr(slash + 1), *json::read(damage).value);
      door::Door door;
      const Value answer = door.open(pack);
      EXPECT_FALSE(at(answer, "/open").boolean()) << part << " " << damage;
      EXPECT_EQ(at(answer, "/problems/0/code").string(), "unknown-format-version") << part << " " << damage;
      EXPECT_EQ(at(answer, "/problems/0/pointer").string(), part) << damage;
    }
  }
}

// Every entry of every tape changed or cut off: refused or played, never beyond its bounds (the sanitizers watch).
TEST(Publishing, ADamagedTapeNeverLeadsOutOfItsBounds) {
  const Value whole = published_pack();
  const auto play = [&](const char* part, const Value& tape) {
    Tape player(tape);
    if (std::string_view{part} == "/form") {
      form::CompiledForm form;
      form::describe(player, form);
    } else if (std::string_view{part} == "/site") {
      form::Site site;
      calendar::Holidays holidays;
      form::describe(player, site, holidays);
    } else {
      locale::Locale locale;
      locale::describe(player, locale);
      if (player.finished()) locale.money(text::Decimal{1234567}, "EUR");
    }
    return player.finished();
  };
  std::size_t refused = 0, tried = 0;
  for (const char* part : {"/form", "/site", "/locales/fi"}) {
    const Value::Array entries = at(whole, part).items();
    for (std::size_t index = 0; index < entries.size(); ++index) {
      for (const Value& other : {Value{std::int64_t{0}}, Value{std::int64_t{3}}, Value{std::int64_t{4'000'000'000}}, Value{"x"}, Value{}}) {
        Value::Array changed = entries;
        changed[index] = other;
        ++tried;
        if (!play(part, Value{std::move(changed)})) ++refused;
      }
      ++tried;
      if (!play(part, Value{Value::Array(entries.begin(), entries.begin() + static_cast<std::ptrdiff_t>(index))})) ++refused;
    }
  }
  std::printf("%zu of %zu damaged tapes are refused\n", refused, tried);
  EXPECT_GT(refused, tried / 2);
}

}  // namespace
}  // namespace polku::publishing
