// SPDX-License-Identifier: EUPL-1.2
#include "page/speaker.h"

#include <algorithm>

#include "text/utf8.h"

namespace polku::page {

using value::Kind;

Speaker::Speaker(const session::World& world, const session::State& state, const journey::Journey& journey)
    : world_(world), answers_(state.answers), journey_(journey), words_(world.words(state.language)) {}

Speaker::Speaker(const session::World& world, std::string_view language, const journey::Answers& answers, const journey::Journey& journey)
    : world_(world), answers_(answers), journey_(journey), words_(world.words(language)) {}

bool says_the_same(const Text& left, const Text& right) { return text::without_blanks(left.words()) == text::without_blanks(right.words()); }

std::optional<Prose> parse_if_any(const Text& text) {
  if (text.empty()) return std::nullopt;
  return messages::parse_markup(text);
}

Prose as_prose(const std::vector<Text>& paragraphs) {
  Prose prose;
  for (const Text& paragraph : paragraphs) {
    prose.language = paragraph.language();
    prose.direction = paragraph.direction();
    prose.blocks.push_back({messages::Block::Kind::paragraph, {{messages::Span{messages::Span::Kind::words, paragraph.words(), {}}}}});
  }
  return prose;
}

Note reasons(const Speaker& speaker, const problem::Problems& problems) {
  std::vector<Text> said;
  for (const auto& problem : problems) {
    Text reason = speaker.problem(problem);
    if (std::none_of(said.begin(), said.end(), [&](const Text& one) { return says_the_same(one, reason); })) said.push_back(std::move(reason));
  }
  return Note{.tone = Note::Tone::warning, .prose = as_prose(said), .id = "reasons"};
}

namespace {

// A longer one would not fit a telephone's line unbroken.
constexpr std::size_t longest_code = 20;

std::string question_key(const form::Question& question, std::string_view part) { return "question." + question.id + "." + std::string(part); }

}  // namespace

std::optional<messages::ArgumentValue> Speaker::argument(Place place, const json::Value& value) const {
  const form::Question& question = form().questions[place.question];
  // Not by the row's title, which may be made of this very answer.
  if (form::takes_rows(question)) return value::shown(question.shape, value, locale());
  switch (question.shape.kind) {
    case Kind::number:
      if (value.is(json::Type::number)) return value.number();
      if (value.is(json::Type::string)) {
        if (const auto number = text::Decimal::parse(value.string())) return *number;
      }
      return std::nullopt;
    case Kind::money: {
      const auto amount = value.find_string("amount");
      const auto currency = value.find_string("currency");
      const auto number = amount ? text::Decimal::parse(*amount) : std::nullopt;
      if (!number || !currency) return std::nullopt;
      return messages::Money{*number, std::string(*currency)};
    }
    case Kind::date:
      if (value.is(json::Type::string)) {
        if (const auto date = calendar::parse_date(value.string())) return *date;
      }
      return std::nullopt;
    case Kind::list:
    case Kind::information: return std::nullopt;
    default: break;
  }
  const auto option_id = value.is(json::Type::boolean)         ? (value.boolean() ? "yes" : "no")
                         : question.shape.kind == Kind::one_of ? value.string()
                                                               : std::string();
  if (!option_id.empty()) return messages::Chosen{option_id, option(place, option_id).words()};
  std::vector<std::string> parts;
  for (const Text& part : shown(place, value)) parts.push_back(part.words());
  return on_one_line(place.question, parts);
}

std::string Speaker::on_one_line(QuestionIndex index, const std::vector<std::string>& lines) const {
  // The lines of an address are no list of things.
  if (value::parts_of(form().questions[index].shape).empty()) return locale().list(lines, locale::ListStyle::conjunction);
  std::string all;
  for (const std::string& line : lines) all += (all.empty() ? "" : ", ") + line;
  return all;
}

Arguments Speaker::live(RowId row, const Arguments& more) const {
  Arguments arguments = more;
  const auto given = [&](std::string_view name) {
    return std::any_of(arguments.begin(), arguments.end(), [&](const messages::Argument& argument) { return argument.name == name; });
  };
  // Inner rows first: a row's own answers stand in front of those around it.
  for (RowId at = row;;) {
    // By question, not by value: a list may have thousands of rows.
    for (QuestionIndex index = 0; index < form().questions.size(); ++index) {
      const form::Question& question = form().questions[index];
      const auto value = journey_.values.find({index, at});
      if (value == journey_.values.end() || question.shape.kind == Kind::list || given(question.id)) continue;
      if (auto ready = argument({index, at}, value->second)) arguments.push_back({question.id, std::move(*ready)});
    }
    if (at == 0) break;
    const auto* info = answers_.find_row(at);
    if (!info) {
      at = 0;
      continue;
    }
    if (at == row && !given("number")) {
      const auto& rows = answers_.rows(info->list, info->parent);
      const auto number = std::find(rows.begin(), rows.end(), at) - rows.begin() + 1;
      arguments.push_back({"number", text::Decimal{static_cast<std::int64_t>(number)}});
    }
    at = info->parent;
  }
  for (QuestionIndex index = 0; index < form().questions.size(); ++index) {
    const form::Question& question = form().questions[index];
    if (question.shape.kind != Kind::list || question.list != form::none) continue;
    const auto* rows = journey_.value({index, 0});  // of a list that is not asked, none
    arguments.push_back({"count-" + question.id, text::Decimal{static_cast<std::int64_t>(rows ? rows->items().size() : 0)}});
  }
  return arguments;
}

Text Speaker::say_live(std::string_view key, RowId row, const Arguments& more) const { return words_.say(key, live(row, more)); }

Text Speaker::say_first_live(const std::vector<std::string>& keys, RowId row, const Arguments& more) const { return words_.say_first(keys, live(row, more)); }

Text Speaker::say_if_any(std::string_view key, RowId row, const Arguments& more) const { return words_.has(key) ? say_live(key, row, more) : Text{}; }

std::optional<Prose> Speaker::prose_if_any(std::string_view key, RowId row, const Arguments& more) const { return parse_if_any(say_if_any(key, row, more)); }

Heading Speaker::more_if_any(const std::string& stem, RowId row) const {
  const std::string key = stem + "more", title = key + ".title";
  if (!has(key) || !has(title)) return {};
  return {say_live(title, row), say_live(key, row)};
}

Text Speaker::label(Place place) const { return say_live(question_key(form().questions[place.question], "label"), place.row); }

Text Speaker::short_label(Place place) const {
  const form::Question& question = form().questions[place.question];
  return say_first_live({question_key(question, "short"), question_key(question, "label")}, place.row);
}

Text Speaker::option(Place place, std::string_view option) const {
  const form::Question& question = form().questions[place.question];
  if (form::takes_offers(question)) {
    const auto* item = journey_.find_item(place);
    if (item && !item->offers.is_null()) {
      for (const auto& offer : item->offers.items()) {
        if (offer.find_string("value") == option) return messages::verbatim(std::string(*offer.find_string("label")));
      }
    }
    return messages::verbatim(std::string(option));
  }
  if (form::takes_rows(question)) {
    for (const auto& known : journey::row_options(answers_, journey_, question)) {
      if (known.first == option) return row_option(question, known);
    }
    return messages::verbatim(std::string(option));
  }
  const std::string key = question_key(question, "option." + std::string(option) + ".label");
  if (!question.shape.code_list.empty()) return words_.say_first({key, "code-list." + question.shape.code_list + "." + std::string(option)});
  if (question.shape.kind == Kind::yes_no && !words_.has(key)) return words_.say(option == "yes" ? "field.yes" : "field.no");
  return words_.say(key);
}

Text Speaker::row_option(const form::Question& question, const journey::RowOptions::value_type& option) const {
  if (words_.has(question_key(form().questions[question.rows], "row"))) return row_title(question.rows, option.second);
  return messages::verbatim(std::string(option.first));
}

Text Speaker::row_titles(QuestionIndex list, RowId parent) const {
  std::vector<std::string> titles;
  if (form().questions[list].shape.kind != Kind::list) return {};
  for (const RowId row : answers_.rows(list, parent)) titles.push_back(row_title(list, row).words());
  return titles.empty() ? Text{} : words_.plain(locale().list(titles, locale::ListStyle::conjunction));
}

Text Speaker::row_title(QuestionIndex list, RowId row) const {
  const std::string key = question_key(form().questions[list], "row");
  // A row that was only begun has nothing to be called by yet.
  bool answered = false;
  for (QuestionIndex index = 0; index < form().questions.size(); ++index) answered = answered || journey_.values.count({index, row}) != 0;
  if (answered && words_.has(key)) {
    Text title = say_live(key, row);
    if (!text::trim(title.words()).empty() && title.words().find('{') == std::string::npos) return title;
  }
  const auto* info = answers_.find_row(row);
  std::int64_t number = 1;
  if (info) {
    const auto& rows = answers_.rows(list, info->parent);
    number = std::find(rows.begin(), rows.end(), row) - rows.begin() + 1;
  }
  return words_.say("list.row", {{"number", text::Decimal{number}}});
}

std::vector<Text> Speaker::shown(Place place, const json::Value& value) const {
  const form::Question& question = form().questions[place.question];
  std::vector<Text> lines;
  switch (question.shape.kind) {
    case Kind::yes_no:
      if (value.is(json::Type::boolean)) lines.push_back(option(place, value.boolean() ? "yes" : "no"));
      return lines;
    case Kind::one_of:
      if (value.is(json::Type::string)) lines.push_back(option(place, value.string()));
      return lines;
    case Kind::several_of:
      if (value.is(json::Type::array)) {
        for (const json::Value& item : value.items()) {
          if (item.is(json::Type::string)) lines.push_back(option(place, item.string()));
        }
      }
      return lines;
    // What was agreed to, unless that is what the line is called.
    case Kind::consent: lines.push_back(words_.has(question_key(question, "short")) ? label(place) : words_.say("check.given")); return lines;
    case Kind::list:
    case Kind::information: return lines;
    case Kind::number:
    case Kind::money:
    case Kind::date:
    case Kind::month:
    case Kind::year:
    case Kind::time: {
      lines.push_back(words_.plain(value::shown(question.shape, value, locale())));
      return lines;
    }
    case Kind::file: {
      if (!value::has_kind(Kind::file)) return lines;
      if (value.find("later")) return {words_.say("file.promised")};
      lines.push_back(messages::verbatim(value::shown(question.shape, value, locale())));
      const json::Value* size = value.find("size");
      if (size && size->is(json::Type::number)) lines.push_back(words_.plain(file_size(size->number())));
      return lines;
    }
    default: break;
  }
  const std::string words = value::shown(question.shape, value, locale());
  std::size_t from = 0;
  while (from <= words.size()) {
    const std::size_t end = std::min(words.find('\n', from), words.size());
    const std::string_view line = text::trim(std::string_view(words).substr(from, end - from));
    from = end + 1;
    if (line.empty()) continue;
    const bool may_be_code = question.shape.kind == Kind::identifier || question.shape.kind == Kind::iban;
    const bool is_code = may_be_code && line.size() <= longest_code;
    lines.push_back(is_code ? messages::verbatim_code(std::string(line)) : messages::verbatim(std::string(line)));
  }
  return lines;
}

// What a problem's argument in words is to a person: a time or month as they are written, countries by their names.
std::string Speaker::said(const problem::Problem& problem, const problem::Argument& argument, const value::Shape& shape) const {
  const std::string& words = std::get<std::string>(argument.value);
  const bool may_be_of_country = value::has_kind(Kind::address) || value::has_kind(Kind::iban);
  if (may_be_of_country && (problem.code == problem::Code::country_not_accepted || argument.name == "country")) {
    std::vector<std::string> names;
    for (std::size_t at = 0; at < words.size(); at += 3) names.push_back(locale().territory(words.substr(at, 2)));
    return locale().list(names, locale::ListStyle::disjunction);
  }
  if (value::has_kind(Kind::file) && problem.code == problem::Code::file_type_not_accepted) {
    std::vector<std::string> types;
    for (std::size_t at = 0; at < words.size(); at = std::min(words.find(' ', at), words.size() - 1) + 1) {
      types.push_back(words.substr(at, words.find(' ', at) - at));
    }
    return file_types(types);
  }
  const bool is_of_calendar = shape.kind == Kind::month || shape.kind == Kind::year || shape.kind == Kind::time;
  return is_of_calendar ? value::shown(shape, json::Value{words}, locale()) : words;
}

Text Speaker::problem(const problem::Problem& problem, Place place) const {
  const form::Question& question = form().questions[place.question];
  Arguments arguments;
  for (const problem::Argument& argument : problem.arguments) {
    if (const auto* number = std::get_if<text::Decimal>(&argument.value)) {
      if (value::has_kind(Kind::file) && problem.code == problem::Code::file_too_large)
        arguments.push_back({argument.name, file_size(*number)});
      else if (question.shape.kind == Kind::money && argument.name != "places")
        arguments.push_back({argument.name, messages::Money{*number, question.shape.currency}});
      else
        arguments.push_back({argument.name, *number});
      continue;
    }
    const std::string& words = std::get<std::string>(argument.value);
    const auto date = question.shape.kind == Kind::date ? calendar::parse_date(words) : std::nullopt;
    if (date) {
      arguments.push_back({argument.name, *date});
    } else if (form::has_feature(form::Feature::exclusive_options) && problem.code == problem::Code::option_excludes) {
      arguments.push_back({argument.name, option(place, words).words()});
    } else {
      arguments.push_back({argument.name, said(problem, argument, question.shape)});
    }
  }
  arguments.push_back({"label", short_label(place).words()});
  const std::string code(problem::name_of(problem.code));
  std::vector<std::string> keys;
  if (!problem.rule.empty()) keys.push_back(question_key(question, "problem." + problem.rule));
  keys.push_back(question_key(question, "problem." + code));
  const Kind kind = form().file_of(question) == form::none ? question.shape.kind : Kind::file;
  keys.push_back("problem." + std::string(value::name_of(kind)) + "." + code);
  keys.push_back("problem." + code);
  Text words = say_first_live(keys, place.row, arguments);
  if (kind == question.shape.kind || problem.arguments.empty() || problem.arguments.back().name != "file") return words;
  // Of several files chosen at once, which.
  arguments.push_back({"problem", words.words()});
  return say("file.refused", arguments);
}

Text Speaker::problem(const problem::Problem& problem) const {
  // What two programs disagree on says nothing to a citizen; its code may help customer service.
  if (problem::subject_of(problem.code) == problem::Subject::host) return words_.say("send.fault", {{"code", std::string(problem::name_of(problem.code))}});
  Arguments arguments;
  for (const problem::Argument& argument : problem.arguments) {
    if (const auto* number = std::get_if<text::Decimal>(&argument.value))
      arguments.push_back({argument.name, *number});
    else
      arguments.push_back({argument.name, std::get<std::string>(argument.value)});
  }
  arguments.push_back({"label", std::string()});
  return words_.say("problem." + std::string(problem::name_of(problem.code)), arguments);
}

Arguments Speaker::contact() const {
  const form::Site& site = *world_.site;
  return {{"phone", site.phone}, {"email", site.email}, {"web", site.web}};
}

}  // namespace polku::page
