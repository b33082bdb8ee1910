// SPDX-License-Identifier: EUPL-1.2
// One pass in page order (DECISIONS 5 to 7).
#include <algorithm>

#include "journey/environment.h"
#include "journey/journey.h"

namespace polku::journey {

using form::Question;
using problem::Code;
using problem::Problem;
using problem::Severity;
using value::Kind;

namespace {

class Walker final : public ComputedSource {
 public:
  Walker(const form::CompiledForm& form, const Answers& answers, const Circumstances& circumstances)
      : form_(form),
        answers_(answers),
        circumstances_(circumstances),
        environment_(form, circumstances),
        computing_(form.questions.size()),
        walked_(form.questions.size(), 0),
        done_(form.tasks.size(), 1) {
    environment_.set_source(this);
  }

  Journey walk() {
    bool all_complete = true;  // of what has to be before the page is come to
    bool before_tasks = true;
    bool is_on_route = true;
    auto task = form::none;
    for (form::PageIndex index = 0; index < form_.pages.size(); ++index) {
      const auto& page = form_.pages[index];
      if (form::has_feature(form::Feature::tasks) && page.task != task) {
        if (task == form::none) before_tasks = all_complete;
        task = page.task;
        all_complete = before_tasks && are_done(task);
        is_on_route = task == form::none || begin_task(task, all_complete);
      }
      if (!is_on_route) continue;
      // What would end the route is not known before everything in front of it is answered.
      if (page.kind == form::PageKind::exit && !all_complete) continue;
      if (!holds(page.when)) continue;
      const auto at = journey_.stops.size();
      journey_.stops.push_back({.page = index, .list = form_.list_on(page.ask), .reachable = all_complete && page.kind != form::PageKind::confirmation});
      auto items = walk_items(page.ask, 0);
      const bool rows_complete = page.kind != form::PageKind::list || walk_lists(items, index, all_complete);
      auto& stop = journey_.stops[at];
      stop.items = std::move(items);
      stop.complete = rows_complete && is_complete(stop.items) && page.kind != form::PageKind::exit;
      all_complete = all_complete && stop.complete;
      if (task != form::none) note_status(task, all_complete);
      if (page.kind == form::PageKind::exit) {
        journey_.exit = index;
        break;
      }
      if (page.kind == form::PageKind::confirmation) break;
    }
    for (QuestionIndex question = 0; question < form_.questions.size(); ++question) {
      if (form_.questions[question].origin == form::Origin::computed && form_.questions[question].list == form::none) find_computed(question);
    }
    journey_.complete = all_complete && journey_.exit == form::none && journey_.problems.empty();
    for (std::size_t index = 0; journey_.complete && index < form_.recipients.size(); ++index) {
      if (holds(form_.recipients[index].when)) journey_.recipients.push_back(index);
      journey_.complete = journey_.problems.empty();
    }
    if (!journey_.complete) journey_.recipients.clear();
    return std::move(journey_);
  }

  void find_computed(QuestionIndex index) const override {
    if (computing_[index] != Computing::not_yet) return;
    const auto& question = form_.questions[index];
    if (question.list != form::none && walked_[question.list] == 0) return;  // a column of a row that is not being walked
    computing_[index] = Computing::under_way;
    const auto outer = environment_.take_misses();
    const Place place{index, place_row(question)};
    if (holds(question.when, place)) {
      environment_.put_misses({false, {}});
      auto value = rules::evaluate(question.calculate, environment_);
      const auto misses = environment_.take_misses();
      if (!misses.value && !is_undecided(misses.amount, place) && !value.is_null()) {
        if (auto normal = as_kind(question, std::move(value))) keep(place, std::move(*normal));
      }
    }
    environment_.put_misses(outer);
    computing_[index] = Computing::done;
  }

 private:
  enum class Computing : std::uint8_t { not_yet, under_way, done };

  // What a task comes after; behind all tasks, every one. A task that is not on the route holds up nothing.
  bool are_done(form::TaskIndex task) const {
    if (task == form::none) return std::find(done_.begin(), done_.end(), 0) == done_.end();
    const auto& after = form_.tasks[task].after;
    return std::all_of(after.begin(), after.end(), [&](form::TaskIndex earlier) { return done_[earlier] != 0; });
  }

