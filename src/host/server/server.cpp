// SPDX-License-Identifier: EUPL-1.2
#include "host/server/server.h"

#include <sys/stat.h>

#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <thread>

#include "host/server/clock.h"
#include "host/server/invitations.h"
#include "host/server/log.h"
#include "host/server/look_ups.h"
#include "host/server/outbox_worker.h"
#include "host/server/payments.h"
#include "host/server/published.h"
#include "host/server/routes.h"
#include "host/server/secrets.h"
#include "host/server/sign_in.h"
#include "text/utf8.h"

namespace polku::server {
namespace {

int refuse(const std::string& reason) {
  std::fprintf(stderr, "polku serve: %s\n", reason.c_str());
  return 1;
}

std::string read_words(const std::string& path) {
  std::ifstream file{path};
  std::stringstream bytes;
  bytes << file.rdbuf();
  return bytes.str();
}

std::string bracketed(const std::string& address) { return address.find(':') == std::string::npos ? address : "[" + address + "]"; }

// Under which names an official's browser may speak of this server.
std::vector<std::string> allowed_hosts(const ServerOptions& options, int port) {
  const auto with_port = ":" + std::to_string(port);
  std::vector<std::string> hosts;
  for (const auto& name : {bracketed(options.address), std::string{"localhost"}, std::string{"127.0.0.1"}, std::string{"[::1]"}}) {
    hosts.push_back(name + with_port);
    if (port == 80) hosts.push_back(name);
  }
  for (const auto& name : options.hosts) {
    hosts.push_back(text::to_lower_ascii(name));
    hosts.push_back(text::to_lower_ascii(name) + with_port);
  }
  return hosts;
}

std::function<calendar::Date()> today_or(const char* fixed) {
  if (!fixed) return local_today;
  const auto date = calendar::parse_date(fixed);
  if (!date) return {};
  return [date] { return *date; };
}

void tell(const problem::Problems& problems) {
  for (const auto& one : problems) {
    std::fprintf(stderr, "%s: %s%s%s", one.severity == problem::Severity::error ? "error" : "warning", one.document.c_str(), one.pointer.c_str(),
                 one.document.empty() && one.pointer.empty() ? "" : ": ");
    std::fprintf(stderr, "%s", std::string{problem::name_of(one.code)}.c_str());
    for (const auto& argument : one.arguments) {
      const auto* number = std::get_if<text::Decimal>(&argument.value);
      std::fprintf(stderr, " %s=%s", argument.name.c_str(), number ? number->to_string().c_str() : std::get<std::string>(argument.value).c_str());
    }
    std::fprintf(stderr, "\n");
  }
}

// The site's colours, checked when they were read: nothing in them ends a declaration.
std::string theme_of(const form::Site& site) {
  std::string style = ":root{";
  for (const auto& [token, value] : site.theme) style += "--polku-" + token + ":" + value + ";";
  return style + "}\n";
}

}  // namespace

int serve(const ServerOptions& options) {
  umask(0077);
  // Before there are threads: all of them inherit it, and one waits for the signal.
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGTERM);
  sigaddset(&signals, SIGINT);
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  std::signal(SIGPIPE, SIG_IGN);

  if (!make_private_folder(options.data)) return refuse("the data folder " + options.data + " cannot be used; it has to be a folder of mode 0700");
  const auto token = officials_token(options.data);
  if (token.empty()) return refuse("the officials' token in " + options.data + "/officials.token cannot be used; it has to be a file of mode 0600");
  const auto storage = open_sqlite(options.data + "/polku.sqlite");
  if (!storage) return refuse("the database " + options.data + "/polku.sqlite cannot be opened");

  problem::Problems problems;
  const auto published = Published::open(*storage, options.assets, options.site, problems);
  tell(problems);
  if (!published) return refuse("the site in " + options.assets + " cannot be published");
  choose_time_zone(published->site().time_zone);
  const auto today = today_or(std::getenv("POLKU_TODAY"));
  if (!today) return refuse("POLKU_TODAY is no date as 2026-11-22");

  GuardedServer server{options.limits};
  const int port = server.bind(options.address, options.port);
  if (port <= 0) return refuse("port " + std::to_string(options.port) + " of " + options.address + " is taken or not allowed");

  const auto key = look_ups_key(options.data);
  if (key.empty()) return refuse("the key in " + options.data + "/look-ups.key cannot be used; it has to be a file of mode 0600");
  LookUps look_ups{published->sources(), over_the_network(options.data), key, today};
  OutboxWorker worker{*storage, *published, over_the_network(options.data), unix_seconds};
  const auto page_style = read_words(options.assets + "/styles/tokens.css") + read_words(options.assets + "/styles/officials.css") +
                          read_words(options.assets + "/styles/submission-pages.css") + theme_of(published->site());
  Payments payments{*storage,
                    *published,
                    over_the_network(options.data),
                    {.style = page_style, .hosts = allowed_hosts(options, port), .now = unix_seconds, .on_paid = [&worker] { worker.wake(); }}};
  Worker payments_worker{[&payments] { return payments.work_once(); }};
  Intake intake{
      *storage, *published, {today, unix_seconds}, [&worker] { worker.wake(); }, [&look_ups](const json::Value& fact) { return look_ups.gave(fact); }};
  Officials officials{*storage,
                      *published,
                      {.token = token,
                       .style = read_words(options.assets + "/styles/tokens.css") + read_words(options.assets + "/styles/officials.css"),
                       .hosts = allowed_hosts(options, port),
                       .now = unix_seconds,
                       .wait = [](std::int64_t milliseconds) { std::this_thread::sleep_for(std::chrono::milliseconds{milliseconds}); }}};
  StaticFiles files{options.site_folder};
  if (!files.has_folder()) std::fprintf(stderr, "warning: there is no folder %s: no citizen site is served\n", options.site_folder.c_str());
  SignIn sign_in{published->sources(), *storage, over_the_network(options.data), {.hosts = allowed_hosts(options, port), .now = unix_seconds}};
  Invitations invitations{*storage,
                          *published,
                          sign_in,
                          {.style = page_style, .hosts = allowed_hosts(options, port), .now = unix_seconds, .on_released = [&worker] { worker.wake(); }}};
  Worker invitations_worker{[&invitations] { return invitations.work_once(); }};
  Parts parts{*storage, intake, officials, look_ups, payments, invitations, sign_in, files, options.origins, options.limits};
  add_routes(server, parts);

  std::thread listener{[&server, &signals] {
    int signal = 0;
    sigwait(&signals, &signal);
    server.stop();
  }};
  worker.start();
  payments_worker.start();
  invitations_worker.start();
  const auto root = "http://" + bracketed(options.address) + ":" + std::to_string(port);
  std::printf("Citizens:  %s/\nOfficials: %s/officials   (the code is in %s/officials.token)\n", root.c_str(), root.c_str(), options.data.c_str());
  std::fflush(stdout);
  log_line("started", {{"port", std::to_string(port)}});
  const bool listened = server.listen_after_bind();
  // Also when nobody sent a signal: then the listener still waits.
  pthread_kill(listener.native_handle(), SIGTERM);
  listener.join();
  invitations_worker.stop();
  payments_worker.stop();
  worker.stop();
  log_line("stopped");
  return listened ? 0 : 1;
}

}  // namespace polku::server
