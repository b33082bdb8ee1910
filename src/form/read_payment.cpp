// SPDX-License-Identifier: EUPL-1.2
// What is paid. It is no page of the route: money is asked for by the verifying host, once it has the submission and has worked out the amount itself.
#include "form/building.h"

namespace polku::form {

void read_payment(Building& building) {
  const json::Cursor payment = building.root.optional("payment");
  if (!payment.exists()) return;
  payment.only({"amount"});
  std::vector<QuestionIndex> candidates;
  for (const QuestionIndex index : top_level_questions(building.form)) {
    if (building.form.questions[index].shape.kind == value::Kind::money) candidates.push_back(index);
  }
  building.form.payment = read_question_name(building, payment.member("amount"), candidates);
}

}  // namespace polku::form