  bool begin_task(form::TaskIndex task, bool can_start) {
    if (!holds(form_.tasks[task].when)) return false;
    answered_ = false;
    journey_.tasks.push_back({task, can_start ? TaskStatus::not_started : TaskStatus::cannot_start});
    note_status(task, can_start);
    return true;
  }

  void note_status(form::TaskIndex task, bool complete) {
    done_[task] = complete;
    auto& status = journey_.tasks.back().status;
    if (status == TaskStatus::cannot_start) return;
    if (answered_) {
      status = complete ? TaskStatus::completed : TaskStatus::in_progress;
    } else {
      status = complete ? TaskStatus::optional : TaskStatus::not_started;
    }
  }

  static constexpr Place nowhere = {form::none, 0};

  // The place whose rule it is; of a page, a task or a recipient there is none.
  bool holds(const rules::Rule& rule, Place place = nowhere) const {
    if (rule.empty()) return true;
    environment_.put_misses({false, {}});
    const bool result = rules::is_truthy(rules::evaluate(rule, environment_));
    return !is_undecided(environment_.take_misses().amount, place) && result;
  }

  // Nobody is turned away, and nothing is sent, over an amount that is not decided for the day. Each amount is told once.
  bool is_undecided(const std::string& amount, Place place) const {
    if (amount.empty()) return false;
    for (const auto& problem : journey_.problems) {
      if (*std::get_if<std::string>(&problem.arguments.front().value) == amount) return true;
    }
    journey_.problems.push_back({.code = Code::amount_not_yet_decided,
                                 .arguments = {{"name", amount}},
                                 .pointer = place.question == form::none ? std::string{} : name_of_place(form_, answers_, place)});
    return true;
  }

  RowId place_row(const Question& question) const { return question.list == form::none ? 0 : walked_[question.list]; }

  void keep(Place place, json::Value value) const {
    const auto& kept = journey_.values.insert_or_assign(place, std::move(value)).first->second;
    environment_.show(place.question, &kept);
  }

  // A computed value in the JSON form of its kind; nothing when the rule gave something else.
  std::optional<json::Value> as_kind(const Question& question, json::Value value) const;

  std::vector<Item> walk_items(const std::vector<QuestionIndex>& ask, RowId row) {
    std::vector<Item> items;
    for (const auto index : ask) items.push_back(walk_item({index, row}));
    // A page's own checks come after all its values: `valid` may look at the whole page.
    for (auto& item : items) run_checks(item, items);
    return items;
  }

  Item walk_item(Place place) {
    const auto& question = form_.questions[place.question];
    Item item{.place = place};
    if (question.origin == form::Origin::computed) {
      find_computed(place.question);
      if (const auto* value = journey_.value(place)) item.value = *value;
      item.state = item.value ? Item::State::shown : Item::State::hidden;
      return item;
    }
    if (!holds(question.when, place)) return item;
    if (form::takes_rows(question) && row_options(answers_, journey_, question).empty()) return item;
    if (form::takes_offers(question)) {
      look_up(item, question);
      if (!item.request) return item;
      item.offers = offers_in(fact_of(item, question), question.take);
    }
    if (form::has_option_rules(question)) {
      item.offers = allowed_options(question, place);
      if (item.offers.items().empty()) return item;
    }
    if (question.shape.kind == Kind::information) {
      item.state = Item::State::shown;
      return item;
    }
    item.state = Item::State::asked;
    item.required = question.required_rule.empty() ? question.required : holds(question.required_rule, place);
    if (!item.required) environment_.allow_empty(place.question);
    if (form::is_proven(form_, question)) {
      take_proven(item, question);
      return item;
    }
    if (form::asks_what_is_proven(form_, question) && item.offers.is_null()) {
      report_unproven(item, question);
      return item;
    }
    find_preset(item, question);
    if (question.shape.kind != Kind::list) take_answer(item, question);
    return item;
  }

  // Whatever stands among the answers: who proved it the day before yesterday may be somebody else.
  void take_proven(Item& item, const Question& question) {
    item.request = json::Value::object();
    const auto* fact = fact_of(item, question);
    const auto* found = fact ? fact->result.find(question.take) : nullptr;
    const auto age = fact ? calendar::difference(fact->at, circumstances_.today, calendar::Unit::days) : 0;
    if (found && age >= -1 && age <= 1) item.value = as_kind(question, *found);
    answered_ = answered_ || item.value;
    if (item.value) {
      keep(item.place, *item.value);
    } else {
      report_unproven(item, question);
    }
  }

