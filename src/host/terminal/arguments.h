// SPDX-License-Identifier: EUPL-1.2
// The command line, read: options may stand anywhere, `--name value` or `--name=value`.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace polku::host {

struct Arguments {
  std::vector<std::string> words;              // what is no option, in order
  std::map<std::string, std::string> options;  // "language" → "fi"
  std::set<std::string> flags;                 // "json"
  std::string fault;                           // what is wrong with the call, in words; empty: nothing

  std::string option(const std::string& name, const std::string& fallback = {}) const;
  bool has(const std::string& flag) const { return flags.count(flag) != 0; }
};

Arguments read_arguments(const std::vector<std::string>& given, const std::set<std::string>& options, const std::set<std::string>& flags);

}  // namespace polku::host
