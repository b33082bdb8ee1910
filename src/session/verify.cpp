// SPDX-License-Identifier: EUPL-1.2
#include "session/verify.h"

#include <algorithm>

#include "json/cursor.h"
#include "json/writer.h"

namespace polku::session {

using json::Cursor;
using json::Value;
using problem::Code;
using problem::join_pointer;
using problem::Problem;

namespace {

constexpr std::int64_t accepted_days = 30;  // DECISIONS 14

struct Verifier {
  const World& world;
  const Value& submission;
  const calendar::Date& today;
  Verified verified = {};

  bool sound() const { return verified.problems.empty(); }
  void report(Code code, std::vector<problem::Argument> arguments, std::string pointer) {
    verified.problems.push_back({.code = code, .arguments = std::move(arguments), .pointer = std::move(pointer)});
  }

  void read_head() {
    const Cursor root{submission, verified.problems};
    root.only({"submission", "site", "service", "language", "on", "answers", "computed", "consents", "facts"});
    const auto format = root.member("submission").integer(0, 1'000'000);
    if (format && *format != 1) report(Code::unknown_format_version, {{"found", std::to_string(*format)}}, "/submission");
    const auto site = root.member("site").text();
    if (site && *site != world.site->id) report(Code::site_unknown, {{"id", *site}}, "/site");
    read_service(root.member("service"));
    const auto language = root.member("language").text();
    const auto offered = world.languages();
    if (language && std::find(offered.begin(), offered.end(), *language) == offered.end()) {
      report(Code::language_not_offered, {{"found", *language}}, "/language");
    }
    verified.language = language.value_or("");
    read_day(root.member("on").text());
    for (const auto* part : {"answers", "computed", "consents"}) root.member(part).members();
  }

  void read_service(const Cursor& service) {
    service.only({"id", "version", "hash"});
    const auto id = service.member("id").text();
    const auto version = service.member("version").text();
    const auto hash = service.member("hash").text();
    if (id && *id != world.form->id) report(Code::service_unknown, {{"id", *id}}, "/service/id");
    if (hash && *hash != world.form->hash) report(Code::definition_unknown, {{"hash", *hash}}, "/service/hash");
    if (version && *version != world.form->version) {
      report(Code::definition_version_differs, {{"expected", world.form->version}, {"found", *version}}, "/service/version");
    }
  }

  void read_day(const std::optional<std::string>& text) {
    if (!text) return;
    const auto on = calendar::parse_date(*text);
    if (!on) return report(Code::bad_date, {{"found", *text}}, "/on");
    verified.on = *on;
    const auto past = calendar::difference(*on, today, calendar::Unit::days);
    if (past < 0) report(Code::submission_in_future, {}, "/on");
    if (past > accepted_days) report(Code::submission_too_old, {{"maximum", text::Decimal{accepted_days}}}, "/on");
  }

  // A consent is given in `consents`, with the text it was given to; among the answers it is not asked.
  void refuse_consents_among_answers(const Value& answers) {
    for (const auto& member : answers.members()) {
      const auto* question = world.form->find_question(member.name);
      if (question && question->shape.kind == value::Kind::consent) {
        report(Code::answer_not_asked, {{"id", member.name}}, join_pointer("/answers", member.name));
      }
    }
  }

  void take_consents(const Value& consents) {
    for (const auto& [id, given] : consents.members()) {
      const auto index = world.form->index_of(id);
      if (index == form::none || world.form->questions[index].shape.kind != value::Kind::consent) {
        report(Code::answer_unknown, {{"id", id}}, join_pointer("/consents", id));
        continue;
      }
      verified.answers.set({index, 0}, {{"yes"}, verified.language, Value{true}, {}, verified.on});
    }
  }

  State as_state() const {
    State state;
    state.language = verified.language;
    state.today = verified.on;
    state.answers = verified.answers;
    state.facts = journey::facts_from_json(submission.find("facts"));
    return state;
  }

  void report_walk() {
    const auto& journey = verified.journey;
    if (journey.exit != form::none) report(Code::not_eligible, {{"page", world.form->pages[journey.exit].id}}, "");
    for (const auto& stop : journey.stops) {
      for (const auto& item : stop.items) {
        for (auto found : item.problems) {
          if (found.severity != problem::Severity::error) continue;
          found.pointer = journey::submission_pointer(*world.form, verified.answers, item.place);
          verified.problems.push_back(std::move(found));
        }
      }
    }
    for (const auto& found : journey.problems) verified.problems.push_back(found);
  }