  void report_unproven(Item& item, const Question& question) {
    const bool is_invited = form_.look_ups[question.look_up].asks == form::LookUp::Asks::invitation;
    if (item.required) add(item, {.code = is_invited ? Code::invitation_needed : Code::sign_in_needed});
  }

  // What the page around knows comes before what was looked up, and that before the default.
  void find_preset(Item& item, const Question& question) {
    const auto* answer = answers_.find(item.place);
    const bool is_persons_own = answer && answer->filled_by.empty();
    if (form::has_feature(form::Feature::look_ups) && question.look_up != form::none && !item.request) look_up(item, question);
    if (is_persons_own) return;
    const auto* given = circumstances_.given && item.place.row == 0 ? circumstances_.given->answers.find(question.id) : nullptr;
    if (given) preset(item, question, *given, "given." + circumstances_.given->from);
    if (form::has_feature(form::Feature::look_ups) && !item.preset && item.request && !question.shape.open_options) {
      const auto* fact = fact_of(item, question);
      const auto* found = fact ? fact->result.find(question.take) : nullptr;
      if (found) preset(item, question, *found, "look-up." + form_.look_ups[question.look_up].id);
    }
    if (!form::has_feature(form::Feature::defaults) || item.preset || question.preset.empty()) return;
    const auto outer = environment_.take_misses();
    auto value = rules::evaluate(question.preset, environment_);
    const auto misses = environment_.take_misses();
    environment_.put_misses(outer);
    if (!misses.value && misses.amount.empty()) preset(item, question, std::move(value), "default");
  }

  void preset(Item& item, const Question& question, json::Value value, std::string by) {
    if (value.is_null()) return;
    item.preset = as_kind(question, std::move(value));
    // Nobody is told that a choice they never made is gone.
    if (item.preset && has_changing_options(question)) item.preset = among_options(item, question, std::move(*item.preset));
    if (item.preset) item.preset_by = std::move(by);
  }

  const Fact* fact_of(const Item& item, const Question& question) const {
    return circumstances_.facts ? find_fact(*circumstances_.facts, form_.look_ups[question.look_up].source, *item.request) : nullptr;
  }

  void look_up(Item& item, const Question& question) {
    auto request = json::Value::object();
    for (const auto& [parameter, read] : form_.look_ups[question.look_up].with) {
      find_computed_if_any(read);
      const auto* value = environment_.shown(read);
      if (!value || !value->is(json::Type::string)) return;
      request.add(parameter, *value);
    }
    item.request = std::move(request);
  }

  void find_computed_if_any(QuestionIndex question) {
    if (form_.questions[question].origin == form::Origin::computed) find_computed(question);
  }

  void take_answer(Item& item, const Question& question) {
    const auto* answer = answers_.find(item.place);
    answered_ = answered_ || answer;
    Answer again;
    if (answer && answer->decoded_on != circumstances_.today && circumstances_.locales && !value::is_empty(answer->typed)) {
      again = answer_typed(question, answer->typed, answer->language, *circumstances_.locales, circumstances_.today);
      answer = &again;
    }
    if (answer && !answer->problems.empty()) {
      for (auto problem : answer->problems) add(item, std::move(problem));
    } else if (answer && answer->value) {
      item.value = has_changing_options(question) ? among_options(item, question, *answer->value) : answer->value;
      if (!item.value) return add(item, {.code = Code::option_gone});
      keep(item.place, *item.value);
    } else if (item.required) {
      add(item, {.code = question.shape.kind == Kind::consent ? Code::consent_not_given : Code::missing});
    }
  }

  json::Value allowed_options(const Question& question, Place place) const {
    auto allowed = json::Value::array();
    for (std::size_t index = 0; index < question.option_rules.size(); ++index) {
      if (holds(question.option_rules[index], place)) allowed.push(json::Value::object().with("value", json::Value{question.shape.options[index]}));
    }
    return allowed;
  }

  static bool has_changing_options(const Question& question) {
    return form::takes_rows(question) || form::takes_offers(question) || form::has_option_rules(question);
  }

  std::vector<std::string_view> options_at(const Item& item, const Question& question) const {
    std::vector<std::string_view> options;
    if (!form::takes_rows(question) && !item.offers.is_null()) {
      for (const auto& offer : item.offers.items()) options.push_back(*offer.find_string("value"));
    }
    if (form::takes_rows(question)) {
      for (const auto& option : row_options(answers_, journey_, question)) options.push_back(option.first);
    }
    return options;
  }

