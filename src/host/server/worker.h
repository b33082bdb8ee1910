// SPDX-License-Identifier: EUPL-1.2
// A thread that does what is due: once a second, at once when it is woken, and again while there is more.
//
//   Worker worker{[&] { return outbox.work_once(); }};   // false: nothing is due
//   worker.start();   worker.wake();   worker.stop();    // stop waits for what is being done
#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace polku::server {

class Worker {
 public:
  explicit Worker(std::function<bool()> work_once);
  ~Worker();
  Worker(const Worker&) = delete;
  Worker& operator=(const Worker&) = delete;
  void start();
  void stop();
  void wake();

 private:
  void run();

  std::function<bool()> work_once_;
  std::mutex mutex_;
  std::condition_variable woken_;
  bool stopping_ = false, awake_ = false;
  std::thread thread_;
};

}  // namespace polku::server
