// SPDX-License-Identifier: EUPL-1.2
// The words: catalogs, fallback between languages, and Text, the only thing a renderer accepts.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "json/value.h"
#include "locale/locale.h"
#include "messages/message.h"
#include "problem/problem.h"
#include "text/language_tag.h"

namespace polku::messages {

struct Span;
struct Prose;

// Words with their language. Made only here (from a message) or by `verbatim` (from a person's own words): a plain string is not a Text.
class Text {
 public:
  Text() = default;
  const std::string& words() const { return words_; }
  const std::string& language() const { return language_; }  // empty: a person's own words, language unknown → rendered with dir="auto"
  text::Direction direction() const { return direction_; }
  bool empty() const { return words_.empty(); }
  bool is_code() const { return is_code_; }  // a plate, a reference: faces do not break it across lines
  friend bool operator==(const Text&, const Text&) = default;

 private:
  friend class Words;
  friend Text verbatim(std::string words);
  friend Text verbatim_code(std::string words);
  friend Prose parse_markup(const Text& text);
  friend std::vector<Span> parse_inline(const Text& text);
  std::string words_, language_;
  text::Direction direction_ = text::Direction::left_to_right;
  bool is_code_ = false;
  std::vector<std::pair<std::size_t, std::size_t>> verbatim_;  // people's words inside: never markup
};
Text verbatim(std::string words);
Text verbatim_code(std::string words);

// One file: {"key": "pattern", …} flat, or {"$meta": …} ignored. Compiled at once.
class Catalog {
 public:
  // Problems: message-syntax with the key, wrong-type. `document` names the file in problems.
  static Catalog read(const json::Value& file, std::string language, problem::Problems& problems, std::string document = {});
  // Without the reader of patterns: what record() made of a catalog, play() says in the same words. std::nullopt: it was made by another version.
  json::Value record() const;
  static std::optional<Catalog> play(const json::Value& recorded, std::string language);
  const std::string& language() const { return language_; }
  const Message* find(std::string_view key) const;
  std::vector<std::string> keys() const;
  // The place of a key's pattern in its file, for lints.
  std::pair<std::uint32_t, std::uint32_t> place(std::string_view key) const;
  // As in the file, without formatting: hashed for consents.
  std::string_view source(std::string_view key) const;

 private:
  struct Entry {
    Message message;
    std::string source;
    std::uint32_t line = 0, column = 0;
  };
  std::map<std::string, Entry, std::less<>> entries_;
  std::string language_;
};

// What is said in one language, and in which others when that one lacks a key. The language counts before the layer and before the
// exactness of a key: a general sentence that is understood is better than an exact one that is not. Layers, first wins: site, service,
// engine. Languages, first wins: the chosen tag, its truncations (RFC 4647), the site's fallback map, the service's first language. A key
// found nowhere is said as "[key]". Every fallback is remembered in `reported()`.
class Words {
 public:
  struct Layer {
    std::vector<std::shared_ptr<const Catalog>> catalogs;
  };  // one catalog a language
  Words(std::vector<Layer> layers, std::vector<std::shared_ptr<const locale::Locale>> locales, std::vector<std::string> language_chain);

  const locale::Locale& locale() const;  // of the chosen language
  const std::string& language() const;
  bool has(std::string_view key) const;  // in any language of the chain
  Text say(std::string_view key, const Arguments& arguments = {}) const;
  // The first of several keys that exists: {"question.fee.problem.too-long", "problem.money.too-long", "problem.too-long"}.
  Text say_first(const std::vector<std::string>& keys, const Arguments& arguments = {}) const;
  // Formatting outside messages, in the chosen language: values shown.
  Text plain(std::string words) const;

  struct Report {
    std::string key, wanted, found;
  };  // found empty: nowhere
  const std::vector<Report>& reported() const { return reported_; }

 private:
  struct Found {
    const Message* message = nullptr;
    std::string_view language;
  };
  Found find_in(std::string_view language, std::string_view key) const;
  const locale::Locale& locale_of(std::string_view language) const;
  void note(std::string_view key, std::string_view found) const;

  std::vector<Layer> layers_;
  std::vector<std::shared_ptr<const locale::Locale>> locales_;
  std::vector<std::string> chain_;
  std::size_t own_ = 0;  // so many links of the chain are the chosen tag and its truncations
  mutable std::vector<Report> reported_;
};

// The safe inline markup of catalogs, parsed, never raw HTML: paragraphs (blank line), "## heading", "- item" lists, "1. item" lists,
// **strong**, [words](address) with https:, mailto:, tel: or a path. Anything else is literal text, and so is all that a person's words
// bring in as arguments. A line of a paragraph is a line of its own in `lines`.
struct Span {
  enum class Kind { words, strong, link } kind;
  std::string words;
  std::string address;
};
struct Block {
  enum class Kind { paragraph, heading, bullets, numbers } kind;
  std::vector<std::vector<Span>> lines;
};
struct Prose {
  std::vector<Block> blocks;
  std::string language;
  text::Direction direction;
};
Prose parse_markup(const Text& text);
// Inline only, for hints and labels: one line of spans.
std::vector<Span> parse_inline(std::string_view words);
std::vector<Span> parse_inline(const Text& text);
// markup-bad-link for addresses that are not allowed.
problem::Problems check_markup(std::string_view key, std::string_view source);

}  // namespace polku::messages
