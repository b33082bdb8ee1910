// SPDX-License-Identifier: EUPL-1.2
// The parts view() is made of; one file each.
#pragma once

#include "page/speaker.h"

namespace polku::page {

// What every part of a page is made from, and the page it is put on. Elements are pushed, not emplaced: that is one growth of their vector in the citizen's
// engine, not one for every kind.
struct Making {
  const session::World& world;
  const session::State& state;
  const journey::Journey& journey;
  const Speaker& speaker;
  Page& page;
};

// filling.cpp: where the person stands
void show_filling(Making& making);
// items.cpp: the questions, computed values and information of a stop
void show_items(Making& making, const journey::Stop& stop);
// identity.cpp: what a person has proved, or that they have to; then the way there comes before going on
void show_proven(Making& making, const journey::Item& item);
void add_sign_in(Making& making, const journey::Stop& stop, Action& go);
// field.cpp
Field make_field(const Making& making, const journey::Item& item);
// part.cpp
std::vector<Part> make_parts(const Speaker& speaker, const form::Question& question);
void fill_parts(Field& field);
// Whether the part of that name took the problem as its own.
bool give_to_part(Field& field, value::Kind kind, std::string_view name, const Text& problem);
// file.cpp
void fill_file(const Making& making, const value::Shape& shape, Field& field);
Field make_files(const Making& making, const journey::Item& item);  // of a list of files
// What was wrong at a place when Continue was pressed; null: nothing to tell.
const problem::Problems* find_told(const Making& making, Place place);
// start.cpp, list.cpp, tasks.cpp, check.cpp
void show_start(Making& making, const form::Page& page);
void show_tasks(Making& making, const form::Page& page, const journey::Stop& stop);
void show_list(Making& making, const journey::Stop& stop);
void show_check(Making& making, const form::Page& page, const journey::Stop& stop);
// All answers by section, as the check page and the record show them. `entitled`: null for all; `task`: of one alone.
enum class Changing : std::uint8_t { links, none };
std::vector<Answers> answers_by_section(const Speaker& speaker, Changing changing, const std::vector<QuestionIndex>* entitled = nullptr,
                                        form::TaskIndex task = form::none);
// What the page is a part of: its section, else its task. Empty: nothing.
Text section_of(const Speaker& speaker, const form::Page& page);
// phases.cpp: everything that is not filling
void show_phase(Making& making);

// Columns of a row that its card and the check page show: what its pages ask and show, and, when it is complete, money computed from it.
std::vector<QuestionIndex> shown_columns(const Speaker& speaker, QuestionIndex list, RowId row);

Action button(const Making& making, std::string_view key, std::string intent, Action::Look look);
void add_prose(Making& making, std::optional<Prose> prose);
void add_more(Making& making, const std::string& stem, RowId row = 0);  // below a page's body
void add_contact(Making& making);
// payment.cpp: that something has to be paid, and how much; now: with the button that leads there. No money, or none to pay: nothing.
enum class Paying : std::uint8_t { later, now };
void add_payment(Making& making, std::string_view key, const json::Value* money, Paying paying);
// invitation.cpp
void add_who_will_be_invited(Making& making);
void add_invitations(Making& making, const json::Value& invitations);

}  // namespace polku::page
