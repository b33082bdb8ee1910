// SPDX-License-Identifier: EUPL-1.2
// Everything that is not filling: opening, a draft found, sending, sent, refused, newer elsewhere, deleted.
#include <algorithm>

#include "page/parts.h"

namespace polku::page {

namespace {

struct PhaseView {
  Making& making;
  const Speaker& speaker = making.speaker;
  Page& page = making.page;

  void paragraphs(std::string_view key, const Arguments& arguments = {}) const { add_prose(making, messages::parse_markup(speaker.say(key, arguments))); }
  void act(std::string_view key, std::string intent, Action::Look look) const { page.actions.push_back(button(making, key, std::move(intent), look)); }

  void operator()(const session::Opening&) const {
    page.kind = "opening";
    page.heading = speaker.say("service.title");
    page.elements.push_back(Progress{speaker.say("draft.opening")});
  }

  void operator()(const session::Returning& returning) const {
    page.kind = "returning";
    page.heading = speaker.say("draft.found-title");
    paragraphs("draft.found");
    if (returning.answers_left_out) page.elements.push_back(Note{.tone = Note::Tone::warning, .prose = messages::parse_markup(speaker.say("draft.left-out"))});
    act("button.go-on", "go-on", Action::Look::primary);
    act("button.start-over", "start-over", Action::Look::secondary);
  }

  void operator()(const session::Filling&) const { show_filling(making); }

  void operator()(const session::Sending& sending) const {
    page.kind = "sending";
    const bool waiting = sending.stage == session::Sending::Stage::waiting;
    page.heading = speaker.say(waiting ? "send.waiting-title" : "send.sending-title");
    if (!waiting) {
      page.elements.push_back(Progress{speaker.say("send.sending")});
      return;
    }
    page.kind = "waiting";
    const bool device = making.state.storage == session::Storage::device;
    paragraphs(device ? "send.waiting" : "send.waiting-not-kept");
    act("button.try-again", "try-again", Action::Look::primary);
    add_contact(making);
  }

  void operator()(const session::Sent& sent) const {
    page.kind = "confirmation";
    const PageIndex confirmation = making.world.form->last_of(form::PageKind::confirmation);
    const std::string key = "page." + (confirmation == form::none ? std::string() : making.world.form->pages[confirmation].id) + ".";
    Arguments arguments = {{"reference", sent.reference}};
    Facts facts;
    if (const auto received = calendar::parse_date(std::string_view(sent.received_at).substr(0, 10))) {
      arguments.push_back({"received", *received});
      facts.pairs.emplace_back(speaker.say("done.received"), speaker.plain(speaker.locale().date(*received, locale::DateStyle::long_form)));
    }
    if (sent.decision_known) {
      arguments.push_back({"decision-by", sent.decision_by});
      facts.pairs.emplace_back(speaker.say("done.decision-by"), speaker.plain(speaker.locale().date(sent.decision_by, locale::DateStyle::long_form)));
    }
    page.elements.push_back(Panel{speaker.say_live(key + "title", 0, arguments), speaker.say("done.reference"), messages::verbatim_code(sent.reference)});
    page.elements.push_back(std::move(facts));
    if (form::has_feature(form::Feature::payment)) add_payment(making, "done.pay", sent.payment.find("amount"), Paying::now);
    if (form::has_feature(form::Feature::invitations)) add_invitations(making, sent.invitations);
    add_prose(making, speaker.prose_if_any(key + "body", 0, arguments));
    if (auto next = speaker.prose_if_any(key + "next", 0, arguments)) {
      page.elements.push_back(Heading{speaker.say("done.next")});
      page.elements.push_back(std::move(*next));
    }
    page.elements.push_back(Heading{speaker.say("done.keep-title")});
    Note keep{.prose = messages::parse_markup(speaker.say("done.keep")), .id = "keep"};
    keep.actions.push_back(button(making, "button.print", "print", Action::Look::secondary));
    page.elements.push_back(std::move(keep));
    page.actions.push_back(button(making, "button.begin-new", "start-over", Action::Look::link));
    const std::string& redress = making.world.form->standard.redress;
    auto complaint = redress.empty() ? std::nullopt : speaker.prose_if_any("standard.redress." + redress, 0, speaker.contact());
    if (complaint) {
      page.elements.push_back(Heading{speaker.say("done.redress")});
      page.elements.push_back(std::move(*complaint));
    }
    add_contact(making);
  }

  void operator()(const session::Refused& refused) const {
    const auto unknown = [](const problem::Problem& problem) { return problem.code == problem::Code::outcome_unknown; };
    if (std::any_of(refused.problems.begin(), refused.problems.end(), unknown)) {
      page.kind = "unknown";
      page.heading = speaker.say("send.unknown-title");
      paragraphs("send.unknown");
      add_contact(making);
      return;
    }
    page.kind = "refused";
    page.heading = speaker.say("send.refused-title");
    paragraphs("send.refused");
    if (!refused.problems.empty()) page.elements.push_back(reasons(speaker, refused.problems));
    Action go = button(making, "button.to-answers", "visit", Action::Look::primary);
    const PageIndex check = making.world.form->last_of(form::PageKind::check_answers);
    if (check != form::none) go.address = session::to_string(making.world, making.state.answers, {.page = check});
    page.actions.push_back(std::move(go));
    add_contact(making);
  }

  void operator()(const session::ReadOnly&) const {
    page.kind = "read-only";
    page.heading = speaker.say("draft.newer-title");
    paragraphs("draft.newer");
    for (Answers& answers : answers_by_section(speaker, Changing::none)) page.elements.push_back(std::move(answers));
    act("button.load-newer", "load-newer", Action::Look::primary);
  }

  void operator()(const session::Forgotten&) const {
    page.kind = "forgotten";
    page.heading = speaker.say("draft.deleted-title");
    paragraphs("draft.deleted");
    act("button.begin-new", "start-over", Action::Look::primary);
  }
};

}  // namespace

void show_phase(Making& making) { std::visit(PhaseView{making}, making.state.phase); }

}  // namespace polku::page
