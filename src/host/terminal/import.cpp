// SPDX-License-Identifier: EUPL-1.2
// Others' forms as services: reads the documents, writes the folder, tells in words what came of it.
#include <fstream>
#include <iostream>

#include "digest/digest.h"
#include "exchange/exchange.h"
#include "host/embedded/embedded.h"
#include "host/terminal/commands.h"
#include "host/terminal/common.h"
#include "host/terminal/import_report.h"
#include "json/reader.h"
#include "json/writer.h"
#include "text/language_tag.h"

namespace polku::host {

namespace {

namespace fs = std::filesystem;

std::optional<exchange::Document> read_document(const std::string& path, problem::Problems& problems) {
  const auto bytes = read_file(path, problems);
  if (!bytes) return std::nullopt;
  auto reading = json::read(*bytes, {.bytes = bytes->size() + 1, .document = path});
  problems.insert(problems.end(), reading.problems.begin(), reading.problems.end());
  if (!reading.value) return std::nullopt;
  return exchange::Document{fs::path(path).filename().string(), std::move(*reading.value), digest::sha256_hex(*bytes)};
}

// What the imported service says that its source does not.
std::map<std::string, exchange::OwnWords> read_own_words() {
  std::map<std::string, exchange::OwnWords> all;
  for (const auto language : embedded_import_languages()) {
    const auto reading = json::read(embedded_import_words(language));
    if (!reading.value || !reading.value->is(json::Type::object)) continue;
    for (const auto& [key, words] : reading.value->members()) {
      if (words.is(json::Type::string)) all[std::string(language)][key] = words.string();
    }
  }
  return all;
}

// --translations may be given several times: taken out of the words in their order.
std::vector<std::string> take_translations(Given& given) {
  const std::string option = "--translations";
  std::vector<std::string> files;
  Given rest;
  for (std::size_t at = 0; at < given.size(); ++at) {
    if (given[at] == option && at + 1 < given.size())
      files.push_back(given[++at]);
    else if (given[at].rfind(option + "=", 0) == 0)
      files.push_back(given[at].substr(option.size() + 1));
    else
      rest.push_back(given[at]);
  }
  given = std::move(rest);
  return files;
}

bool is_written(const fs::path& path, const json::Value& value) {
  std::ofstream file(path, std::ios::binary);
  file << json::write_indented(value);
  file.close();
  return file.good();
}

bool write_folder(const fs::path& folder, const exchange::Import& import) {
  std::error_code error;
  fs::create_directories(folder, error);
  bool all = !error && is_written(folder / "service.json", *import.service) && is_written(folder / "import.json", import.record);
  for (const auto& [language, catalog] : import.catalogs) all = all && is_written(folder / (language + ".json"), catalog);
  return all;
}

bool is_id(const std::string& id) {
  bool after_hyphen = true;
  for (const char sign : id) {
    const bool letter = sign >= 'a' && sign <= 'z', digit = sign >= '0' && sign <= '9';
    if (!(letter || (digit && &sign != id.data()) || (sign == '-' && !after_hyphen))) return false;
    after_hyphen = sign == '-';
  }
  return !after_hyphen && id.size() <= 64;
}

}  // namespace

int command_import(const Given& all) {
  Given given = all;
  const auto translations = take_translations(given);
  const auto arguments = read_arguments(given, {"ui-schema", "out", "language", "id"}, {});
  if (!arguments.fault.empty()) return refuse_call("import", arguments.fault);
  if (arguments.words.empty() || arguments.words[0] != "json-schema") return refuse_call("import", "say what is imported: json-schema");
  if (arguments.words.size() != 2) return refuse_call("import", "name one schema");
  const auto folder = arguments.option("out");
  if (folder.empty()) return refuse_call("import", "name the folder to write with --out");
  // What a clerk has changed since an earlier import is not written over.
  if (fs::exists(fs::path(folder) / "service.json")) {
    std::cerr << "polku import: " << folder
              << " holds a service already, and what was changed in it since would be lost. Import into a new folder and compare the two.\n";
    return has_problems;
  }
  const auto language = arguments.option("language", "en");
  if (!text::is_language_tag(language)) return refuse_call("import", "\"" + language + "\" is no language tag");
  if (const auto id = arguments.option("id"); !id.empty() && !is_id(id)) return refuse_call("import", "an id is small letters, digits and single hyphens");

  // A site finds a service in the folder that is called as it is.
  const auto place = fs::path(folder).lexically_normal();
  const auto name = (place.has_filename() ? place : place.parent_path()).filename().string();
  const auto id = arguments.option("id", is_id(name) ? name : std::string());

  problem::Problems problems;
  exchange::Sources sources{.schema = {}, .own_words = read_own_words(), .language = language, .id = id};
  if (auto schema = read_document(arguments.words[1], problems)) sources.schema = std::move(*schema);
  if (const auto path = arguments.option("ui-schema"); !path.empty()) sources.ui_schema = read_document(path, problems);
  for (const auto& path : translations) {
    if (auto document = read_document(path, problems)) sources.translations.push_back(std::move(*document));
  }
  if (!problems.empty()) {
    print_problems(problems, arguments);
    return has_problems;
  }
  const auto import = exchange::import_json_schema(sources);
  if (!import.service) {
    print_refusal(import, arguments.words[1]);
    return has_problems;
  }
  if (!write_folder(folder, import)) {
    std::cerr << "polku import: " << folder << " cannot be written\n";
    return has_problems;
  }
  // Texts by key have their languages with them.
  const bool is_assumed = translations.empty() && arguments.option("language").empty();
  print_import(import, arguments.words[1], folder, is_assumed ? language : std::string());
  return all_is_well;
}

}  // namespace polku::host
