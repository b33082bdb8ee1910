// SPDX-License-Identifier: EUPL-1.2
// The form's texts: written in the schema itself, or named there by key and written in documents of their own, in several languages.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "exchange/ledger.h"

namespace polku::exchange {

// Language → a message as catalogs hold it: braces quoted, HTML turned into the markup of prose.
using Words = std::map<std::string, std::string>;

enum class Markup : std::uint8_t { none, prose };

// The parts with this between them; a language that only some have gets these.
Words joined(const std::vector<Words>& parts, std::string_view between);
Words framed(std::string_view before, Words words, std::string_view after);
// A message that says just this text.
std::string as_message(std::string_view text);

class Texts {
 public:
  Texts(const Sources& sources, Ledger& ledger, std::vector<Finding>& problems);

  const std::vector<std::string>& languages() const { return languages_; }
  // What the piece says, or nothing when it is empty or no text. Carries it and what it names.
  Words say(const Piece& piece, Markup markup = Markup::none);
  // Says nothing, carries nothing: to compare with.
  Words peek(const Piece& piece, Markup markup = Markup::none) const;
  // The importer's own.
  Words own(const std::string& key) const;
  // The same in every language: a name, a number.
  Words everywhere(const std::string& text) const;
  // Counts what the documents of texts hold that somebody named; the rest is told.
  void settle(const Piece& schema, const Piece& ui);

 private:
  struct Entry {
    Piece piece;  // language → text
    bool named = false;
  };
  const Entry* find(const std::string& key) const;
  void name_all(const Piece& piece);
  void choose_languages();

  const Sources& sources_;
  Ledger& ledger_;
  std::vector<Finding>& problems_;
  std::vector<std::string> languages_;
  std::map<std::string, Entry> entries_;
  std::set<std::string> told_;
};

}  // namespace polku::exchange
