// SPDX-License-Identifier: EUPL-1.2
// Inside this room only: what is known when the walk comes to a place (DECISIONS 5). A position is the path to a place in the walk's one
// pass, compared part by part: {page, slot on it, page of the row, slot on that …}.
#pragma once

#include <cstdint>
#include <vector>

#include "form/form.h"

namespace polku::form {

using Position = std::vector<std::uint32_t>;

class Order {
 public:
  // `inputs`: what a computed value's rules read, beside form.questions.
  Order(const CompiledForm& form, const std::vector<std::vector<QuestionIndex>>& inputs);

  // Where the rules of a question are evaluated; of a computed value that no page lists: at the end of where it lives.
  const Position& evaluated(QuestionIndex question) const { return evaluated_[question]; }
  Position of_row_page(QuestionIndex list, std::size_t row_page) const;
  // After which place its value is known: for a list after its last row, for a computed value when its inputs are.
  Position available(QuestionIndex question);
  // What stands for `read` when a rule in the rows of `scope` (none: in the form) reads it: itself, or the outermost list it is inside of
  // and the rule is not.
  QuestionIndex anchor(QuestionIndex read, QuestionIndex scope) const;
  // Computed values that wait for themselves, each with the one it was found at.
  struct Cycle {
    QuestionIndex question, reads;
  };
  const std::vector<Cycle>& cycles() const { return cycles_; }

 private:
  enum class Mark : std::uint8_t { fresh, open, done };
  void place(const std::vector<QuestionIndex>& asked, const Position& page);

  const CompiledForm& form_;
  const std::vector<std::vector<QuestionIndex>>& inputs_;
  std::vector<Position> evaluated_, available_;
  std::vector<Mark> marks_;
  std::vector<Cycle> cycles_;
};

}  // namespace polku::form
