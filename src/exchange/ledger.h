// SPDX-License-Identifier: EUPL-1.2
// Who carried what over. Pieces of the documents know where they stand; a construct that nobody carried is a loss.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/exchange.h"
#include "json/value.h"

namespace polku::exchange {

enum DocumentIndex : std::uint32_t { in_schema = 0, in_ui_schema = 1, first_translations = 2 };
std::string name_of_document(std::uint32_t document);

struct Place {
  std::uint32_t document = in_schema;
  std::string pointer;
  friend bool operator==(const Place&, const Place&) = default;
  friend bool operator<(const Place& left, const Place& right) {
    return left.document != right.document ? left.document < right.document : left.pointer < right.pointer;
  }
};

// A value and where it stands; nothing when `value` is null.
struct Piece {
  const json::Value* value = nullptr;
  Place place = {};

  explicit operator bool() const { return value != nullptr; }
  bool is(json::Type type) const { return value && value->is(type); }
  Piece member(std::string_view name) const;
  Piece item(std::size_t index) const;
  std::vector<Piece> items() const;                            // of an array, else none
  std::vector<std::pair<std::string, Piece>> members() const;  // of an object, else none
  std::string text() const { return is(json::Type::string) ? value->string() : std::string(); }
};

class Ledger {
 public:
  // Every construct of a schema: its members, in the subschemas too; and of anything else its leaves.
  void count_schema(const Piece& schema);
  void count_leaves(const Piece& piece);
  void add(const Place& place, std::string_view construct);

  void carry(const Piece& piece) { carry(piece.place); }
  void carry(const Place& place);
  void carry_below(const Piece& piece);  // all that is in it
  // Known not to come over, and why; once said it stays, whoever else reads it.
  void lose(const Piece& piece, std::string_view reason);
  void lose_below(const Piece& piece, std::string_view reason);
  // Why what is in it does not come over, where nobody carries it.
  void explain_below(const Piece& piece, std::string_view reason);
  bool is_carried(const Piece& piece) const;
  // Two that say the same are one: what is in the twin came over where it came over in the original.
  void twin(const Piece& twin, const Piece& original) { twins_.emplace_back(twin, original); }
  void settle_twins();

  std::size_t size() const { return order_.size(); }
  std::vector<Loss> losses() const;

 private:
  struct Entry {
    std::string construct, reason;
    bool carried = false, lost = false;
  };
  // Each construct in the piece, and its own.
  template <class Do>
  void each_below(const Piece& piece, Do act);

  std::vector<std::pair<Piece, Piece>> twins_;
  std::map<Place, Entry> entries_;
  std::vector<Place> order_;
};

// The keywords below which further schemas stand: one, an array of them, or a map.
bool holds_schema(std::string_view keyword);
bool holds_schema_map(std::string_view keyword);

}  // namespace polku::exchange
