// SPDX-License-Identifier: EUPL-1.2
// The service being walked: a session with the rehearsal's device and network behind it, and a log of what was done and asked for.
//
//   Preview preview{world, "fi", today};
//   for (const auto& deed : render::draw(preview.page(), ui).deeds) preview.perform(deed);
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "page/page.h"
#include "rehearsal/device.h"
#include "render/imgui/face.h"
#include "session/session.h"

namespace polku::host {

class Preview {
 public:
  Preview(std::shared_ptr<const session::World> world, const std::string& language, calendar::Date today);

  void act(session::Action action);
  void perform(const render::Deed& deed);
  // The files changed: the person stands where they stood, with the answers they gave, in the new service.
  void take(std::shared_ptr<const session::World> world);

  const session::World& world() const { return *world_; }
  const session::State& state() const { return state_; }
  journey::Journey journey() const { return session::walk(*world_, state_); }
  page::Page page() const { return page::view(*world_, state_, journey()); }
  const std::vector<std::string>& submissions() const { return device_->stored(); }  // taken by the verifying host, byte for byte
  // Where the next frame moves the focus; empty: nowhere.
  std::string take_focus();

  struct Entry {
    enum class Kind : std::uint8_t { intent, effect, outcome } kind = Kind::intent;
    std::string words;
  };
  const std::vector<Entry>& log() const { return log_; }

 private:
  void begin(const std::string& language, const std::string& address);
  void settle(session::Step step);
  std::optional<session::Outcome> answer(const session::Effect& effect);
  void note(Entry::Kind kind, std::string words) { log_.push_back({kind, std::move(words)}); }

  std::shared_ptr<const session::World> world_;
  std::unique_ptr<rehearsal::Device> device_;
  calendar::Date today_;
  session::State state_;
  std::string focus_;
  std::uint64_t keys_ = 0;
  std::vector<Entry> log_;
};

}  // namespace polku::host
