// SPDX-License-Identifier: EUPL-1.2
#include "host/terminal/arguments.h"

namespace polku::host {

std::string Arguments::option(const std::string& name, const std::string& fallback) const {
  const auto found = options.find(name);
  return found == options.end() ? fallback : found->second;
}

Arguments read_arguments(const std::vector<std::string>& given, const std::set<std::string>& options, const std::set<std::string>& flags) {
  Arguments arguments;
  for (std::size_t index = 0; index < given.size() && arguments.fault.empty(); ++index) {
    const auto& word = given[index];
    if (word.rfind("--", 0) != 0 || word == "--") {
      arguments.words.push_back(word);
      continue;
    }
    const auto equals = word.find('=');
    const auto name = word.substr(2, equals == std::string::npos ? std::string::npos : equals - 2);
    if (flags.count(name) != 0 && equals == std::string::npos) {
      arguments.flags.insert(name);
    } else if (options.count(name) == 0) {
      arguments.fault = "unknown option --" + name;
    } else if (equals != std::string::npos) {
      arguments.options[name] = word.substr(equals + 1);
    } else if (index + 1 < given.size()) {
      arguments.options[name] = given[++index];
    } else {
      arguments.fault = "option --" + name + " needs a value";
    }
  }
  return arguments;
}

}  // namespace polku::host
