// SPDX-License-Identifier: EUPL-1.2
#include "form/order.h"

#include <algorithm>

namespace polku::form {

namespace {
constexpr std::uint32_t end = 0xffffffff;

Position below(Position position, std::uint32_t part) {
  position.push_back(part);
  return position;
}
}  // namespace

Order::Order(const CompiledForm& form, const std::vector<std::vector<QuestionIndex>>& inputs)
    : form_(form), inputs_(inputs), evaluated_(form.questions.size()), available_(form.questions.size()), marks_(form.questions.size(), Mark::fresh) {
  for (PageIndex page = 0; page < form.pages.size(); ++page) place(form.pages[page].ask, {page});
  // Computed values that no page lists stand behind everything they could read.
  for (QuestionIndex index = 0; index < form.questions.size(); ++index) {
    if (!evaluated_[index].empty()) continue;
    const QuestionIndex list = form.questions[index].list;
    evaluated_[index] = list == none ? Position{end} : below(evaluated_[list], end);
  }
}

void Order::place(const std::vector<QuestionIndex>& asked, const Position& page) {
  for (std::uint32_t slot = 0; slot < asked.size(); ++slot) {
    const Question& question = form_.questions[asked[slot]];
    Position& position = evaluated_[asked[slot]];
    // A computed value shown on several pages must be known on the first.
    if (!position.empty()) continue;
    position = below(page, slot);
    const Position here = position;
    for (std::uint32_t row_page = 0; row_page < question.row_pages.size(); ++row_page) {
      place(question.row_pages[row_page].ask, below(here, row_page));
    }
  }
}

Position Order::of_row_page(QuestionIndex list, std::size_t row_page) const { return below(evaluated_[list], static_cast<std::uint32_t>(row_page)); }

Position Order::available(QuestionIndex index) {
  const Question& question = form_.questions[index];
  if (question.origin == Origin::asked) return question.shape.kind == value::Kind::list ? below(evaluated_[index], end) : evaluated_[index];
  if (marks_[index] == Mark::done) return available_[index];
  marks_[index] = Mark::open;
  Position latest = question.list == none ? Position{} : evaluated_[question.list];
  for (QuestionIndex input : inputs_[index]) {
    const QuestionIndex read = anchor(input, question.list);
    if (marks_[read] == Mark::open) {
      cycles_.push_back({.question = index, .reads = read});
      continue;
    }
    latest = std::max(latest, available(read));
  }
  marks_[index] = Mark::done;
  return available_[index] = latest;
}

QuestionIndex Order::anchor(QuestionIndex read, QuestionIndex scope) const {
  QuestionIndex found = read;
  for (QuestionIndex list = form_.questions[read].list; list != none; list = form_.questions[list].list) {
    if (!form_.is_inside(scope, list)) found = list;
  }
  return found;
}

}  // namespace polku::form
