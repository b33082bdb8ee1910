// SPDX-License-Identifier: EUPL-1.2
// Everything asked, by section, with a Change link each, as GOV.UK's check answers; totals are computed values a page shows.
#include <algorithm>

#include "page/parts.h"

namespace polku::page {

using journey::Item;
using value::Kind;

namespace {

class Gathering {
 public:
  Gathering(const Speaker& speaker, Changing changing, const std::vector<QuestionIndex>* entitled, form::TaskIndex task)
      : speaker_(speaker), changing_(changing), entitled_(entitled), task_(task) {}

  std::vector<Answers> gather() {
    for (const journey::Stop& stop : speaker_.journey().stops) {
      const form::Page& page = speaker_.form().pages[stop.page];
      if (stop.row != 0 || (task_ != form::none && page.task != task_)) continue;
      add_page(page, stop);
      if (page.kind == form::PageKind::check_answers && page.task == task_) break;
    }
    sections_.erase(std::remove_if(sections_.begin(), sections_.end(), [](const Answers& section) { return section.lines.empty(); }), sections_.end());
    return std::move(sections_);
  }

 private:
  bool is_entitled(QuestionIndex question) const {
    if (!entitled_) return true;
    const auto has = [&](QuestionIndex one) { return std::find(entitled_->begin(), entitled_->end(), one) != entitled_->end(); };
    for (QuestionIndex one = question; one != form::none; one = speaker_.form().questions[one].list) {
      if (has(one)) return true;
    }
    return false;
  }

  // By the title of a row its reader is told of no more than of the row.
  std::vector<Text> shown(Place place, const json::Value& value) const {
    const form::Question& question = speaker_.form().questions[place.question];
    if (question.rows == form::none || is_entitled(question.rows)) return speaker_.shown(place, value);
    return {messages::verbatim(value::shown(question.shape, value, speaker_.locale()))};
  }

  void begin_section(const form::Page& page, const journey::Stop& stop) {
    Answers answers;
    // A task's own check page says above its heading what it is about.
    if (task_ == form::none || !page.section.empty()) answers.heading = section_of(speaker_, page);
    const bool is_list = answers.heading.empty() && page.kind == form::PageKind::list;
    const std::string section = is_list ? "page " + page.id : answers.heading.words();
    if (begun_ && section == section_) return;
    begun_ = true;
    section_ = section;
    if (is_list && !stop.items.empty()) answers.heading = speaker_.short_label(stop.items.front().place);
    sections_.push_back(std::move(answers));
  }

  std::optional<Action> change(const journey::Stop& stop, RowId row, std::uint32_t row_page, Place place, const Text& subject) const {
    if (changing_ == Changing::none) return std::nullopt;
    Action action;
    action.look = Action::Look::link;
    action.label = speaker_.say("button.change");
    action.subject = subject;
    action.intent = "change";
    action.place = place.question == form::none ? std::string() : journey::name_of_place(speaker_.form(), speaker_.answers(), place);
    action.address =
        "change:" + session::to_string(speaker_.world(), speaker_.answers(), {.page = stop.page, .row = row, .row_page = row_page}) + ":" + action.place;
    return action;
  }

  void add_page(const form::Page& page, const journey::Stop& stop) {
    begin_section(page, stop);
    for (const Item& item : stop.items) {
      const form::Question& question = speaker_.form().questions[item.place.question];
      if (item.state == Item::State::hidden || question.shape.kind == Kind::information || !is_entitled(item.place.question)) continue;
      // On the check page itself what is asked stands as a field below.
      if (page.kind == form::PageKind::check_answers && item.state == Item::State::asked && changing_ == Changing::links) continue;
      if (question.shape.kind == Kind::list && speaker_.form().file_of(question) == form::none) {
        add_rows(stop, item.place, {});
        continue;
      }
      AnswerLine line;
      line.label = speaker_.short_label(item.place);
      if (question.shape.kind == Kind::list)
        line.values = file_names(item.place);
      else if (item.value)
        line.values = shown(item.place, *item.value);
      if (line.values.empty()) line.values.push_back(speaker_.say("check.not-given"));
      line.is_total = item.state == Item::State::shown;
      if (!line.is_total && !form::is_proven(speaker_.form(), question)) line.change = change(stop, 0, 0, item.place, line.label);
      sections_.back().lines.push_back(std::move(line));
    }
  }

  // "plan.pdf, 240 kB", a line a file.
  std::vector<Text> file_names(Place list) const {
    const QuestionIndex column = speaker_.form().file_of(speaker_.form().questions[list.question]);
    std::vector<Text> names;
    for (const RowId row : speaker_.answers().rows(list.question, list.row)) {
      const json::Value* value = speaker_.journey().value({column, row});
      if (!value) continue;
      std::vector<std::string> words;
      for (const Text& one : speaker_.shown({column, row}, *value)) words.push_back(one.words());
      names.push_back(messages::verbatim(speaker_.on_one_line(column, words)));
    }
    return names;
  }

