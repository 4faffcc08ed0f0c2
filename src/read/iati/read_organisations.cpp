// SPDX-License-Identifier: Apache-2.0
#include "read/iati/read_organisations.hpp"

#include "base/file.hpp"
#include "base/text.hpp"
#include "base/unpack_limits.hpp"
#include "base/utf8.hpp"
#include "read/iati/markup.hpp"
#include "read/iati/organisation_budget.hpp"
#include "read/iati/root.hpp"
#include "read/text/decoded_input.hpp"
#include "read/xml/parser.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace kept::read::iati {
namespace {

constexpr std::size_t k_longest = std::size_t{32} << 20;
constexpr std::size_t k_most_nodes = 5'000'000;
constexpr std::string_view k_root = "iati-organisations";

/// One file on its way. Organisation files are small, so the whole document is held.
class OrganisationFile {
public:
  OrganisationFile(const std::filesystem::path& path, facts::Source& source)
      : m_input(path), m_source(source) {
    source.kind = facts::SourceKind::iati_organisations;
    source.size = std::filesystem::file_size(path);
    source.sha256 = sha256_of_file(path);
  }

  Organisations read() {
    if (read_text() && read_root())
      read_document();
    return std::move(m_result);
  }

private:
  void report_damage(std::uint32_t line, std::string message) {
    m_result.findings.push_back(
        {"damaged-file", facts::Severity::critical, line, {}, std::move(message), {}, {}});
  }

  bool read_text() {
    if (!m_input.is_encoding_known()) {
      report_damage(1, fmt::format("the encoding {} is not known", excerpt(m_input.encoding())));
      return false;
    }
    std::vector<char> piece(std::size_t{1} << 18);
    try {
      while (const std::size_t count = m_input.read(piece)) {
        m_text.append(piece.data(), count);
        if (m_text.size() > k_longest) {
          report_damage(1, fmt::format("an organisation file of over {} MB is not read", k_longest >> 20));
          return false;
        }
      }
    } catch (const UnpackLimitError&) {
      throw;
    } catch (const Error& error) {
      report_damage(1, error.happened());
    }
    m_lines.reset(m_text, 1);
    if (const std::size_t invalid = find_invalid_utf8(m_text); invalid != std::string_view::npos) {
      m_result.findings.push_back({"invalid-utf8",
                                   facts::Severity::warning,
                                   m_lines.line_of(invalid),
                                   {},
                                   "bytes that are no characters were replaced by U+FFFD",
                                   {},
                                   {}});
      m_text = repair_utf8(m_text);
      m_lines.reset(m_text, 1);
    }
    return true;
  }

  bool read_root() {
    const auto root = find_root(m_text);
    const std::uint32_t line = m_lines.line_of(root.at);
    if (root.kind != RootStart::Kind::found) {
      report_damage(line, "this is no XML");
      return false;
    }
    if (root.tag.name != k_root) {
      report_damage(line, fmt::format("the root element is {}, not \"{}\"", excerpt(root.tag.name), k_root));
      return false;
    }
    m_root_at = root.at;
    m_root_end = root.tag.end;
    if (root.tag.kind != Markup::Kind::empty_tag)
      m_root_end =
          std::min(m_text.find('>', m_text.rfind("</" + std::string(k_root))), m_text.size() - 1) + 1;
    read_root_tag(std::string_view(m_text).substr(root.at, root.tag.end - root.at), line, m_source,
                  m_result.findings);
    return true;
  }

  void read_document() {
    xml::Tree tree;
    Arena arena;
    const auto damage = parse(std::string_view(m_text).substr(0, m_root_end), m_root_at, tree, arena,
                              {0, xml::MeaninglessReferences::stay_as_text, k_most_nodes});
    if (damage)
      report_damage(m_lines.line_of(damage->at), damage->why);
    ElementReader reader(arena, m_lines, m_result.findings);
    std::set<std::string, std::less<>> publishers;
    for (const Element organisation : tree.root().children("iati-organisation")) {
      // Where the document breaks off, the last child of the last organisation may not be whole.
      const bool broken_off = damage && !organisation.next();
      read_organisation_budgets(reader, organisation, broken_off, m_result.budgets);
      if (const auto ref = attribute(organisation.child("reporting-org"), "ref"); !ref.empty())
        publishers.emplace(ref);
    }
    m_source.publishers.assign(publishers.begin(), publishers.end());
  }

  text::DecodedInput m_input;
  facts::Source& m_source;
  std::string m_text;
  std::size_t m_root_at = 0, m_root_end = 0;
  LineFinder m_lines;
  Organisations m_result;
};

} // namespace

Organisations read_organisations(const std::filesystem::path& path, facts::Source& source) {
  return OrganisationFile(path, source).read();
}

} // namespace kept::read::iati
