// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <iostream>

#include "host/report/report.h"
#include "host/terminal/commands.h"
#include "host/terminal/common.h"
#include "json/writer.h"

namespace polku::host {

namespace {

using form::Review;
using form::ReviewState;

// "fi.json" or "koivuranta/fi.json (Aino Virtanen, 2026-11-02)".
std::string named(const Review& review) {
  std::string name = review.document;
  if (review.state == ReviewState::reviewed) name += " (" + review.by + ", " + review.on + ")";
  return name;
}

std::string list_of(const std::vector<Review>& reviews, const std::string& language, ReviewState state) {
  std::string list;
  for (const auto& review : reviews) {
    if (review.language == language && review.state == state) list += (list.empty() ? "" : ", ") + named(review);
  }
  return list;
}

// One line a language: what a reader of it has reviewed, and what none has.
void tell_reviews(const std::vector<Review>& reviews) {
  std::vector<std::string> told;
  for (const auto& review : reviews) {
    const auto& language = review.language;
    if (std::find(told.begin(), told.end(), language) != told.end()) continue;
    told.push_back(language);
    std::string parts;
    for (const auto& [wanted, words] : {std::pair{ReviewState::reviewed, "reviewed by a reader of the language: "},
                                        {ReviewState::not_reviewed, "not reviewed by a reader of the language: "},
                                        {ReviewState::unstated, "does not say whether it is reviewed: "}}) {
      const auto list = list_of(reviews, language, wanted);
      if (!list.empty()) parts += (parts.empty() ? "" : "; ") + (words + list);
    }
    std::cout << language << "  " << parts << "\n";
  }
}

json::Value to_json(const std::vector<Review>& reviews) {
  constexpr std::string_view names[] = {"unstated", "not-reviewed", "reviewed"};
  auto list = json::Value::array();
  for (const auto& review : reviews) {
    auto one = json::Value::object()
                   .with("language", json::Value{review.language})
                   .with("document", json::Value{review.document})
                   .with("state", json::Value{names[static_cast<std::size_t>(review.state)]});
    for (const auto& [name, words] : {std::pair{"by", review.by}, {"on", review.on}, {"note", review.note}}) {
      if (!words.empty()) one.add(name, json::Value{words});
    }
    list.push(std::move(one));
  }
  return list;
}

void tell(const Verdict& verdict, const std::string& service) {
  std::size_t errors = 0;
  for (const auto& problem : verdict.problems) errors += problem.severity == problem::Severity::error ? 1 : 0;
  tell_reviews(verdict.reviews);
  std::cout << service << ": " << errors << " errors, " << verdict.problems.size() - errors << " warnings\n";
}

}  // namespace

int command_check(const Given& given) {
  const auto arguments = read_arguments(given, {"site", "language"}, {"json"});
  if (!arguments.fault.empty()) return refuse_call("check", arguments.fault);
  if (arguments.words.size() != 1) return refuse_call("check", "name one service");
  const auto verdict = check_service(arguments.words[0], site_asked(arguments));
  if (arguments.has("json")) {
    std::cout << json::write_indented(report_as_json(verdict.problems, arguments.option("language", "en")).with("reviews", to_json(verdict.reviews)));
  } else {
    print_problems(verdict.problems, arguments);
    tell(verdict, arguments.words[0]);
  }
  return status_of(verdict.problems);
}

}  // namespace polku::host
