// SPDX-License-Identifier: EUPL-1.2
#include "host/terminal/import_report.h"

#include <algorithm>
#include <iostream>
#include <map>

#include "host/terminal/import_words.h"

namespace polku::host {

namespace {

using exchange::Finding;
using exchange::Import;
using exchange::Loss;

constexpr std::size_t most_told = 12, most_places = 4;

std::string counted(std::size_t count, const std::string& one, const std::string& many) { return std::to_string(count) + " " + (count == 1 ? one : many); }

// 290 of 294 → "98.6", rounded down: 100.0 means all.
std::string percentage(std::size_t part, std::size_t whole) {
  const std::size_t tenths = whole == 0 ? 1000 : part * 1000 / whole;
  return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10);
}

std::string list_of(const std::vector<std::string>& words) {
  std::string list;
  for (const auto& word : words) list += (list.empty() ? "" : ", ") + word;
  return list;
}

void print_losses(const Import& import) {
  if (import.losses.empty()) return;
  std::cout << "\nWhat did not come over (all of it, with its places, is in import.json):\n";
  std::map<std::string, std::vector<const Loss*>> by_reason;
  for (const Loss& loss : import.losses) by_reason[loss.reason].push_back(&loss);
  std::vector<std::pair<std::string, std::vector<const Loss*>>> sorted(by_reason.begin(), by_reason.end());
  std::stable_sort(sorted.begin(), sorted.end(), [](const auto& left, const auto& right) { return left.second.size() > right.second.size(); });
  for (const auto& [reason, losses] : sorted) {
    std::cout << "  " << losses.size() << "  " << reason_in_words(reason) << "\n";
    for (std::size_t at = 0; at < std::min(losses.size(), most_places); ++at)
      std::cout << "       " << losses[at]->document << "#" << losses[at]->pointer << "\n";
    if (losses.size() > most_places) std::cout << "       … and " << losses.size() - most_places << " more\n";
  }
}

void print_problems_of_source(const Import& import) {
  std::vector<const Finding*> told;
  std::map<std::string, std::pair<std::size_t, const Finding*>> counts;
  for (const Finding& finding : import.problems) {
    if (is_told_singly(finding.code))
      told.push_back(&finding);
    else
      counts[finding.document + " " + finding.code] = {counts[finding.document + " " + finding.code].first + 1, &finding};
  }
  if (told.empty() && counts.empty()) return;
  std::cout << "\nLook at first (these are faults of the form itself, or where it needed a decision):\n";
  std::stable_sort(told.begin(), told.end(), [](const auto* left, const auto* right) { return urgency_of(left->code) < urgency_of(right->code); });
  for (std::size_t at = 0; at < std::min(told.size(), most_told); ++at) {
    std::cout << "  " << finding_in_words(*told[at]) << "\n       " << told[at]->document << "#" << told[at]->pointer << "\n";
  }
  if (told.size() > most_told) std::cout << "  … and " << told.size() - most_told << " more in import.json\n";
  for (const auto& [key, entry] : counts) std::cout << "  " << entry.second->document << ": " << entry.first << " " << finding_in_words(*entry.second) << "\n";
}

}  // namespace

void print_refusal(const Import& import, const std::string& source) {
  for (const Finding& finding : import.problems) {
    if (urgency_of(finding.code) > 0) continue;
    std::cerr << source << "  error  " << finding.document << "#" << finding.pointer << "\n    " << finding_in_words(finding) << "\n";
  }
}

void print_import(const Import& import, const std::string& source, const std::string& folder, const std::string& assumed_language) {
  std::vector<std::string> languages;
  for (const auto& [language, catalog] : import.catalogs) languages.push_back(language);
  const std::size_t carried = import.constructs - import.losses.size();
  std::cout << source << " is now the service " << folder << "\n\n";
  std::cout << "What came over: " << counted(import.questions, "question", "questions") << " on " << counted(import.pages, "page", "pages") << ", "
            << counted(import.conditions, "condition", "conditions") << ", words in " << list_of(languages) << "; " << carried << " of " << import.constructs
            << " constructs (" << percentage(carried, import.constructs) << " %).\n";
  print_losses(import);
  print_problems_of_source(import);
  if (!assumed_language.empty()) {
    std::cout << "\nThe schema does not say in which language its texts are: they were taken to be in \"" << assumed_language
              << "\". If they are not, delete the folder and\nimport again with --language, for example --language fi.\n";
  }
  std::cout
      << "\nNot in any form, so say it yourself: who gets the answers (\"recipients\"), what is personal data and why it is asked, how long a decision takes\n"
         "(\"standard\"), and the words of the start page. Texts without a limit of their own may be 255 characters in one line, 5,000 in several.\n"
         "\nGo on with\n"
      << "  polku check " << folder << "\n"
      << "  polku studio " << folder << "\n"
      << "or, to see it in a browser, drop the folder on studio.html of a built site. To serve it, put the folder into assets/services/ and its id into the\n"
         "\"services\" of assets/sites/<site>/site.json, and publish:\n"
         "  node scripts/build-site.mjs --site assets/sites/<site> --services assets/services --output build/site\n"
         "  polku serve --site <site>\n";
}

}  // namespace polku::host
