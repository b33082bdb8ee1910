// SPDX-License-Identifier: EUPL-1.2
// Says things: keys, live answers and computed values as arguments, values as a person reads them, problems as sentences.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "page/page.h"

namespace polku::page {

using form::PageIndex;
using form::QuestionIndex;
using journey::Place;
using journey::RowId;
using messages::Arguments;

class Speaker {
 public:
  Speaker(const session::World& world, const session::State& state, const journey::Journey& journey);
  // For a record: no session, only what was answered.
  Speaker(const session::World& world, std::string_view language, const journey::Answers& answers, const journey::Journey& journey);

  // The engine's own words: only the arguments given.
  Text say(std::string_view key, const Arguments& arguments = {}) const { return words_.say(key, arguments); }
  // A service's words: live values of the form, of the row when there is one, and what is given besides.
  Text say_live(std::string_view key, RowId row = 0, const Arguments& more = {}) const;
  Text say_first_live(const std::vector<std::string>& keys, RowId row = 0, const Arguments& more = {}) const;
  // Empty when the key is in no language.
  Text say_if_any(std::string_view key, RowId row = 0, const Arguments& more = {}) const;
  std::optional<Prose> prose_if_any(std::string_view key, RowId row = 0, const Arguments& more = {}) const;
  Heading more_if_any(const std::string& stem, RowId row = 0) const;  // "question.born.": <stem>more.title and <stem>more
  bool has(std::string_view key) const { return words_.has(key); }
  // A piece that is already a value: "180,00 €".
  Text plain(std::string words) const { return words_.plain(std::move(words)); }

  Text label(Place place) const;        // question.<id>.label
  Text short_label(Place place) const;  // question.<id>.short, else label
  Text option(Place place, std::string_view option) const;
  Text row_option(const form::Question& question, const journey::RowOptions::value_type& option) const;  // the row's title, else its value
  Text row_title(QuestionIndex list, RowId row) const;                                                   // question.<list>.row
  Text row_titles(QuestionIndex list, RowId parent) const;  // of a list in a row: "Aino, Eino and Helmi"; empty for none, and for what is no list
  // A value as read on the check page; several lines or options are several texts. Nothing answered: none.
  std::vector<Text> shown(Place place, const json::Value& value) const;
  std::string file_size(const text::Decimal& bytes) const;              // file.cpp: "1.2 MB"
  std::string file_types(const std::vector<std::string>& types) const;  // "PDF or picture"
  // What shown() gives, where there is one line only.
  std::string on_one_line(QuestionIndex question, const std::vector<std::string>& lines) const;
  Text problem(const problem::Problem& problem, Place place) const;
  Text problem(const problem::Problem& problem) const;  // of delivery or host: problem.<code>

  const session::World& world() const { return world_; }
  const form::CompiledForm& form() const { return *world_.form; }
  const journey::Answers& answers() const { return answers_; }
  const journey::Journey& journey() const { return journey_; }
  const locale::Locale& locale() const { return words_.locale(); }
  Arguments contact() const;
  std::string_view language() const { return words_.language(); }

 private:
  Arguments live(RowId row, const Arguments& more) const;
  std::string said(const problem::Problem& problem, const problem::Argument& argument, const value::Shape& shape) const;
  std::optional<messages::ArgumentValue> argument(Place place, const json::Value& value) const;

  const session::World& world_;
  const journey::Answers& answers_;
  const journey::Journey& journey_;
  messages::Words words_;
};

// The same to a reader: isolates around a person's words do not count.
bool says_the_same(const Text& left, const Text& right);
std::optional<Prose> parse_if_any(const Text& text);
// Paragraphs of plain words.
Prose as_prose(const std::vector<Text>& paragraphs);
// Why it cannot be sent, of delivery, host or the day; what is the same to a reader is said once.
Note reasons(const Speaker& speaker, const problem::Problems& problems);

}  // namespace polku::page
