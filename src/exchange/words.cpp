// SPDX-License-Identifier: EUPL-1.2
#include "exchange/words.h"

#include <algorithm>

#include "exchange/markup.h"
#include "text/utf8.h"

namespace polku::exchange {

using json::Type;

Words joined(const std::vector<Words>& parts, std::string_view between) {
  Words whole;
  for (const Words& part : parts) {
    for (const auto& [language, words] : part) {
      std::string& text = whole[language];
      if (!text.empty() && !words.empty()) text += between;
      text += words;
    }
  }
  return whole;
}

Words framed(std::string_view before, Words words, std::string_view after) {
  for (auto& [language, text] : words) text = std::string(before) + text + std::string(after);
  return words;
}

std::string as_message(std::string_view text) {
  std::string message;
  for (const char sign : text) {
    if (sign == '{' || sign == '}')
      message.append("'").append(1, sign).append("'");
    else if (sign == '\'')
      message += "''";
    else
      message += sign;
  }
  return message;
}

namespace {

// A key, not a sentence: "grant_info_step.title".
bool looks_like_key(const std::string& text) {
  const bool has_separator = text.find_first_of("._") != std::string::npos;
  return has_separator && std::all_of(text.begin(), text.end(), [](char sign) {
           return (sign >= 'a' && sign <= 'z') || (sign >= 'A' && sign <= 'Z') || (sign >= '0' && sign <= '9') || sign == '.' || sign == '_' || sign == '-';
         });
}

std::string in_markup(const std::string& text, Markup markup) { return as_message(markup == Markup::prose ? prose_of(text) : line_of(text)); }

}  // namespace

Texts::Texts(const Sources& sources, Ledger& ledger, std::vector<Finding>& problems) : sources_(sources), ledger_(ledger), problems_(problems) {
  for (std::size_t index = 0; index < sources.translations.size(); ++index) {
    const Piece document{&sources.translations[index].value, {static_cast<std::uint32_t>(first_translations + index), ""}};
    const Piece inner = document.member("translations");
    for (const auto& [key, texts] : (inner ? inner : document).members()) {
      if (!texts.is(Type::object)) continue;
      if (entries_.emplace(key, Entry{.piece = texts}).second) continue;
      problems_.push_back({name_of_document(texts.place.document), texts.place.pointer, "text-said-twice", {{"key", key}}});
    }
  }
}

const Texts::Entry* Texts::find(const std::string& key) const {
  const auto found = entries_.find(key);
  return found == entries_.end() ? nullptr : &found->second;
}

void Texts::name_all(const Piece& piece) {
  if (piece.is(Type::string)) {
    if (const auto found = entries_.find(piece.text()); found != entries_.end()) found->second.named = true;
  }
  for (const Piece& item : piece.items()) name_all(item);
  for (const auto& [name, member] : piece.members()) name_all(member);
}

// A language is what at least half of the texts used are in; the one the schema is written in when there are none.
void Texts::choose_languages() {
  std::map<std::string, std::size_t> counts;
  std::vector<std::string> seen;
  std::size_t used = 0;
  for (const auto& [key, entry] : entries_) {
    if (!entry.named) continue;
    ++used;
    for (const auto& [language, text] : entry.piece.members()) {
      if (!text.is(Type::string)) continue;
      if (counts[language]++ == 0) seen.push_back(language);
    }
  }
  std::sort(seen.begin(), seen.end(), [&](const auto& left, const auto& right) {
    const bool first = left == sources_.language, second = right == sources_.language;
    return first != second ? first : left < right;
  });
  for (const std::string& language : seen) {
    if (counts[language] * 2 >= used) languages_.push_back(language);
  }
  if (languages_.empty()) languages_.push_back(sources_.language);
}

void Texts::settle(const Piece& schema, const Piece& ui) {
  name_all(schema);
  name_all(ui);
  choose_languages();
  for (const auto& [key, entry] : entries_) {
    if (!entry.named) {
      problems_.push_back({name_of_document(entry.piece.place.document), entry.piece.place.pointer, "text-unused", {{"key", key}}});
      // A stock that several forms share holds more than each of them uses.
      if (entry.piece.place.document == first_translations) {
        ledger_.count_leaves(entry.piece);
        ledger_.explain_below(entry.piece, "text-unused");
      }
      continue;
    }
    ledger_.count_leaves(entry.piece);
    for (const auto& [language, text] : entry.piece.members()) {
      if (std::find(languages_.begin(), languages_.end(), language) == languages_.end()) ledger_.lose(text, "not-a-language");
    }
    for (const std::string& language : languages_) {
      if (const Piece text = entry.piece.member(language); text.is(Type::string) && !text::trim(text.text()).empty()) continue;
      problems_.push_back({name_of_document(entry.piece.place.document), entry.piece.place.pointer, "text-missing", {{"key", key}, {"language", language}}});
    }
  }
}

Words Texts::peek(const Piece& piece, Markup markup) const {
  Words words;
  const std::string text = piece.text();
  if (text::trim(text).empty()) return words;
  if (const Entry* entry = find(text)) {
    for (const std::string& language : languages_) {
      const std::string said = entry->piece.member(language).text();
      if (!text::trim(said).empty()) words[language] = in_markup(said, markup);
    }
    if (!words.empty()) return words;
  }
  // What stands in the schema itself is in one language; without texts of their own the others show it too.
  for (const std::string& language : languages_) words[language] = in_markup(text, markup);
  return words;
}

Words Texts::say(const Piece& piece, Markup markup) {
  if (!piece.is(Type::string)) return {};
  const std::string text = piece.text();
  if (!find(text) && !entries_.empty() && looks_like_key(text)) {
    if (told_.insert(name_of_document(piece.place.document) + piece.place.pointer).second) {
      problems_.push_back({name_of_document(piece.place.document), piece.place.pointer, "text-undefined", {{"key", text}}});
    }
    ledger_.lose(piece, "text-undefined");
    return {};
  }
  ledger_.carry(piece);
  if (const Entry* entry = find(text)) {
    for (const std::string& language : languages_) {
      if (const Piece said = entry->piece.member(language)) ledger_.carry(said);
    }
  }
  return peek(piece, markup);
}

Words Texts::own(const std::string& key) const {
  Words words;
  for (const std::string& language : languages_) {
    for (const std::string& source : {language, std::string("en")}) {
      const auto found = sources_.own_words.find(source);
      if (found == sources_.own_words.end() || !found->second.contains(key)) continue;
      words[language] = found->second.at(key);
      break;
    }
  }
  return words;
}

Words Texts::everywhere(const std::string& text) const {
  Words words;
  for (const std::string& language : languages_) words[language] = as_message(text);
  return words;
}

}  // namespace polku::exchange
