// SPDX-License-Identifier: EUPL-1.2
#include "rehearsal/sight.h"

#include <algorithm>

#include "json/reader.h"
#include "json/writer.h"
#include "render/text/text.h"

namespace polku::rehearsal {

using json::Type;
using json::Value;

namespace {

std::string words(const Value* value) { return value && value->is(Type::string) ? value->string() : std::string{}; }

// A second problem at one place stands beside the first: "too-long, pattern-mismatch".
void add_told(Value& all, std::string_view place, std::string_view name) {
  if (auto* before = all.find(place)) {
    *before = Value{before->string() + ", " + std::string{name}};
  } else {
    all.add(place, Value{name});
  }
}

std::string_view name_of(session::Keeping keeping) {
  switch (keeping) {
    case session::Keeping::nothing_to_keep: return "nothing-to-keep";
    case session::Keeping::kept: return "kept";
    case session::Keeping::keeping: return "keeping";
    case session::Keeping::failed: break;
  }
  return "failed";
}

class Looker {
 public:
  Looker(const Scene& scene, const Value& see)
      : scene_(scene), see_(see), page_(page::view(scene.world, scene.state, session::walk(scene.world, scene.state))) {}

  std::vector<Disagreement> look() {
    for (const auto& [name, wanted] : see_.members()) compare(name, wanted);
    return std::move(found_);
  }

 private:
  void fail(std::string_view what, std::string expected, std::string found) { found_.push_back({std::string{what}, std::move(expected), std::move(found)}); }
  void same(std::string_view what, const Value& wanted, const Value& found) {
    if (!(wanted == found)) fail(what, json::write(wanted), json::write(found));
  }

  void compare(const std::string& name, const Value& wanted) {
    if (name == "address") return same(name, wanted, Value{page_.address});
    if (name == "kind") return same(name, wanted, Value{page_.kind});
    if (name == "title") return same(name, wanted, Value{page_.title.words()});
    if (name == "language") return same(name, wanted, Value{page_.language});
    if (name == "direction") return same(name, wanted, Value{page_.direction == text::Direction::right_to_left ? "rtl" : "ltr"});
    if (name == "back") return same(name, wanted, Value{page_.back ? page_.back->address : std::string{}});
    if (name == "focus") return same(name, wanted, Value{scene_.focus});
    if (name == "left-for") return same(name, wanted, Value{scene_.left_for});
    if (name == "keeping") return same(name, wanted, Value{name_of(scene_.state.keeping)});
    if (name == "would-lose") return same(name, wanted, Value{session::would_lose_answers(scene_.state)});
    if (name == "stored") return same(name, wanted, Value{static_cast<std::int64_t>(scene_.device.stored().size())});
    if (name == "keys") return same(name, wanted, Value{static_cast<std::int64_t>(scene_.device.keys().size())});
    if (name == "device-holds") return same(name, wanted, Value{scene_.device.holds(session::record_name(scene_.world))});
    if (name == "problems") return same(name, wanted, told());
    if (name == "undecided") return same(name, wanted, undecided());
    if (name == "fields") return compare_fields(wanted);
    if (name == "no-fields") return compare_absent(wanted);
    if (name == "rows") return same(name, wanted, Value{rows()});
    if (name == "listed") return same(name, wanted, listed());
    if (name == "actions") return compare_actions(wanted, Presence::present);
    if (name == "no-actions") return compare_actions(wanted, Presence::absent);
    if (name == "text") return compare_text(wanted, Presence::present);
    if (name == "not") return compare_text(wanted, Presence::absent);
    if (name == "submission") return compare_bytes(wanted);
    if (name == "answers" || name == "computed" || name == "consents") return compare_stored(name, wanted);
    fail("see", "something rehearsal.h names", name);
  }

  enum class Presence : std::uint8_t { present, absent };

  Value told() const {
    auto all = Value::object();
    for (const auto& [place, problems] : scene_.state.told) {
      for (const auto& problem : problems) {
        add_told(all, problem.pointer.empty() ? journey::name_of_place(*scene_.world.form, scene_.state.answers, place) : problem.pointer,
                 problem.rule.empty() ? problem::name_of(problem.code) : std::string_view{problem.rule});
      }
    }
    return all;
  }

  Value undecided() const {
    auto all = Value::object();
    for (const auto& problem : session::walk(scene_.world, scene_.state).problems) add_told(all, problem.pointer, problem::name_of(problem.code));
    return all;
  }

