// SPDX-License-Identifier: EUPL-1.2
#include "delivery/template.h"

#include <array>
#include <utility>

#include "text/decimal.h"
#include "text/percent.h"

namespace polku::delivery {
namespace {

using json::Type;
using json::Value;
using problem::Code;

constexpr std::array<std::string_view, 8> fact_names = {"hash", "key", "service", "version", "site", "recipient", "on", "language"};
// Any decimal of 15 significant digits survives the double of the reader at the other end.
constexpr std::size_t safe_digits = 15;

bool is_fact(std::string_view name) {
  for (const auto known : fact_names) {
    if (known == name) return true;
  }
  return false;
}

std::string words_of(const Value& value) {
  switch (value.type()) {
    case Type::string: return value.string();
    case Type::boolean: return value.boolean() ? "true" : "false";
    case Type::number: return value.number().to_string();
    case Type::object: {
      const auto amount = value.find_string("amount");
      return amount ? std::string{*amount} : std::string{};
    }
    case Type::array: {
      std::string all;
      for (const auto& item : value.items()) {
        if (!all.empty()) all += ", ";
        all += words_of(item);
      }
      return all;
    }
    case Type::null: break;
  }
  return {};
}

// Calls `literal` and `name` for the parts of "{street} {{x}}".
template <typename Literal, typename Name>
void split(std::string_view source, Literal literal, Name name) {
  std::size_t at = 0;
  while (at < source.size()) {
    const char mark = source[at];
    const bool doubled = at + 1 < source.size() && source[at + 1] == mark;
    if ((mark == '{' || mark == '}') && doubled) {
      literal(source.substr(at, 1));
      at += 2;
      continue;
    }
    if (mark == '{') {
      if (const auto end = source.find('}', at); end != std::string_view::npos) {
        name(source.substr(at + 1, end - at - 1));
        at = end + 1;
        continue;
      }
    }
    literal(source.substr(at, 1));
    ++at;
  }
}

std::size_t digits_in(std::string_view plain) {
  std::size_t count = 0;
  bool leading = true;
  for (const char letter : plain) {
    if (letter < '0' || letter > '9') continue;
    if (leading && letter == '0') continue;
    leading = false;
    ++count;
  }
  return count;
}

class BodyMaker {
 public:
  BodyMaker(Scope scope, problem::Problems& problems) : scope_(std::move(scope)), problems_(problems) {}

  std::optional<Value> make(const Value& description, const std::string& pointer) {
    if (description.is(Type::array)) {
      Value list = Value::array();
      std::size_t index = 0;
      for (const auto& item : description.items()) {
        if (auto made = make(item, problem::join_pointer(pointer, index++))) list.push(std::move(*made));
      }
      return list;
    }
    if (!description.is(Type::object)) return description;
    if (const auto* words = description.find("$literal")) return *words;
    if (const auto id = description.find_string("$answer")) {
      const Value* found = scope_.find(*id);
      return found ? std::optional<Value>{*found} : std::nullopt;
    }
    if (const auto id = description.find_string("$number")) return number(*id, pointer);
    if (const auto source = description.find_string("$text")) return text(*source);
    if (const auto place = description.find_string("$submission")) {
      const auto* fact = place->empty() ? nullptr : scope_.fact(place->substr(1));
      return fact ? std::optional<Value>{Value{*fact}} : std::nullopt;
    }
    if (const auto list = description.find_string("$each")) return each(*list, description, pointer);
    if (const auto id = description.find_string("$if-answered")) {
      const char* const branch = scope_.find(*id) ? "$then" : "$else";
      const Value* chosen = description.find(branch);
      return chosen ? make(*chosen, problem::join_pointer(pointer, branch)) : std::nullopt;
    }
    Value object = Value::object();
    for (const auto& member : description.members()) {
      if (auto made = make(member.value, problem::join_pointer(pointer, member.name))) object.add(member.name, std::move(*made));
    }
    return object;
  }

