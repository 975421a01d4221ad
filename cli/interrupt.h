// Ctrl-C and SIGTERM while a long command runs: the first asks it to stop at the
// next good place, the second ends the program at once.
//
// Thread rule: one Interruptible at a time, made on the thread that reads input,
// which alone may have these signals unblocked.
//
// Example:
//   const Interruptible interruptible;
//   while (!interruptible.stop().load()) work();
#ifndef RAPPORT_CLI_INTERRUPT_H_
#define RAPPORT_CLI_INTERRUPT_H_

#include <atomic>

#include <csignal>

namespace rapport::cli {

class Interruptible {
 public:
  Interruptible();
  ~Interruptible();
  Interruptible(const Interruptible&) = delete;
  Interruptible& operator=(const Interruptible&) = delete;

  // True once a signal came. Standard input is then at its end, so that a read
  // of it that waits comes back.
  const std::atomic<bool>& stop() const;
  // Of the program that a signal ended: 130 for SIGINT, 143 for SIGTERM.
  int status() const;

 private:
  struct sigaction before_int_, before_term_;
};

}  // namespace rapport::cli

#endif  // RAPPORT_CLI_INTERRUPT_H_
