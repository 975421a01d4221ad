// The pipeline: records are read in order, worked on by several threads, and
// written in the order of reading, in bounded memory.
//
// Records travel in blocks, of which a fixed number exists; their buffers are
// used again. What is written does not depend on the number of threads.
//
// Thread rule: `reader` is used on the calling thread, so that a signal can end
// a read that waits; `work` is called on any thread, each block once; `write` on
// one thread at a time, in order. SIGINT and SIGTERM are blocked on all threads
// but the calling one. With one job everything happens on the calling thread.
// Errors: the first exception of reader, work or write ends the run and is
// thrown again here; what was written before stays written.
//
// Example:
//   corpus::run_pipeline(*reader, {.jobs = 4},
//                        [&](corpus::Block& block) { for (auto& r : block.records()) … },
//                        [&](corpus::Block& block) { out.write(block.out); });
#ifndef RAPPORT_CORPUS_PIPELINE_H_
#define RAPPORT_CORPUS_PIPELINE_H_

#include <atomic>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "analyzer/analysis.h"
#include "corpus/readers/reader.h"
#include "corpus/record.h"

namespace rapport::corpus {

// What was done of a block once a record at fault was: records, and bytes of both outputs.
struct FaultPlace {
  std::size_t records = 0, out = 0, errors = 0;
};

// Records that are next to each other, with room for what is made of them.
struct Block {
  std::uint64_t first = 0;           // number of its first record
  std::vector<Record> slots;         // `size` of them are filled
  std::size_t size = 0;
  std::vector<Analysis> analyses;    // work's to fill, for what write gathers; as it was left
  std::string out, errors;           // work's to fill; empty when it begins
  std::vector<FaultPlace> faults;    // of these records, in order; work's to fill
  std::uint64_t taken = 0;           // of the input when the block was read, for progress

  std::span<Record> records() { return {slots.data(), size}; }
};

struct PipelineOptions {
  std::size_t jobs = 1;
  std::size_t block_records = 64;         // at most
  std::size_t block_bytes = 256u << 10;   // of texts, about; 1 record at least
  std::size_t blocks_a_job = 3;           // in flight
  std::uint64_t skip = 0;                 // so many records are read and dropped
  // Called for each record in the order of reading, also for those dropped, on the
  // thread that reads; none: not called.
  std::function<void(Record&)> met;
  // Set by a signal or another thread: no further record is taken; the blocks
  // that were begun are finished.
  const std::atomic<bool>* stop = nullptr;
};

using BlockStep = std::function<void(Block&)>;

void run_pipeline(Reader& reader, const PipelineOptions& options, const BlockStep& work,
                  const BlockStep& write);

}  // namespace rapport::corpus

#endif  // RAPPORT_CORPUS_PIPELINE_H_
