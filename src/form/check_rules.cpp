// SPDX-License-Identifier: EUPL-1.2
// What a definition's rules read and when that is known (DECISIONS 5), then their types.
#include "form/order.h"
#include "form/rule_site.h"

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
    for (const RuleSite& site : sites_) {
      const Position position = site.owner != none  ? order.evaluated(site.owner)
                                : site.page != none ? Position{site.page}
                                                    : order.of_row_page(site.scope, site.row_page);
      for (QuestionIndex read : site.reads) check_read(order, site, read, position);
    }
    for (QuestionIndex index = 0; index < form_.questions.size(); ++index) {
      const QuestionIndex rows = form_.questions[index].rows;
      if (rows == none || order.available(rows) < order.evaluated(index)) continue;
      building_.question_places[index].optional("options").optional("rows").report(Code::rule_reads_later, {{"name", form_.questions[rows].id}});
    }
    for (const Order::Cycle& cycle : order.cycles()) {
      if (cycle.question == cycle.reads) continue;  // said where it reads itself
      building_.question_places[cycle.question].optional("calculate").report(Code::rule_reads_itself, {{"name", form_.questions[cycle.reads].id}});
    }
  }

  void check_read(Order& order, const RuleSite& site, QuestionIndex read, const Position& position) {
    const QuestionIndex anchor = order.anchor(read, site.scope);
    const std::string& name = form_.questions[read].id;
    if (anchor == site.owner) {
      // A check of an answer reads that answer; every other rule would wait for itself.
      if (site.purpose != RuleSite::Purpose::check) find_read(site.place, name).report(Code::rule_reads_itself, {{"name", name}});
      return;
    }
    if (order.available(anchor) < position) return;
    find_read(site.place, name).report(Code::rule_reads_later, {{"name", name}});
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
