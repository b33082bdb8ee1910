// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "session/session.h"

namespace polku::session {

using form::QuestionIndex;

namespace {

// A row of any depth is a row of the page whose list it is in the end.
QuestionIndex outermost_list(const form::CompiledForm& form, QuestionIndex list) {
  while (form.questions[list].list != form::none) list = form.questions[list].list;
  return list;
}

}  // namespace

std::string to_string(const World& world, const journey::Answers& answers, const Address& address) {
  const auto& page = world.form->pages[address.page];
  if (address.row == 0) return page.id;
  auto text = page.id + "/r" + std::to_string(address.row);
  const auto* row = answers.find_row(address.row);
  if (address.row_page != 0 && row) {
    const auto& row_pages = world.form->questions[row->list].row_pages;
    if (address.row_page < row_pages.size()) text += "/" + row_pages[address.row_page].id;
  }
  return text;
}

std::optional<Address> parse_address(const World& world, const journey::Answers& answers, std::string_view text) {
  const auto slash = text.find('/');
  Address address;
  address.page = world.form->page_named(text.substr(0, slash));
  if (address.page == form::none) return std::nullopt;
  if (slash == std::string_view::npos) return address;

  const auto list = world.form->list_on(world.form->pages[address.page].ask);
  if (list == form::none) return std::nullopt;
  const auto row_words = text.substr(slash + 1);
  const auto row = journey::read_row(row_words.substr(0, row_words.find('/')));
  const auto* info = answers.find_row(row);
  if (info && outermost_list(*world.form, info->list) == list) {
    // There is one spelling of an address.
    for (std::uint32_t row_page = 0; row_page < world.form->questions[info->list].row_pages.size(); ++row_page) {
      const Address candidate{address.page, row, row_page};
      if (to_string(world, answers, candidate) == text) return candidate;
    }
  }
  return address;  // a row that is gone: its list
}

Address address_of_list(const World& world, const journey::Answers& answers, QuestionIndex list, journey::RowId parent) {
  const auto& form = *world.form;
  const auto outermost = outermost_list(form, list);
  Address address{.row = parent};
  while (address.page + 1 < form.pages.size() && form.list_on(form.pages[address.page].ask) != outermost) ++address.page;
  if (const auto* row = answers.find_row(parent)) {
    const auto& row_pages = form.questions[row->list].row_pages;
    while (address.row_page + 1 < row_pages.size() && form.list_on(row_pages[address.row_page].ask) != list) ++address.row_page;
  }
  return address;
}

const journey::Stop* stop_of_task(const World& world, const journey::Journey& journey, const journey::TaskStanding& task) {
  const journey::Stop* found = nullptr;
  for (const auto& stop : journey.stops) {
    const auto& page = world.form->pages[stop.page];
    if (page.task != task.task) continue;
    if (!stop.complete) return &stop;
    if (!found || (page.kind == form::PageKind::check_answers && task.status == journey::TaskStatus::completed)) found = &stop;
  }
  return found;
}

std::optional<Address> previous_address(const World& world, const State& state, const journey::Journey& journey) {
  const auto at = journey.find_stop(state.address.page, state.address.row, state.address.row_page);
  if (at >= journey.stops.size()) return std::nullopt;
  for (auto index = at; index-- > 0;) {
    const auto& stop = journey.stops[index];
    if (stop.row != state.address.row) continue;
    const auto task = world.form->pages[stop.page].task;
    if (task != form::none && task != world.form->pages[state.address.page].task) return Address{.page = world.form->last_of(form::PageKind::task_list)};
    return Address{stop.page, stop.row, stop.row_page};
  }
  const auto* row = state.answers.find_row(state.address.row);
  return row ? std::optional{address_of_list(world, state.answers, row->list, row->parent)} : std::nullopt;
}

}  // namespace polku::session
