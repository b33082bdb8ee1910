// SPDX-License-Identifier: EUPL-1.2
// Rules: each parsed, then checked for what it reads and when that is known (DECISIONS 5), then for its types.
#include <algorithm>

#include "form/building.h"
#include "form/order.h"
#include "form/rule_site.h"

namespace polku::form {

using problem::Code;

namespace {

class RuleCompiler {
 public:
  explicit RuleCompiler(Building& building) : building_(building), form_(building.form) {}

  void compile() {
    for (QuestionIndex index = 0; index < form_.questions.size(); ++index) parse_question(index);
    for (PageIndex index = 0; index < form_.pages.size(); ++index) parse_page(index);
    for (QuestionIndex index = 0; index < form_.questions.size(); ++index) parse_row_pages(index);
    fill_reads();
    check_order();
    for (const RuleSite& site : sites_) check_types(building_, site);
  }

 private:
  // `target` stays where it is: nothing is added to the form any more.
  void parse(const json::Cursor& place, rules::Rule& target, RuleSite site) {
    if (!place.exists()) return;
    auto parsed = rules::parse(place.value(), rules::Dialect::definition, place.pointer(), building_.document);
    building_.problems.insert(building_.problems.end(), parsed.problems.begin(), parsed.problems.end());
    if (!parsed.problems.empty()) return;
    target = std::move(parsed.rule);
    site.place = place;
    site.rule = &target;
    sites_.push_back(std::move(site));
  }

  void parse_question(QuestionIndex index) {
    const json::Cursor& place = building_.question_places[index];
    if (!place.is(json::Type::object)) return;
    Question& question = form_.questions[index];
    const RuleSite site{.place = place, .owner = index, .scope = question.list};
    const auto with = [&](RuleSite::Purpose purpose) {
      RuleSite copy = site;
      copy.purpose = purpose;
      return copy;
    };
    parse(place.optional("when"), question.when, with(RuleSite::Purpose::condition));
    const json::Cursor required = place.optional("required");
    const bool is_asked = question.origin == Origin::asked && question.shape.kind != value::Kind::information;
    if (is_asked && !required.is(json::Type::boolean)) parse(required, question.required_rule, with(RuleSite::Purpose::condition));
    if (question.origin == Origin::computed) parse(place.optional("calculate"), question.calculate, with(RuleSite::Purpose::value));
    if (const json::Cursor valid = place.optional("valid"); question.origin == Origin::asked && valid.is(json::Type::array)) {
      const auto checks = valid.items();
      for (std::size_t number = 0; number < question.checks.size(); ++number) {
        if (!checks[number].is(json::Type::object)) continue;
        parse(checks[number].optional("rule"), question.checks[number].rule, with(RuleSite::Purpose::check));
        read_at(checks[number].optional("at"), index, question.checks[number]);
      }
    }
  }

  // A check may speak beside another question of the same page.
  void read_at(const json::Cursor& place, QuestionIndex owner, Check& check) {
    check.at = owner;
    if (!place.exists()) return;
    std::vector<QuestionIndex> neighbours{owner};
    const auto add_if_together = [&](const std::vector<QuestionIndex>& asked) {
      if (std::find(asked.begin(), asked.end(), owner) != asked.end()) neighbours = asked;
    };
    for (const Page& page : form_.pages) add_if_together(page.ask);
    if (const QuestionIndex list = form_.questions[owner].list; list != none) {
      for (const RowPage& page : form_.questions[list].row_pages) add_if_together(page.ask);
    }
    if (const QuestionIndex at = read_question_name(building_, place, neighbours); at != none) check.at = at;
  }

  void parse_page(PageIndex index) {
    const json::Cursor& place = building_.page_places[index];
    if (!place.is(json::Type::object)) return;
    RuleSite site{.place = place};
    site.purpose = RuleSite::Purpose::condition;
    site.page = index;
    parse(place.optional("when"), form_.pages[index].when, std::move(site));
  }

  void parse_row_pages(QuestionIndex list) {
    const auto& places = building_.row_page_places[list];
    for (std::size_t number = 0; number < places.size(); ++number) {
      if (!places[number].is(json::Type::object)) continue;
      RuleSite site{.place = places[number], .scope = list};
      site.purpose = RuleSite::Purpose::condition;
      site.row_page = number;
      parse(places[number].optional("when"), form_.questions[list].row_pages[number].when, std::move(site));
    }
  }

  void fill_reads() {
    for (RuleSite& site : sites_) {
      for (const std::string& name : site.rule->reads()) {
        const QuestionIndex read = form_.index_of(name);
        if (read == none) continue;  // the checker of types says so, where it stands
        site.reads.push_back(read);
        auto& readers = form_.questions[read].readers;
        if (site.owner != none && std::find(readers.begin(), readers.end(), site.owner) == readers.end()) readers.push_back(site.owner);
      }
    }
  }

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
    for (const Order::Cycle& cycle : order.cycles()) {
      if (cycle.question == cycle.reads) continue;  // said where it reads itself
      building_.question_places[cycle.question]
          .optional("calculate")
          .report(Code::rule_reads_itself, {{"name", form_.questions[cycle.reads].id}});
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
  std::vector<RuleSite> sites_;
};

}  // namespace

void compile_rules(Building& building) { RuleCompiler(building).compile(); }

}  // namespace polku::form
