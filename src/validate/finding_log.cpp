// SPDX-License-Identifier: Apache-2.0
#include "validate/finding_log.hpp"

#include "base/error.hpp"
#include "validate/messages.hpp"

#include <cerrno>
#include <cstring>

namespace kept::validate {
namespace {

[[noreturn]] void fail(const char* what) {
  throw Error(ErrorKind::internal, std::string(what) + ": " + std::strerror(errno), "",
              "make room in the folder for temporary files, or keep fewer with --max-findings");
}

void put(std::FILE* file, const void* bytes, std::size_t size) {
  if (size != 0 && std::fwrite(bytes, 1, size, file) != size)
    fail("findings cannot be written to a temporary file");
}

void get(std::FILE* file, void* bytes, std::size_t size) {
  if (size != 0 && std::fread(bytes, 1, size, file) != size)
    fail("findings cannot be read back from a temporary file");
}

void put_text(std::FILE* file, std::string_view text) {
  const auto size = static_cast<std::uint32_t>(text.size());
  put(file, &size, sizeof size);
  put(file, text.data(), text.size());
}

void get_text(std::FILE* file, std::string& text) {
  std::uint32_t size = 0;
  get(file, &size, sizeof size);
  text.resize(size);
  get(file, text.data(), size);
}

/// The texts of a finding, in the order of the file.
template <typename Some, typename Visit> void for_each_text(Some& finding, const Visit& visit) {
  for (auto* text : {&finding.activity, &finding.path, &finding.arguments[0], &finding.arguments[1],
                     &finding.arguments[2], &finding.amount, &finding.currency})
    visit(*text);
}

} // namespace

void FindingLog::add(Finding&& finding) {
  if (m_first.size() < k_in_memory) {
    m_first.push_back(std::move(finding));
    return;
  }
  if (!m_file) {
    std::FILE* const file = std::tmpfile();
    if (file == nullptr)
      fail("no temporary file can be made");
    m_file.reset(file, [](std::FILE* open) { std::fclose(open); });
  }
  put_text(m_file.get(), finding.message);
  put(m_file.get(), &finding.line, sizeof finding.line);
  put(m_file.get(), &finding.column, sizeof finding.column);
  for_each_text(finding, [&](const std::string& text) { put_text(m_file.get(), text); });
  ++m_in_file;
}

void FindingLog::clear() {
  m_first.clear();
  m_file.reset();
  m_in_file = 0;
}

void FindingLog::Iterator::look() {
  const std::uint64_t first = m_log->m_first.size();
  if (m_at < first || m_at >= m_log->size())
    return;
  std::FILE* const file = m_log->m_file.get();
  if (m_at == first)
    std::rewind(file);
  std::string key;
  get_text(file, key);
  m_read.message = message(key).key; // the catalogue's text, which stays
  get(file, &m_read.line, sizeof m_read.line);
  get(file, &m_read.column, sizeof m_read.column);
  for_each_text(m_read, [&](std::string& text) { get_text(file, text); });
}

} // namespace kept::validate
