// SPDX-License-Identifier: Apache-2.0
// usage: replay_<target> FOLDER...
// Gives every file of the folders to the target, as a test: ends abnormally where something does not hold.
#include "fuzz.hpp"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <vector>

int main(int argc, char** argv) {
  std::vector<std::filesystem::path> files;
  for (int i = 1; i < argc; ++i)
    for (const auto& entry : std::filesystem::directory_iterator(argv[i]))
      files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  kept::fuzz::fuzz_one({});
  for (const std::filesystem::path& file : files) {
    std::printf("%s\n", file.c_str());
    std::fflush(stdout); // the last line names the file at fault
    std::ifstream in(file, std::ios::binary);
    const std::vector<char> bytes(std::istreambuf_iterator<char>(in), {});
    kept::fuzz::fuzz_one({reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()});
  }
  return files.empty() ? 1 : 0; // a corpus that is not found tests nothing
}
