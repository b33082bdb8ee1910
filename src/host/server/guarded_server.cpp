// SPDX-License-Identifier: EUPL-1.2
#include "host/server/guarded_server.h"

#include <arpa/inet.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <string>

namespace polku::server {
namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

class GuardedStream : public httplib::Stream {
 public:
  GuardedStream(int socket, const ConnectionLimits& limits) : socket_(socket), limits_(limits) { start_request(); }

  void start_request() {
    read_before_ = limits_.head_bytes;
    deadline_ = Clock::now() + limits_.request;
    whole_ = true;
  }
  // The head is over. Twice: chunks carry their sizes with them; how much of it is taken is the handler's count.
  void allow_body() { read_before_ += 2 * limits_.body_bytes; }
  // False when the request was not read to its end, so that what follows on the connection is not a request.
  bool is_whole() const { return whole_; }
  bool has_buffered() const { return begin_ < end_; }

  // Without `override`: later versions of the library rename and add.
  bool is_readable() const { return has_buffered() || wait(POLLIN, deadline_); }
  bool wait_readable() const { return is_readable(); }
  bool is_writable() const { return wait(POLLOUT, Clock::now() + limits_.silence); }
  bool wait_writable() const { return is_writable(); }
  time_t duration() const { return 0; }
  int socket() const { return socket_; }

  using httplib::Stream::write;
  ssize_t read(char* into, std::size_t size) {
    if (read_before_ == 0) return failed();
    if (begin_ == end_) {
      if (!wait(POLLIN, deadline_)) return failed();
      const auto got = recv(socket_, buffer_.data(), buffer_.size(), MSG_DONTWAIT);
      if (got <= 0) {
        whole_ = false;
        return got;
      }
      begin_ = 0;
      end_ = static_cast<std::size_t>(got);
    }
    const auto taken = std::min({size, end_ - begin_, read_before_});
    std::copy_n(buffer_.data() + begin_, taken, into);
    begin_ += taken;
    read_before_ -= taken;
    return static_cast<ssize_t>(taken);
  }

  ssize_t write(const char* from, std::size_t size) {
    const auto deadline = Clock::now() + limits_.silence + milliseconds{size * 1000 / limits_.slowest_write};
    std::size_t sent = 0;
    while (sent < size) {
      if (!wait(POLLOUT, std::min(deadline, Clock::now() + limits_.silence))) return failed();
      const auto done = send(socket_, from + sent, size - sent, MSG_DONTWAIT | MSG_NOSIGNAL);
      if (done < 0 && (errno == EAGAIN || errno == EINTR)) continue;
      if (done <= 0) return failed();
      sent += static_cast<std::size_t>(done);
    }
    return static_cast<ssize_t>(sent);
  }

  void get_remote_ip_and_port(std::string& ip, int& port) const { name_of(getpeername, ip, port); }
  void get_local_ip_and_port(std::string& ip, int& port) const { name_of(getsockname, ip, port); }

 private:
  ssize_t failed() {
    whole_ = false;
    return -1;
  }

  bool wait(short what, Clock::time_point deadline) const {
    for (;;) {
      const auto now = Clock::now();
      const auto left = std::chrono::duration_cast<milliseconds>(deadline - now);
      if (left.count() <= 0) return false;
      pollfd watched{socket_, what, 0};
      const int ready = poll(&watched, 1, static_cast<int>(std::min(left, limits_.silence).count()));
      if (ready < 0 && errno == EINTR) continue;
      return ready > 0 && (watched.revents & (what | POLLHUP)) != 0;
    }
  }

  template <typename Ask>
  void name_of(Ask ask, std::string& ip, int& port) const {
    sockaddr_storage address{};
    socklen_t size = sizeof address;
    if (ask(socket_, reinterpret_cast<sockaddr*>(&address), &size) != 0) return;
    std::array<char, INET6_ADDRSTRLEN> words{};
    if (address.ss_family == AF_INET) {
      const auto* four = reinterpret_cast<const sockaddr_in*>(&address);
      inet_ntop(AF_INET, &four->sin_addr, words.data(), words.size());
      port = ntohs(four->sin_port);
    } else if (address.ss_family == AF_INET6) {
      const auto* six = reinterpret_cast<const sockaddr_in6*>(&address);
      inet_ntop(AF_INET6, &six->sin6_addr, words.data(), words.size());
      port = ntohs(six->sin6_port);
    }
    ip = words.data();
  }

