// SPDX-License-Identifier: EUPL-1.2
// A list's summary: a card for each row with Change and Remove, one undo, and another row while there is room.
#include <algorithm>

#include "page/parts.h"

namespace polku::page {

using value::Kind;

std::vector<QuestionIndex> shown_columns(const Speaker& speaker, QuestionIndex list, RowId row) {
  std::vector<QuestionIndex> columns;
  const form::Question& question = speaker.form().questions[list];
  for (const form::RowPage& page : question.row_pages) {
    for (const QuestionIndex column : page.ask) {
      const bool asked = speaker.journey().find_item({column, row}) != nullptr;
      if (asked && std::find(columns.begin(), columns.end(), column) == columns.end()) columns.push_back(column);
    }
  }
  // What is computed from half of the answers would be taken for the answer.
  const auto& stops = speaker.journey().stops;
  if (std::any_of(stops.begin(), stops.end(), [&](const journey::Stop& stop) { return stop.row == row && !stop.complete; })) return columns;
  for (const QuestionIndex column : question.columns) {
    const form::Question& one = speaker.form().questions[column];
    const bool sum = one.origin == form::Origin::computed && one.shape.kind == Kind::money;
    if (sum && std::find(columns.begin(), columns.end(), column) == columns.end()) columns.push_back(column);
  }
  return columns;
}

namespace {

std::string first_row_address(const Making& making, PageIndex page, RowId row) {
  session::Address address{.page = page, .row = row};
  for (const journey::Stop& stop : making.journey.stops) {
    if (stop.page != page || stop.row != row) continue;
    address.row_page = stop.row_page;
    break;
  }
  return session::to_string(making.world, making.state.answers, address);
}

bool row_is_complete(const Making& making, PageIndex page, RowId row) {
  return std::all_of(making.journey.stops.begin(), making.journey.stops.end(),
                     [&](const journey::Stop& stop) { return stop.page != page || stop.row != row || stop.complete; });
}

Row make_row(const Making& making, QuestionIndex list, PageIndex page, RowId id, bool told) {
  const Speaker& speaker = making.speaker;
  Row row;
  row.id = "row/" + std::to_string(id);
  row.title = speaker.row_title(list, id);
  for (const QuestionIndex column : shown_columns(speaker, list, id)) {
    const json::Value* value = making.journey.value({column, id});
    if (!value) continue;
    std::vector<Text> lines = speaker.shown({column, id}, *value);
    if (lines.size() > 1 && !value::parts_of(making.world.form->questions[column].shape).empty()) {
      std::vector<std::string> words;
      for (const Text& line : lines) words.push_back(line.words());
      lines = {messages::verbatim(speaker.on_one_line(column, words))};
    }
    for (const Text& line : lines) {
      if (!says_the_same(line, row.title)) row.facts.emplace_back(speaker.short_label({column, id}), line);
    }
    if (Text inner = speaker.row_titles(column, id); !inner.empty()) row.facts.emplace_back(speaker.short_label({column, id}), std::move(inner));
  }
  if (told && !row_is_complete(making, page, id)) row.problem = speaker.say("list.unfinished");
  Action change = button(making, "button.change", "change", Action::Look::link);
  change.subject = row.title;
  change.address = first_row_address(making, page, id);
  Action remove = button(making, "button.remove", "remove-row:" + std::to_string(id), Action::Look::link);
  remove.subject = row.title;
  row.actions = {std::move(change), std::move(remove)};
  return row;
}

void show_undo(Making& making, Place list) {
  const auto& removed = making.state.removed;
  if (!removed || removed->info.list != list.question || removed->info.parent != list.row) return;
  Note note{.tone = Note::Tone::calm, .prose = messages::parse_markup(making.speaker.say("list.removed")), .id = "removed"};
  note.actions.push_back(button(making, "button.restore", "restore-row", Action::Look::link));
  making.page.elements.push_back(std::move(note));
}

}  // namespace

void show_list(Making& making, const journey::Stop& stop) {
  const Speaker& speaker = making.speaker;
  Page& page = making.page;
  const auto* around = making.state.answers.find_row(stop.row);
  const std::string& id = around ? making.world.form->questions[around->list].row_pages[stop.row_page].id : making.world.form->pages[stop.page].id;
  const std::string stem = "page." + id + ".";
  std::vector<std::string> titles{stem + "title"};
  if (around && !speaker.has(titles.front())) titles.push_back("question." + making.world.form->questions[stop.list].id + ".label");
  page.heading = speaker.say_first_live(titles, stop.row);
  add_prose(making, speaker.prose_if_any(stem + "body", stop.row));
  add_more(making, stem, stop.row);
  bool may_continue = true;
  for (const journey::Item& item : stop.items) {
    const QuestionIndex list = item.place.question;
    const form::Question& question = making.world.form->questions[list];
    if (question.shape.kind != Kind::list || item.state == journey::Item::State::hidden) continue;
    const std::string key = "question." + question.id + ".";
    const auto& rows = making.state.answers.rows(list, item.place.row);
    const problem::Problems* told = find_told(making, item.place);
    const bool is_of_files = making.world.form->file_of(question) != form::none;
    if (told) {
      std::size_t unfinished = 0;
      for (const problem::Problem& problem : *told) {
        if (problem.severity == problem::Severity::warning) continue;
        std::string target = "add";
        if (is_of_files) {
          target = journey::name_of_place(*making.world.form, making.state.answers, item.place);
        } else if (problem.code == problem::Code::row_incomplete) {
          while (unfinished < rows.size() && row_is_complete(making, stop.page, rows[unfinished])) ++unfinished;
          if (unfinished < rows.size()) target = "row/" + std::to_string(rows[unfinished++]);
        } else if (!rows.empty()) {
          target = "row/" + std::to_string(rows.back());
        }
        page.summary.push_back({speaker.problem(problem, item.place), std::move(target)});
      }
    }
    show_undo(making, item.place);
    if (is_of_files) {
      Field files = make_files(making, item);
      // Called as the page: said once, and there that nobody need choose any.
      files.is_label_hidden = says_the_same(speaker.label(item.place), page.heading);
      if (files.is_label_hidden) page.heading = files.label;
      page.elements.push_back(std::move(files));
      continue;
    }
    Rows cards;
    cards.empty = speaker.say_if_any(key + "empty", stop.row);
    for (const RowId row : rows) cards.rows.push_back(make_row(making, list, stop.page, row, told != nullptr));
    page.elements.push_back(std::move(cards));
    if (const auto maximum = question.shape.max_items; maximum && static_cast<std::int64_t>(rows.size()) >= *maximum) {
      page.elements.push_back(Note{.prose = messages::parse_markup(speaker.say("list.full", {{"maximum", text::Decimal{*maximum}}}))});
      continue;
    }
    // Where nothing is there yet but something is needed, adding is the one thing to do.
    const bool needed = rows.empty() && question.shape.min_items.value_or(item.required ? 1 : 0) > 0;
    may_continue = may_continue && !needed;
    Action add = button(making, "button.add", "add-row:" + question.id, needed ? Action::Look::primary : Action::Look::secondary);
    const std::string words = key + (rows.empty() ? "add" : "add-another");
    if (speaker.has(words)) add.label = speaker.say_live(words, stop.row);
    if (item.place.row != 0) add.intent += ":" + std::to_string(item.place.row);
    add.place = "add";
    page.actions.push_back(std::move(add));
  }
  if (may_continue) {
    Action go = button(making, "button.continue", "continue", Action::Look::primary);
    if (speaker.has(stem + "action")) go.label = speaker.say_live(stem + "action", stop.row);
    page.actions.push_back(std::move(go));
  }
}

}  // namespace polku::page