 private:
  std::optional<Value> number(std::string_view id, const std::string& pointer) {
    const Value* found = scope_.find(id);
    if (!found) return std::nullopt;
    if (found->is(Type::number)) return *found;
    const auto plain = words_of(*found);
    const auto decimal = text::Decimal::parse(plain);
    if (!decimal) {
      problems_.push_back({.code = Code::not_a_number, .pointer = pointer});
      return Value{plain};
    }
    if (digits_in(decimal->to_string()) > safe_digits) {
      problems_.push_back({.code = Code::too_many_digits, .arguments = {{"maximum", text::Decimal{safe_digits}}}, .pointer = pointer});
      return Value{plain};
    }
    return Value{*decimal};
  }

  Value text(std::string_view source) const {
    std::string words;
    split(
        source, [&](std::string_view part) { words += part; },
        [&](std::string_view name) {
          if (const Value* found = scope_.find(name)) words += words_of(*found);
        });
    return Value{std::move(words)};
  }

  std::optional<Value> each(std::string_view list, const Value& description, const std::string& pointer) {
    const Value* rows = scope_.find(list);
    const Value* as = description.find("$as");
    if (!rows || !rows->is(Type::array) || !as) return std::nullopt;
    Value made = Value::array();
    const auto inner = problem::join_pointer(pointer, "$as");
    for (const auto& row : rows->items()) {
      scope_.objects.insert(scope_.objects.begin(), &row);
      if (auto item = make(*as, inner)) made.push(std::move(*item));
      scope_.objects.erase(scope_.objects.begin());
    }
    return made;
  }

  Scope scope_;
  problem::Problems& problems_;
};

}  // namespace

const Value* Scope::find(std::string_view id) const {
  for (const auto* object : objects) {
    if (const auto* found = object->find(id)) return found;
  }
  return nullptr;
}

const std::string* Scope::fact(std::string_view name) const {
  for (const auto& [known, value] : facts) {
    if (known == name) return &value;
  }
  return nullptr;
}

void check_body(const json::Cursor& description) {
  if (description.is(Type::array)) {
    for (const auto& item : description.items()) check_body(item);
    return;
  }
  if (!description.is(Type::object)) return;
  const auto& object = description.value();
  if (object.find("$literal")) return description.only({"$literal"});
  for (const char* const operation : {"$answer", "$number", "$text"}) {
    if (!object.find(operation)) continue;
    description.member(operation).text();
    return description.only({operation});
  }
  if (object.find("$submission")) {
    constexpr std::array<std::string_view, 8> places = {"/hash", "/key", "/service", "/version", "/site", "/recipient", "/on", "/language"};
    description.member("$submission").choice(places);
    return description.only({"$submission"});
  }
  if (object.find("$each")) {
    description.member("$each").text();
    check_body(description.member("$as"));
    return description.only({"$each", "$as"});
  }
  if (object.find("$if-answered")) {
    description.member("$if-answered").text();
    check_body(description.member("$then"));
    check_body(description.optional("$else"));
    return description.only({"$if-answered", "$then", "$else"});
  }
  for (const auto& [name, member] : description.members()) {
    if (!name.empty() && name.front() == '$') {
      constexpr std::array<std::string_view, 7> known = {"$answer", "$number", "$text", "$submission", "$each", "$if-answered", "$literal"};
      member.report(Code::unknown_member, {{"name", name}, {"suggestion", json::nearest(name, std::span<const std::string_view>{known})}});
    }
    check_body(member);
  }
}

std::optional<Value> make_body(const Value& description, const Scope& scope, std::string pointer, problem::Problems& problems) {
  return BodyMaker{scope, problems}.make(description, pointer);
}

std::string fill_address(std::string_view address, const Scope& scope) {
  std::string filled;
  split(
      address, [&](std::string_view part) { filled += part; },
      [&](std::string_view name) {
        if (const auto* fact = scope.fact(name)) filled += text::percent_encoded(*fact);
      });
  return filled;
}

std::vector<std::string> unknown_names(std::string_view address) {
  std::vector<std::string> unknown;
  split(
      address, [](std::string_view) {},
      [&](std::string_view name) {
        if (!is_fact(name)) unknown.emplace_back(name);
      });
  return unknown;
}

}  // namespace polku::delivery
