// SPDX-License-Identifier: EUPL-1.2
#include "journey/answers.h"

#include <algorithm>

namespace polku::journey {

const Answer* Answers::find(Place place) const {
  const auto found = answers_.find(place);
  return found == answers_.end() ? nullptr : &found->second;
}

void Answers::set(Place place, Answer answer) { answers_.insert_or_assign(place, std::move(answer)); }

void Answers::clear(Place place) { answers_.erase(place); }

const std::vector<RowId>& Answers::rows(QuestionIndex list, RowId parent) const {
  static const std::vector<RowId> no_rows;
  const auto found = order_.find({list, parent});
  return found == order_.end() ? no_rows : found->second;
}

RowId Answers::add_row(QuestionIndex list, RowId parent) {
  const RowId row = ++last_row_;
  rows_[row] = {list, parent};
  order_[{list, parent}].push_back(row);
  return row;
}

const Answers::Row* Answers::find_row(RowId row) const {
  const auto found = rows_.find(row);
  return found == rows_.end() ? nullptr : &found->second;
}

Answers::Removed Answers::remove_row(RowId row) {
  Removed removed;
  const auto info = rows_.find(row);
  if (info == rows_.end()) return removed;
  removed.row = row;
  removed.info = info->second;

  std::vector<RowId> inner;
  for (const auto& [id, other] : rows_) {
    if (other.parent == row) inner.push_back(id);
  }
  // From the last, so that each is put back at the position it had.
  for (auto id = inner.rbegin(); id != inner.rend(); ++id) removed.below.push_back(remove_row(*id));

  for (auto entry = answers_.begin(); entry != answers_.end();) {
    if (entry->first.row == row) {
      removed.answers.emplace_back(entry->first, std::move(entry->second));
      entry = answers_.erase(entry);
    } else {
      ++entry;
    }
  }
  auto& order = order_[{removed.info.list, removed.info.parent}];
  const auto position = std::find(order.begin(), order.end(), row);
  removed.position = static_cast<std::size_t>(position - order.begin());
  order.erase(position);
  if (order.empty()) order_.erase({removed.info.list, removed.info.parent});
  rows_.erase(row);
  return removed;
}

void Answers::put_back(const Removed& removed) {
  if (removed.row == 0 || rows_.count(removed.row) != 0) return;
  if (removed.info.parent != 0 && rows_.count(removed.info.parent) == 0) return;
  rows_[removed.row] = removed.info;
  auto& order = order_[{removed.info.list, removed.info.parent}];
  order.insert(order.begin() + static_cast<std::ptrdiff_t>(std::min(removed.position, order.size())), removed.row);
  for (const auto& [place, answer] : removed.answers) answers_.insert_or_assign(place, answer);
  for (auto inner = removed.below.rbegin(); inner != removed.below.rend(); ++inner) put_back(*inner);
}

namespace {

std::string row_prefix(const form::CompiledForm& form, const Answers& answers, RowId row) {
  if (row == 0) return {};
  const auto* info = answers.find_row(row);
  if (!info) return {};
  return row_prefix(form, answers, info->parent) + form.questions[info->list].id + "/r" + std::to_string(row) + "/";
}

}  // namespace

RowId read_row(std::string_view segment) {
  if (segment.size() < 2 || segment.size() > 9 || segment[0] != 'r' || segment[1] == '0') return 0;
  RowId row = 0;
  for (const char digit : segment.substr(1)) {
    if (digit < '0' || digit > '9') return 0;
    row = row * 10 + static_cast<RowId>(digit - '0');
  }
  return row;
}

std::string name_of_place(const form::CompiledForm& form, const Answers& answers, Place place) {
  return row_prefix(form, answers, place.row) + form.questions[place.question].id;
}

std::optional<Place> find_place(const form::CompiledForm& form, const Answers& answers, std::string_view name) {
  const auto slash = name.rfind('/');
  Place place;
  place.question = form.index_of(slash == std::string_view::npos ? name : name.substr(slash + 1));
  if (place.question == form::none) return std::nullopt;
  if (slash != std::string_view::npos) {
    const auto before = name.substr(0, slash);
    const auto row_start = before.rfind('/');
    if (row_start == std::string_view::npos) return std::nullopt;
    place.row = read_row(before.substr(row_start + 1));
    const auto* row = answers.find_row(place.row);
    if (!row || form.questions[place.question].list != row->list) return std::nullopt;
  } else if (form.questions[place.question].list != form::none) {
    return std::nullopt;
  }
  if (name_of_place(form, answers, place) != name) return std::nullopt;
  return place;
}

Answer answer_typed(const form::Question& question, value::Typed typed, std::string language, const Locales& locales, const calendar::Date& today) {
  auto decoded = value::decode(question.shape, typed, locales.named(language), today);
  return {std::move(typed), std::move(language), std::move(decoded.value), std::move(decoded.problems), today};
}

}  // namespace polku::journey
