#include "corpus/pipeline.h"

#include <algorithm>
#include <condition_variable>
#include <csignal>
#include <deque>
#include <exception>
#include <mutex>
#include <thread>

namespace rapport::corpus {
namespace {

class Feed {
 public:
  Feed(Reader& reader, const PipelineOptions& options) : reader_(reader), options_(options) {}

  // False where there is no further record; a block may still have some.
  bool fill(Block& block) {
    block.size = 0;
    block.faults.clear();
    block.out.clear();
    block.errors.clear();
    block.first = number_;
    std::size_t bytes = 0;
    while (block.size < options_.block_records && bytes < options_.block_bytes) {
      if (stopped()) return false;
      if (block.slots.size() == block.size) block.slots.emplace_back();
      Record& record = block.slots[block.size];
      // A record that was cut short by the stop is none.
      if (!reader_.next(record) || stopped()) return false;
      if (options_.met) options_.met(record);
      if (skipped_ < options_.skip) {
        ++skipped_;
        block.first = ++number_;
        continue;
      }
      record.number = number_++;
      bytes += record.draft.text.size();
      ++block.size;
      block.taken = reader_.taken();
    }
    return true;
  }

 private:
  bool stopped() const { return options_.stop && options_.stop->load(std::memory_order_relaxed); }

  Reader& reader_;
  const PipelineOptions& options_;
  std::uint64_t number_ = 0, skipped_ = 0;
};

// Threads started meanwhile do not get the signals that end a run.
class SignalsBlocked {
 public:
  SignalsBlocked() {
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGINT);
    sigaddset(&set, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &set, &before_);
  }
  ~SignalsBlocked() { pthread_sigmask(SIG_SETMASK, &before_, nullptr); }
  SignalsBlocked(const SignalsBlocked&) = delete;
  SignalsBlocked& operator=(const SignalsBlocked&) = delete;

 private:
  sigset_t before_;
};

class Threads {
 public:
  Threads(const PipelineOptions& options, const BlockStep& work, const BlockStep& write)
      : work_(work), write_(write), slots_(options.jobs * options.blocks_a_job + 1) {
    for (Slot& slot : slots_) free_.push_back(&slot);
    const SignalsBlocked blocked;
    try {
      threads_.emplace_back([this] { write_all(); });
      for (std::size_t i = 0; i < options.jobs; ++i) threads_.emplace_back([this] { work_all(); });
    } catch (...) {
      fail(std::current_exception());
      join();
      throw;
    }
  }
  ~Threads() { join(); }
  Threads(const Threads&) = delete;
  Threads& operator=(const Threads&) = delete;

  void run(Feed& feed) {
    for (bool more = true; more;) {
      Slot* slot = take_free();
      if (!slot) break;
      try {
        more = feed.fill(slot->block);
      } catch (...) {
        read_error_ = std::current_exception();
        more = false;
      }
      // What was read before an error is still finished.
      if (slot->block.size > 0) begin(slot);
    }
    join();
    if (error_) std::rethrow_exception(error_);
    if (read_error_) std::rethrow_exception(read_error_);
  }

 private:
  struct Slot {
    Block block;
    bool done = false;
  };

  Slot* take_free() {
    std::unique_lock lock(mutex_);
    changed_free_.wait(lock, [&] { return error_ || !free_.empty(); });
    if (error_) return nullptr;
    Slot* slot = free_.back();
    free_.pop_back();
    return slot;
  }

  void begin(Slot* slot) {
    const std::lock_guard lock(mutex_);
    slot->done = false;
    waiting_.push_back(slot);
    order_.push_back(slot);
    changed_work_.notify_one();
  }

  void work_all() {
    std::unique_lock lock(mutex_);
    while (true) {
      changed_work_.wait(lock, [&] { return error_ || ended_ || !waiting_.empty(); });
      if (error_ || waiting_.empty()) return;
      Slot* slot = waiting_.front();
      waiting_.pop_front();
      lock.unlock();
      try {
        work_(slot->block);
      } catch (...) {
        fail(std::current_exception());
        return;
      }
      lock.lock();
      slot->done = true;
      if (order_.front() == slot) changed_done_.notify_one();
    }
  }

  void write_all() {
    std::unique_lock lock(mutex_);
    while (true) {
      changed_done_.wait(lock, [&] {
        return error_ || (order_.empty() ? ended_ : order_.front()->done);
      });
      if (error_ || order_.empty()) return;
      Slot* slot = order_.front();
      lock.unlock();
      try {
        write_(slot->block);
      } catch (...) {
        fail(std::current_exception());
        return;
      }
      lock.lock();
      order_.pop_front();
      free_.push_back(slot);
      changed_free_.notify_one();
    }
  }

  void fail(std::exception_ptr error) {
    const std::lock_guard lock(mutex_);
    if (!error_) error_ = std::move(error);
    wake();
  }

  void wake() {
    changed_free_.notify_all();
    changed_work_.notify_all();
    changed_done_.notify_all();
  }

  void join() {
    {
      const std::lock_guard lock(mutex_);
      ended_ = true;
      wake();
    }
    for (std::thread& thread : threads_) thread.join();
    threads_.clear();
  }

  const BlockStep& work_;
  const BlockStep& write_;
  std::vector<Slot> slots_;
  std::vector<Slot*> free_;
  std::deque<Slot*> waiting_, order_;
  bool ended_ = false;
  std::exception_ptr error_, read_error_;
  std::mutex mutex_;
  std::condition_variable changed_free_, changed_work_, changed_done_;
  std::vector<std::thread> threads_;
};

}  // namespace

void run_pipeline(Reader& reader, const PipelineOptions& options, const BlockStep& work,
                  const BlockStep& write) {
  Feed feed(reader, options);
  if (options.jobs > 1) {
    Threads(options, work, write).run(feed);
    return;
  }
  Block block;
  for (bool more = true; more;) {
    std::exception_ptr error;
    try {
      more = feed.fill(block);
    } catch (...) {
      error = std::current_exception();
    }
    if (block.size > 0) {
      work(block);
      write(block);
    }
    if (error) std::rethrow_exception(error);
  }
}

}  // namespace rapport::corpus
