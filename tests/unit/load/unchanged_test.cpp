// SPDX-License-Identifier: Apache-2.0
#include "load/load.hpp"
#include "load/workplace.hpp"
#include "store/store.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <fstream>
#include <thread>

namespace kept::load {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

/// A file that a test loads again and again. Texts of three digits make files of one size.
class OneFile {
public:
  OneFile() { replace("100"); }

  const std::string& path() const { return m_path; }
  const Workplace& here() const { return m_here; }

  /// Another file in its place.
  void replace(const std::string& value) { m_path = m_here.write("a.xml", content(value)); }
  /// Other bytes in the same file.
  void overwrite(const std::string& value) const {
    std::ofstream(m_path, std::ios::binary | std::ios::in | std::ios::out) << content(value);
  }
  void set_age(std::chrono::nanoseconds age) const {
    fs::last_write_time(m_path, fs::file_time_type::clock::now() - age);
  }
  /// Runs `change` and puts the file's time back.
  template <typename Change> void keeping_time(const Change& change) const {
    const auto time = fs::last_write_time(m_path);
    change();
    fs::last_write_time(m_path, time);
  }

  Options options() const { return m_here.options({m_path}); }
  Outcome load_again(const Options& options) const {
    const Summary summary = load(options);
    REQUIRE(!summary.sources.empty());
    return summary.sources[0].outcome;
  }
  Outcome load_again() const { return load_again(options()); }
  std::string answer(const std::string& sql) const {
    return store::Store(options().store).query(sql).rows.at(0).at(0).value_or("NULL");
  }
  std::string value() const { return answer("SELECT value FROM transactions"); }

private:
  static std::string content(const std::string& value) {
    return activities(activity("XE-1", value, "2024-05-01T00:00:00Z"));
  }

  Workplace m_here;
  std::string m_path;
};

} // namespace

TEST_CASE("a file in the state in which it was read is unchanged and is not read; --verify reads it") {
  const OneFile file;
  file.set_age(1h);
  CHECK(file.load_again() == Outcome::loaded);
  CHECK(file.load_again() == Outcome::unchanged);
  // The known limit, which shows here that the file is not read: the size and the time are put back.
  file.keeping_time([&] { file.overwrite("250"); });
  CHECK(file.load_again() == Outcome::unchanged);
  CHECK(file.value() == "100.0000");
  Options verify = file.options();
  verify.verify = true;
  CHECK(file.load_again(verify) == Outcome::replaced);
  CHECK(file.value() == "250.0000");
  CHECK(file.load_again(verify) == Outcome::unchanged);
}

TEST_CASE("other content of the same size is found by the time of change") {
  const OneFile file;
  file.set_age(1h);
  file.load_again();
  file.overwrite("250");
  CHECK(file.load_again() == Outcome::replaced);
  CHECK(file.value() == "250.0000");
}

TEST_CASE("another file of the same size and time in its place is found") {
  OneFile file;
  file.set_age(1h);
  file.load_again();
  const auto time = fs::last_write_time(file.path());
  file.replace("250");
  fs::last_write_time(file.path(), time);
  CHECK(file.load_again() == Outcome::replaced);
  CHECK(file.value() == "250.0000");
}

TEST_CASE("a file that was touched is unchanged; its new state is kept once a load writes anyway") {
  const OneFile file;
  file.set_age(2h);
  file.load_again();
  file.set_age(1h);
  const auto written = fs::last_write_time(file.options().store);
  CHECK(file.load_again() == Outcome::unchanged);
  CHECK(fs::last_write_time(file.options().store) == written); // not for the state alone

  const std::string other = file.here().write("b.xml", activities(activity("XE-2", "7", "2024-05-01")));
  CHECK(file.load_again(file.here().options({file.path(), other})) == Outcome::unchanged);
  file.keeping_time([&] { file.overwrite("250"); });
  CHECK(file.load_again() == Outcome::unchanged); // not read, as above
}

TEST_CASE("a file that changed just before it was read, or in the future, is read again") {
  for (const auto age : {std::chrono::nanoseconds(0), std::chrono::nanoseconds(-1h)}) {
    const OneFile file;
    file.set_age(age);
    file.load_again();
    if (file.answer("SELECT settled FROM fact.source") == "true") {
      MESSAGE("skipped: the load took so long that the file was settled in the end");
      continue;
    }
    CHECK(file.load_again() == Outcome::unchanged);
    file.keeping_time([&] { file.overwrite("250"); });
    CHECK(file.load_again() == Outcome::replaced);
    CHECK(file.value() == "250.0000");
  }
}

TEST_CASE("a file that is settled at the end of the load that read it need not be read by the next") {
  const OneFile file;
  file.set_age(1700ms);
  Options slow = file.options();
  slow.progress = [](const Progress&) { std::this_thread::sleep_for(400ms); };
  file.load_again(slow);
  CHECK(file.answer("SELECT settled FROM fact.source") == "true");
  file.keeping_time([&] { file.overwrite("250"); });
  CHECK(file.load_again() == Outcome::unchanged);
}

TEST_CASE("of a file that changes while it is read no state is kept") {
  const OneFile file;
  file.set_age(2h);
  Options disturbed = file.options();
  disturbed.progress = [&](const Progress&) { file.set_age(1h); };
  file.load_again(disturbed);
  CHECK(file.answer("SELECT count(*) FROM fact.source WHERE coalesce(modified, inode, device) IS NULL "
                    "AND settled IS NULL") == "1");
  file.keeping_time([&] { file.overwrite("250"); });
  CHECK(file.load_again() == Outcome::replaced);
}

TEST_CASE("a copy elsewhere is unchanged by its content, and read to tell") {
  const OneFile file;
  file.set_age(1h);
  file.load_again();
  const std::string copy = file.here().path("copy.xml");
  fs::rename(file.path(), copy);
  const Options moved = file.here().options({copy});
  CHECK(file.load_again(moved) == Outcome::unchanged);
  std::ofstream(copy, std::ios::binary | std::ios::in | std::ios::out)
      << activities(activity("XE-1", "250", "2024-05-01T00:00:00Z"));
  CHECK(file.load_again(moved) == Outcome::loaded);
}

TEST_CASE("--replace reads what is settled, too") {
  const OneFile file;
  file.set_age(1h);
  file.load_again();
  Options replace = file.options();
  replace.replace = true;
  CHECK(file.load_again(replace) == Outcome::replaced);
  CHECK(file.load_again() == Outcome::unchanged);
}

} // namespace kept::load
