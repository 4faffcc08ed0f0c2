// SPDX-License-Identifier: Apache-2.0
#include "ledger/read_ledger.hpp"

#include "base/error.hpp"
#include "base/file.hpp"
#include "ledger/checks.hpp"
#include "ledger/read_records.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace kept::ledger {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view k_main_file = "ledger.yaml";

/// What all files may hold.
void read_statements(const Record& file, Draft& draft) {
  if (const YamlNode* const parties = file.value("parties"))
    read_parties(*parties, draft);
  file.each("agreements", [&](const YamlNode& node) { read_agreement(node, draft); });
  file.each("pledges", [&](const YamlNode& node) { read_pledge(node, draft); });
  file.each("claims", [&](const YamlNode& node) { read_claim(node, draft); });
}

/// Reads the files that ledger.yaml includes, each once.
class Includes {
public:
  Includes(fs::path folder, Draft& draft) : m_folder(std::move(folder)), m_draft(draft) {}

  void read(const YamlNode& name) {
    const fs::path written(name.text);
    if (written.extension() != ".yaml" && written.extension() != ".yml")
      return m_draft.problem(name.position, fmt::format("`{}` is no .yaml file", name.text));
    const fs::path path = m_folder / written;
    std::error_code unresolved; // links in a circle, a name that is too long: no file
    const bool inside = lies_inside(path, unresolved);
    if (written.is_absolute() || (!inside && !unresolved))
      return m_draft.problem(name.position,
                             fmt::format("`{}` lies outside the folder of the ledger", name.text));
    if (unresolved || !fs::is_regular_file(path, unresolved))
      return m_draft.problem(name.position,
                             fmt::format("there is no file `{}`{}", name.text, near(name.text)));
    if (std::any_of(m_read.begin(), m_read.end(),
                    [&](const fs::path& one) { return fs::equivalent(one, path); }) ||
        fs::equivalent(path, m_folder / k_main_file))
      return m_draft.problem(name.position, fmt::format("`{}` is included twice", name.text));
    m_read.push_back(path);

    const std::string file = path.lexically_normal().string();
    files.push_back(file);
    if (const YamlPointer root = read_yaml(read_file(path), file, m_draft.problems))
      read_statements(Record(*root, keys::included, m_draft), m_draft);
  }

  std::vector<std::string> files; ///< in the order of reading

private:
  /// Symbolic links resolved; false, with an error, where that cannot be done.
  bool lies_inside(const fs::path& path, std::error_code& unresolved) const {
    const fs::path folder = fs::weakly_canonical(m_folder);
    const fs::path resolved = fs::weakly_canonical(path, unresolved);
    if (unresolved)
      return false;
    const fs::path relative = resolved.lexically_relative(folder);
    return !relative.empty() && *relative.begin() != "..";
  }

  std::string near(std::string_view name) const {
    std::vector<std::string> names;
    for (const fs::directory_entry& entry : fs::directory_iterator(m_folder))
      if (const std::string there = entry.path().filename().string(); there != k_main_file)
        names.push_back(there);
    std::sort(names.begin(), names.end());
    return suggestion(name, std::vector<std::string_view>(names.begin(), names.end()));
  }

  fs::path m_folder;
  Draft& m_draft;
  std::vector<fs::path> m_read;
};

/// Problems in the order of the files, lines and columns.
void sort_problems(std::vector<Problem>& problems, const std::vector<std::string>& files) {
  const auto place = [&](const Problem& problem) {
    const auto file = std::find(files.begin(), files.end(), problem.position.file) - files.begin();
    return std::tuple(file, problem.position.line, problem.position.column);
  };
  std::stable_sort(problems.begin(), problems.end(),
                   [&](const Problem& a, const Problem& b) { return place(a) < place(b); });
}

void read_main_file(const YamlNode& root, Includes& includes, Draft& draft) {
  const Record record(root, keys::ledger, draft);
  Framework& framework = draft.framework;
  framework.id = record.text("framework");
  if (!framework.id.empty())
    check_id(framework.id, record.position_of("framework"), draft);
  framework.title = record.local_text("title");
  framework.illustrative = record.boolean("illustrative").value_or(false);
  read_statements(record, draft);
  for (const YamlNode* name : record.scalars("include"))
    includes.read(*name);
  if (root.kind == YamlNode::Kind::map && framework.agreements.empty() && framework.pledges.empty() &&
      framework.claims.empty())
    draft.problem(record.position(), "the ledger states nothing: it has no agreements, pledges or claims");
}

} // namespace

Reading check_ledger(const fs::path& folder) {
  const fs::path path = folder / k_main_file;
  if (!fs::is_regular_file(path))
    throw Error(
        ErrorKind::input, fmt::format("there is no {}", k_main_file), folder.string(),
        "a framework is a folder with a ledger.yaml; its format is described in docs/formats/ledger.md");
  Draft draft;
  Includes includes(folder, draft);
  includes.files.push_back(path.lexically_normal().string());
  if (const YamlPointer root = read_yaml(read_file(path), includes.files.front(), draft.problems)) {
    read_main_file(*root, includes, draft);
    check_across_records(draft);
  }
  sort_problems(draft.problems, includes.files);
  return {std::move(draft.framework), std::move(draft.problems)};
}

Framework read_ledger(const fs::path& folder) {
  Reading reading = check_ledger(folder);
  if (reading.problems.empty())
    return std::move(reading.framework);

  constexpr std::size_t most_named = 10;
  const std::size_t count = reading.problems.size();
  std::string what = fmt::format("the ledger has {} problem{}", count, count == 1 ? "" : "s");
  for (std::size_t i = 0; i < std::min(count, most_named); ++i) {
    const auto& [position, message] = reading.problems[i];
    what += fmt::format("\n  {}:{}:{}: {}", position.file, position.line, position.column, message);
  }
  if (count > most_named)
    what += fmt::format("\n  … and {} more", count - most_named);
  throw Error(ErrorKind::input, what, folder.string(), "every key is described in docs/formats/ledger.md");
}

} // namespace kept::ledger
