// SPDX-License-Identifier: EUPL-1.2
// The page model: what is on the page at the moment, in words (Text), for any face. view() resolves every code to Text; faces only draw.
//
//   Page page = view(world, state, walk(world, state));
//   render::html(page)   render::text(page)
//
// Ids of elements are stable from page to page, so that morphing keeps focus: "heading", "summary", a field's place ("vehicles/r2/plate"),
// parts "<place>/day", hints "<place>/hint", problems "<place>/problem". The HTML face turns "/" into "--" in ids.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "messages/catalog.h"
#include "session/session.h"

namespace polku::page {

using messages::Prose;
using messages::Text;

// clang-format off
// A button or link that becomes an intent. Buttons: <button name="intent" value="add-row:vehicles">; links: <a href="#address">.
struct Action {
  enum class Look : std::uint8_t { primary, secondary, link, quiet_link } look = Look::primary;
  Text label;
  Text subject;                 // heard, not seen: "Change <vehicle KRT-482>"
  std::string intent;           // "continue", "add-row:vehicles", "remove-row:2", "restore-row", "submit", "go-on", "start-over", "delete-draft", "use-shared-computer", …
  std::string address;          // for links: where it leads. A Change link's: "change:<address>:<place>", so that a link alone says all of it
  std::string place;
};

struct Option {
  std::string id;
  Text label, hint;
  bool chosen = false;
  bool is_apart = false;              // it stands alone: Page::divider in front of it
  std::vector<std::size_t> reveals;   // indexes into Page::elements that stand right below it (DECISIONS 7); drawn there
};

enum class Width : std::uint8_t { tiny, year, small, middle, full };
enum class Keyboard : std::uint8_t { words, digits, decimal, email, phone };

// One of the fields a question is typed in: a date's month. Its place is "<place>/<name>"; what is typed in it stands in Field::typed, in the same order.
struct Part {
  enum class Control : std::uint8_t { line, lines, select } control = Control::line;
  enum class Writing : std::uint8_t { words, code, digits } writing = Writing::digits;   // code: always from left to right, never corrected
  std::string name;             // "month"
  Text label, hint, problem;
  bool is_optional = false;     // "(optional)" is part of the label already
  bool is_wrong = false;        // without a problem of its own: the field's speaks of it
  bool is_beside = false;       // stands on the line of the part before where there is room
  Width width = Width::full;
  Keyboard keyboard = Keyboard::words;
  std::string autocomplete;
  std::vector<Option> options;  // select
};

// A file that was chosen. Its bytes are the host's.
struct ChosenFile { Text name, size; Action remove; };

// With `unfolds`, markup, it is what one presses to read that.
struct Heading { Text text; Text unfolds = {}; };

struct Field {
  enum class Control : std::uint8_t { line, lines, choice, choices, parts, file, tick, select } control = Control::line;
  std::string place;
  Text label, hint, problem, warning;
  Heading more;                 // what unfolds below the hint; no part of what the field is called or described by
  Text note;                    // who filled it in, or that it is being looked up
  bool is_heading = false;      // the only field of a page: its label is the page's h1
  bool is_label_hidden = false; // likewise, where words of the page stand between: it is heard, the heading is seen
  bool optional = false;        // "(optional)" is part of the label already
  value::Typed typed;
  std::string typed_language;
  std::vector<Option> options;  // choice, choices, select: its first has no id and chooses nothing; tick: one; file: that it comes later, where it may
  std::vector<Part> parts;
  std::vector<ChosenFile> chosen;    // file
  bool takes_several = false;        // file: each chosen is added to those there are
  std::string accept;                // file: media types, as HTML's `accept`
  std::int64_t largest = 0;          // file: bytes
  Text choose;                       // file: what the control is called; empty: no more can be chosen
  Width width = Width::full;
  bool in_row = false, boxed = false;   // options beside each other; in frames, or a file's field as an area to drop files in
  Keyboard keyboard = Keyboard::words;
  Text prefix, suffix;          // "€"
  std::string autocomplete;
  bool spellcheck = true;
  std::size_t maximum_length = 0;   // 0: none
  Text length_note;                 // "You can write up to 200 characters."
};

// Whether anything about it has to be put right.
inline bool is_wrong(const Field& field) {
  bool wrong = !field.problem.empty();
  for (const Part& part : field.parts) wrong = wrong || part.is_wrong;
  return wrong;
}

struct Row { Text title; std::vector<std::pair<Text, Text>> facts; std::vector<Action> actions; Text problem; std::string id; };  // of a list page
struct AnswerLine { Text label; std::vector<Text> values; std::optional<Action> change; bool is_total = false; };
// The edges of what stands together under a title.
struct Group { enum class Edge : std::uint8_t { begin, end } edge = Edge::begin; std::string id = {}; Text title = {}; bool boxed = false; };
struct Facts { std::vector<std::pair<Text, Text>> pairs; };                 // two columns: on the start page, the receipt
struct Answers { Text heading; std::vector<AnswerLine> lines; };           // check page, one section
struct Rows { std::vector<Row> rows; Text empty; };
struct TaskRow { std::string id; Text title, hint, status; journey::TaskStatus standing = journey::TaskStatus::cannot_start; std::string address; };  // no address: no link
struct Tasks { std::vector<TaskRow> rows; Text completed; };               // "2 of 5 tasks completed."
struct Note { enum class Tone : std::uint8_t { calm, warning, good } tone = Tone::calm; Prose prose = {}; std::vector<Action> actions = {}; std::string id = {}; };
struct Panel { Text heading, words, reference; };                          // confirmation
struct Progress { Text text; };                                            // sending …
using Element = std::variant<Field, Group, Heading, Prose, Facts, Answers, Rows, Tasks, Note, Panel, Progress>;

struct SummaryLine { Text problem; std::string target; };                  // element id of the field, without "#"
struct LanguageChoice { std::string tag; std::string own_name; text::Direction direction; bool current = false; };

struct Page {
  std::string address;                 // goes into the address bar
  std::string kind;                    // "start", "question", …, "returning", "sending"
  Text title;                          // of the document: "Error: What is …? – Resident parking permit – Koivuranta"
  std::string language;
  text::Direction direction = text::Direction::left_to_right;
  std::vector<LanguageChoice> languages;
  Text languages_label;                // heard: "Language"
  Text problem_prefix;                 // heard before each problem: "Error: "
  Text divider;                        // "or": in front of options that stand alone
  Text warning_prefix;                 // heard before each warning: "Please note: "
  std::optional<Action> back;
  Text caption;                        // "Applicant · step 2 of 5"
  Text heading;                        // empty when a field is the heading
  Text summary_heading;
  std::vector<SummaryLine> summary;    // problems; focus moves to it
  std::vector<Element> elements;
  std::vector<std::size_t> nested;     // indexes of elements drawn under an option only
  std::vector<Action> actions;         // one primary
  Text saved;                          // "Your answers are saved on this device."
  Note::Tone saved_tone = Note::Tone::calm;   // warning: they are not, and nobody chose that
  std::vector<Action> footer;          // delete my answers, …
};

// clang-format on
Page view(const session::World& world, const session::State& state, const journey::Journey& journey);

}  // namespace polku::page
