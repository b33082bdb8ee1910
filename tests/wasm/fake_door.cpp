// SPDX-License-Identifier: EUPL-1.2
// A stand-in behind the same exports and JSON as src/door: one page that asks a name, one that checks it, one that says it was sent. It traps when the
// name typed is TRAP, which the real engine cannot be asked to do; so the shell's way back from a trap has a test.
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

#include "json/reader.h"
#include "json/writer.h"

#define EXPORT(name) extern "C" __attribute__((export_name(#name)))

namespace {

using polku::json::Value;

struct Fake {
  std::string service, site, language = "fi", page = "start", typed, body, key, reference;
  bool returning = false, attempted = false, kept_once = false, shared = false;
  std::int64_t revision = 0, next = 1, keep = 0, recall = 0, fetch = 0, wait = 0;
  std::vector<std::string> languages;
};
Fake fake;

std::string text(const Value& from, std::string_view name) { return std::string{from.find_string(name).value_or("")}; }
std::string quoted(std::string_view words) {
  std::string out;
  for (const char sign : words) out += sign == '<' ? "&lt;" : sign == '&' ? "&amp;" : sign == '"' ? "&quot;" : std::string(1, sign);
  return out;
}
std::string say(std::string_view fi, std::string_view ar) { return std::string{fake.language == "ar" ? ar : fi}; }
Value effect(std::string_view name, std::int64_t id) {
  Value made = Value::object().with("effect", Value{name});
  if (id != 0) made.add("id", Value{id});
  return made;
}
std::string facts() {
  Value made = Value::object()
                   .with("typed", Value{fake.typed})
                   .with("page", Value{fake.page})
                   .with("language", Value{fake.language})
                   .with("reference", Value{fake.reference});
  if (!fake.key.empty() && fake.reference.empty()) made.add("outbox", Value{fake.key});
  return polku::json::write(made);
}

std::string html() {
  std::string out = "<div class=\"polku\" lang=\"" + fake.language + "\">";
  if (fake.page == "check") out += "<a class=\"back\" id=\"back\" href=\"#name\">" + say("Takaisin", "رجوع") + "</a>";
  out += "<nav class=\"languages\" aria-label=\"Kieli\"><ul>";
  for (const auto& language : fake.languages) {
    out += "<li><button name=\"intent\" form=\"side\" id=\"language--" + language + "\" lang=\"" + language + "\" value=\"choose-language:" + language + "\">" +
           language + "</button></li>";
  }
  out += "</ul></nav>";
  if (fake.attempted && fake.typed.empty() && fake.page == "name") {
    out += "<section id=\"summary\" class=\"summary\" tabindex=\"-1\" aria-labelledby=\"summary--heading\"><h2 id=\"summary--heading\">" +
           say("Tarkista", "تحقق") + "</h2><a href=\"#name-field\" data-focus=\"name-field\">" + say("Kirjoita nimi", "اكتب") + "</a></section>";
  }
  out += "<form id=\"form\" method=\"post\" novalidate>";
  if (fake.returning) {
    out += "<h1 id=\"heading\" tabindex=\"-1\">Palaa</h1><button name=\"intent\" value=\"go-on\">Jatka</button>";
  } else if (fake.page == "start") {
    out += "<h1 id=\"heading\" tabindex=\"-1\">" + say("Alku", "بداية") + "</h1><button class=\"button\" name=\"intent\" value=\"continue\">Aloita</button>";
  } else if (fake.page == "name") {
    out += "<h1 id=\"heading\" tabindex=\"-1\"><label for=\"name-field\">" + say("Mikä on nimesi?", "ما اسمك؟") +
           "</label></h1><input type=\"text\" id=\"name-field\" name=\"name-field\" value=\"" + quoted(fake.typed) +
           "\"><button class=\"button\" name=\"intent\" value=\"continue\">Jatka</button>";
  } else if (fake.page == "check") {
    out += "<h1 id=\"heading\" tabindex=\"-1\">Tarkista</h1><dl><dt>Nimi</dt><dd><bdi>" + quoted(fake.typed) +
           "</bdi></dd><dd><a href=\"#change:name:name-field\">Muuta</a></dd></dl><button class=\"button\" name=\"intent\" value=\"submit\">" +
           (fake.key.empty() ? "Lähetä" : "Lähetetään") + "</button>";
  } else {
    out += "<h1 id=\"heading\" tabindex=\"-1\">Kiitos</h1><p><strong>" + quoted(fake.reference) + "</strong></p>";
  }
  return out + "</form><form id=\"side\" method=\"post\" novalidate></form></div>";
}

char* give(const Value& value) {
  const std::string words = polku::json::write(value);
  const auto length = static_cast<std::uint32_t>(words.size());
  char* memory = static_cast<char*>(std::malloc(4 + words.size()));
  std::memcpy(memory, &length, 4);
  std::memcpy(memory + 4, words.data(), words.size());
  return memory;
}

Value answer(Value effects) {
  const bool sending = !fake.key.empty() && fake.reference.empty();
  Value page = Value::object()
                   .with("title", Value{fake.page})
                   .with("language", Value{fake.language})
                   .with("direction", Value{fake.language == "ar" ? "rtl" : "ltr"})
                   .with("address", Value{fake.page})
                   .with("kind", Value{sending ? "sending" : fake.page})
                   .with("changed", Value{true})
                   .with("unsaved", Value{fake.shared && !fake.typed.empty()})
                   .with("html", Value{html()});
  return Value::object().with("page", std::move(page)).with("effects", std::move(effects));
}

void keep(Value& effects) {
  if (fake.shared || fake.keep != 0) return;
  fake.keep = fake.next++;
  effects.push(effect("keep", fake.keep)
                   .with("name", Value{fake.site + "/" + fake.service})
                   .with("expected", Value{fake.revision})
                   .with("revision", Value{fake.revision + 1})
                   .with("body", Value{facts()}));
}
void go(Value& effects, std::string_view page) {
  fake.page = std::string{page};
  effects.push(effect("move-focus", 0).with("target", Value{"heading"}));
}
void take(const Value& kept) {
  fake.typed = text(kept, "typed");
  fake.page = text(kept, "page");
  fake.reference = text(kept, "reference");
}
void send(Value& effects) {
  fake.fetch = fake.next++;
  effects.push(effect("fetch", fake.fetch)
                   .with("method", Value{"POST"})
                   .with("url", Value{"/api/submissions"})
                   .with("headers", Value::object().with("Content-Type", Value{"application/json"}).with("Idempotency-Key", Value{fake.key}))
                   .with("body", Value{polku::json::write(Value::object().with("name", Value{fake.typed}))}));
}
void type(const Value& typed) {
  fake.typed = typed.items().empty() ? "" : typed.items().front().string();
  if (fake.typed == "TRAP") __builtin_trap();
}

Value update(const Value& intent) {
  Value effects = Value::array();
  const std::string name = text(intent, "intent");
  if (name == "begin") {
    fake.language = text(intent, "language");
    fake.shared = text(intent, "storage") != "device";
    const std::string address = text(intent, "address");
    if (address == "name" || address == "check") fake.page = address;
    if (!fake.shared) {
      fake.recall = fake.next++;
      effects.push(effect("recall", fake.recall).with("name", Value{fake.site + "/" + fake.service}));
    }
  } else if (name == "type") {
    type(*intent.find("typed"));
    keep(effects);
  } else if (name == "continue") {
    if (const Value* typed = intent.find("typed")->find("name-field")) type(*typed);
    if (fake.page == "start") {
      go(effects, "name");
    } else if (fake.page == "name" && fake.typed.empty()) {
      fake.attempted = true;
      effects.push(effect("move-focus", 0).with("target", Value{"summary"}));
    } else {
      go(effects, "check");
    }
    keep(effects);
  } else if (name == "visit" || name == "change") {
    const std::string address = text(intent, "address");
    if (address != fake.page && (address == "start" || address == "name" || (address == "check" && !fake.typed.empty()))) go(effects, address);
  } else if (name == "go-on") {
    fake.returning = false;
    go(effects, fake.page);
  } else if (name == "choose-language") {
    fake.language = text(intent, "language");
    effects.push(effect("announce", 0).with("text", Value{fake.language}).with("language", Value{fake.language}));
  } else if (name == "submit") {
    fake.key = text(intent, "key");
    keep(effects);
  }
  return answer(std::move(effects));
}

Value resolve(const Value& outcome) {
  Value effects = Value::array();
  const std::int64_t id = outcome.find("id")->number().to_integer().value_or(0);
  const std::string name = text(outcome, "outcome");
  if (id == fake.recall && name == "recalled") {
    fake.revision = outcome.find("revision")->number().to_integer().value_or(0);
    if (const auto body = outcome.find_string("body")) {
      const std::string asked = fake.page;
      take(*polku::json::read(*body).value);
      if (asked != "start") fake.page = asked;
      fake.returning = asked == "start" && fake.reference.empty() && !fake.typed.empty();
    }
  } else if (id == fake.keep) {
    fake.keep = 0;
    if (name == "kept") ++fake.revision;
    if (!fake.key.empty() && fake.reference.empty() && fake.fetch == 0) send(effects);
  } else if (id == fake.fetch) {
    if (name == "fetched") {
      fake.reference = text(*polku::json::read(text(outcome, "body")).value, "reference");
      go(effects, "done");
      keep(effects);
    } else {
      fake.wait = fake.next++;
      effects.push(effect("wait", fake.wait).with("seconds", Value{std::int64_t{1}}));
    }
  } else if (id == fake.wait) {
    send(effects);
  }
  return answer(std::move(effects));
}

Value restore(const Value& request) {
  update(*request.find("begin"));
  Value effects = Value::array();
  if (const auto body = request.find("facts")->find_string("body")) take(*polku::json::read(*body).value);
  fake.revision = request.find("facts")->find("revision")->number().to_integer().value_or(0);
  const std::string address = text(*request.find("begin"), "address");
  if (!address.empty()) fake.page = address;
  return answer(std::move(effects));
}

Value open(const Value& pack) {
  fake = Fake{};
  // Behind the number of the format, a form and a site begin with their id.
  fake.service = pack.find("form")->items()[1].string();
  fake.site = pack.find("site")->items()[1].string();
  for (const auto& [language, facts] : pack.find("languages")->members()) fake.languages.push_back(language);
  return Value::object().with("problems", Value::array()).with("open", Value{true});
}

Value read(const char* bytes, std::size_t size) { return *polku::json::read({bytes, size}).value; }

}  // namespace

EXPORT(polku_allocate) char* polku_allocate(std::size_t size) { return static_cast<char*>(std::malloc(size)); }
EXPORT(polku_release) void polku_release(char* memory) { std::free(memory); }
EXPORT(polku_open) char* polku_open(const char* bytes, std::size_t size) { return give(open(read(bytes, size))); }
EXPORT(polku_add_language) char* polku_add_language(const char* bytes, std::size_t size) {
  return give(Value::object().with("language", *read(bytes, size).find("language")));
}
EXPORT(polku_update) char* polku_update(const char* bytes, std::size_t size) { return give(update(read(bytes, size))); }
EXPORT(polku_resolve) char* polku_resolve(const char* bytes, std::size_t size) { return give(resolve(read(bytes, size))); }
EXPORT(polku_restore) char* polku_restore(const char* bytes, std::size_t size) { return give(restore(read(bytes, size))); }
EXPORT(polku_facts) char* polku_facts() { return give(Value::object().with("revision", Value{fake.revision}).with("body", Value{facts()})); }
EXPORT(polku_close) void polku_close() { fake = Fake{}; }