  // What a person has proved is not theirs to say otherwise.
  void report_identity() {
    for (const auto& stop : verified.journey.stops) {
      for (const auto& item : stop.items) {
        const auto& question = world.form->questions[item.place.question];
        const auto* said = form::is_proven(*world.form, question) ? verified.answers.find(item.place) : nullptr;
        if (!said || said->value == item.value) continue;
        report(Code::identity_differs, {{"id", question.id}}, journey::submission_pointer(*world.form, verified.answers, item.place));
      }
    }
  }

  // What the walk has told of a place is why it is not among the walked answers: that it was not asked would be wrong besides.
  bool is_told(const std::string& pointer) const {
    return std::any_of(verified.problems.begin(), verified.problems.end(), [&](const Problem& told) { return told.pointer == pointer; });
  }

  // What the walk gives is what must have been sent: anything more was not asked, anything else differs.
  void compare(const Value& sent, const Value& walked, const std::string& pointer, Code additional, Code different) {
    if (sent.is(json::Type::object) && walked.is(json::Type::object)) {
      for (const auto& member : sent.members()) {
        const auto* expected = walked.find(member.name);
        const auto at = join_pointer(pointer, member.name);
        if (expected) {
          compare(member.value, *expected, at, additional, different);
        } else if (!is_told(at)) {
          report(additional, arguments_for(additional, member.name, nullptr, &member.value), at);
        }
      }
      for (const auto& member : walked.members()) {
        if (!sent.find(member.name)) {
          report(different, arguments_for(different, member.name, &member.value, nullptr), join_pointer(pointer, member.name));
        }
      }
    } else if (sent.is(json::Type::array) && walked.is(json::Type::array) && sent.items().size() == walked.items().size()) {
      for (std::size_t index = 0; index < sent.items().size(); ++index) {
        compare(sent.items()[index], walked.items()[index], join_pointer(pointer, index), additional, different);
      }
    } else if (!(sent == walked) && !is_told(pointer)) {
      const auto slash = pointer.rfind('/');
      report(different, arguments_for(different, pointer.substr(slash == std::string::npos ? 0 : slash + 1), &walked, &sent), pointer);
    }
  }

  static std::vector<problem::Argument> arguments_for(Code code, const std::string& id, const Value* expected, const Value* found) {
    const auto words = [](const Value* value) { return value ? json::write(*value) : std::string{}; };
    if (code == Code::computed_differs) return {{"id", id}, {"expected", words(expected)}, {"found", words(found)}};
    if (code == Code::answer_not_normal) return {};
    return {{"id", id}};
  }

  void compare_consents(const Value& sent, const Value& walked) {
    for (const auto& [id, given] : sent.members()) {
      const auto* expected = walked.find(id);
      if (!expected) {
        report(Code::answer_not_asked, {{"id", id}}, join_pointer("/consents", id));
      } else if (!(given == *expected)) {
        report(Code::consent_text_differs, {{"id", id}}, join_pointer("/consents", id));
      }
    }
  }

  Verified run() {
    read_head();
    if (!sound()) return std::move(verified);
    const auto& answers = *submission.find("answers");
    refuse_consents_among_answers(answers);
    verified.answers = journey::answers_from_json(*world.form, answers, world, verified.language, verified.on, verified.problems, "/answers");
    take_consents(*submission.find("consents"));
    if (!sound()) return std::move(verified);

    const auto state = as_state();
    verified.journey = walk(world, state);
    const auto walked = make_submission(world, state, verified.journey);
    report_walk();
    if (form::has_feature(form::Feature::identity)) report_identity();
    compare(answers, *walked.find("answers"), "/answers", Code::answer_not_asked, Code::answer_not_normal);
    compare_consents(*submission.find("consents"), *walked.find("consents"));
    // Only what was asked with these very answers, and nothing else under that name.
    if (const auto* facts = submission.find("facts")) {
      const auto* used = walked.find("facts");
      if (!used || !(*facts == *used)) report(Code::answer_not_asked, {{"id", "facts"}}, "/facts");
    }
    if (!verified.journey.complete && sound()) report(Code::missing, {}, "/answers");  // whatever else may hold it up
    if (sound()) compare(*submission.find("computed"), *walked.find("computed"), "/computed", Code::computed_differs, Code::computed_differs);
    return std::move(verified);
  }
};

}  // namespace

Verified verify(const World& world, const Value& submission, const calendar::Date& today) { return Verifier{world, submission, today}.run(); }

}  // namespace polku::session
