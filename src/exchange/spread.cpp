// SPDX-License-Identifier: EUPL-1.2
#include "exchange/spread.h"

#include <algorithm>

namespace polku::exchange {

using json::Type;

namespace {

constexpr std::size_t most_facets = 20'000;

// "%25" in the fragment of a reference (RFC 3986, section 2.1).
std::string percent_decoded(std::string_view words) {
  const auto digit = [](char sign) {
    return sign >= '0' && sign <= '9' ? sign - '0' : sign >= 'a' && sign <= 'f' ? sign - 'a' + 10 : sign >= 'A' && sign <= 'F' ? sign - 'A' + 10 : -1;
  };
  std::string decoded;
  for (std::size_t at = 0; at < words.size(); ++at) {
    const bool is_code = words[at] == '%' && at + 2 < words.size() && digit(words[at + 1]) >= 0 && digit(words[at + 2]) >= 0;
    decoded += is_code ? static_cast<char>(digit(words[at + 1]) * 16 + digit(words[at + 2])) : words[at];
    if (is_code) at += 2;
  }
  return decoded;
}

bool is_inside(const Node* node, const std::string& pointer) {
  for (; node; node = node->parent) {
    for (const Facet& facet : node->facets) {
      if (facet.schema.place.pointer == pointer) return true;
    }
  }
  return false;
}

}  // namespace

std::nullptr_t Spreader::refuse(const Place& place, std::string code, std::vector<std::pair<std::string, std::string>> arguments) {
  if (!refused_) problems_.push_back({name_of_document(place.document), place.pointer, std::move(code), std::move(arguments)});
  refused_ = true;
  return nullptr;
}

// What a reference leads to. Nothing is ever fetched.
Piece Spreader::resolve(const Piece& reference) {
  const std::string address = reference.text();
  if (address.empty() || address.front() != '#') {
    refuse(reference.place, "reference-remote", {{"reference", address}});
    return {};
  }
  const std::string pointer = percent_decoded(std::string_view(address).substr(1));
  const json::Value* found = pointer.empty() || pointer.front() == '/' ? json::find_by_pointer(*root_.value, pointer) : nullptr;
  if (!found) {
    refuse(reference.place, "reference-unknown", {{"reference", address}});
    return {};
  }
  return {found, {in_schema, pointer}};
}

void Spreader::follow(const Piece& reference, const Conditions& when, Node& node, std::vector<std::string> trail) {
  ledger_.carry(reference);
  const Piece target = resolve(reference);
  if (!target) return;
  if (std::find(trail.begin(), trail.end(), target.place.pointer) != trail.end() || is_inside(node.parent, target.place.pointer)) {
    refuse(reference.place, "reference-circular", {{"reference", reference.text()}});
    return;
  }
  // What contains a definition carries nothing over by itself: the way to it does.
  for (std::size_t slash = target.place.pointer.find('/', 1); slash != std::string::npos; slash = target.place.pointer.find('/', slash + 1)) {
    ledger_.carry(Place{in_schema, target.place.pointer.substr(0, slash)});
  }
  trail.push_back(target.place.pointer);
  spread(target, when, node, std::move(trail));
}

Conditions Spreader::with(Conditions when, Condition one) {
  when.push_back(std::move(one));
  return when;
}

// All schemas that say something of the node, and when.
void Spreader::spread(const Piece& schema, const Conditions& when, Node& node, std::vector<std::string> trail) {
  if (refused_ || !schema.is(Type::object)) return;
  if (++facets_ > most_facets) return void(refuse(schema.place, "too-large"));
  node.facets.push_back({schema, when});
  if (const Piece reference = schema.member("$ref")) follow(reference, when, node, trail);
  if (const Piece all = schema.member("allOf")) {
    ledger_.carry(all);
    for (const Piece& part : all.items()) spread(part, when, node, trail);
  }
  if (const Piece condition = schema.member("if")) {
    for (const bool negated : {false, true}) {
      const Piece branch = schema.member(negated ? "else" : "then");
      if (!branch) continue;
      ledger_.carry(branch);
      spread(branch, with(when, {.schema = condition, .place = condition.place, .negated = negated, .scope = &node}), node, trail);
    }
  }
  for (const char* keyword : {"dependentSchemas", "dependencies"}) {
    for (const auto& [name, below] : schema.member(keyword).members()) {
      if (!below.is(Type::object)) continue;
      ledger_.carry(schema.member(keyword));
      spread(below, with(when, {.sort = Condition::Sort::present, .place = below.place, .scope = &node, .name = name}), node, trail);
    }
  }
  for (const char* keyword : {"oneOf", "anyOf"}) spread_alternatives(schema.member(keyword), when, node, trail);
}

// Branches that bring questions, told apart by constants.
void Spreader::spread_alternatives(const Piece& alternatives, const Conditions& when, Node& node, const std::vector<std::string>& trail) {
  const auto items = alternatives.items();
  if (!std::any_of(items.begin(), items.end(), [](const Piece& one) { return one.member("properties"); })) return;
  ledger_.carry(alternatives);
  for (const Piece& branch : items) {
    spread(branch, with(when, {.sort = Condition::Sort::alternative, .schema = branch, .place = branch.place, .scope = &node}), node, trail);
  }
}

}  // namespace polku::exchange
