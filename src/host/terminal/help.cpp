// SPDX-License-Identifier: EUPL-1.2
#include "host/terminal/help.h"

namespace polku::host {

namespace {

struct Entry {
  std::string_view name, call, purpose, details;
};

constexpr Entry entries[] = {
    {"check", "polku check SERVICE [--site SITE] [--language L] [--json]", "tell everything that is wrong with a service, with place and remedy",
     "SERVICE is a folder with service.json and one <language>.json a language. With --site the service is checked as that\n"
     "municipality offers it: connectors, languages, calendar. Warnings do not change the exit status. At the end stands for each\n"
     "language whether a reader of it has reviewed the words, as the catalogs say in \"$meta\".\n\n"
     "  polku check assets/services/street-fault --site assets/sites/koivuranta\n"},
    {"fill", "polku fill SERVICE --answers FILE [--site SITE] [--language L] [--today D] [--json]", "walk a service with answers from a file",
     "Shows the route, what is wrong, and the submission when the journey is complete. FILE holds the answers as they stand in a\n"
     "submission: {\"resident\": true, \"vehicles\": [{\"plate\": \"KRT-482\"}]}. D is YYYY-MM-DD, by default the machine's date.\n"},
    {"render", "polku render SERVICE [--page ADDRESS] [--answers FILE] [--site SITE] [--language L] [--today D] [--format html|text]",
     "show a page as html or text", "ADDRESS is a page's id, or page/r1 for a row of a list. Without --page: the first page.\n"},
    {"evaluate", "polku evaluate RULE DATA [--today D] [--trace] | --lines", "evaluate a JsonLogic rule",
     "RULE and DATA are JSON. With --lines one case a line is read from standard input, {\"rule\":…,\"data\":…,\"today\"?}, and one line\n"
     "answers each: {\"result\":…} or {\"problem\":…}.\n\n  polku evaluate '{\"+\":[{\"var\":\"a\"},2]}' '{\"a\":40}'\n"},
    {"format", "polku format [--language L] PATTERN ARGS | --lines", "format an ICU message",
     "ARGS is a JSON object. With --lines: {\"language\":…,\"pattern\":…,\"args\":…} → {\"text\":…,\"missing\":[]}.\n\n"
     "  polku format --language en '{n, plural, one {# car} other {# cars}}' '{\"n\":2}'\n"},
    {"decode", "polku decode --kind K [--scheme S] [--currency C] [--language L] [--today D] VALUE | --lines", "read a value as a citizen may type it",
     "With --lines: {\"kind\":…,\"value\":…,\"scheme\"?,\"language\"?,\"currency\"?,\"today\"?} → {\"valid\":…,\"normal\":…} or {\"problem\":…}.\n\n"
     "  polku decode --kind money --language fi '1 234,50 €'\n"},
    {"replay", "polku replay SCENARIO… [--transcript] [--json]", "walk a scenario and check what it expects",
     "A scenario names a service, a site, a day and steps: what the person does, what the network answers, what must be seen.\n"},
    {"verify", "polku verify SERVICE SUBMISSION [--site SITE] [--today D] [--json]", "walk a submission again, as the server does",
     "Exit status 0 when the submission is exactly what the definition gives.\n"},
    {"serve", "polku serve [--port N] [--data DIR] [--site ID] [--assets DIR] [--public DIR] [--hosts H,…] [--origins O,…]",
     "serve a site and take in submissions",
     "On 127.0.0.1 only, with an embedded database in DIR; a proxy with TLS stands before it. --hosts: the names under which officials\n"
     "reach it through that proxy, palvelut.example.fi. --origins: other sites that embed the services and post here,\n"
     "https://www.example.fi. Prints the addresses; stops on Ctrl-C.\n"},
    {"studio", "polku studio SERVICE [--site SITE] [--language L] [--today D] [--walk FILE] [--headless]",
     "walk a service in a window, with what decides it beside it",
     "Beside the page: why each question is or is not asked, the route, the problems, the submission so far, what was done and asked\n"
     "for. Nothing is sent. Files that change are read again. With --headless lines are read from standard input instead: press LABEL,\n"
     "type LABEL = WORDS, see, why, route, problems, submission, log. With --walk such lines are read from FILE first, and the window\n"
     "opens where they lead.\n"},
    {"import", "polku import json-schema SCHEMA --out DIR [--ui-schema FILE] [--translations FILE]… [--language L] [--id ID]",
     "make a service of a form that others wrote",
     "SCHEMA is a JSON Schema (draft-07 or 2020-12), as react-jsonschema-form shows it. --translations: texts by key, {\"key\": {\"fi\": …}};\n"
     "may be given several times, the first file that has a key says it. L is the language of texts that stand in the schema itself, by\n"
     "default en. The service is called as DIR, if --id does not say otherwise. DIR gets service.json, one catalog a language, and\n"
     "import.json: which answer came from where, and everything that did not come over, with its place and the reason. Nothing is\n"
     "fetched, and a folder that holds a service already is left alone.\n\n"
     "  polku import json-schema form.json --ui-schema ui.json --translations fi-sv.json --out assets/services/grant\n"},
    {"generate", "polku generate --from N --count K | --seed N --out DIR", "make up services and people who use them, and judge the engine by them",
     "For developers. One line of JSON a seed: {\"seed\", \"digest\", \"service\", \"steps\", \"accepted\", \"failures\"}, then one with what was met and how\n"
     "often. With --out the service of one seed is written as files, to be looked at with the other commands: services/generated,\n"
     "sites/made-up, calendars and scenario.json.\n\n  polku generate --seed 7 --out /tmp/seven && polku replay --assets /tmp/seven "
     "/tmp/seven/scenario.json\n"},
};

}  // namespace

std::string help() {
  std::string text = "polku: municipal services as guided transactions.\n\nCommands (polku COMMAND --help says more):\n";
  for (const auto& entry : entries) {
    text.append("  ").append(entry.name).append(10 - entry.name.size(), ' ').append(entry.purpose).append("\n");
  }
  return text + "\nExit status: 0 all is well, 1 problems were found, 2 the call itself is wrong.\n";
}

std::string help_for(std::string_view command) {
  for (const auto& entry : entries) {
    if (entry.name != command) continue;
    std::string text{"Use: "};
    return text.append(entry.call).append("\n\n").append(entry.purpose).append(".\n\n").append(entry.details);
  }
  return help();
}

}  // namespace polku::host
