// SPDX-License-Identifier: EUPL-1.2
// A service definition, read, checked and compiled once into immutable data: the walk never sees JSON again.
//
//   auto compilation = form::compile(service_json, {.document = "service.json"});
//   if (!compilation.form) return compilation.problems;                    // every problem of the definition, with places
//
// The format is assets/schema/service-1.json; its semantics are DECISIONS 1 to 10. Problems: subjects reading, definition and rule.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "calendar/date.h"
#include "json/value.h"
#include "problem/problem.h"
#include "rules/rules.h"
#include "value/value.h"

namespace polku::json {
class Tape;
}

namespace polku::form {

using QuestionIndex = std::uint32_t;
using PageIndex = std::uint32_t;
using TaskIndex = std::uint32_t;
inline constexpr std::uint32_t none = 0xffffffff;

// An author's own check of an answer. `rule` true: all is well. Message: question.<id>.problem.<rule id>.
struct Check {
  std::string id;
  rules::Rule rule;
  QuestionIndex at = none;  // the question beside which it is shown
  problem::Severity severity = problem::Severity::error;
};

enum class Origin : std::uint8_t { asked, computed };

// Questions that stand together under a title of their own: a run of a page's `ask`.
struct Group {
  std::string id;
  std::size_t first = 0, count = 0;
  bool boxed = false;  // drawn in a frame
};

// How its author wants a question drawn. Fitting: as its kind and limits suggest.
struct Display {
  enum class Width : std::uint8_t { fitting, tiny, small, middle, full } width = Width::fitting;
  enum class Layout : std::uint8_t { fitting, column, row, list } layout = Layout::fitting;
  bool boxed = false;  // its options in frames; a file's field as an area to drop files in
};

struct RowPage {
  std::string id;  // the default pages: "<list>-row" with the row's questions, then "<inner list>-list" for each list in it
  rules::Rule when = {};
  std::vector<QuestionIndex> ask = {};
  std::vector<Group> groups = {};  // in the order of `ask`
};

struct Question {
  std::string id;
  value::Shape shape;
  Origin origin = Origin::asked;          // computed: has `calculate`
  QuestionIndex list = none;              // the list it is a column of
  QuestionIndex rows = none;              // one-of, several-of: the list whose rows give the options,
  QuestionIndex by = none;                // and the column of it whose values they are
  std::vector<rules::Rule> option_rules;  // beside shape.options: when each can be chosen; empty: always all
  bool required = true;                   // when there is no required_rule
  rules::Rule required_rule, when, calculate;
  rules::Rule preset;            // `default`: what stands in the field until the person says otherwise
  std::uint32_t look_up = none;  // whose answer stands there, in front of the default; or is what can be chosen
  std::string take;              // its member
  std::vector<Check> checks;
  bool personal = false;
  Display display;
  std::string autocomplete;            // HTML autofill token; empty: none given; "off"
  std::vector<QuestionIndex> columns;  // list: its questions, computed ones too, in the order they are walked
  std::vector<RowPage> row_pages;      // list: never empty
  std::vector<QuestionIndex> readers;  // whose rules read this one: for an incremental walk
  std::string pointer;                 // into service.json
};

enum class PageKind : std::uint8_t { start, question, list, exit, task_list, check_answers, confirmation };
std::string_view name_of(PageKind kind);

struct Page {
  std::string id;
  PageKind kind = PageKind::question;
  std::string section;  // caption "Applicant"; empty: none
  rules::Rule when;
  std::vector<QuestionIndex> ask;  // what is asked and shown, computed and information too; a list page: exactly its list
  std::vector<Group> groups;       // in the order of `ask`
  TaskIndex task = none;           // the task it is part of
  std::string pointer;
};

// Pages that are done together, with a status of their own, as GOV.UK's "Complete multiple tasks". The task list is the page in front of the first one's pages.
struct Task {
  std::string id;
  rules::Rule when;
  std::vector<TaskIndex> after;  // earlier tasks: before they are complete this one cannot be started
  PageIndex first = 0, count = 0;
  std::string pointer;
};

struct DatedAmount {
  calendar::Date from;
  json::Value value;  // a money value or a decimal string, as rules see it
  std::string source;
};
struct Amount {
  std::string name;
  std::vector<DatedAmount> dated;  // by date
};

struct Recipient {
  std::string id;
  rules::Rule when;                     // gets something only when it holds
  std::vector<QuestionIndex> entitled;  // a list entitles to its columns
  // Another person, who is asked to answer in a service of their own. What was sent waits for it, so many days at most; empty: an office.
  std::string invited_to = {};
  std::int64_t days = 0;
};

// What another system is asked (DECISIONS 19): one of the site's sources, by the answers to some questions. It fills questions in, or offers what can be
// chosen; none is ever decided by it. One that asks with nothing asks who the person is, or what they are invited to answer to: what it gives cannot be changed.
struct LookUp {
  enum class Asks : std::uint8_t { answers, person, invitation };
  std::string id, source = {};
  Asks asks = Asks::answers;
  std::vector<std::pair<std::string, QuestionIndex>> with = {};  // parameter → whose answer
};

struct Standard {
  std::optional<std::int64_t> decision_within_working_days;
  std::string redress;  // id: message standard.redress.<id>
};

struct CompiledForm {
  std::string id, version;
  std::vector<std::string> languages;  // first: the one others fall back to
  std::vector<Question> questions;
  std::vector<Page> pages;
  std::vector<Task> tasks;  // none: one page after the other
  std::vector<Amount> amounts;
  std::vector<Recipient> recipients;
  std::vector<LookUp> look_ups;
  QuestionIndex payment = none;  // the money that is paid once the submission is received; none: nothing is
  Standard standard;
  std::string hash;  // DECISIONS 16
  std::map<std::string, QuestionIndex, std::less<>> question_by_id;