  const page::Field* field_at(const std::string& place) const {
    for (const auto& element : page_.elements) {
      const auto* field = std::get_if<page::Field>(&element);
      if (field && field->place == place) return field;
    }
    return nullptr;
  }

  void compare_fields(const Value& wanted) {
    for (const auto& [place, typed] : wanted.members()) {
      const auto* field = field_at(place);
      if (!field) {
        fail("field", place, "none");
        continue;
      }
      auto stands = Value::array();
      for (const auto& part : field->typed) stands.push(Value{part});
      if (typed.is(Type::array)) {
        same("field " + place, typed, stands);
      } else {
        same("field " + place, typed, Value{field->typed.empty() ? std::string{} : field->typed.front()});
      }
    }
  }

  void compare_absent(const Value& wanted) {
    for (const auto& place : wanted.items()) {
      if (field_at(words(&place))) fail("no-fields", "none", words(&place));
    }
  }

  std::int64_t rows() const {
    for (const auto& element : page_.elements) {
      if (const auto* rows = std::get_if<page::Rows>(&element)) return static_cast<std::int64_t>(rows->rows.size());
    }
    return 0;
  }

  // What the check page offers to change, in order: a place, or a row's address.
  Value listed() const {
    auto all = Value::array();
    for (const auto& element : page_.elements) {
      const auto* answers = std::get_if<page::Answers>(&element);
      if (!answers) continue;
      for (const auto& line : answers->lines) {
        if (!line.change) continue;
        const auto from = line.change->address.find(':') + 1;
        const auto address = line.change->address.substr(from, line.change->address.rfind(':') - from);
        all.push(Value{line.change->place.empty() ? address : line.change->place});
      }
    }
    return all;
  }

  std::vector<std::string> intents() const {
    std::vector<std::string> all;
    const auto add = [&](const std::vector<page::Action>& actions) {
      for (const auto& action : actions) all.push_back(action.intent);
    };
    add(page_.actions);
    add(page_.footer);
    for (const auto& element : page_.elements) {
      if (const auto* note = std::get_if<page::Note>(&element)) add(note->actions);
      if (const auto* rows = std::get_if<page::Rows>(&element)) {
        for (const auto& row : rows->rows) add(row.actions);
      }
    }
    return all;
  }

  void compare_actions(const Value& wanted, Presence presence) {
    const auto all = intents();
    for (const auto& entry : wanted.items()) {
      const bool is_there = std::find(all.begin(), all.end(), words(&entry)) != all.end();
      if (is_there == (presence == Presence::present)) continue;
      std::string seen;
      for (const auto& intent : all) seen += intent + " ";
      fail(presence == Presence::present ? "actions" : "no-actions", words(&entry), seen);
    }
  }

  void compare_text(const Value& wanted, Presence presence) {
    const auto text = render::text(page_);
    for (const auto& entry : wanted.items()) {
      const bool is_there = text.find(words(&entry)) != std::string::npos;
      if (is_there != (presence == Presence::present)) fail(presence == Presence::present ? "text" : "not", words(&entry), text);
    }
  }

  void compare_bytes(const Value& wanted) {
    const auto last = scene_.device.stored().empty() ? std::string{} : scene_.device.stored().back();
    if (json::write(wanted) != last) fail("submission", json::write(wanted), last);
  }

  void compare_stored(const std::string& part, const Value& wanted) {
    const auto last = scene_.device.stored().empty() ? json::Reading{} : json::read(scene_.device.stored().back());
    const auto* found = last.value ? last.value->find(part) : nullptr;
    same(part, wanted, found ? *found : Value{});
  }

  const Scene& scene_;
  const Value& see_;
  page::Page page_;
  std::vector<Disagreement> found_;
};

}  // namespace

std::vector<Disagreement> look(const Scene& scene, const Value& see) {
  if (!see.is(Type::object)) return {{"see", "an object", json::write(see)}};
  return Looker{scene, see}.look();
}

Value by_place(const Value& problems) {
  auto all = Value::object();
  if (!problems.is(Type::array)) return all;
  for (const auto& problem : problems.items()) {
    const auto rule = problem.find_string("rule");
    add_told(all, problem.find_string("pointer").value_or(""), rule ? *rule : problem.find_string("code").value_or(""));
  }
  return all;
}

}  // namespace polku::rehearsal
