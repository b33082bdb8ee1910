// SPDX-License-Identifier: EUPL-1.2
#include "rehearsal/generate/damage.h"

#include <array>

#include "json/reader.h"

namespace polku::rehearsal::generate {

using json::Type;
using json::Value;

namespace {

struct Fault {
  std::string_view name;
  void (*make)(Value& service);
};

Value read(const char* source) { return std::move(*json::read(source).value); }
Value& questions(Value& service) { return *service.find("questions"); }
Value& pages(Value& service) { return *service.find("pages"); }

// The first page behind the start that asks; there always is one.
Value& asking_page(Value& service) {
  for (auto& page : pages(service).items()) {
    if (page.find("ask") && page.find_string("kind") != "start") return page;
  }
  return pages(service).items().front();
}

void add_text(Value& service, const char* id, const char* source) {
  questions(service).add(id, read(source));
  asking_page(service).find("ask")->push(Value{id});
}
void add_computed(Value& service, const char* id, const char* source) { questions(service).add(id, read(source)); }

void nest_rule(Value& service) {
  Value rule{true};
  for (int depth = 0; depth < 80; ++depth) rule = Value::object().with("!", std::move(rule));
  asking_page(service).set("when", std::move(rule));
}

void repeat_page(Value& service) {
  auto& all = pages(service).items();
  all.insert(all.begin() + 1, all.front());
}

constexpr std::array<Fault, 26> faults{{
    {"unknown-member", [](Value& service) { service.add("owner", Value{"nobody"}); }},
    {"unknown-kind", [](Value& service) { questions(service).members().front().value.set("kind", Value{"txt"}); }},
    {"bad-version", [](Value& service) { service.set("version", Value{"1.0"}); }},
    {"bad-language", [](Value& service) { service.set("languages", read(R"(["finnish language"])")); }},
    {"no-confirmation", [](Value& service) { pages(service).items().pop_back(); }},
    {"page-twice", repeat_page},
    {"exit-without-rule", [](Value& service) { pages(service).items().insert(pages(service).items().begin() + 1, read(R"({"id":"out","kind":"exit"})")); }},
    {"unknown-question", [](Value& service) { asking_page(service).find("ask")->push(Value{"nobody-knows"}); }},
    {"asked-twice", [](Value& service) { add_text(service, "twice", R"({"kind":"text"})"), asking_page(service).find("ask")->push(Value{"twice"}); }},
    {"reads-unknown", [](Value& service) { asking_page(service).set("when", read(R"({"var":"nobody-knows"})")); }},
    {"reads-later", [](Value& service) { add_text(service, "late", R"({"kind":"yes-no"})"), asking_page(service).set("when", read(R"({"var":"late"})")); }},
    {"reads-itself", [](Value& service) { add_text(service, "self", R"({"kind":"yes-no","when":{"var":"self"}})"); }},
    {"circle",
     [](Value& service) {
       add_computed(service, "hen", R"({"kind":"number","calculate":{"+":[{"var":"egg"},1]}})");
       add_computed(service, "egg", R"({"kind":"number","calculate":{"+":[{"var":"hen"},1]}})");
     }},
    {"reduce", [](Value& service) { add_computed(service, "all", R"({"kind":"number","calculate":{"reduce":[[1,2],{"var":"current"},0]}})"); }},
    {"log", [](Value& service) { add_computed(service, "all", R"({"kind":"text","calculate":{"log":"x"}})"); }},
    {"unknown-operator", [](Value& service) { add_computed(service, "all", R"({"kind":"number","calculate":{"median":[1,2]}})"); }},
    {"argument-count", [](Value& service) { add_computed(service, "all", R"({"kind":"number","calculate":{"%":[1]}})"); }},
    {"argument-type", [](Value& service) { add_computed(service, "all", R"({"kind":"date","calculate":{"add-days":["2026-01-01","x"]}})"); }},
    {"result-type", [](Value& service) { add_computed(service, "all", R"({"kind":"yes-no","calculate":{"+":[1,2]}})"); }},
    {"unknown-amount", [](Value& service) { add_computed(service, "all", R"({"kind":"number","calculate":{"amount":"fee-none"}})"); }},
    {"unknown-option",
     [](Value& service) {
       add_text(service, "way", R"({"kind":"one-of","options":["by-sea","by-air"]})");
       add_computed(service, "flies", R"({"kind":"yes-no","calculate":{"==":[{"var":"way"},"by-rail"]}})");
     }},
    {"bad-pattern", [](Value& service) { add_text(service, "coded", R"({"kind":"text","pattern":"(?=x)(a"})"); }},
    {"crossed-bounds", [](Value& service) { add_text(service, "few", R"({"kind":"number","minimum":5,"maximum":2})"); }},
    {"unknown-currency", [](Value& service) { add_text(service, "coins", R"({"kind":"money","currency":"Euro"})"); }},
    {"unknown-scheme", [](Value& service) { add_text(service, "number", R"({"kind":"identifier","scheme":"fi-nobody"})"); }},
    {"rule-too-deep", nest_rule},
}};

}  // namespace

std::string damage(std::uint64_t number, Value& service) {
  const auto& fault = faults[number % faults.size()];
  fault.make(service);
  return std::string{fault.name};
}

}  // namespace polku::rehearsal::generate
