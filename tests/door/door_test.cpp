// SPDX-License-Identifier: EUPL-1.2
#include "door/door.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>
#include <string>

#include "json/reader.h"
#include "json/writer.h"
#include "publishing/publishing.h"

namespace polku::door {
namespace {

using json::Value;

Value parsed(const std::string& text) {
  auto reading = json::read(text);
  EXPECT_TRUE(reading.value) << text;
  return reading.value ? *reading.value : Value{};
}

std::string file(const std::string& path) {
  std::ifstream stream{path, std::ios::binary};
  EXPECT_TRUE(stream) << path;
  std::ostringstream text;
  text << stream.rdbuf();
  return text.str();
}

Value pack_of(const std::string& language) { return parsed(file(std::string{POLKU_BUILD_DIR} + "/locales/" + language + ".json")); }

const std::string tiny = std::string{POLKU_SOURCE_DIR} + "/tests/browser/site/";

// The site and service of the browser tests, in Finnish; Arabic is only named.
Value tiny_sources() {
  const auto words = [](const std::string& path) { return Value::object().with("fi", parsed(file(path))); };
  return Value::object()
      .with("service", parsed(file(tiny + "services/name/service.json")))
      .with("site", parsed(file(tiny + "tiny/site.json")))
      .with("locales", Value::object().with("fi", pack_of("fi")))
      .with("languages", parsed(R"({"fi": {"name": "Suomi", "direction": "ltr"}, "ar": {"name": "العربية", "direction": "rtl"}})"))
      .with("words", Value::object()
                         .with("engine", words(std::string{POLKU_SOURCE_DIR} + "/i18n/fi.json"))
                         .with("site", words(tiny + "tiny/fi.json"))
                         .with("service", words(tiny + "services/name/fi.json")));
}

Value tiny_pack() { return publishing::publish(tiny_sources()).pack; }

Value begin(const std::string& storage, const std::string& address = "") {
  return Value::object()
      .with("intent", Value{"begin"})
      .with("language", Value{"fi"})
      .with("address", Value{address})
      .with("storage", Value{storage})
      .with("seed", Value{"0123456789abcdef0123456789abcdef"})
      .with("today", Value{"2026-11-22"});
}

const Value& at(const Value& value, const std::string& pointer) {
  static const Value nothing;
  const Value* found = json::find_by_pointer(value, pointer);
  return found ? *found : nothing;
}
std::string text_at(const Value& value, const std::string& pointer) {
  const Value& found = at(value, pointer);
  return found.is(json::Type::string) ? found.string() : "";
}

Value type(const std::string& words) {
  return Value::object().with("intent", Value{"type"}).with("place", Value{"name-field"}).with("typed", Value{words}).with("today", Value{"2026-11-22"});
}
Value visit(const std::string& address) {
  return Value::object().with("intent", Value{"visit"}).with("address", Value{address}).with("today", Value{"2026-11-22"});
}

class DoorTest : public testing::Test {
 protected:
  void SetUp() override {
    const Value opened = door.open(tiny_pack());
    ASSERT_TRUE(at(opened, "/open").boolean()) << json::write(opened);
    ASSERT_TRUE(at(opened, "/problems").items().empty()) << json::write(opened);
  }
  Door door;
};

TEST_F(DoorTest, ALanguageThatIsOnlyNamedIsOfferedWithItsNameAndDirection) {
  const Value step = door.update(begin("unavailable"));
  EXPECT_NE(text_at(step, "/page/html").find("lang=\"ar\" dir=\"rtl\""), std::string::npos) << json::write(step);
  EXPECT_NE(text_at(step, "/page/html").find("العربية"), std::string::npos);
}

TEST_F(DoorTest, AnAddedLanguageIsSpokenFromThenOn) {
  door.update(begin("unavailable"));
  const Value addition = Value::object()
                             .with("language", Value{"ar"})
                             .with("locale", pack_of("ar"))
                             .with("words", Value::object().with("service", parsed(file(tiny + "services/name/ar.json"))));
  EXPECT_TRUE(at(door.add_language(publishing::publish(addition).pack), "/problems").items().empty());
  const Value step = door.update(parsed(R"({"intent": "choose-language", "language": "ar", "today": "2026-11-22"})"));
  EXPECT_EQ(text_at(step, "/page/language"), "ar");
  EXPECT_EQ(text_at(step, "/page/direction"), "rtl");
  EXPECT_NE(text_at(step, "/page/title").find("قل اسمك"), std::string::npos) << text_at(step, "/page/title");
}

TEST_F(DoorTest, HtmlIsGivenOnlyWhenItChanged) {
  door.update(begin("unavailable"));
  const Value step = door.update(visit("start"));
  EXPECT_FALSE(at(step, "/page/changed").boolean());
  EXPECT_EQ(at(step, "/page").find("html"), nullptr);
}

TEST_F(DoorTest, WhatIsNoIntentChangesNothing) {
  door.update(begin("unavailable"));
  const Value refused = door.update(parsed(R"({"intent": "conjure"})"));
  EXPECT_FALSE(at(refused, "/problems").items().empty());
  EXPECT_EQ(door.state().address, session::Address{});
}

TEST_F(DoorTest, NothingIsAnsweredBeforeItIsOpen) {
  Door closed;
  EXPECT_EQ(closed.update(begin("device")).find("page"), nullptr);
  EXPECT_EQ(closed.facts().find("body"), nullptr);
}

TEST_F(DoorTest, LeavingWarnsWhereNothingIsKept) {
  door.update(begin("none"));
  EXPECT_FALSE(at(door.update(visit("name")), "/page/unsaved").boolean());
  EXPECT_TRUE(at(door.update(type("Aino")), "/page/unsaved").boolean());
}

// After a trap a host opens another instance and hands it the facts: page, answers and half-typed words are there, whatever may be kept.
TEST_F(DoorTest, FactsRestoreASessionInEveryKindOfStorage) {
  for (const std::string storage : {"device", "none", "unavailable"}) {
    SCOPED_TRACE(storage);
    Door before;
    before.open(tiny_pack());
    before.update(begin(storage));
    if (storage == "device") before.resolve(parsed(R"({"outcome": "recalled", "id": 1, "revision": 0})"));
    before.update(parsed(R"({"intent": "continue", "typed": {}, "today": "2026-11-22"})"));
    const Value last = before.update(type("Ain"));

    Door after;
    after.open(tiny_pack());
    const Value step = after.restore(Value::object().with("begin", begin(storage, text_at(last, "/page/address"))).with("facts", before.facts()));
    EXPECT_EQ(text_at(step, "/page/address"), "name") << json::write(step);
    EXPECT_NE(text_at(step, "/page/html").find("value=\"Ain\""), std::string::npos);
    EXPECT_EQ(json::write(step).find("move-focus"), std::string::npos) << "the person has gone nowhere";
    EXPECT_EQ(after.state().storage, before.state().storage);
    EXPECT_EQ(after.state().answers.all().size(), before.state().answers.all().size());
  }
}

TEST_F(DoorTest, FactsOfNothingRestoreTheFirstPage) {
  Door after;
  after.open(tiny_pack());
  const Value step = after.restore(Value::object().with("begin", begin("device")).with("facts", door.facts()));
  EXPECT_EQ(text_at(step, "/page/address"), "start");
  EXPECT_EQ(text_at(step, "/page/kind"), "start");
}

}  // namespace
}  // namespace polku::door
