// SPDX-License-Identifier: Apache-2.0
#include "app/data_folder.hpp"

#include "base/error.hpp"
#include "scratch_folder.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <string>

namespace fs = std::filesystem;
using kept::app::find_data_folder;

using Scratch = kept::test::ScratchFolder;

TEST_CASE("the data folder that the user names is taken before any other") {
  const Scratch scratch;
  fs::create_directories(scratch.path() / "mine");
  fs::create_directories(scratch.path() / "data" / "frameworks");
  CHECK(find_data_folder(scratch.path() / "mine", scratch.path() / "build" / "kept") ==
        scratch.path() / "mine");
}

TEST_CASE("an installed program finds share/kept, a built one the checkout's data") {
  const Scratch scratch;
  const fs::path program = scratch.path() / "bin" / "kept";
  fs::create_directories(scratch.path() / "data" / "frameworks");
  CHECK(find_data_folder({}, program) == scratch.path() / "data");
  fs::create_directories(scratch.path() / "share" / "kept" / "frameworks");
  CHECK(find_data_folder({}, program) == scratch.path() / "share" / "kept");
}

TEST_CASE("a folder named data without frameworks is somebody else's") {
  const Scratch scratch;
  fs::create_directories(scratch.path() / "data");
  CHECK_THROWS_AS(find_data_folder({}, scratch.path() / "bin" / "kept"), kept::Error);
}

TEST_CASE("where there is no data folder the error says where it looked and what to do") {
  try {
    find_data_folder({}, "/nowhere/bin/kept");
    FAIL("found one");
  } catch (const kept::Error& error) {
    CHECK(error.kind() == kept::ErrorKind::input);
    CHECK(error.happened().find("/nowhere/share/kept") != std::string::npos);
    CHECK(error.remedy().find("--data") != std::string::npos);
  }
  CHECK_THROWS_AS(find_data_folder("/nowhere/at/all", {}), kept::Error);
}
