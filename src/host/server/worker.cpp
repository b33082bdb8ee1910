// SPDX-License-Identifier: EUPL-1.2
#include "host/server/worker.h"

#include <chrono>
#include <utility>

namespace polku::server {

Worker::Worker(std::function<bool()> work_once) : work_once_(std::move(work_once)) {}

Worker::~Worker() { stop(); }

void Worker::start() {
  thread_ = std::thread{[this] { run(); }};
}

void Worker::stop() {
  {
    const std::lock_guard lock{mutex_};
    stopping_ = true;
  }
  woken_.notify_all();
  if (thread_.joinable()) thread_.join();
}

void Worker::wake() {
  {
    const std::lock_guard lock{mutex_};
    awake_ = true;
  }
  woken_.notify_all();
}

void Worker::run() {
  for (;;) {
    {
      std::unique_lock lock{mutex_};
      woken_.wait_for(lock, std::chrono::seconds{1}, [this] { return stopping_ || awake_; });
      if (stopping_) return;
      awake_ = false;
    }
    while (work_once_()) {
      const std::lock_guard lock{mutex_};
      if (stopping_) return;
    }
  }
}

}  // namespace polku::server
