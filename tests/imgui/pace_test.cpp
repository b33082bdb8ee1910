// SPDX-License-Identifier: EUPL-1.2
// When the studio draws, and that no press is too quick for it.
#include <gtest/gtest.h>
#include <imgui.h>

#include "host/studio/input.h"
#include "host/studio/pace.h"

namespace polku::test {
namespace {

using host::Input;
using host::Pace;

int draw_until_rest(Pace& pace) {
  int frames = 0;
  for (; pace.is_frame_due() && frames < 100; ++frames) pace.note_frame();
  return frames;
}

TEST(Pace, NothingIsDrawnWhileNothingHappens) {
  Pace pace;
  EXPECT_GT(draw_until_rest(pace), 0) << "the first picture";
  for (int looks = 0; looks < 1000; ++looks) EXPECT_FALSE(pace.is_frame_due());
}

TEST(Pace, WhateverHappensIsDrawnUntilDearImGuiHasAnswered) {
  Pace pace;
  draw_until_rest(pace);
  pace.note_something();
  EXPECT_EQ(draw_until_rest(pace), 3);
  pace.note_something();
  pace.note_frame();
  pace.note_something();  // something more, before it was at rest
  EXPECT_EQ(draw_until_rest(pace), 3);
}

class InputOfAFrame : public testing::Test {
 protected:
  InputOfAFrame() : context_(ImGui::CreateContext()) { Input::prepare(ImGui::GetIO()); }
  ~InputOfAFrame() override { ImGui::DestroyContext(context_); }
  ImGuiIO& io() { return ImGui::GetIO(); }
  Input input;

 private:
  ImGuiContext* context_;
};

TEST_F(InputOfAFrame, AButtonThatWentDownAndUpMeanwhileIsDownInOneFrameAndUpInTheNext) {
  input.note(Input::Spot{30, 40});
  input.note(Input::Button::down);
  input.note(Input::Button::up);
  input.feed(io());
  EXPECT_EQ(static_cast<int>(io().MousePos.x), 30);
  EXPECT_FALSE(io().MouseDown[0]) << "what is pressed is what was under the mouse before";
  input.feed(io());
  EXPECT_TRUE(io().MouseDown[0]);
  EXPECT_FALSE(input.is_empty());
  input.feed(io());
  EXPECT_FALSE(io().MouseDown[0]);
  EXPECT_TRUE(input.is_empty());
}

TEST_F(InputOfAFrame, WhatWasTypedComesBeforeTheKeyThatEndsIt) {
  input.note(Input::Words{"202"});
  input.note(Input::Words{"3"});
  input.note(Input::Key{ImGuiKey_Escape, Input::Button::down});
  input.feed(io());
  EXPECT_FALSE(input.is_empty()) << "Escape waits for the next frame";
  input.feed(io());
  EXPECT_TRUE(input.is_empty());
}

TEST_F(InputOfAFrame, WhatIsPastedIsNotMetByTheControlThatIsStillHeld) {
  const Input::Held control = {.control = true, .shift = false, .alt = false, .command = false};
  input.note(control);
  input.note(Input::Held{});
  input.note(Input::Words{"elokuu"});
  input.note(control);
  input.feed(io());
  EXPECT_FALSE(io().KeyCtrl);
  input.feed(io());
  EXPECT_TRUE(io().KeyCtrl);
  EXPECT_TRUE(input.is_empty());
}

TEST(Keys, AreKnownByTheNamesBrowsersGiveThem) {
  EXPECT_EQ(host::key_named("ArrowLeft"), ImGuiKey_LeftArrow);
  EXPECT_EQ(host::key_named(" "), ImGuiKey_Space);
  EXPECT_EQ(host::key_named("v"), ImGuiKey_V);
  EXPECT_EQ(host::key_named("F5"), ImGuiKey_COUNT) << "the browser's own";
}

}  // namespace
}  // namespace polku::test
