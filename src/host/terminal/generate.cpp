// SPDX-License-Identifier: EUPL-1.2
#include "rehearsal/generate/generate.h"

#include <fstream>
#include <iostream>

#include "host/terminal/commands.h"
#include "host/terminal/common.h"
#include "json/writer.h"

namespace polku::host {

namespace {

namespace fs = std::filesystem;
using rehearsal::generate::Features;
using rehearsal::generate::Made;
using rehearsal::generate::RealEngine;

// Languages and the engine's words: all that a generated service does not bring along.
session::World base_world() {
  session::World world;
  world.layers.resize(3);
  for (const auto* language : {"fi", "sv", "en", "ar"}) {
    if (auto locale = engine_locale(language)) world.locales.push_back(std::move(locale));
    if (auto words = engine_words(language)) world.layers.back().catalogs.push_back(std::move(words));
  }
  return world;
}

std::optional<std::uint64_t> number_asked(const Arguments& arguments, const std::string& name, const std::string& otherwise) {
  const auto number = text::Decimal::parse(arguments.option(name, otherwise));
  const auto whole = number ? number->to_integer() : std::nullopt;
  return whole && *whole >= 0 ? std::optional{static_cast<std::uint64_t>(*whole)} : std::nullopt;
}

bool write_file(const fs::path& path, const json::Value& value) {
  std::error_code error;
  fs::create_directories(path.parent_path(), error);
  std::ofstream file(path, std::ios::binary);
  file << json::write_indented(value);
  return file.good();
}

bool write_catalogs(const fs::path& folder, const json::Value& catalogs) {
  bool all_written = true;
  if (!catalogs.is(json::Type::object)) return all_written;  // the service itself was refused
  for (const auto& [language, catalog] : catalogs.members()) all_written = write_file(folder / (language + ".json"), catalog) && all_written;
  return all_written;
}

int write_one(std::uint64_t seed, const fs::path& folder) {
  Features features;
  const auto made = rehearsal::generate::make(base_world(), seed, RealEngine{}, features);
  bool written = write_file(folder / "services/generated/service.json", made.service) && write_catalogs(folder / "services/generated", made.catalogs);
  if (!made.site.is_null()) {
    written = written && write_file(folder / "sites/made-up/site.json", made.site) && write_catalogs(folder / "sites/made-up", made.site_catalogs) &&
              write_file(folder / "calendars/made-up.json", made.calendar) && write_file(folder / "scenario.json", made.scenario);
  }
  std::cout << json::write(made.line) << "\n";
  if (!written) {
    std::cerr << "polku generate: " << folder.string() << " cannot be written\n";
    return has_problems;
  }
  return made.line.find("failures")->items().empty() ? all_is_well : has_problems;
}

}  // namespace

int command_generate(const Given& given) {
  const auto arguments = read_arguments(given, {"from", "count", "seed", "out"}, {});
  if (!arguments.fault.empty()) return refuse_call("generate", arguments.fault);
  const bool is_one = !arguments.option("seed").empty();
  if (is_one == arguments.option("out").empty()) return refuse_call("generate", "--seed and --out go together");
  const auto from = number_asked(arguments, is_one ? "seed" : "from", "1");
  const auto count = number_asked(arguments, "count", "100");
  if (!from || !count) return refuse_call("generate", "--from, --count and --seed want whole numbers");
  if (is_one) return write_one(*from, arguments.option("out"));

  const auto world = base_world();
  const RealEngine engine;
  Features features;
  std::size_t failed = 0;
  for (auto seed = *from; seed < *from + *count; ++seed) {
    const auto line = rehearsal::generate::make(world, seed, engine, features).line;
    failed += line.find("failures")->items().empty() ? 0U : 1U;
    std::cout << json::write(line) << "\n";
  }
  std::cout << json::write(json::Value::object().with("features", rehearsal::generate::to_json(features))) << "\n";
  return failed == 0 ? all_is_well : has_problems;
}

}  // namespace polku::host
