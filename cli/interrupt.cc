#include "cli/interrupt.h"

#include <fcntl.h>
#include <unistd.h>

namespace rapport::cli {
namespace {

std::atomic<bool> g_stop = false;
static_assert(std::atomic<bool>::is_always_lock_free);
std::atomic<int> g_signal = 0;
static_assert(std::atomic<int>::is_always_lock_free);
int g_nothing = -1;  // /dev/null, opened before

void on_signal(int signal) {
  if (g_stop.exchange(true)) ::_exit(128 + signal);
  g_signal = signal;
  if (g_nothing >= 0) ::dup2(g_nothing, STDIN_FILENO);
}

}  // namespace

Interruptible::Interruptible() {
  g_stop = false;
  g_nothing = ::open("/dev/null", O_RDONLY | O_CLOEXEC);
  struct sigaction action = {};
  action.sa_handler = on_signal;  // no SA_RESTART: a read that waits is ended
  sigemptyset(&action.sa_mask);
  ::sigaction(SIGINT, &action, &before_int_);
  ::sigaction(SIGTERM, &action, &before_term_);
}

Interruptible::~Interruptible() {
  ::sigaction(SIGINT, &before_int_, nullptr);
  ::sigaction(SIGTERM, &before_term_, nullptr);
  if (g_nothing >= 0) ::close(g_nothing);
  g_nothing = -1;
}

const std::atomic<bool>& Interruptible::stop() const { return g_stop; }

int Interruptible::status() const { return 128 + g_signal; }

}  // namespace rapport::cli