  // In the options' order; nothing when any of it is no option any more. Where another system could not say what there is, the person's own words stand.
  std::optional<json::Value> among_options(const Item& item, const Question& question, json::Value chosen) const {
    if (form::takes_offers(question) && item.offers.is_null()) return chosen;
    auto list = chosen.is(json::Type::array) ? chosen : json::Value{json::Value::Array{chosen}};
    auto ordered = json::Value::array();
    for (const auto option : options_at(item, question)) {
      for (const auto& one : list.items()) {
        if (one.string() == option) ordered.push(one);
      }
    }
    if (ordered.items().size() != list.items().size()) return std::nullopt;
    return chosen.is(json::Type::array) ? ordered : chosen;
  }

  void add(Item& item, Problem problem) {
    problem.pointer = name_of_place(form_, answers_, item.place);
    item.problems.push_back(std::move(problem));
  }

  void run_checks(Item& item, std::vector<Item>& page) {
    if (item.state != Item::State::asked || !item.value) return;
    for (const auto& check : form_.questions[item.place.question].checks) {
      const auto outer = environment_.take_misses();
      environment_.put_misses({false, {}});
      const auto result = rules::evaluate(check.rule, environment_);
      const auto misses = environment_.take_misses();
      environment_.put_misses(outer);
      // What it compares with is not there yet: that is told where it is missing. Without its amount a warning is silent.
      if (misses.value || (check.severity == problem::Severity::warning ? !misses.amount.empty() : is_undecided(misses.amount, item.place))) continue;
      if (rules::is_truthy(result)) continue;
      Item* at = &item;
      for (auto& other : page) {
        if (other.place.question == check.at && other.state == Item::State::asked) at = &other;
      }
      add(*at, {.code = Code::not_valid, .severity = check.severity, .rule = check.id});
    }
  }

  static bool is_complete(const std::vector<Item>& items) {
    return std::none_of(items.begin(), items.end(), [](const Item& item) { return problem::has_errors(item.problems); });
  }

  bool walk_lists(std::vector<Item>& items, form::PageIndex page_index, bool reachable) {
    bool complete = true;
    for (auto& item : items) {
      if (item.state == Item::State::asked && form_.questions[item.place.question].shape.kind == Kind::list) {
        complete = walk_rows(item, page_index, reachable) && complete;
        run_checks(item, items);
      }
    }
    return complete;
  }

  bool walk_rows(Item& item, form::PageIndex page_index, bool reachable) {
    const auto& list = form_.questions[item.place.question];
    const auto& rows = answers_.rows(item.place.question, item.place.row);
    answered_ = answered_ || !rows.empty();
    auto value = json::Value::array();
    bool complete = true;
    environment_.enter_rows_of(item.place.question);
    for (const RowId row : rows) {
      walked_[item.place.question] = row;
      const bool row_complete = walk_row(list, row, page_index, reachable);
      if (!row_complete) add(item, {.code = Code::row_incomplete, .arguments = {{"row", text::Decimal{row_number(rows, row)}}}});
      complete = complete && row_complete;
      value.push(row_object(list));
      environment_.leave_row(list);
      for (const auto column : list.columns) computing_[column] = Computing::not_yet;
    }
    walked_[item.place.question] = 0;
    environment_.enter_rows_of(list.list);
    const auto count = static_cast<std::int64_t>(rows.size());
    const auto minimum = list.shape.min_items.value_or(item.required ? 1 : 0);
    if (count < minimum) {
      if (item.required || count > 0) add(item, {.code = Code::too_few_rows, .arguments = {{"minimum", text::Decimal{minimum}}}});
    }
    if (list.shape.max_items && count > *list.shape.max_items) {
      add(item, {.code = Code::too_many_rows, .arguments = {{"maximum", text::Decimal{*list.shape.max_items}}}});
    }
    if (count > 0 || item.required) {
      item.value = value;
      keep(item.place, std::move(value));
    } else {
      // Not sent, but to rules it is a list like any other: its sum is 0.
      static const json::Value no_rows = json::Value::array();
      environment_.show(item.place.question, &no_rows);
    }
    return complete;
  }

  static std::int64_t row_number(const std::vector<RowId>& rows, RowId row) { return std::find(rows.begin(), rows.end(), row) - rows.begin() + 1; }

