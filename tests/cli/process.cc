#include "process.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <sstream>
#include <stdexcept>

#include "../support.h"

namespace rapport::tests {
namespace {

using Clock = std::chrono::steady_clock;

struct Pipe {
  Pipe() {
    if (pipe2(ends, O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
  }
  Pipe(const Pipe&) = delete;
  Pipe& operator=(const Pipe&) = delete;
  ~Pipe() {
    close_end(0);
    close_end(1);
  }
  void close_end(int end) {
    if (ends[end] >= 0) close(ends[end]);
    ends[end] = -1;
  }
  int ends[2] = {-1, -1};
};

std::vector<std::string> environment_of(const RunOptions& options) {
  std::map<std::string, std::string> all = {{"PATH", getenv("PATH")}, {"TERM", "xterm"}};
  for (const char* kept : {"ASAN_OPTIONS", "UBSAN_OPTIONS", "TSAN_OPTIONS"}) {
    if (getenv(kept)) all[kept] = getenv(kept);
  }
  for (const auto& [name, value] : options.environment) all[name] = value;
  std::vector<std::string> out;
  for (const auto& [name, value] : all) out.push_back(name + "=" + value);
  return out;
}

std::vector<char*> pointers(std::vector<std::string>& words) {
  std::vector<char*> out;
  for (std::string& word : words) out.push_back(word.data());
  out.push_back(nullptr);
  return out;
}

[[noreturn]] void become(std::vector<std::string> command, std::vector<std::string> environment,
                         const std::string& folder, int in, int out, int err) {
  dup2(in, STDIN_FILENO);
  dup2(out, STDOUT_FILENO);
  dup2(err, STDERR_FILENO);
  signal(SIGPIPE, SIG_DFL);
  signal(SIGINT, SIG_DFL);
  setpgid(0, 0);
  if (chdir(folder.c_str()) == 0) {
    execvpe(command[0].c_str(), pointers(command).data(), pointers(environment).data());
  }
  _exit(127);
}

void read_some(int& descriptor, std::string& into) {
  char buffer[65536];
  const ssize_t got = read(descriptor, buffer, sizeof buffer);
  if (got > 0) {
    into.append(buffer, static_cast<std::size_t>(got));
  } else {
    close(descriptor);
    descriptor = -1;
  }
}

// Feeds and drains the child until it has closed its ends or the time is up.
class Conversation {
 public:
  Conversation(pid_t child, int in, int out, int err, const RunOptions& options, Ran& ran)
      : child_(child), in_(in), out_(out), err_(err), options_(options), ran_(ran) {
    fcntl(in_, F_SETFL, O_NONBLOCK);
  }

  void hold(Clock::time_point begin) {
    bool called = !options_.meanwhile;
    while (out_ >= 0 || err_ >= 0) {
      const double spent = std::chrono::duration<double>(Clock::now() - begin).count();
      if (!called && (in_ < 0 || spent > 0.5)) {
        called = true;
        options_.meanwhile(child_);
      }
      if (spent > options_.seconds) {
        ran_.hung = true;
        kill(-child_, SIGKILL);
        kill(child_, SIGKILL);
        break;
      }
      step();
    }
    for (const int descriptor : {in_, out_, err_}) {
      if (descriptor >= 0) close(descriptor);
    }
  }

 private:
  void step() {
    feed();
    pollfd ends[] = {{out_, POLLIN, 0}, {err_, POLLIN, 0}, {in_, POLLOUT, 0}};
    poll(ends, 3, 20);
    if (ends[0].revents) read_some(out_, ran_.out);
    if (ends[1].revents) read_some(err_, ran_.err);
  }

  void feed() {
    while (in_ >= 0) {
      const std::string& input = options_.input;
      if (fed_ == input.size() && options_.endless_input) fed_ = 0;
      const ssize_t written = fed_ == input.size()
                                  ? 0
                                  : write(in_, input.data() + fed_, input.size() - fed_);
      if (written < 0 && errno == EAGAIN) return;
      if (written <= 0) {
        close(in_);
        in_ = -1;
        return;
      }
      fed_ += static_cast<std::size_t>(written);
    }
  }

  pid_t child_;
  int in_, out_, err_;
  const RunOptions& options_;
  Ran& ran_;
  std::size_t fed_ = 0;
};

}  // namespace

Ran run_program(const std::vector<std::string>& command, const RunOptions& options) {
  signal(SIGPIPE, SIG_IGN);
  Ran ran;
  Pipe in, out, err;
  const TempDir empty;
  const std::string folder = options.folder.empty() ? empty.path().string() : options.folder;
  int sink = out.ends[1];
  if (!options.output.empty()) sink = open(options.output.c_str(), O_WRONLY | O_CLOEXEC);
  const std::vector<std::string> environment = environment_of(options);
  const Clock::time_point begin = Clock::now();
  const pid_t child = fork();
  if (child == 0) become(command, environment, folder, in.ends[0], sink, err.ends[1]);
  in.close_end(0);
  out.close_end(1);
  err.close_end(1);
  if (!options.output.empty()) close(sink);

  Conversation conversation(child, dup(in.ends[1]), dup(out.ends[0]), dup(err.ends[0]), options,
                            ran);
  in.close_end(1);
  out.close_end(0);
  err.close_end(0);
  conversation.hold(begin);
  int status = 0;
  rusage usage{};
  wait4(child, &status, 0, &usage);
  ran.seconds = std::chrono::duration<double>(Clock::now() - begin).count();
  ran.status = WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
  ran.kilobytes = usage.ru_maxrss;
  return ran;
}

Ran rapport_with(const std::vector<std::string>& arguments, const RunOptions& options) {
  std::vector<std::string> command = {RAPPORT_PROGRAM};
  command.insert(command.end(), arguments.begin(), arguments.end());
  return run_program(command, options);
}

Ran shell(const std::string& line, const RunOptions& options) {
  RunOptions with = options;
  with.environment["R"] = RAPPORT_PROGRAM;
  return run_program({"bash", "-c", line}, with);
}

bool sanitized() {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
  return true;
#else
  return false;
#endif
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> out;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) out.push_back(line);
  return out;
}

}  // namespace rapport::tests
