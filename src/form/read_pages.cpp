// SPDX-License-Identifier: EUPL-1.2
// Pages, and the pages of a list's rows: their order, and what stands on which.
#include <algorithm>
#include <array>
#include <map>

#include "form/building.h"

namespace polku::form {

using problem::Code;
using text::Decimal;
using value::Kind;

namespace {

constexpr std::array<std::string_view, 7> page_kinds{"start", "question", "list", "exit", "task-list", "check-answers", "confirmation"};

class PageReader {
 public:
  explicit PageReader(Building& building) : building_(building), form_(building.form) {}

  void read() {
    const json::Cursor pages = building_.root.member("pages");
    for (const json::Cursor& place : pages.items()) {
      if (place.is(json::Type::object) && place.optional("task").exists()) {
        read_task(place);
      } else {
        read_page(place, none);
      }
    }
    read_row_pages();
  }

 private:
  void read_task(const json::Cursor& place) {
    place.only({"task", "after", "when", "pages"});
    Task task;
    task.id = read_page_id(place.member("task"));
    task.first = static_cast<PageIndex>(form_.pages.size());
    task.pointer = place.pointer();
    std::vector<std::string_view> earlier;
    for (const Task& one : form_.tasks) earlier.push_back(one.id);
    if (const json::Cursor after = place.optional("after"); after.exists()) {
      for (const json::Cursor& name : after.items()) {
        if (const auto found = name.choice(earlier)) task.after.push_back(static_cast<TaskIndex>(*found));
      }
    }
    const json::Cursor pages = place.member("pages");
    for (const json::Cursor& page : pages.items()) read_page(page, static_cast<TaskIndex>(form_.tasks.size()));
    if (pages.is(json::Type::array) && pages.value().items().empty()) {
      pages.report(Code::out_of_bounds, {{"minimum", Decimal{1}}, {"maximum", Decimal{1000}}});
    }
    task.count = static_cast<PageIndex>(form_.pages.size()) - task.first;
    form_.tasks.push_back(std::move(task));
    building_.task_places.push_back(place);
  }

  void read_page(const json::Cursor& place, TaskIndex task) {
    Page page;
    page.task = task;
    page.pointer = place.pointer();
    if (place.is(json::Type::object)) {
      page.id = read_page_id(place.member("id"));
      if (auto kind = place.optional("kind").choice(page_kinds)) page.kind = static_cast<PageKind>(*kind);
      const bool has_rule = page.kind == PageKind::question || page.kind == PageKind::list || page.kind == PageKind::exit;
      if (has_rule) {
        place.only({"id", "kind", "section", "when", "ask"});
      } else {
        place.only({"id", "kind", "section", "ask"});
      }
      if (auto section = read_id(place.optional("section"))) page.section = *section;
      if (page.kind == PageKind::exit) place.member("when");
      const bool must_ask = page.kind == PageKind::question || page.kind == PageKind::list;
      const json::Cursor ask = must_ask ? place.member("ask") : place.optional("ask");
      const auto candidates = top_level_questions(form_);
      Asking asking{page.id, candidates, page.ask, page.kind == PageKind::question ? &page.groups : nullptr};
      read_ask(ask, asking);
      check_ask(ask, page, asking.places);
    } else {
      place.members();
    }
    form_.pages.push_back(std::move(page));
    building_.page_places.push_back(place);
  }

  std::string read_page_id(const json::Cursor& place) {
    auto id = read_id(place);
    if (!id) return {};
    if (std::find(ids_.begin(), ids_.end(), *id) != ids_.end()) place.report(Code::repeated_id, {{"id", *id}});
    ids_.push_back(*id);
    return *id;
  }

  // What a page asks, with the place of each.
  struct Asking {
    const std::string& page;
    const std::vector<QuestionIndex>& candidates;
    std::vector<QuestionIndex>& asked;
    std::vector<Group>* groups;  // nullptr: there may be none
    std::vector<json::Cursor> places = {};
  };

  void read_ask(const json::Cursor& ask, Asking& asking) {
    for (const json::Cursor& place : ask.items()) {
      if (place.is(json::Type::object) && asking.groups) {
        read_group(place, asking);
      } else {
        read_asked(place, asking);
      }
    }
    if (ask.is(json::Type::array) && ask.value().items().empty()) ask.report(Code::page_asks_nothing, {{"id", asking.page}});
  }

  void read_group(const json::Cursor& place, Asking& asking) {
    place.only({"group", "boxed", "ask"});
    Group group{.id = read_page_id(place.member("group")), .first = asking.asked.size()};
    const json::Cursor ask = place.member("ask");
    for (const json::Cursor& inner : ask.items()) read_asked(inner, asking);
    if (ask.is(json::Type::array) && ask.value().items().empty()) ask.report(Code::page_asks_nothing, {{"id", group.id}});
    group.boxed = place.optional("boxed").boolean_or(false);
    group.count = asking.asked.size() - group.first;
    if (group.count > 0) asking.groups->push_back(std::move(group));
  }