  void add_rows(const journey::Stop& list_stop, Place list, const Text& around) {
    for (const RowId row : speaker_.answers().rows(list.question, list.row)) add_row(list_stop, list.question, row, around);
  }

  // What is in a row's own lists stands below it, a line a row, called by both.
  void add_row(const journey::Stop& list_stop, QuestionIndex list, RowId row, const Text& around) {
    AnswerLine line;
    const Text title = speaker_.row_title(list, row);
    line.label = title;
    if (!around.empty()) line.label = speaker_.say("check.row-in-row", {{"row", around.words()}, {"inner", line.label.words()}});
    const Text label = line.label;
    const journey::Stop* first = nullptr;
    for (const journey::Stop& stop : speaker_.journey().stops) {
      if (stop.page != list_stop.page || stop.row != row) continue;
      if (!first) first = &stop;
    }
    const auto columns = shown_columns(speaker_, list, row);
    for (const QuestionIndex column : columns) add_column(line, title, {column, row});
    line.change = change(list_stop, row, first ? first->row_page : 0, Place{}, line.label);
    sections_.back().lines.push_back(std::move(line));
    for (const QuestionIndex column : columns) {
      if (is_entitled(column)) add_rows(list_stop, {column, row}, label);
    }
  }

  void add_column(AnswerLine& line, const Text& row_title, Place place) const {
    const json::Value* value = speaker_.journey().value(place);
    if (!value || !is_entitled(place.question)) return;
    const std::vector<Text> shown = this->shown(place, *value);
    for (const Text& one : shown) {
      if (says_the_same(one, row_title)) return;  // the row is called by it
    }
    std::vector<std::string> words;
    for (const Text& one : shown) words.push_back(one.words());
    if (words.empty()) return;
    line.values.push_back(
        speaker_.say("check.column", {{"label", speaker_.short_label(place).words()}, {"value", speaker_.on_one_line(place.question, words)}}));
  }

  const Speaker& speaker_;
  Changing changing_;
  const std::vector<QuestionIndex>* entitled_;
  form::TaskIndex task_;
  std::vector<Answers> sections_;
  std::string section_;
  bool begun_ = false;
};

}  // namespace

Text section_of(const Speaker& speaker, const form::Page& page) {
  if (page.section.empty() && page.task == form::none) return {};
  return speaker.say(page.section.empty() ? "task." + speaker.form().tasks[page.task].id + ".title" : "section." + page.section);
}

std::vector<Answers> answers_by_section(const Speaker& speaker, Changing changing, const std::vector<QuestionIndex>* entitled, form::TaskIndex task) {
  return Gathering{speaker, changing, entitled, task}.gather();
}

void show_check(Making& making, const form::Page& form_page, const journey::Stop& stop) {
  const Speaker& speaker = making.speaker;
  Page& page = making.page;
  const std::string key = "page." + form_page.id + ".";
  page.heading = speaker.say_first_live({key + "title", "check.title"});
  for (Answers& answers : answers_by_section(speaker, Changing::links, nullptr, form_page.task)) page.elements.push_back(std::move(answers));
  add_prose(making, speaker.prose_if_any(key + "body"));
  journey::Stop asked = stop;
  asked.items.erase(std::remove_if(asked.items.begin(), asked.items.end(), [](const Item& item) { return item.state == Item::State::shown && item.value; }),
                    asked.items.end());
  show_items(making, asked);
  const bool is_of_task = form_page.task != form::none;
  Action go = button(making, is_of_task ? "button.continue" : "button.submit", is_of_task ? "continue" : "submit", Action::Look::primary);
  if (form::has_feature(form::Feature::identity)) add_sign_in(making, asked, go);
  if (speaker.has(key + "action")) go.label = speaker.say_live(key + "action");
  page.actions.push_back(std::move(go));
  if (is_of_task) return;
  // Nothing on a page is wrong, and yet it cannot be submitted: said before the person tries.
  if (!making.journey.problems.empty()) page.elements.push_back(reasons(speaker, making.journey.problems));
  if (form::has_feature(form::Feature::payment) && speaker.form().payment != form::none) {
    add_payment(making, "check.pay", making.journey.value({speaker.form().payment, 0}), Paying::later);
  }
  if (form::has_feature(form::Feature::invitations)) add_who_will_be_invited(making);
  Note note{.id = "outbox"};
  const bool device = making.state.storage == session::Storage::device;
  note.prose = messages::parse_markup(speaker.say(device ? "check.outbox" : "check.no-outbox"));
  page.elements.push_back(std::move(note));
}

}  // namespace polku::page
