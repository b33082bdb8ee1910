// SPDX-License-Identifier: EUPL-1.2
// Rules: each parsed, with what it reads; check_rules.cpp then says what is wrong with them.
#include <algorithm>

#include "form/building.h"
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
    for (TaskIndex index = 0; index < form_.tasks.size(); ++index) parse_task(index);
    for (QuestionIndex index = 0; index < form_.questions.size(); ++index) parse_row_pages(index);
    parse_recipients();
    fill_reads();
    check_rules(building_, sites_);
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
    parse_options(place.optional("options"), question, with(RuleSite::Purpose::condition));
    if (question.origin == Origin::asked) parse(place.optional("default"), question.preset, with(RuleSite::Purpose::preset));
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

  void parse_options(const json::Cursor& options, Question& question, const RuleSite& site) {
    if (!options.is(json::Type::array)) return;
    const auto items = options.items();
    // Why else would it be an object?
    const auto has_rule = [](const json::Cursor& item) {
      return item.is(json::Type::object) && (item.optional("when").exists() || !item.optional("exclusive").exists());
    };
    if (std::none_of(items.begin(), items.end(), has_rule) || items.size() != question.shape.options.size()) return;  // else what is wrong with them was told
    question.option_rules.resize(items.size());
    for (std::size_t number = 0; number < items.size(); ++number) {
      if (has_rule(items[number])) parse(items[number].member("when"), question.option_rules[number], site);
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

  // It stands where its first page does.
  void parse_task(TaskIndex index) {
    RuleSite site{.place = building_.task_places[index]};
    site.purpose = RuleSite::Purpose::condition;
    site.page = form_.tasks[index].first;
    parse(building_.task_places[index].optional("when"), form_.tasks[index].when, std::move(site));
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

  // Who gets something is known when all is answered: behind the last page.
  void parse_recipients() {
    const json::Cursor list = building_.root.optional("recipients");
    if (!list.is(json::Type::array)) return;
    const auto places = list.items();
    for (std::size_t number = 0; number < form_.recipients.size(); ++number) {
      if (!places[number].is(json::Type::object)) continue;
      RuleSite site{.place = places[number]};
      site.page = static_cast<PageIndex>(form_.pages.size());
      parse(places[number].optional("when"), form_.recipients[number].when, std::move(site));
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

  Building& building_;
  CompiledForm& form_;
  std::vector<RuleSite> sites_;
};

}  // namespace

void compile_rules(Building& building) { RuleCompiler(building).compile(); }

}  // namespace polku::form