  bool walk_row(const Question& list, RowId row, form::PageIndex page_index, bool reachable) {
    bool complete = true;
    for (std::uint32_t row_page = 0; row_page < list.row_pages.size(); ++row_page) {
      const auto& page = list.row_pages[row_page];
      if (!holds(page.when)) continue;
      const auto at = journey_.stops.size();
      journey_.stops.push_back({.page = page_index, .row = row, .row_page = row_page, .list = form_.list_on(page.ask), .reachable = reachable});
      auto items = walk_items(page.ask, row);
      const bool rows_complete = form_.list_on(page.ask) == form::none || walk_lists(items, page_index, reachable);
      auto& stop = journey_.stops[at];
      stop.items = std::move(items);
      stop.complete = rows_complete && is_complete(stop.items);
      complete = complete && stop.complete;
    }
    for (const auto column : list.columns) {
      if (form_.questions[column].origin == form::Origin::computed) find_computed(column);
    }
    return complete;
  }

  // The row being walked, as rules see it.
  json::Value row_object(const Question& list) const {
    auto object = json::Value::object();
    for (const auto column : list.columns) {
      if (const auto* value = environment_.shown(column)) object.add(form_.questions[column].id, *value);
    }
    return object;
  }

  const form::CompiledForm& form_;
  const Answers& answers_;
  const Circumstances& circumstances_;
  mutable WalkEnvironment environment_;
  mutable Journey journey_;
  mutable std::vector<Computing> computing_;
  bool answered_ = false;           // anything of the task so far
  std::vector<RowId> walked_;       // list → the row of it that is being walked, with those around it; 0: none
  std::vector<std::uint8_t> done_;  // beside form.tasks
};

std::optional<json::Value> Walker::as_kind(const Question& question, json::Value value) const {
  if (question.shape.kind == Kind::money) {
    const auto places = locale::currency_places(question.shape.currency).value_or(2);
    const auto write = [&](const text::Decimal& amount) -> std::optional<json::Value> {
      if (amount.places() > places) return std::nullopt;  // rounding is the author's to say (DECISIONS 9)
      return json::Value::object().with("amount", json::Value{amount.to_string(places)}).with("currency", json::Value{question.shape.currency});
    };
    if (value.is(json::Type::number)) return write(value.number());
    const auto words = value.is(json::Type::string) ? std::optional<std::string_view>{value.string()} : value.find_string("amount");
    if (value.is(json::Type::object) && value.find_string("currency") != question.shape.currency) return std::nullopt;
    const auto amount = words ? text::Decimal::parse(*words) : std::nullopt;
    return amount ? write(*amount) : std::nullopt;
  }
  if (question.shape.kind == Kind::number) {
    auto number = value.is(json::Type::number)   ? std::optional{value.number()}
                  : value.is(json::Type::string) ? text::Decimal::parse(value.string())
                                                 : std::nullopt;
    if (!number) return std::nullopt;
    if (!question.shape.integer) return json::Value{number->to_string()};
    return number->is_integer() ? std::optional{json::Value{*number}} : std::nullopt;
  }
  if (!value::check(question.shape, value, circumstances_.today).empty()) return std::nullopt;
  return value;
}

}  // namespace

Journey walk(const form::CompiledForm& form, const Answers& answers, const Circumstances& circumstances) { return Walker{form, answers, circumstances}.walk(); }

std::string_view name_of(TaskStatus status) {
  constexpr std::string_view names[] = {"cannot-start", "not-started", "in-progress", "completed", "optional"};
  return names[static_cast<std::size_t>(status)];
}

const json::Value* Journey::value(Place place) const {
  const auto found = values.find(place);
  return found == values.end() ? nullptr : &found->second;
}

std::size_t Journey::find_stop(form::PageIndex page, RowId row, std::uint32_t row_page) const {
  for (std::size_t index = 0; index < stops.size(); ++index) {
    if (stops[index].page == page && stops[index].row == row && stops[index].row_page == row_page) return index;
  }
  return static_cast<std::size_t>(form::none);
}

const Item* Journey::find_item(Place place) const {
  for (const auto& stop : stops) {
    for (const auto& item : stop.items) {
      if (item.place == place) return &item;
    }
  }
  return nullptr;
}

std::size_t Journey::first_incomplete() const {
  for (std::size_t index = 0; index < stops.size(); ++index) {
    if (!stops[index].complete) return index;
  }
  return stops.size();
}

}  // namespace polku::journey