  int socket_;
  const ConnectionLimits& limits_;
  std::array<char, 4096> buffer_{};
  std::size_t begin_ = 0, end_ = 0, read_before_ = 0;
  Clock::time_point deadline_;
  bool whole_ = true;
};

// Closing with unread bytes resets the connection, and the client never sees why it was refused (RFC 9112, section 9.6).
void close_politely(int socket) {
  shutdown(socket, SHUT_WR);
  std::array<char, 4096> unread{};
  const auto deadline = Clock::now() + milliseconds{500};
  std::size_t drained = 0;
  while (drained < (4u << 20) && Clock::now() < deadline) {
    pollfd watched{socket, POLLIN, 0};
    if (poll(&watched, 1, 100) < 0) break;
    const auto got = recv(socket, unread.data(), unread.size(), MSG_DONTWAIT);
    if (got == 0 || (got < 0 && errno != EAGAIN)) break;
    if (got > 0) drained += static_cast<std::size_t>(got);
  }
  close(socket);
}

// Only GET and HEAD without a body leave the connection in a known state whatever the handler read of the body.
bool may_stay_open(const httplib::Request& request) {
  return (request.method == "GET" || request.method == "HEAD") && !request.has_header("Content-Length") && !request.has_header("Transfer-Encoding");
}

}  // namespace

GuardedServer::GuardedServer(const ConnectionLimits& limits) : limits_(limits) {
  new_task_queue = [threads = limits.threads] { return new httplib::ThreadPool(threads); };
  set_tcp_nodelay(true);
  // The library's own choice, SO_REUSEPORT, lets a second server take half of the connections of the first.
  set_socket_options([](int socket) {
    const int yes = 1;
    setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
  });
  set_keep_alive_max_count(100);
}

int GuardedServer::bind(const std::string& address, int port) {
  if (port == 0) {
    port = bind_to_any_port(address);
  } else if (!bind_to_port(address, port)) {
    return -1;
  }
  // The library lets five connections wait; a sixth at the same moment is answered a second later.
  if (port > 0) ::listen(svr_sock_, SOMAXCONN);
  return port;
}

bool GuardedServer::process_and_close_socket(int socket) {
  GuardedStream stream{socket, limits_};
  for (int request_count = 0; request_count < 100 && svr_sock_ != INVALID_SOCKET; ++request_count) {
    // In short steps, so that stopping does not wait for idle connections.
    auto idle = limits_.silence;
    bool readable = stream.has_buffered();
    while (!readable && idle.count() > 0 && svr_sock_ != INVALID_SOCKET) {
      pollfd watched{socket, POLLIN, 0};
      readable = poll(&watched, 1, 100) > 0;
      idle -= milliseconds{100};
    }
    if (!readable) break;
    stream.start_request();
    bool stays = false, closed = false;
    const auto setup = [&](httplib::Request& request) {
      stream.allow_body();
      stays = may_stay_open(request);
      if (!stays) {
        request.headers.erase("Connection");
        request.set_header("Connection", "close");
      }
      // Parts of files and compression on the fly are not offered: static_files.cpp chooses among what was compressed beforehand.
      request.ranges.clear();
      request.headers.erase("X-Polku-Accept-Encoding");
      request.set_header("X-Polku-Accept-Encoding", request.get_header_value("Accept-Encoding"));
      request.headers.erase("Accept-Encoding");
    };
    const auto answered = [&](auto& self) {
      if constexpr (requires { self.process_request(stream, false, closed, setup); }) {
        return self.process_request(stream, false, closed, setup);
      } else {  // from 0.16 on
        std::string ip, local_ip;
        int port = 0, local_port = 0;
        stream.get_remote_ip_and_port(ip, port);
        stream.get_local_ip_and_port(local_ip, local_port);
        return self.process_request(stream, ip, port, local_ip, local_port, false, closed, setup);
      }
    }(*this);
    if (!answered || closed || !stays || !stream.is_whole()) break;
  }
  close_politely(socket);
  return true;
}

}  // namespace polku::server
