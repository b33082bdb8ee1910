// SPDX-License-Identifier: EUPL-1.2
#include "host/server/officials.h"

#include <algorithm>
#include <utility>

#include "digest/digest.h"
#include "host/embedded/embedded.h"
#include "host/server/html_document.h"
#include "host/server/log.h"
#include "host/server/officials_view.h"
#include "host/server/records.h"
#include "host/server/secrets.h"
#include "text/language_tag.h"
#include "text/utf8.h"

namespace polku::server {
namespace {

constexpr std::int64_t session_seconds = 8 * 3600;
constexpr std::size_t rows_on_a_page = 50;
constexpr int most_waiting = 16;
constexpr const char* cookie_name = "polku_officials";

std::string get(const std::map<std::string, std::string>& from, const std::string& name) {
  const auto found = from.find(name);
  return found == from.end() ? std::string{} : found->second;
}

bool is_reference(std::string_view words) {
  if (words.empty() || words.size() > 20) return false;
  return std::all_of(words.begin(), words.end(),
                     [](char letter) { return (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9') || letter == '-'; });
}

std::int64_t number_in(const std::string& words) {
  if (words.empty() || words.size() > 15 || words.find_first_not_of("0123456789") != std::string::npos) return 0;
  std::int64_t number = 0;
  for (const char letter : words) number = number * 10 + (letter - '0');
  return number;
}

std::string short_name(const std::string& session) { return session.substr(0, 8); }

}  // namespace

std::string cookie_named(const std::string& header, const std::string& name) {
  std::string_view rest = header;
  while (!rest.empty()) {
    const auto end = std::min(rest.find(';'), rest.size());
    const auto pair = text::trim(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
    const auto equals = pair.find('=');
    if (equals != std::string_view::npos && pair.substr(0, equals) == name) return std::string{pair.substr(equals + 1)};
  }
  return {};
}

Officials::Officials(Storage& storage, Published& published, Settings settings) : storage_(storage), published_(published), settings_(std::move(settings)) {
  for (const auto& tag : published_.site().languages) {
    if (!host::embedded_words(tag).empty()) languages_.push_back(tag);
  }
  if (languages_.empty()) languages_.emplace_back("en");
}

Reply Officials::handle(const OfficialsRequest& request) {
  if (std::find(settings_.hosts.begin(), settings_.hosts.end(), text::to_lower_ascii(request.host)) == settings_.hosts.end()) {
    return problem_reply(421, problem::Code::request_malformed);
  }
  const bool posts = request.method == "POST";
  if (!posts && request.method != "GET" && request.method != "HEAD") {
    return problem_reply(405, {{.code = problem::Code::method_not_allowed, .arguments = {{"allowed", std::string{"GET, HEAD, POST"}}}}});
  }
  if (request.path == "/officials/style.css" && !posts) {
    return {.status = 200, .type = "text/css; charset=utf-8", .body = settings_.style, .headers = {{"Cache-Control", "no-cache"}}};
  }
  // Beside SameSite: a form on another site cannot even sign somebody in or out.
  if (posts && !request.origin.empty() && request.origin != "http://" + request.host && request.origin != "https://" + request.host) {
    return problem_reply(403, problem::Code::unauthorised);
  }
  const auto language = choose_language(languages_, get(request.query, "language"), request.accept_language, languages_.front());
  const auto locales = published_.locales();
  const View view{language, published_.words(language), languages_, locales, posts ? "/officials" : request.path};
  const auto session = session_of(request);
  if (request.path == "/officials/login") return posts ? sign_in(request, view) : login_page(view, 200, {});
  if (session.empty()) {
    if (posts || (request.path != "/officials" && request.path.rfind("/officials/submissions/", 0) != 0)) return problem_reply(404, problem::Code::not_found);
    return go_to("/officials/login?language=" + language);
  }
  if (request.path == "/officials/logout" && posts) return sign_out(request, view);
  if (request.path == "/officials" && !posts) return list(request, view, session);
  constexpr std::string_view one_path = "/officials/submissions/";
  if (!posts && request.path.compare(0, one_path.size(), one_path) == 0) {
    const auto rest = request.path.substr(one_path.size());
    constexpr std::string_view record_path = "/record";
    const bool wants_record = rest.size() > record_path.size() && rest.compare(rest.size() - record_path.size(), record_path.size(), record_path) == 0;
    return wants_record ? record(rest.substr(0, rest.size() - record_path.size()), get(request.query, "recipient"), session) : one(view, rest, session);
  }
  return problem_reply(404, problem::Code::not_found);
}

std::string Officials::session_of(const OfficialsRequest& request) {
  const auto cookie = cookie_named(request.cookie, cookie_name);
  if (cookie.size() != 64) return {};
  const auto hash = digest::sha256_hex(cookie);
  return storage_.has_session(hash, settings_.now()) ? hash : std::string{};
}

Reply Officials::login_page(const View& view, int status, const std::string& problem) const {
  std::string main;
  if (!problem.empty()) {
    main += "<div class=\"summary\" role=\"alert\">\n<h2>" + view.say("officials.problem") + "</h2>\n<p><a href=\"#token\">" + problem + "</a></p>\n</div>\n";
  }
  main += "<h1>" + view.say("officials.sign-in-title") + "</h1>\n<form method=\"post\" action=\"" + view.link("/officials/login") +
          "\">\n<label for=\"token\">" + view.say("officials.token") + "</label>\n<p class=\"hint\" id=\"token-hint\">" + view.say("officials.token-hint") +
          "</p>\n";
  if (!problem.empty()) main += "<p class=\"problem\" id=\"token-problem\">" + problem + "</p>\n";
  main += "<input id=\"token\" name=\"token\" type=\"password\" autocomplete=\"current-password\" required spellcheck=\"false\" aria-describedby=\"token-hint" +
          std::string{problem.empty() ? "" : " token-problem"} + "\"" + (problem.empty() ? "" : " aria-invalid=\"true\"") + ">\n<button type=\"submit\">" +
          view.plain("officials.sign-in") + "</button>\n</form>\n";
  const auto title = (problem.empty() ? std::string{} : view.plain("page.problem-prefix")) + view.plain("officials.sign-in-title");
  return view.page(status, title, main, View::SignedIn::no);
}

Reply Officials::refuse_slowly(const View& view) {
  std::int64_t milliseconds = 0;
  {
    const std::lock_guard lock{mutex_};
    if (settings_.now() - last_wrong_ > 600) wrong_in_a_row_ = 0;
    last_wrong_ = settings_.now();
    milliseconds = std::int64_t{250} << std::min(wrong_in_a_row_, 4);
    ++wrong_in_a_row_;
  }
  log_line("officials-wrong-token");
  // Whoever guesses waits; whoever knows the token is never locked out by somebody who guesses.
  if (waiting_.fetch_add(1) >= most_waiting) {
    waiting_.fetch_sub(1);
    auto reply = login_page(view, 429, view.say("officials.too-many-tries"));
    reply.headers.emplace_back("Retry-After", "5");
    return reply;
  }
  settings_.wait(milliseconds);
  waiting_.fetch_sub(1);
  return login_page(view, 403, view.say("officials.wrong-token"));
}

Reply Officials::sign_in(const OfficialsRequest& request, const View& view) {
  const auto given = std::string{text::trim(get(request.form, "token"))};
  if (!equal_in_constant_time(given, settings_.token)) return refuse_slowly(view);
  {
    const std::lock_guard lock{mutex_};
    wrong_in_a_row_ = 0;
  }
  const auto cookie = random_hexadecimal(32);
  const auto hash = digest::sha256_hex(cookie);
  if (!storage_.keep_session(hash, settings_.now() + session_seconds)) return problem_reply(503, problem::Code::storage_unavailable);
  log_line("officials-sign-in", {{"session", short_name(hash)}});
  auto reply = go_to("/officials?language=" + view.language);
  reply.headers.emplace_back("Set-Cookie", std::string{cookie_name} + "=" + cookie + "; Path=/officials; Max-Age=" + std::to_string(session_seconds) +
                                               "; HttpOnly; SameSite=Strict" + (request.over_tls ? "; Secure" : ""));
  return reply;
}

Reply Officials::sign_out(const OfficialsRequest& request, const View& view) {
  storage_.forget_session(digest::sha256_hex(cookie_named(request.cookie, cookie_name)), settings_.now());
  auto reply = go_to("/officials/login?language=" + view.language);
  reply.headers.emplace_back("Set-Cookie", std::string{cookie_name} + "=; Path=/officials; Max-Age=0; HttpOnly; SameSite=Strict");
  return reply;
}

std::string Officials::service_title(const View& view, const std::string& service, const std::string& version) {
  const auto world = published_.current(service);
  const auto words = world ? world->words(view.language).say("service.title") : messages::Text{};
  if (words.empty()) return escape_html(service + " " + version);
  if (words.language() == view.language) return escape_html(words.words());
  return "<span lang=\"" + escape_html(words.language()) + "\" dir=\"auto\">" + escape_html(words.words()) + "</span>";
}

Reply Officials::list(const OfficialsRequest& request, const View& view, const std::string& session) {
  const auto before = number_in(get(request.query, "before"));
  auto rows = storage_.list(rows_on_a_page + 1, before);
  const bool more = rows.size() > rows_on_a_page;
  if (more) rows.pop_back();
  std::string main =
      "<h1>" + view.say("officials.title") + "</h1>\n<p>" + view.say("officials.count", {{"count", text::Decimal{storage_.count_submissions()}}}) + "</p>\n";
  if (!rows.empty()) {
    main += "<section class=\"wide\" tabindex=\"0\" aria-label=\"" + view.plain("officials.title") + "\">\n<table>\n<thead>\n<tr>";
    for (const char* const key : {"officials.reference", "officials.service", "officials.received", "officials.language", "officials.state"}) {
      main += "<th scope=\"col\">" + view.say(key) + "</th>";
    }
    main += "</tr>\n</thead>\n<tbody>\n";
    for (const auto& row : rows) {
      main += "<tr><th scope=\"row\"><a href=\"" + view.link("/officials/submissions/" + row.reference) + "\"><bdi>" + escape_html(row.reference) +
              "</bdi></a></th><td>" + service_title(view, row.service, row.version) + "</td><td>" + view.time(row.received_at) + "</td><td>" +
              escape_html(row.language) + "</td><td>" + (row.stage.empty() ? std::string{} : view.say("officials.state-" + row.stage)) + "</td></tr>\n";
    }
    main += "</tbody>\n</table>\n</section>\n";
  }
  if (more || before > 0) {
    main += "<nav class=\"pages\" aria-label=\"" + view.plain("officials.pages") + "\"><ul>";
    if (before > 0) main += "<li><a href=\"" + view.link("/officials") + "\">" + view.say("officials.newest") + "</a></li>";
    if (more)
      main += "<li><a rel=\"next\" href=\"" + view.link("/officials", "&before=" + std::to_string(rows.back().number)) + "\">" + view.say("officials.older") +
              "</a></li>";
    main += "</ul></nav>\n";
  }
  log_line("official-list", {{"session", short_name(session)}, {"rows", std::to_string(rows.size())}});
  return view.page(200, view.plain("officials.title"), main, View::SignedIn::yes);
}

Reply Officials::one(const View& view, const std::string& reference, const std::string& session) {
  const std::string back = "<p class=\"back\"><a href=\"" + view.link("/officials") + "\">" + view.say("officials.back") + "</a></p>\n";
  Submission kept;
  const auto found = is_reference(reference) ? storage_.find_by_reference(reference, kept) : Storage::Found::nothing;
  if (found == Storage::Found::failed) return problem_reply(503, problem::Code::storage_unavailable);
  if (found == Storage::Found::nothing) {
    return view.page(404, view.plain("officials.not-found"), back + "<h1>" + view.say("officials.not-found") + "</h1>\n", View::SignedIn::yes);
  }
  std::string main = back + "<h1><bdi>" + escape_html(kept.reference) + "</bdi></h1>\n<dl class=\"facts\">\n";
  const auto fact = [&](const char* key, const std::string& html) { main += "<div><dt>" + view.say(key) + "</dt><dd>" + html + "</dd></div>\n"; };
  fact("officials.service", service_title(view, kept.service, kept.version) + " (" + escape_html(kept.version) + ")");
  fact("officials.received", view.time(kept.received_at));
  fact("officials.language", escape_html(kept.language));
  if (const auto payment = storage_.payment_of(kept.reference)) {
    const auto amount = text::Decimal::parse(payment->amount).value_or(text::Decimal{0});
    const auto shown = escape_html(view.words.locale().money(amount, payment->currency));
    const bool paid = payment->stage == "paid";
    fact("officials.payment", shown + " – " + view.say(paid ? "officials.paid" : "officials.not-paid") + (paid ? " " + view.time(payment->paid_at) : ""));
  }
  const auto link_to = [&](const std::string& named) {
    return "<a href=\"" + view.link("/officials/submissions/" + named) + "\"><bdi>" + escape_html(named) + "</bdi></a>";
  };
  for (const auto& one : storage_.invitations_of(kept.reference)) {
    const auto state = one.stage == "answered" ? link_to(one.answer) + " " + view.time(one.answered_at)
                                               : view.say(one.stage == "over" ? "invitations.unanswered-title" : "officials.state-awaiting-answer");
    fact("officials.invited", escape_html(one.recipient) + " – " + state);
  }
  if (const auto asked = storage_.invitation_answered_by(kept.reference)) fact("invitations.for", link_to(asked->reference));
  main += "</dl>\n";
  const auto office = published_.site().languages.empty() ? kept.language : published_.site().languages.front();
  const auto address = "/officials/submissions/" + kept.reference;
  for (const auto& delivery : storage_.deliveries_of(kept.reference)) {
    main += "<section aria-label=\"" + escape_html(delivery.recipient) + "\">\n<dl class=\"facts\">\n";
    fact("officials.recipient", escape_html(delivery.recipient));
    fact("officials.state", view.say("officials.state-" + delivery.stage) +
                                (delivery.tries > 1 ? " " + view.say("officials.tries", {{"count", text::Decimal{delivery.tries}}}) : ""));
    if (!delivery.their_reference.empty()) fact("officials.their-reference", "<bdi>" + escape_html(delivery.their_reference) + "</bdi>");
    if (!delivery.problem.empty()) fact("officials.fault", "<code>" + escape_html(delivery.problem) + "</code>");
    main += "</dl>\n<p><a href=\"" + view.link(address + "/record", "&recipient=" + delivery.recipient) + "\">" + view.say("officials.print") + "</a></p>\n";
    main += "<div class=\"record\" lang=\"" + escape_html(office) + "\" dir=\"" +
            (text::direction_of(office) == text::Direction::right_to_left ? "rtl" : "ltr") + "\">\n" + inside_of_record(delivery.record_html) +
            "\n</div>\n</section>\n";
  }
  log_line("official-read", {{"session", short_name(session)}, {"reference", kept.reference}});
  return view.page(200, escape_html(kept.reference), main, View::SignedIn::yes);
}

Reply Officials::record(const std::string& reference, const std::string& recipient, const std::string& session) {
  if (!is_reference(reference)) return problem_reply(404, problem::Code::not_found);
  for (const auto& delivery : storage_.deliveries_of(reference)) {
    if (delivery.recipient != recipient) continue;
    log_line("official-read", {{"session", short_name(session)}, {"reference", reference}});
    return {.status = 200,
            .type = "text/html; charset=utf-8",
            .body = delivery.record_html,
            .headers = {{"Cache-Control", "no-store"}, {"Content-Security-Policy", officials_policy}}};
  }
  return problem_reply(404, problem::Code::not_found);
}

}  // namespace polku::server
