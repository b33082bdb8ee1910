// SPDX-License-Identifier: EUPL-1.2
#include "host/server/clock.h"
#include "host/server/html_document.h"
#include "host/server/invitations.h"
#include "host/server/records.h"
#include "text/percent.h"

namespace polku::server {
namespace {

constexpr const char* policy = "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

class Writing {
 public:
  Writing(const SubmissionView& view, const Invitation& invitation) : view_(view), invitation_(invitation) {
    const auto until = calendar::parse_date(with_local_offset(rfc3339(invitation.until)).substr(0, 10)).value_or(calendar::Date{});
    arguments_ = {{"recipient", view.recipient_title(invitation.recipient)},
                  {"service", view.service_title()},
                  {"date", view.words.locale().date(until, locale::DateStyle::long_form)}};
  }

  void add_argument(const char* name, std::string words) { arguments_.push_back({name, std::move(words)}); }
  std::string say(const char* key) const { return say_html(view_.words, view_.language, key, arguments_); }
  std::string words(const char* key) const { return view_.words.say(key, arguments_).words(); }
  void title(const char* key) {
    title_ = say(key);
    main_ += "<h1>" + title_ + "</h1>\n";
  }
  void paragraph(const char* key) { main_ += "<p>" + say(key) + "</p>\n"; }
  void hint(const char* key) { main_ += "<p class=\"hint\">" + say(key) + "</p>\n"; }
  void add(const std::string& html) { main_ += html; }

  void facts() {
    main_ += "<dl class=\"facts\">\n";
    fact("invitations.for", escape_html(view_.service_title()));
    fact("officials.reference", "<bdi>" + escape_html(invitation_.reference) + "</bdi>");
    fact("invitations.sent-at", time_html(view_.words, view_.submission.received_at));
    if (invitation_.stage == "open") fact("invitations.until", words_of("date"));
    if (invitation_.stage == "answered") fact("invitations.answered-at", time_html(view_.words, invitation_.answered_at));
    main_ += "</dl>\n";
  }

  Reply reply(const std::string& here) const {
    const auto locales = view_.published.locales();
    return make_document(200, {view_.words, view_.language, view_.languages, locales, here, "/invitations/style.css", title_, main_, {}, policy});
  }

 private:
  void fact(const char* key, const std::string& html) { main_ += "<div><dt>" + say(key) + "</dt><dd>" + html + "</dd></div>\n"; }
  std::string words_of(const char* argument) const {
    for (const auto& one : arguments_) {
      if (one.name == argument) return escape_html(std::get<std::string>(one.value));
    }
    return {};
  }

  const SubmissionView& view_;
  const Invitation& invitation_;
  messages::Arguments arguments_;
  std::string title_, main_;
};

}  // namespace

Reply Invitations::show_asked(const SubmissionView& view, const Invitation& invitation) const {
  Writing page{view, invitation};
  const auto here = "/invitations/" + invitation.token;
  const bool answered = invitation.stage == "answered";
  page.title(answered ? "invitations.answered-title" : "invitations.title");
  page.paragraph(answered ? "invitations.answered" : "invitations.asked");
  if (invitation.stage == "over") page.paragraph("invitations.over");
  page.facts();
  if (!answered) {
    page.add("<form method=\"post\" action=\"" + here + "?language=" + escape_html(view.language) + "\">\n<button type=\"submit\">" +
             page.say("invitations.answer") + "</button>\n</form>\n");
  }
  return page.reply(here);
}

Reply Invitations::show_asking(const SubmissionView& view, const Invitation& invitation, const PageRequest& request) const {
  Writing page{view, invitation};
  const auto link = origin_of(request) + "/invitations/" + invitation.token;
  page.add_argument("link", link);
  if (invitation.stage == "answered") {
    page.title("invitations.has-answered-title");
    page.paragraph("invitations.has-answered");
  } else if (invitation.stage == "over") {
    page.title("invitations.unanswered-title");
    page.paragraph("invitations.unanswered");
  } else {
    page.title("invitations.ask-title");
    page.paragraph("invitations.ask");
    page.paragraph("invitations.ask-until");
  }
  if (invitation.stage != "answered") {
    const auto message = text::percent_encoded(page.words("invitations.message"));
    // A field, so that one touch takes all of it; without any script.
    page.add("<p class=\"link\"><label for=\"link\">" + page.say("invitations.link") + "</label>\n<input id=\"link\" readonly dir=\"ltr\" value=\"" +
             escape_html(link) + "\"></p>\n<p class=\"ways\"><a href=\"sms:?&amp;body=" + message + "\">" + page.say("invitations.by-message") +
             "</a>\n<a href=\"mailto:?subject=" + text::percent_encoded(view.service_title()) + "&amp;body=" + message + "\">" +
             page.say("invitations.by-mail") + "</a></p>\n");
  }
  page.facts();
  page.hint("invitations.keep");
  return page.reply("/invitations/" + invitation.token + "/pass-on");
}

}  // namespace polku::server
