// SPDX-License-Identifier: EUPL-1.2
#include "host/studio/insight.h"

#include <string_view>

#include "host/report/report.h"
#include "json/writer.h"

namespace polku::host {
namespace {

using journey::Explanation;
using journey::Place;
using json::Value;

std::vector<std::string> split_lines(std::string_view words) {
  std::vector<std::string> lines;
  while (!words.empty()) {
    const auto end = words.find('\n');
    lines.emplace_back(words.substr(0, end));
    words.remove_prefix(end == std::string_view::npos ? words.size() : end + 1);
  }
  return lines;
}

std::string_view reason_of(Explanation::Reason reason) {
  using Reason = Explanation::Reason;
  switch (reason) {
    case Reason::asked: return "asked";
    case Reason::own_rule: return "not asked: its own rule says no";
    case Reason::page_rule: return "not asked: the rule of its page says no";
    case Reason::task_rule: return "not asked: the rule of its task says no";
    case Reason::page_after_exit: return "not asked: the route ends before its page";
    case Reason::page_not_on_route: break;
  }
  return "not asked: its page is not on the route";
}

// No page need show what is computed, so the route says nothing about it.
std::string_view reason_of_not_computed(const Explanation& explanation, const form::Question& question) {
  if (explanation.reason == Explanation::Reason::own_rule && !question.when.empty()) return "not computed: its own rule says no";
  return "not computed: what it reads is missing";
}

// A question of a list stands once a row.
std::vector<journey::RowId> rows_of(const form::CompiledForm& form, const journey::Answers& answers, form::QuestionIndex question) {
  const auto list = form.questions[question].list;
  if (list == form::none) return {0};
  std::vector<journey::RowId> all;
  for (const auto parent : rows_of(form, answers, list)) {
    const auto& rows = answers.rows(list, parent);
    all.insert(all.end(), rows.begin(), rows.end());
  }
  return all;
}

std::vector<std::string> tell_why(const Preview& preview, const journey::Journey& journey) {
  const auto& form = *preview.world().form;
  const auto& state = preview.state();
  std::vector<std::string> lines;
  for (form::QuestionIndex question = 0; question < form.questions.size(); ++question) {
    for (const auto row : rows_of(form, state.answers, question)) {
      const Place place{question, row};
      const auto explanation = journey::explain(form, state.answers, {state.today, &preview.world().holidays, &preview.world()}, place);
      std::string_view reason = reason_of(explanation.reason);
      if (form.questions[question].origin == form::Origin::computed) {
        reason = journey.values.count(place) != 0 ? "computed" : reason_of_not_computed(explanation, form.questions[question]);
      }
      lines.push_back(journey::name_of_place(form, state.answers, place) + ": " + std::string{reason});
      for (const auto& step : explanation.trace) {
        lines.push_back(std::string(static_cast<std::size_t>(step.depth) * 2 + 4, ' ') + step.expression + ": " + json::write(step.result) +
                        (step.remark.empty() ? "" : "  (" + step.remark + ")"));
      }
    }
  }
  return lines;
}

std::vector<std::string> tell_route(const Preview& preview, const journey::Journey& journey) {
  std::vector<std::string> lines;
  for (const auto& stop : journey.stops) {
    const session::Address address{stop.page, stop.row, stop.row_page};
    const std::string_view state = !stop.reachable ? "not yet" : stop.complete ? "complete" : "to do";
    lines.push_back((address == preview.state().address ? "> " : "  ") + session::to_string(preview.world(), preview.state().answers, address) + ": " +
                    std::string{state});
  }
  for (const auto& [task, status] : journey.tasks) lines.push_back("  task " + preview.world().form->tasks[task].id + ": " + std::string{name_of(status)});
  if (journey.exit != form::none) lines.push_back("  ends at: " + preview.world().form->pages[journey.exit].id);
  return lines;
}

std::vector<std::string> tell_problems(const journey::Journey& journey) {
  auto problems = journey.problems;
  for (const auto& stop : journey.stops) {
    for (const auto& item : stop.items) problems.insert(problems.end(), item.problems.begin(), item.problems.end());
  }
  return split_lines(report(problems, Form::words));
}

std::vector<std::string> tell_submission(const Preview& preview, const journey::Journey& journey) {
  if (!preview.submissions().empty()) return split_lines("sent (dry run): " + preview.submissions().back());
  const auto& form = *preview.world().form;
  const auto& answers = preview.state().answers;
  return split_lines(json::write_indented(Value::object()
                                              .with("complete", Value{journey.complete})
                                              .with("answers", journey::submission_answers(form, answers, journey))
                                              .with("computed", journey::submission_computed(form, answers, journey))));
}

std::vector<std::string> tell_log(const Preview& preview) {
  std::vector<std::string> lines;
  for (const auto& entry : preview.log()) {
    using Kind = Preview::Entry::Kind;
    lines.push_back((entry.kind == Kind::intent ? "person  " : entry.kind == Kind::effect ? "  asks    " : "  answer  ") + entry.words);
  }
  return lines;
}

}  // namespace

std::vector<Panel> look_inside(const Preview& preview) {
  const auto journey = preview.journey();
  return {{"why", tell_why(preview, journey)},
          {"route", tell_route(preview, journey)},
          {"problems", tell_problems(journey)},
          {"submission", tell_submission(preview, journey)},
          {"log", tell_log(preview)}};
}

}  // namespace polku::host
