// SPDX-License-Identifier: Apache-2.0
#include "base/file.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <climits>
#include <cstring>
#include <fstream>
#include <vector>

#include <fcntl.h>
#include <unistd.h>
#include <zlib.h>

#include "base/error.hpp"
#include "base/hash.hpp"

namespace kept {

namespace fs = std::filesystem;

struct ByteReader::State {
  std::string path;
  std::unique_ptr<gzFile_s, decltype(&gzclose)> file{nullptr, &gzclose};
};

ByteReader::ByteReader(const fs::path& path) : m_state(std::make_unique<State>()) {
  m_state->path = path.string();
  if (fs::is_directory(path))
    throw Error(ErrorKind::input, "is a folder, not a file", m_state->path);
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0)
    throw Error(ErrorKind::input, std::string("cannot be opened: ") + std::strerror(errno), m_state->path,
                "check the name and that you may read it");
  m_state->file.reset(gzdopen(descriptor, "rb"));
  if (!m_state->file) {
    ::close(descriptor);
    throw Error(ErrorKind::input, "cannot be read: no memory for its buffer", m_state->path);
  }
  gzbuffer(m_state->file.get(), 1U << 18);
}
ByteReader::~ByteReader() = default;
ByteReader::ByteReader(ByteReader&&) noexcept = default;
ByteReader& ByteReader::operator=(ByteReader&&) noexcept = default;

std::size_t ByteReader::read(std::span<char> buffer) {
  std::size_t filled = 0;
  while (filled < buffer.size()) {
    const auto wanted = static_cast<unsigned>(std::min<std::size_t>(buffer.size() - filled, INT_MAX));
    const int got = gzread(m_state->file.get(), buffer.data() + filled, wanted);
    if (got < 0) {
      int code = 0;
      const char* message = gzerror(m_state->file.get(), &code);
      throw Error(ErrorKind::input,
                  std::string("cannot be read: ") + (code == Z_ERRNO ? std::strerror(errno) : message),
                  m_state->path);
    }
    if (got == 0)
      break;
    filled += static_cast<std::size_t>(got);
  }
  return filled;
}

std::string read_file(const fs::path& path) {
  ByteReader reader(path);
  std::string bytes;
  std::array<char, 1 << 16> buffer{};
  while (const std::size_t count = reader.read(buffer))
    bytes.append(buffer.data(), count);
  return bytes;
}

std::string sha256_of_file(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  Sha256 hash;
  std::vector<char> buffer(std::size_t{1} << 18);
  while (in.read(buffer.data(), static_cast<std::streamsize>(buffer.size())) || in.gcount() > 0)
    hash.update({buffer.data(), static_cast<std::size_t>(in.gcount())});
  if (!in.eof())
    throw Error(ErrorKind::input, std::string("cannot be read: ") + std::strerror(errno), path.string(),
                "check the name and that you may read it");
  return hash.hex();
}

void write_file(const fs::path& path, std::string_view bytes) {
  fs::path aside = path;
  aside += ".writing";
  {
    std::ofstream out(aside, std::ios::binary);
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    out.close();
    if (!out)
      throw Error(ErrorKind::input, std::string("cannot be written: ") + std::strerror(errno), path.string());
  }
  fs::rename(aside, path);
}

} // namespace kept
