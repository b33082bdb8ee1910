// SPDX-License-Identifier: EUPL-1.2
#include "exchange/ledger.h"

#include <algorithm>
#include <array>

#include "problem/problem.h"

namespace polku::exchange {

namespace {

constexpr std::array<std::string_view, 6> maps = {"properties", "patternProperties", "definitions", "$defs", "dependentSchemas", "dependencies"};
constexpr std::array<std::string_view, 16> schemas = {
    "items", "additionalItems", "contains", "additionalProperties",  "propertyNames", "not",    "if", "then", "else", "unevaluatedItems",
    "allOf", "anyOf",           "oneOf",    "unevaluatedProperties", "prefixItems",   "extends"};

}  // namespace

bool holds_schema(std::string_view keyword) { return std::find(schemas.begin(), schemas.end(), keyword) != schemas.end(); }
bool holds_schema_map(std::string_view keyword) { return std::find(maps.begin(), maps.end(), keyword) != maps.end(); }

std::string name_of_document(std::uint32_t document) {
  if (document == in_schema) return "schema";
  if (document == in_ui_schema) return "ui-schema";
  return "translations/" + std::to_string(document - first_translations);
}

Piece Piece::member(std::string_view name) const {
  if (!is(json::Type::object)) return {};
  const json::Value* found = value->find(name);
  return found ? Piece{found, {place.document, problem::join_pointer(place.pointer, name)}} : Piece{};
}

Piece Piece::item(std::size_t index) const {
  if (!is(json::Type::array) || index >= value->items().size()) return {};
  return {&value->items()[index], {place.document, problem::join_pointer(place.pointer, index)}};
}

std::vector<Piece> Piece::items() const {
  std::vector<Piece> pieces;
  if (!is(json::Type::array)) return pieces;
  for (std::size_t index = 0; index < value->items().size(); ++index) pieces.push_back(item(index));
  return pieces;
}

std::vector<std::pair<std::string, Piece>> Piece::members() const {
  std::vector<std::pair<std::string, Piece>> pieces;
  if (!is(json::Type::object)) return pieces;
  for (const json::Member& one : value->members()) {
    pieces.emplace_back(one.name, Piece{&one.value, {place.document, problem::join_pointer(place.pointer, one.name)}});
  }
  return pieces;
}

void Ledger::add(const Place& place, std::string_view construct) {
  if (entries_.emplace(place, Entry{.construct = std::string(construct), .reason = {}}).second) order_.push_back(place);
}

void Ledger::count_leaves(const Piece& piece) {
  for (const Piece& item : piece.items()) count_leaves(item);
  for (const auto& [name, member] : piece.members()) count_leaves(member);
  if (piece.is(json::Type::array) || piece.is(json::Type::object)) return;
  const std::size_t slash = piece.place.pointer.rfind('/');
  add(piece.place, slash == std::string::npos ? std::string_view() : std::string_view(piece.place.pointer).substr(slash + 1));
}

void Ledger::count_schema(const Piece& schema) {
  for (const Piece& item : schema.items()) count_schema(item);
  for (const auto& [name, member] : schema.members()) {
    if (name == "baUiSchema") {
      count_leaves(member);
      continue;
    }
    add(member.place, name);
    if (holds_schema(name)) count_schema(member);
    if (!holds_schema_map(name)) continue;
    for (const auto& [key, below] : member.members()) count_schema(below);
  }
}

void Ledger::carry(const Place& place) {
  const auto found = entries_.find(place);
  if (found != entries_.end()) found->second.carried = true;
}

template <class Do>
void Ledger::each_below(const Piece& piece, Do act) {
  if (!piece) return;
  if (const auto own = entries_.find(piece.place); own != entries_.end()) act(own->second);
  const Place first{piece.place.document, piece.place.pointer + "/"};
  for (auto at = entries_.lower_bound(first); at != entries_.end(); ++at) {
    if (at->first.document != first.document || !at->first.pointer.starts_with(first.pointer)) break;
    act(at->second);
  }
}

void Ledger::carry_below(const Piece& piece) {
  each_below(piece, [](Entry& entry) { entry.carried = true; });
}

void Ledger::lose(const Piece& piece, std::string_view reason) {
  const auto found = entries_.find(piece.place);
  if (found == entries_.end() || found->second.lost) return;
  found->second.reason = reason;
  found->second.lost = true;
}

void Ledger::lose_below(const Piece& piece, std::string_view reason) {
  each_below(piece, [&](Entry& entry) {
    if (!entry.lost) entry.reason = reason;
    entry.lost = true;
  });
}

void Ledger::explain_below(const Piece& piece, std::string_view reason) {
  each_below(piece, [&](Entry& entry) {
    if (entry.reason.empty()) entry.reason = reason;
  });
}

bool Ledger::is_carried(const Piece& piece) const {
  const auto found = entries_.find(piece.place);
  return found != entries_.end() && found->second.carried && !found->second.lost;
}

void Ledger::settle_twins() {
  for (const auto& [twin, original] : twins_) {
    const std::string stem = twin.place.pointer;
    for (const Place& place : order_) {
      const bool is_in = place.document == twin.place.document && (place.pointer == stem || place.pointer.starts_with(stem + "/"));
      const auto other = is_in ? entries_.find({original.place.document, original.place.pointer + place.pointer.substr(stem.size())}) : entries_.end();
      if (other == entries_.end()) continue;
      Entry& entry = entries_.at(place);
      entry.carried = entry.carried || other->second.carried;
      entry.lost = entry.lost || other->second.lost;
      if (entry.reason.empty()) entry.reason = other->second.reason;
    }
  }
}

std::vector<Loss> Ledger::losses() const {
  std::vector<Loss> losses;
  for (const Place& place : order_) {
    const Entry& entry = entries_.at(place);
    if (entry.carried && !entry.lost) continue;
    losses.push_back({name_of_document(place.document), place.pointer, entry.construct, entry.reason.empty() ? "not-understood" : entry.reason});
  }
  return losses;
}

}  // namespace polku::exchange
