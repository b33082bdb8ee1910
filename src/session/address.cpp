// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "session/session.h"

namespace polku::session {

std::string to_string(const World& world, const Address& address) {
  const auto& page = world.form->pages[address.page];
  if (address.row == 0) return page.id;
  auto text = page.id + "/r" + std::to_string(address.row);
  if (address.row_page != 0 && page.kind == form::PageKind::list && !page.ask.empty()) {
    const auto& row_pages = world.form->questions[page.ask.front()].row_pages;
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

  const auto& page = world.form->pages[address.page];
  if (page.kind != form::PageKind::list || page.ask.empty()) return std::nullopt;
  // There is one spelling of an address: the row that is spelled so is the row meant.
  for (const auto row : answers.rows(page.ask.front())) {
    const auto& row_pages = world.form->questions[page.ask.front()].row_pages;
    for (std::uint32_t row_page = 0; row_page < row_pages.size(); ++row_page) {
      const Address candidate{address.page, row, row_page};
      if (to_string(world, candidate) == text) return candidate;
    }
  }
  return address;  // a row that is gone: its list
}

std::optional<Address> previous_address(const State& state, const journey::Journey& journey) {
  const auto at = journey.find_stop(state.address.page, state.address.row, state.address.row_page);
  if (at >= journey.stops.size()) return std::nullopt;
  for (auto index = at; index-- > 0;) {
    const auto& stop = journey.stops[index];
    const bool of_this_row = stop.row == state.address.row;
    const bool own_list = stop.row == 0 && stop.page == state.address.page;
    if (state.address.row != 0 ? (of_this_row || own_list) : stop.row == 0) return Address{stop.page, stop.row, stop.row_page};
  }
  return std::nullopt;
}

}  // namespace polku::session
