// SPDX-License-Identifier: EUPL-1.2
#include "host/studio/log.h"

#include <array>
#include <string_view>

namespace polku::host {
namespace {

constexpr std::array<std::string_view, 21> actions = {"begin",           "type",
                                                      "continue",        "visit",
                                                      "change",          "add-row",
                                                      "remove-row",      "restore-row",
                                                      "choose-language", "submit",
                                                      "go-on",           "start-over",
                                                      "delete-draft",    "use-shared-computer",
                                                      "use-this-device", "load-newer",
                                                      "try-again",       "pay",
                                                      "invite",          "new-day",
                                                      "sign-in"};
static_assert(actions.size() == std::variant_size_v<session::Action>);
constexpr std::array<std::string_view, 6> outcomes = {"fetched", "unreached", "kept", "not-kept", "recalled", "waited"};
static_assert(outcomes.size() == std::variant_size_v<session::Outcome>);

struct Details {
  std::string operator()(const session::Begin& begin) const { return " " + begin.language + (begin.address.empty() ? "" : " at " + begin.address); }
  std::string operator()(const session::Type& type) const {
    std::string line = " " + type.place;
    for (const auto& part : type.typed) line += " " + part;
    return line;
  }
  std::string operator()(const session::Visit& visit) const { return " " + visit.address; }
  std::string operator()(const session::Change& change) const { return " " + change.address + " " + change.place; }
  std::string operator()(const session::AddRow& add) const { return " " + add.list; }
  std::string operator()(const session::RemoveRow& remove) const { return " " + std::to_string(remove.row); }
  std::string operator()(const session::ChooseLanguage& choose) const { return " " + choose.language; }
  std::string operator()(const session::Fetched& fetched) const { return " " + std::to_string(fetched.status); }
  template <typename Other>
  std::string operator()(const Other&) const {
    return {};
  }
};

}  // namespace

std::string print(const session::Action& action) { return std::string{actions[action.index()]} + std::visit(Details{}, action); }
std::string print(const session::Outcome& outcome) { return std::string{outcomes[outcome.index()]} + std::visit(Details{}, outcome); }

}  // namespace polku::host