  const Question* find_question(std::string_view question_id) const;
  QuestionIndex index_of(std::string_view question_id) const;  // none
  const Amount* find_amount(std::string_view name) const;
  // The value in force on a date, nullptr before the first.
  const json::Value* amount_on(std::string_view name, const calendar::Date& on) const;
  PageIndex page_named(std::string_view page_id) const;  // none
  PageIndex last_of(PageKind kind) const;                // none
  // The list that a page, or a page of a row, is the summary of: then it asks nothing else. none: a page of questions.
  QuestionIndex list_on(const std::vector<QuestionIndex>& ask) const;
  // Of a list whose rows are a file each and nothing else, that file's column: such files are chosen together, several at once, on the list's own page.
  // none: any other question.
  QuestionIndex file_of(const Question& list) const;
  // A list, or a column of it at any depth.
  bool is_inside(QuestionIndex question, QuestionIndex list) const;
  // Every key a catalog of this service may hold, and whether a language lacks something without it (a label or title) or may do without (a
  // hint).
  struct Key {
    std::string key;
    bool needed;
    std::vector<std::string> arguments;
    std::string otherwise = {};  // says it where this one is not there: the word of a code list
  };
  std::vector<Key> catalog_keys() const;
  // One line: route{start residence[resident] not-for-you? who[applicant] cars(plate power?) check[=fee] done}; `?` has a rule, `=` is
  // computed. A list whose rows have several pages: cars(identity: plate | engine?: power).
  // A group: person[name contact(email phone)]. Tasks: plot{where[site]} drawings?<plot>{plan[file] drawings-check}; between < and > what it comes after.
  std::string print() const;
};

// Lists of codes that services share, by id, as in assets/code-lists/<id>/code-list.json (format assets/schema/code-list-1.json).
using CodeLists = std::map<std::string, json::Value, std::less<>>;
// Those a service names: what its host looks for beside it.
std::vector<std::string> code_lists_named_in(const json::Value& service);

struct Options {
  std::string document = "service.json";
  CodeLists code_lists = {};
};
struct Compilation {
  std::shared_ptr<const CompiledForm> form;  // null when there are errors
  problem::Problems problems;                // warnings too
  json::Value effective = {};                // what the hash is of, and can be compiled again: the service with the codes it took from lists
};
Compilation compile(const json::Value& service, const Options& options = {});
// What was `effective` once: its codes are in it.
Compilation compile_effective(const json::Value& effective);
// What few services use, and what this program is linked with of it (as value::has_kind()).
enum class Feature : std::uint8_t { tasks, row_options, defaults, look_ups, option_rules, exclusive_options, word_limits, payment, identity, invitations };
inline constexpr Feature all_features[] = {Feature::tasks,        Feature::row_options,       Feature::defaults,    Feature::look_ups,
                                           Feature::option_rules, Feature::exclusive_options, Feature::word_limits, Feature::payment,
                                           Feature::identity,     Feature::invitations};
bool uses(const CompiledForm& form, Feature feature);
bool has_feature(Feature feature);
// A choice among what rows are called, among what another system offers, among options of which not all are always there.
inline bool takes_rows(const Question& question) { return has_feature(Feature::row_options) && question.rows != none; }
inline bool takes_offers(const Question& question) { return has_feature(Feature::look_ups) && question.shape.open_options && question.look_up != none; }
inline bool has_option_rules(const Question& question) { return has_feature(Feature::option_rules) && !question.option_rules.empty(); }
// What was looked up for it is what was proved: such a look-up asks with nothing.
inline bool asks_what_is_proven(const CompiledForm& form, const Question& question) {
  return has_feature(Feature::identity) && question.look_up != none && form.look_ups[question.look_up].asks != LookUp::Asks::answers;
}
// Its answer is what was proved, and nothing else.
inline bool is_proven(const CompiledForm& form, const Question& question) { return asks_what_is_proven(form, question) && !question.shape.open_options; }
// On a tape (json/tape.h) and from it, so that a citizen's browser needs neither readers nor checkers. What it plays walks as what was recorded; places in
// files, and who reads whom, are for authors and stay behind.
void describe(json::Tape& tape, CompiledForm& form);

}  // namespace polku::form
