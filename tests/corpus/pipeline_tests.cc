// The pipeline: order, bounds, stops and exceptions, for any number of threads.
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <stdexcept>

#include "corpus/pipeline.h"

using namespace rapport::corpus;
namespace bdata = boost::unit_test::data;

namespace {

class Numbers : public Reader {
 public:
  explicit Numbers(std::size_t count, std::size_t broken_at = SIZE_MAX) : count_(count), broken_at_(broken_at) {}
  bool next(Record& record) override {
    if (at_ == broken_at_) throw std::runtime_error("reader");
    if (at_ == count_) return false;
    record.id = std::to_string(at_++);
    return true;
  }
  std::uint64_t taken() const override { return at_; }
  std::uint64_t total() const override { return count_; }
  const Skipped& skipped() const override { return skipped_; }

 private:
  std::size_t count_, broken_at_, at_ = 0;
  Skipped skipped_;
};

void copy_ids(Block& block) {
  for (const Record& record : block.records()) block.out += record.id + ":" + std::to_string(record.number) + " ";
}

std::string expected(std::size_t from, std::size_t to) {
  std::string out;
  for (std::size_t i = from; i < to; ++i) out += std::to_string(i) + ":" + std::to_string(i) + " ";
  return out;
}

constexpr std::size_t kJobs[] = {1, 2, 8, 64};

}  // namespace

BOOST_AUTO_TEST_SUITE(pipeline_tests)

BOOST_DATA_TEST_CASE(records_are_written_in_the_order_of_reading, bdata::make(kJobs), jobs) {
  for (const std::size_t skip : {0u, 1u, 64u, 999u, 2000u}) {
    Numbers reader(1000);
    std::string out;
    run_pipeline(reader, {.jobs = jobs, .block_records = 7, .skip = skip}, copy_ids,
                 [&](Block& block) { out += block.out; });
    BOOST_TEST((out == expected(skip, 1000)), "skip " << skip);
  }
}

BOOST_DATA_TEST_CASE(what_was_read_before_an_error_is_written, bdata::make(kJobs), jobs) {
  Numbers reader(1000, 500);
  std::string out;
  BOOST_CHECK_THROW(run_pipeline(reader, {.jobs = jobs, .block_records = 7}, copy_ids,
                                 [&](Block& block) { out += block.out; }),
                    std::runtime_error);
  BOOST_TEST((out == expected(0, 500)));
}

BOOST_DATA_TEST_CASE(errors_of_work_and_of_writing_come_out, bdata::make(kJobs), jobs) {
  const auto broken = [](Block& block) {
    if (block.first >= 70) throw std::logic_error("step");
  };
  Numbers first(1000), second(1000);
  BOOST_CHECK_THROW(run_pipeline(first, {.jobs = jobs, .block_records = 7}, broken, [](Block&) {}), std::logic_error);
  BOOST_CHECK_THROW(run_pipeline(second, {.jobs = jobs, .block_records = 7}, copy_ids, broken), std::logic_error);
}

BOOST_DATA_TEST_CASE(a_stop_finishes_what_was_begun, bdata::make(kJobs), jobs) {
  Numbers reader(1'000'000);
  std::atomic<bool> stop = false;
  std::string out;
  std::size_t written = 0;
  run_pipeline(reader, {.jobs = jobs, .block_records = 7, .stop = &stop}, copy_ids, [&](Block& block) {
    out += block.out;
    written += block.size;
    stop = true;
  });
  BOOST_TEST(written < 1'000'000u);
  BOOST_TEST((out == expected(0, written)));
}

BOOST_AUTO_TEST_SUITE_END()