  void read_asked(const json::Cursor& place, Asking& asking) {
    const QuestionIndex index = read_question_name(building_, place, asking.candidates);
    if (index == none) return;
    const Question& question = form_.questions[index];
    const auto [before, is_first] = asked_on_.emplace(index, asking.page);
    const bool is_here_already = std::find(asking.asked.begin(), asking.asked.end(), index) != asking.asked.end();
    // A computed value is never asked: several pages may show it.
    if (!is_first && (question.origin != Origin::computed || is_here_already)) {
      place.report(Code::question_asked_twice, {{"id", question.id}, {"page", before->second}});
      return;
    }
    asking.asked.push_back(index);
    asking.places.push_back(place);
  }

  void report_misplaced(const json::Cursor& place, QuestionIndex index) {
    const Question& question = form_.questions[index];
    place.report(Code::question_misplaced, {{"id", question.id}, {"kind", value::name_of(question.shape.kind)}});
  }

  void check_ask(const json::Cursor& ask, const Page& page, const std::vector<json::Cursor>& places) {
    for (std::size_t slot = 0; slot < page.ask.size(); ++slot) {
      const Question& question = form_.questions[page.ask[slot]];
      const bool is_only_shown = question.origin == Origin::computed || question.shape.kind == Kind::information;
      const bool is_list = question.shape.kind == Kind::list;
      const bool is_misplaced = page.kind == PageKind::question ? is_list : page.kind == PageKind::list ? !is_list : !is_only_shown;
      if (is_misplaced) report_misplaced(places[slot], page.ask[slot]);
    }
    if (page.kind == PageKind::list && page.ask.size() > 1) ask.report(Code::out_of_bounds, {{"minimum", Decimal{1}}, {"maximum", Decimal{1}}});
  }

  void read_row_pages() {
    for (QuestionIndex list = 0; list < form_.questions.size(); ++list) {
      if (form_.questions[list].shape.kind != Kind::list) continue;
      const json::Cursor pages = building_.question_places[list].optional("pages");
      if (pages.exists()) {
        read_own_row_pages(pages, list);
      } else {
        add_default_row_pages(list);
      }
    }
  }

  void read_own_row_pages(const json::Cursor& pages, QuestionIndex list) {
    for (const json::Cursor& place : pages.items()) {
      place.only({"id", "when", "ask"});
      RowPage page;
      if (place.is(json::Type::object)) {
        page.id = read_page_id(place.member("id"));
        const json::Cursor ask = place.member("ask");
        Asking asking{page.id, form_.questions[list].columns, page.ask, &page.groups};
        read_ask(ask, asking);
        check_row_ask(page.ask, asking.places);
      } else {
        place.members();
      }
      form_.questions[list].row_pages.push_back(std::move(page));
      building_.row_page_places[list].push_back(place);
    }
    if (pages.is(json::Type::array) && pages.value().items().empty()) {
      pages.report(Code::out_of_bounds, {{"minimum", Decimal{1}}, {"maximum", Decimal{1000}}});
    }
  }

  // A list in a row has a page of its own, as it has in the form.
  void check_row_ask(const std::vector<QuestionIndex>& asked, const std::vector<json::Cursor>& places) {
    for (std::size_t slot = 0; asked.size() > 1 && slot < asked.size(); ++slot) {
      if (form_.questions[asked[slot]].shape.kind == Kind::list) report_misplaced(places[slot], asked[slot]);
    }
  }

  void add_default_row_pages(QuestionIndex list) {
    const std::vector<QuestionIndex> columns = form_.questions[list].columns;
    RowPage questions{.id = form_.questions[list].id + "-row"};
    std::vector<RowPage> lists;
    for (QuestionIndex column : columns) {
      const Question& question = form_.questions[column];
      if (question.origin == Origin::computed) continue;
      if (question.shape.kind == Kind::list) lists.push_back({.id = question.id + "-list"});
      RowPage& page = question.shape.kind == Kind::list ? lists.back() : questions;
      asked_on_.emplace(column, page.id);
      page.ask.push_back(column);
    }
    auto& pages = form_.questions[list].row_pages;
    if (!questions.ask.empty() || lists.empty()) pages.push_back(std::move(questions));
    for (RowPage& page : lists) pages.push_back(std::move(page));
  }

  Building& building_;
  CompiledForm& form_;
  std::vector<std::string> ids_;
  std::map<QuestionIndex, std::string> asked_on_;
};

}  // namespace

std::string_view name_of(PageKind kind) { return page_kinds[static_cast<std::size_t>(kind)]; }

void read_pages(Building& building) { PageReader(building).read(); }

}  // namespace polku::form
