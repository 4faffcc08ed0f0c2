// SPDX-License-Identifier: Apache-2.0
// What happens to a store when a load dies or the disk is full, and what a damaged or foreign file is told.
#include "base/error.hpp"
#include "store/example_facts.hpp"

#include <doctest/doctest.h>
#include <duckdb.h>

#include <csignal>
#include <fstream>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace kept::store {
namespace {

namespace fs = std::filesystem;

ExampleSource small() {
  return example_source("small.xml", 'a', {activity("XE-1", {transaction("3", "2024-03-15", "100")})});
}

/// Some megabytes in a store, with text that does not pack.
ExampleSource large(Arena& text) {
  std::vector<facts::Activity> activities;
  std::uint64_t state = 1;
  for (int i = 0; i < 5000; ++i) {
    std::string noise;
    while (noise.size() < 1500) {
      state = state * 6364136223846793005U + 1442695040888963407U;
      noise += std::to_string(state);
    }
    activities.push_back(
        activity(text.store("XE-" + std::to_string(i)), {transaction("3", "2024-03-15", "1")}));
    activities.back().descriptions = {{text.store(noise), "en"}};
  }
  return example_source("large.xml", 'b', std::move(activities));
}

/// How a child process that runs `work` ended: its exit code, or minus the signal. An Error gives its exit
/// code and its text in `message`.
template <typename Work> int in_child(const fs::path& message, const Work& work) {
  const pid_t child = ::fork();
  if (child == 0) {
    int code = 0;
    try {
      work();
    } catch (const Error& error) {
      std::ofstream(message) << error.what();
      code = exit_code(error.kind());
    } catch (...) {
      code = 99;
    }
    ::_exit(code);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFSIGNALED(status) ? -WTERMSIG(status) : WEXITSTATUS(status);
}

std::string content(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void write(const fs::path& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary) << bytes;
}

/// Changes a store behind the library's back.
void tamper(const fs::path& store, const std::string& sql) {
  duckdb_database database = nullptr;
  duckdb_connection connection = nullptr;
  REQUIRE(duckdb_open(store.c_str(), &database) == DuckDBSuccess);
  REQUIRE(duckdb_connect(database, &connection) == DuckDBSuccess);
  CHECK(duckdb_query(connection, sql.c_str(), nullptr) == DuckDBSuccess);
  duckdb_disconnect(&connection);
  duckdb_close(&database);
}

/// A file system of 8 MB on a folder, as long as it lives.
class SmallDisk {
public:
  explicit SmallDisk(const fs::path& folder) : m_folder(folder) {
    fs::create_directory(folder);
    m_mounted = ::mount("tmpfs", folder.c_str(), "tmpfs", 0, "size=8m") == 0;
  }
  ~SmallDisk() {
    if (m_mounted)
      ::umount2(m_folder.c_str(), MNT_DETACH);
  }
  SmallDisk(const SmallDisk&) = delete;
  SmallDisk& operator=(const SmallDisk&) = delete;
  bool mounted() const { return m_mounted; }

private:
  fs::path m_folder;
  bool m_mounted = false;
};

template <typename Work> Error error_of(const Work& work) {
  try {
    work();
  } catch (const Error& error) {
    return error;
  }
  return Error(ErrorKind::internal, "nothing was thrown");
}

} // namespace

TEST_CASE("a load that dies in the middle leaves the store as it was, and the next one works") {
  const TestFolder here;
  load(here.store(), {small()});
  const std::string before = content(here.store());
  Arena text;
  const ExampleSource source = large(text);
  const auto load_until = [&](int stage) {
    Loading loading(here.store());
    if (stage == 0)
      ::kill(::getpid(), SIGKILL);
    write_source(loading, source);
    if (stage == 1)
      ::_exit(7);
    static_cast<void>(loading.rates()); // makes what was written visible
    ::kill(::getpid(), SIGKILL);
  };
  CHECK(in_child(here.path() / "message", [&] { load_until(0); }) == -SIGKILL);
  CHECK(in_child(here.path() / "message", [&] { load_until(1); }) == 7);
  CHECK(in_child(here.path() / "message", [&] { load_until(2); }) == -SIGKILL);
  CHECK(content(here.store()) == before);
  CHECK(fs::exists(here.store().string() + ".loading"));
  load(here.store(), {source});
  CHECK(here.files() == std::vector<std::string>{"test.kept"});
  CHECK(rows(here.store(), "SELECT count(*) FROM activities") == std::vector<std::string>{"5001"});
}

TEST_CASE("a full disk is said plainly and leaves the store as it was, at whatever moment it comes") {
  const TestFolder here;
  load(here.store(), {small()});
  const std::string before = content(here.store());
  Arena text;
  const ExampleSource source = large(text);
  for (const std::size_t room : {before.size() / 2, before.size() + 100'000, before.size() + 2'000'000}) {
    const int ended = in_child(here.path() / "message", [&] {
      ::signal(SIGXFSZ, SIG_IGN);
      const rlimit no_more{room, room};
      ::setrlimit(RLIMIT_FSIZE, &no_more);
      load(here.store(), {source});
    });
    CHECK(ended == exit_code(ErrorKind::store));
    CHECK(content(here.path() / "message").find("the disk is full") != std::string::npos);
    CHECK(content(here.store()) == before);
  }
  fs::remove(here.path() / "message");
  CHECK(here.files() == std::vector<std::string>{"test.kept"});
}

TEST_CASE("a load into a file system without room fails the same way") {
  const TestFolder here;
  const SmallDisk disk(here.path() / "disk");
  if (!disk.mounted()) {
    MESSAGE("skipped: a small file system cannot be mounted here");
    return;
  }
  const fs::path store = here.path() / "disk" / "test.kept";
  Arena text;
  load(store, {small()});
  const std::string before = content(store);
  const Error error = error_of([&] { load(store, {large(text)}); });
  CHECK(error.kind() == ErrorKind::store);
  CHECK(error.happened().find("the disk is full") != std::string::npos);
  CHECK(error.remedy().find("free some space") != std::string::npos);
  CHECK(content(store) == before);
  CHECK(rows(store, "SELECT count(*) FROM activities") == std::vector<std::string>{"1"});
}

TEST_CASE("a store that is not there is missed with the command that makes one") {
  const TestFolder here;
  const Error error = error_of([&] { const Store store(here.store()); });
  CHECK(error.kind() == ErrorKind::store);
  CHECK(error.happened() == "there is no store");
  CHECK(error.remedy().find("kept load --store " + here.store().string()) != std::string::npos);
}

TEST_CASE("a load into a folder that is not there says what to check") {
  const TestFolder here;
  const Error error = error_of([&] { const Loading loading(here.path() / "missing" / "test.kept"); });
  CHECK(error.kind() == ErrorKind::store);
  CHECK(error.happened() == "the store cannot be written: No such file or directory");
  CHECK(error.remedy() == "check that the folder exists and that you may write there");
}

TEST_CASE("a file that is no store is told so, by readers and loads, and stays as it is") {
  const TestFolder here;
  for (const std::string& bytes : {std::string(), std::string("short"), std::string(100'000, 'x')}) {
    write(here.store(), bytes);
    for (const Error& error : {error_of([&] { const Store store(here.store()); }),
                               error_of([&] { const Loading loading(here.store()); })}) {
      CHECK(error.kind() == ErrorKind::store);
      CHECK(error.happened() == "is not a store of kept");
    }
    CHECK(content(here.store()) == bytes);
  }
  fs::remove(here.store());
  tamper(here.store(), "CREATE TABLE other (number INTEGER)");
  CHECK(error_of([&] { const Store store(here.store()); }).happened() ==
        "is a DuckDB database, but not a store of kept");
}

TEST_CASE("a truncated or damaged store is told so") {
  const TestFolder here;
  load(here.store(), {small()});
  const std::string whole = content(here.store());
  std::string damaged = whole;
  for (std::size_t i = damaged.size() / 4; i < damaged.size(); ++i)
    damaged[i] = static_cast<char>(damaged[i] ^ 0x5a);
  for (const std::string& bytes : {whole.substr(0, 5000), whole.substr(0, whole.size() / 2), damaged}) {
    write(here.store(), bytes);
    const Error error = error_of([&] { static_cast<void>(Store(here.store()).digest()); });
    CHECK(error.kind() == ErrorKind::store);
    CHECK(error.happened().find("the store is damaged") == 0);
  }
}

TEST_CASE("a store of another schema version is refused with both versions") {
  const TestFolder here;
  load(here.store(), {small()});
  const auto told = [&](const std::string& version) {
    tamper(here.store(), "UPDATE meta.property SET value = '" + version + "' WHERE name = 'schema_version'");
    const Error reading = error_of([&] { const Store store(here.store()); });
    const Error loading = error_of([&] { const Loading next(here.store()); });
    CHECK(reading.kind() == ErrorKind::store);
    CHECK(reading.happened() == loading.happened());
    return reading.happened();
  };
  CHECK(told("999") == "was written by a newer kept (schema 999, this program knows 4)");
  CHECK(told("0") == "was written by an older kept (schema 0, this program knows 4)");
}

} // namespace kept::store
