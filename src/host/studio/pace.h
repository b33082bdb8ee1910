// SPDX-License-Identifier: EUPL-1.2
// Whether a frame is due. At rest none is, however long the window stands open.
//
//   Pace pace;
//   while (pace.is_frame_due()) { draw(); pace.note_frame(); }      then wait for something to happen
#pragma once

namespace polku::host {

class Pace {
 public:
  // The person, a file or the session did something.
  void note_something() { due_ = frames_after_something; }
  void note_frame() { due_ -= due_ > 0 ? 1 : 0; }
  bool is_frame_due() const { return due_ > 0; }

 private:
  // Dear ImGui answers in the frame after, and a press is two of them.
  static constexpr int frames_after_something = 3;
  int due_ = frames_after_something;  // a window begins with its first picture
};

}  // namespace polku::host
