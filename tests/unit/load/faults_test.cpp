// SPDX-License-Identifier: Apache-2.0
// What happens to a store when a load is killed, runs out of disk or may not read.
#include "base/error.hpp"
#include "load/load.hpp"
#include "load/workplace.hpp"
#include "store/store.hpp"

#include <doctest/doctest.h>

#include <csignal>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace kept::load {
namespace {

std::string many_activities(int count) {
  std::string content;
  for (int i = 0; i < count; ++i)
    content += activity("XE-" + std::to_string(i), std::to_string(i), "2024-05-01T00:00:00Z");
  return activities(content);
}

/// How a child process that runs `work` ended: its exit code, or minus the signal.
template <typename Work> int in_child(const Work& work) {
  const pid_t child = ::fork();
  if (child == 0) {
    int code = 0;
    try {
      work();
    } catch (const Error& error) {
      code = exit_code(error.kind());
    } catch (...) {
      code = 70;
    }
    ::_exit(code);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFSIGNALED(status) ? -WTERMSIG(status) : WEXITSTATUS(status);
}

} // namespace

TEST_CASE("kill -9 in the middle of a load leaves the store as it was, and the next load works") {
  const Workplace here;
  load(here.options({here.write("a.xml", many_activities(10))}));
  const std::string before = store::Store(here.path("test.kept")).digest();
  const std::string large = here.write("b.xml", many_activities(20'000));
  for (const std::uint64_t when : {std::uint64_t{1}, std::uint64_t{2'000'000}, std::uint64_t{6'000'000}}) {
    const int ended = in_child([&] {
      Options options = here.options({large});
      options.progress = [&](const Progress& progress) {
        if (progress.bytes >= when)
          ::kill(::getpid(), SIGKILL);
      };
      load(options);
    });
    CHECK(ended == -SIGKILL);
    CHECK(store::Store(here.path("test.kept")).digest() == before);
  }
  const Summary summary = load(here.options({large}));
  CHECK(summary.sources[0].activities == 20'000);
}

TEST_CASE("a full disk ends a load with a clear error and leaves the store as it was") {
  const Workplace here;
  load(here.options({here.write("a.xml", many_activities(10))}));
  const std::string before = store::Store(here.path("test.kept")).digest();
  const std::string large = here.write("b.xml", many_activities(50'000));
  const int ended = in_child([&] {
    ::signal(SIGXFSZ, SIG_IGN);
    const rlim_t limit = std::filesystem::file_size(here.path("test.kept")) + 100'000;
    const rlimit no_more{limit, limit};
    ::setrlimit(RLIMIT_FSIZE, &no_more);
    load(here.options({large}));
  });
  CHECK(ended == exit_code(ErrorKind::store));
  CHECK(store::Store(here.path("test.kept")).digest() == before);
}

TEST_CASE("a folder without read permission is an error that says so; below a folder it is passed over") {
  if (::geteuid() != 0) {
    MESSAGE("skipped: needs root, who can become a user that may not read");
    return;
  }
  const Workplace here;
  here.write("evidence/a.xml", many_activities(1));
  here.write("evidence/closed/b.xml", many_activities(2));
  namespace fs = std::filesystem;
  fs::permissions(here.path("evidence/closed"), fs::perms::owner_all);
  fs::permissions(here.path(""), fs::perms::all);
  fs::permissions(here.path("evidence"), fs::perms::all);
  const int closed = in_child([&] {
    if (::setuid(65534) != 0)
      throw std::runtime_error("cannot become another user");
    load(here.options({here.path("evidence/closed")}));
  });
  CHECK(closed == exit_code(ErrorKind::input));
  const int around = in_child([&] {
    if (::setuid(65534) != 0)
      throw std::runtime_error("cannot become another user");
    const Summary summary = load(here.options({here.path("evidence")}));
    if (summary.sources.size() != 1 || summary.passed_over.size() != 1)
      throw std::runtime_error("not passed over");
  });
  CHECK(around == 0);
}

} // namespace kept::load
