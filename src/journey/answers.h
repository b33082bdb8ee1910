// SPDX-License-Identifier: EUPL-1.2
// What a person has answered: facts, kept in the draft, whether asked at the moment or not.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "form/form.h"
#include "json/value.h"
#include "locale/locale.h"
#include "value/value.h"

namespace polku::journey {

using form::QuestionIndex;
// Unique in a draft and never reused, so that a row's id names the row at any depth of nesting. 0 is the form itself.
using RowId = std::uint32_t;

// Where an answer lives. As text: "applicant", "vehicles/r2/plate" (name_of_place, find_place).
struct Place {
  QuestionIndex question = form::none;
  RowId row = 0;
  friend auto operator<=>(const Place&, const Place&) = default;
};

struct Answer {
  value::Typed typed;                // as typed, untouched
  std::string language;              // in which it was typed
  std::optional<json::Value> value;  // decoded; absent: unreadable or empty
  problem::Problems problems;        // of decoding, on `decoded_on`; the walk decodes again on another day
  calendar::Date decoded_on;
  // Who filled it in, as long as the person has not changed it: "default", "look-up.<id>", "given.<from>". Empty: the person.
  std::string filled_by = {};
};

class Answers {
 public:
  const Answer* find(Place place) const;
  void set(Place place, Answer answer);
  void clear(Place place);

  struct Row {
    QuestionIndex list = form::none;
    RowId parent = 0;
  };
  const std::vector<RowId>& rows(QuestionIndex list, RowId parent = 0) const;
  RowId add_row(QuestionIndex list, RowId parent = 0);
  const Row* find_row(RowId row) const;
  // Takes the row with all below it out; put_back() restores it where it was.
  struct Removed;
  Removed remove_row(RowId row);
  void put_back(const Removed& removed);

  bool empty() const { return answers_.empty() && rows_.empty(); }
  const std::map<Place, Answer>& all() const { return answers_; }
  RowId last_row() const { return last_row_; }

 private:
  friend struct AnswersFormat;
  std::map<Place, Answer> answers_;
  std::map<RowId, Row> rows_;
  std::map<std::pair<QuestionIndex, RowId>, std::vector<RowId>> order_;
  RowId last_row_ = 0;
};
struct Answers::Removed {
  RowId row = 0;
  Row info;
  std::size_t position = 0;
  std::vector<std::pair<Place, Answer>> answers;
  std::vector<Removed> below;
};

RowId read_row(std::string_view segment);  // "r12" → 12; 0 when it is no row
std::string name_of_place(const form::CompiledForm& form, const Answers& answers, Place place);
std::optional<Place> find_place(const form::CompiledForm& form, const Answers& answers, std::string_view name);

// The languages something may have been typed in.
class Locales {
 public:
  virtual ~Locales() = default;
  virtual const locale::Locale& named(std::string_view language) const = 0;  // or the nearest there is
};

Answer answer_typed(const form::Question& question, value::Typed typed, std::string language, const Locales& locales, const calendar::Date& today);

// Answers as they stand in a submission or in a person's answer file: {"applicant": "131052-308T", "vehicles": [{"plate": …}]}.
// Problems: answer-unknown, wrong-type; pointers below `pointer`.
Answers answers_from_json(const form::CompiledForm& form, const json::Value& answers, const Locales& locales, std::string_view language,
                          const calendar::Date& today, problem::Problems& problems, std::string pointer = {});

// The draft's form of answers: {"answers": {"vehicles/r2/plate": {"typed": …, "language": "fi"}}, "rows": …, "lastRow": 2}. Unknown questions are dropped
// and reported, so that a draft outlives a new version of the service.
json::Value to_json(const form::CompiledForm& form, const Answers& answers);
Answers from_json(const form::CompiledForm& form, const json::Value& draft, const Locales& locales, const calendar::Date& today, problem::Problems& problems);

}  // namespace polku::journey
