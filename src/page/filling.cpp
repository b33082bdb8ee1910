// SPDX-License-Identifier: EUPL-1.2
// The page where the person stands.
#include <algorithm>

#include "page/parts.h"

namespace polku::page {

using form::PageKind;
using value::Kind;

namespace {

bool counts_as_step(PageKind kind) { return kind == PageKind::question || kind == PageKind::list || kind == PageKind::check_answers; }

// "Vehicles · step 3 of 5": of what is known to come. A row is a step of its list. Where there are tasks, steps are counted in each.
void show_caption(Making& making, const form::Page& form_page) {
  const form::CompiledForm& form = *making.world.form;
  const Text section = section_of(making.speaker, form_page);
  if (form_page.task == form::none && !form.tasks.empty()) {
    making.page.caption = section;
    return;
  }
  std::int64_t number = 0;
  std::int64_t total = 0;
  for (const journey::Stop& stop : making.journey.stops) {
    const form::Page& page = form.pages[stop.page];
    if (stop.row != 0 || page.task != form_page.task || !counts_as_step(page.kind)) continue;
    ++total;
    if (stop.page == making.state.address.page) number = total;
  }
  if (number == 0) return;
  Arguments arguments = {{"number", text::Decimal{number}}, {"total", text::Decimal{total}}};
  if (!section.empty()) arguments.push_back({"section", section.words()});
  making.page.caption = making.speaker.say(section.empty() ? "page.step" : "page.step-in-section", arguments);
}

// The one question of a page is its heading; a tick box is none, and what it brought up stands below it.
void show_heading(Making& making, const std::string& title_key, std::size_t asked, RowId row, const std::vector<std::string>& otherwise) {
  Page& page = making.page;
  Field* only = nullptr;
  std::size_t on_top = 0;
  bool is_grouped = false;
  for (std::size_t index = 0; index < page.elements.size(); ++index) {
    is_grouped = is_grouped || std::holds_alternative<Group>(page.elements[index]);
    auto* field = std::get_if<Field>(&page.elements[index]);
    if (!field || std::find(page.nested.begin(), page.nested.end(), index) != page.nested.end()) continue;
    ++on_top;
    only = field;
  }
  const bool titled = making.speaker.has(title_key);
  if (on_top == 1 && !is_grouped && only->control != Field::Control::tick && (asked == 1 || !titled)) {
    only->is_heading = true;
    return;
  }
  std::vector<std::string> keys = {title_key};
  for (const std::string& key : otherwise) {
    if (making.speaker.has(key)) keys.push_back(key);
  }
  page.heading = titled || keys.size() > 1 ? making.speaker.say_first_live(keys, row) : only ? only->label : making.speaker.say("service.title");
}

std::size_t count_asked(const Making& making, const std::vector<QuestionIndex>& ask) {
  return static_cast<std::size_t>(std::count_if(ask.begin(), ask.end(), [&](QuestionIndex index) {
    const form::Question& question = making.world.form->questions[index];
    return question.origin == form::Origin::asked && question.shape.kind != Kind::information;
  }));
}

// What the page says stands below its heading, so that cannot be a part of the field then.
void set_heading_apart(Page& page) {
  for (Element& element : page.elements) {
    auto* field = std::get_if<Field>(&element);
    if (!field || !field->is_heading) continue;
    page.heading = field->label;
    field->is_heading = false;
    field->is_label_hidden = true;
  }
}

// Below the heading and in front of everything else: indexes of what is revealed move by one.
void put_in_front(Page& page, Element words) {
  set_heading_apart(page);
  page.elements.insert(page.elements.begin(), std::move(words));
  for (std::size_t& index : page.nested) ++index;
  for (Element& element : page.elements) {
    auto* field = std::get_if<Field>(&element);
    if (!field) continue;
    for (Option& option : field->options) {
      for (std::size_t& index : option.reveals) ++index;
    }
  }
}

// A page of questions, or a page of a row.
void show_questions(Making& making, const form::Page& form_page, const journey::Stop& stop) {
  const Speaker& speaker = making.speaker;
  std::string stem = "page." + form_page.id;
  const std::vector<QuestionIndex>* ask = &form_page.ask;
  std::vector<std::string> otherwise;
  if (stop.row != 0) {
    const auto* row = making.state.answers.find_row(stop.row);
    if (row) {
      const form::Question& list = making.world.form->questions[row->list];
      const form::RowPage& row_page = list.row_pages[stop.row_page];
      stem = "page." + row_page.id;
      ask = &row_page.ask;
      otherwise = {"question." + list.id + ".add"};
    }
  } else {
    for (const QuestionIndex index : form_page.ask) {
      if (making.world.form->questions[index].shape.kind == Kind::consent) otherwise.push_back("question." + making.world.form->questions[index].id + ".short");
    }
  }
  show_items(making, stop);
  show_heading(making, stem + ".title", count_asked(making, *ask), stop.row, otherwise);
  if (Heading more = speaker.more_if_any(stem + ".", stop.row); !more.text.empty()) put_in_front(making.page, std::move(more));
  if (auto body = speaker.prose_if_any(stem + ".body", stop.row)) put_in_front(making.page, std::move(*body));
  Action go = button(making, "button.continue", "continue", Action::Look::primary);
  if (form::has_feature(form::Feature::identity)) add_sign_in(making, stop, go);
  if (speaker.has(stem + ".action")) go.label = speaker.say_live(stem + ".action", stop.row);
  making.page.actions.push_back(std::move(go));
}

void show_exit(Making& making, const form::Page& form_page) {
  const std::string key = "page." + form_page.id + ".";
  making.page.heading = making.speaker.say_live(key + "title");
  add_prose(making, making.speaker.prose_if_any(key + "body"));
  add_more(making, key);
  add_contact(making);
}

void show_back(Making& making, const journey::Stop& here) {
  auto before = session::previous_address(making.world, making.state, making.journey);
  const PageIndex check = making.state.returning_to;
  const std::size_t at = here.row == 0 ? making.journey.find_stop(check) : making.journey.stops.size();
  if (at < making.journey.stops.size() && making.journey.stops[at].reachable) before = session::Address{.page = check};
  if (!before) return;
  Action back = button(making, "button.back", "visit", Action::Look::quiet_link);
  back.address = session::to_string(making.world, making.state.answers, *before);
  making.page.back = std::move(back);
}

}  // namespace

void show_filling(Making& making) {
  const session::Address& address = making.state.address;
  const std::size_t at = making.journey.find_stop(address.page, address.row, address.row_page);
  if (at >= making.journey.stops.size()) return;
  const journey::Stop& stop = making.journey.stops[at];
  const form::Page& form_page = making.world.form->pages[stop.page];
  making.page.kind = stop.row != 0 ? "row" : std::string(form::name_of(form_page.kind));
  show_back(making, stop);
  show_caption(making, form_page);
  switch (form_page.kind) {
    case PageKind::start: show_start(making, form_page); break;
    case PageKind::question: show_questions(making, form_page, stop); break;
    case PageKind::list:
      if (stop.list == form::none)
        show_questions(making, form_page, stop);
      else
        show_list(making, stop);
      break;
    case PageKind::task_list:
      if (form::has_feature(form::Feature::tasks)) show_tasks(making, form_page, stop);
      break;
    case PageKind::exit: show_exit(making, form_page); break;
    case PageKind::check_answers: show_check(making, form_page, stop); break;
    case PageKind::confirmation: making.page.heading = making.speaker.say_live("page." + form_page.id + ".title"); break;
  }
  if (!making.page.summary.empty()) {
    making.page.summary_heading = making.speaker.say("page.problems", {{"count", text::Decimal{static_cast<std::int64_t>(making.page.summary.size())}}});
  }
}

}  // namespace polku::page
