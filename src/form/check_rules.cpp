// SPDX-License-Identifier: EUPL-1.2
// What a definition's rules read and when that is known (DECISIONS 5), then their types.
#include "form/order.h"
#include "form/rule_site.h"
#include "form/task_reads.h"

namespace polku::form {

using problem::Code;

namespace {

class RuleChecker {
 public:
  RuleChecker(Building& building, const std::vector<RuleSite>& sites) : building_(building), form_(building.form), sites_(sites) {}

  void check() {
    check_order();
    for (const RuleSite& site : sites_) check_types(building_, site);
  }

 private:
  void check_order() {
    std::vector<std::vector<QuestionIndex>> inputs(form_.questions.size());
    for (const RuleSite& site : sites_) {
      if (site.owner == none || site.purpose == RuleSite::Purpose::check) continue;
      for (QuestionIndex read : site.reads) inputs[site.owner].push_back(read);
    }
    Order order(form_, inputs);
    const TaskReads tasks(form_, inputs);
    for (const RuleSite& site : sites_) {
      const Position position = site.owner != none  ? order.evaluated(site.owner)
                                : site.page != none ? Position{site.page}
                                                    : order.of_row_page(site.scope, site.row_page);
      for (QuestionIndex read : site.reads) {
        if (check_read(order, site, read, position))
          check_task(find_read(site.place, form_.questions[read].id), read, tasks.find_foreign(read, tasks.task_of(site)));
      }
    }
    check_look_ups(order, tasks);
    check_shown(tasks);
    check_rows(order, tasks);
    for (const Order::Cycle& cycle : order.cycles()) {
      if (cycle.question == cycle.reads) continue;  // said where it reads itself
      building_.question_places[cycle.question].optional("calculate").report(Code::rule_reads_itself, {{"name", form_.questions[cycle.reads].id}});
    }
  }

  // The list whose rows are options is filled in before they are offered.
  void check_rows(Order& order, const TaskReads& tasks) {
    for (QuestionIndex index = 0; index < form_.questions.size(); ++index) {
      const QuestionIndex rows = form_.questions[index].rows;
      if (rows == none) continue;
      const json::Cursor place = building_.question_places[index].optional("options").optional("rows");
      if (!(order.available(rows) < order.evaluated(index))) {
        place.report(Code::rule_reads_later, {{"name", form_.questions[rows].id}});
        continue;
      }
      const RuleSite site{.place = place, .owner = index, .scope = form_.questions[index].list};
      check_task(place, rows, tasks.find_foreign(rows, tasks.task_of(site)));
    }
  }

  // What a look-up is asked with is known where it fills something in or offers something.
  void check_look_ups(Order& order, const TaskReads& tasks) {
    for (QuestionIndex index = 0; index < form_.questions.size(); ++index) {
      const Question& question = form_.questions[index];
      if (question.look_up == none) continue;
      for (const auto& [parameter, read] : form_.look_ups[question.look_up].with) {
        const json::Cursor place = building_.question_places[index].optional(question.shape.open_options ? "options" : "look-up");
        const bool is_in_its_own_row = order.anchor(read, question.list) == read;
        if (!is_in_its_own_row || !(order.available(read) < order.evaluated(index))) {
          place.report(Code::rule_reads_later, {{"name", form_.questions[read].id}});
          continue;
        }
        const RuleSite site{.place = place, .owner = index, .scope = question.list};
        check_task(place, read, tasks.find_foreign(read, tasks.task_of(site)));
      }
    }
  }

  // Whether it is known there.
  bool check_read(Order& order, const RuleSite& site, QuestionIndex read, const Position& position) {
    const QuestionIndex anchor = order.anchor(read, site.scope);
    const std::string& name = form_.questions[read].id;
    if (anchor == site.owner) {
      // A check of an answer reads that answer; every other rule would wait for itself.
      if (site.purpose != RuleSite::Purpose::check) find_read(site.place, name).report(Code::rule_reads_itself, {{"name", name}});
      return site.purpose == RuleSite::Purpose::check;
    }
    if (order.available(anchor) < position) return true;
    find_read(site.place, name).report(Code::rule_reads_later, {{"name", name}});
    return false;
  }

  void check_task(const json::Cursor& place, QuestionIndex read, TaskIndex other) const {
    if (other != none) place.report(Code::rule_reads_other_task, {{"name", form_.questions[read].id}, {"task", form_.tasks[other].id}});
  }

  // A computed value that a second task shows was checked as the first one's.
  void check_shown(const TaskReads& tasks) const {
    for (PageIndex page = 0; page < form_.pages.size(); ++page) {
      for (const QuestionIndex shown : form_.pages[page].ask) {
        const TaskIndex other = form_.questions[shown].origin == Origin::computed ? tasks.find_foreign(shown, form_.pages[page].task) : none;
        if (other != none && tasks.task_of({.place = building_.root, .owner = shown}) != form_.pages[page].task) {
          check_task(building_.page_places[page].optional("ask"), shown, other);
        }
      }
    }
  }

  // The first {"var": name} below a rule: where its author has to look.
  json::Cursor find_read(const json::Cursor& place, const std::string& name) {
    const auto found = find_read_below(place, name);
    return found ? *found : place;
  }

  std::optional<json::Cursor> find_read_below(const json::Cursor& place, const std::string& name) {
    if (place.is(json::Type::object)) {
      for (const auto& [operation, below] : place.members()) {
        if (operation == "var" && names(below.value(), name)) return place;
        if (auto found = find_read_below(below, name)) return found;
      }
    } else if (place.is(json::Type::array)) {
      for (const json::Cursor& below : place.items()) {
        if (auto found = find_read_below(below, name)) return found;
      }
    }
    return std::nullopt;
  }

  static bool names(const json::Value& variable, const std::string& name) {
    if (variable.is(json::Type::array)) return !variable.items().empty() && names(variable.items().front(), name);
    if (!variable.is(json::Type::string)) return false;
    const std::string& path = variable.string();
    return path == name || (path.size() > name.size() && path.starts_with(name) && path[name.size()] == '.');
  }

  Building& building_;
  CompiledForm& form_;
  const std::vector<RuleSite>& sites_;
};

}  // namespace

void check_rules(Building& building, const std::vector<RuleSite>& sites) { RuleChecker(building, sites).check(); }

}  // namespace polku::form
