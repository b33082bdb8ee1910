// SPDX-License-Identifier: EUPL-1.2
// Services and sites as folders on disk, read for native hosts. Problems name the file, line and place.
//
//   problem::Problems problems;
//   auto loaded = host::load_service("assets/services/street-fault", "assets/sites/koivuranta", problems);
//   if (loaded.world) session::update(*loaded.world, …);
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "form/lint.h"
#include "form/review.h"
#include "json/value.h"
#include "problem/problem.h"
#include "session/session.h"

namespace polku::host {

// The whole file, or file-unreadable in `problems`. Files over 16 MiB are not read.
std::optional<std::string> read_file(const std::filesystem::path& path, problem::Problems& problems);
std::optional<json::Value> read_json(const std::filesystem::path& path, problem::Problems& problems);

// The code lists a service names, from the first folder that has them: `../../code-lists` beside it, then the folder `code-lists`. One that is nowhere is for
// form::compile to tell.
struct CodeListFolder {
  std::string id;
  std::filesystem::path folder;
};
std::vector<CodeListFolder> find_code_lists(const json::Value& service, const std::filesystem::path& service_folder);
form::CodeLists read_code_lists(const std::vector<CodeListFolder>& found, problem::Problems& problems);

struct LoadedService {
  std::shared_ptr<const session::World> world;  // null when something is too wrong to walk
  json::Value source;                           // service.json
  std::shared_ptr<const form::CompiledForm> form;
  std::shared_ptr<const form::Site> site;
  std::vector<std::shared_ptr<const messages::Catalog>> catalogs;            // the service's own words
  std::vector<std::shared_ptr<const messages::Catalog>> code_list_catalogs;  // the words of the lists it uses
  std::vector<form::Review> reviews;                                         // what the catalogs of service, code lists and site say of themselves
};
// `service`: a folder with service.json and <language>.json, or a service.json. `site`: a folder with site.json and its words; empty: a neutral site that
// offers the service's languages. Calendars are looked for in `../../calendars` beside the site or service, then in the folder `calendars`.
LoadedService load_service(const std::filesystem::path& service, const std::filesystem::path& site, problem::Problems& problems);

// Everything an author is told before publication: load and lint. Whether words are reviewed is told of the engine's own too.
struct Verdict {
  problem::Problems problems;
  std::vector<form::Review> reviews;
};
Verdict check_service(const std::filesystem::path& service, const std::filesystem::path& site);

// The engine's own words and language packs, compiled in.
std::shared_ptr<const messages::Catalog> engine_words(const std::string& language);
std::shared_ptr<const locale::Locale> engine_locale(const std::string& language, const std::string& numbering_system = "latn");

}  // namespace polku::host
