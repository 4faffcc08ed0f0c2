// SPDX-License-Identifier: Apache-2.0
#include "validate/validate.hpp"

#include "base/error.hpp"
#include "base/file.hpp"
#include "base/text.hpp"
#include "read/xml/references.hpp"
#include "validate/block_check.hpp"
#include "validate/identifiers.hpp"
#include "validate/messages.hpp"
#include "validate/workers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <thread>

namespace kept::validate {
namespace {

Finding of_file(std::string_view message, Place place, std::string path, std::string_view first = {},
                std::string_view second = {}) {
  Finding finding;
  finding.message = message;
  finding.place = place;
  finding.path = std::move(path);
  finding.arguments = {std::string(first), std::string(second), {}};
  return finding;
}

Finding of_damage(const Splitter::Broken& broken) {
  return of_file("0.1.1", broken.place, "", broken.why);
}

/// Is text between elements nothing but blanks, be they references? A CDATA section never is.
bool is_blank(std::string_view text) {
  return !text.starts_with("<![") &&
         trim(read::xml::resolve_text(text, read::xml::ReferencesAre::resolved)).empty();
}

/// Is a child of the root of another namespace? Where that hangs on its tag, the whole child is read here
/// already.
bool is_foreign(std::string_view text, std::string_view name, const Namespaces& outside) {
  const std::string_view tag = text.substr(0, text.find('>'));
  if (name.find(':') == std::string_view::npos && tag.find("xmlns") == std::string_view::npos)
    return outside.has_default;
  read::xml::Tree tree;
  Arena resolved;
  return !parse(text, 0, tree, resolved, {1}) && outside.makes_foreign(tree.root());
}

/// Reads to the end of a file that nothing else is asked of.
std::optional<Splitter::Broken> first_damage(Splitter& splitter) {
  read::xml::Tree tree;
  for (Block block; splitter.next(block);) {
    Arena resolved;
    auto broken = find_invalid_text(block);
    for (std::size_t i = 0; i < block.children.size() && !broken; ++i)
      if (block.children[i].name_size != 0)
        broken = parse_child(block, block.children[i], tree, resolved);
    if (broken)
      return broken;
  }
  return splitter.broken();
}

/// Fills a report block by block, counts, and leaves out what is beyond the limit.
class Collector {
public:
  Collector(FileReport& report, std::size_t limit) : m_report(report), m_limit(limit) {}

  void add(Finding&& finding) {
    count(finding);
    if (m_limit != 0 && m_report.findings.size() >= m_limit)
      ++m_report.left_out;
    else
      m_report.findings.add(std::move(finding));
  }

  void add(BlockResult&& result) {
    if (result.broken && !broken)
      broken = std::move(result.broken);
    // Repeated identifiers go between what stands before and behind them.
    auto finding = result.findings.begin();
    for (const PlacedIdentifier& identifier : result.identifiers) {
      const auto first = m_identifiers.add(identifier.text, identifier.place.line);
      if (!first)
        continue;
      const Place here = identifier.place;
      for (; finding != result.findings.end() && finding->place <= here; ++finding)
        add(std::move(*finding));
      Finding repeated = of_file("1.1.2", here, "iati-activities/iati-activity/iati-identifier",
                                 identifier.text, std::to_string(*first));
      repeated.activity = identifier.text;
      add(std::move(repeated));
    }
    for (; finding != result.findings.end(); ++finding)
      add(std::move(*finding));
  }

  /// For what is found last and stands first.
  void put_first(Finding&& finding) {
    count(finding);
    m_report.findings.put_first(std::move(finding));
  }

  /// Of a file that is broken nothing else is certain.
  void replace_all(Finding&& finding) {
    m_report.findings.clear();
    m_report.summary = {};
    m_report.left_out = 0;
    put_first(std::move(finding));
  }

  std::optional<Splitter::Broken> broken; ///< the first one

private:
  void count(const Finding& finding) {
    ++m_report.summary[static_cast<std::size_t>(message(finding.message).severity)];
  }

  FileReport& m_report;
  std::size_t m_limit;
  Identifiers m_identifiers;
};

std::vector<std::string> read_prefixes(const std::filesystem::path& path) {
  const std::string text = read_file(path);
  std::vector<std::string> prefixes;
  for (const std::string_view line : split(text, '\n'))
    if (const std::string_view prefix = trim(line); !prefix.empty() && !prefix.starts_with('#'))
      prefixes.emplace_back(prefix);
  std::sort(prefixes.begin(), prefixes.end());
  return prefixes;
}

} // namespace

struct Validator::State {
  explicit State(Options given) : options(std::move(given)), lists(options.data / "codes.csv"), codes(lists) {
    if (!options.org_prefixes.empty())
      prefixes = read_prefixes(options.org_prefixes);
    rules.today = options.today;
    rules.org_prefixes = options.org_prefixes.empty() ? nullptr : &prefixes;
    if (options.threads == 0)
      options.threads = std::max(1U, std::thread::hardware_concurrency());
  }

  /// Fills what is found in `report.file`.
  void examine(FileReport& report) const;
  void read_children(Splitter& splitter, FileContext& file, const read::text::DecodedInput& input,
                     const FileReport& report, Collector& collector) const;

  Options options;
  CodeLists lists;
  CodeRules codes;
  std::vector<std::string> prefixes;
  RuleContext rules;
};

void Validator::State::read_children(Splitter& splitter, FileContext& file,
                                     const read::text::DecodedInput& input, const FileReport& report,
                                     Collector& collector) const {
  ChildOrder order(file.schema.root());
  bool in_order = true;
  Workers workers(file, options.threads, [&](BlockResult&& result) { collector.add(std::move(result)); });
  for (Block block; splitter.next(block);) {
    PlacedBlock placed{std::move(block), {}, {}};
    placed.types.resize(placed.block.children.size());
    for (std::size_t i = 0; in_order && i < placed.block.children.size(); ++i) {
      const Child& child = placed.block.children[i];
      const std::string_view text = placed.block.text_of(child);
      if (child.name_size == 0) {
        if (!is_blank(text))
          placed.findings.push_back(of_file("0.3.1/text-not-allowed", place_in(placed.block, child.offset),
                                            report.kind, report.kind));
        continue;
      }
      const std::string_view name = placed.block.name_of(child);
      const ChildRule* const rule = order.next(name, is_foreign(text, name, file.names));
      in_order = rule != nullptr;
      if (in_order)
        placed.types[i] = rule->type;
      else
        placed.findings.push_back(of_file("0.3.1/unexpected-element", place_in(placed.block, child.offset),
                                          file.above + std::string(name), name, order.expected()));
    }
    if (options.progress)
      options.progress(input.bytes_read());
    if (!workers.give(std::move(placed)))
      break;
  }
  workers.finish();
  if (!collector.broken)
    collector.broken = splitter.broken();
  if (const std::string_view missing = order.missing(); in_order && !missing.empty())
    collector.put_first(
        of_file("0.3.1/missing-element", {splitter.root_line(), 1}, report.kind, report.kind, missing));
}

Validator::Validator(Options options) : m_state(std::make_unique<State>(std::move(options))) {}
Validator::~Validator() = default;

void Validator::State::examine(FileReport& report) const {
  Collector collector(report, options.max_findings);
  read::text::DecodedInput input(report.file);
  Splitter splitter(input);
  if (!splitter.read_root())
    return collector.add(of_damage(*splitter.broken()));
  read::xml::Tree tree;
  Arena resolved;
  parse(splitter.root_tag(), 0, tree, resolved); // it is known to be sound
  const read::xml::Element root = tree.root();
  const std::string_view name = root.name();
  const Place root_place{splitter.root_line(), 1};
  const bool known = name == k_activities || name == k_organisations;
  const std::string_view version = root.attribute("version").value();
  if (!known || version.starts_with("1.")) {
    if (const auto broken = first_damage(splitter))
      return collector.add(of_damage(*broken));
    if (!known)
      return collector.add(of_file("0.2.1", root_place, std::string(name), name));
  }
  report.kind = name;
  report.version = version;
  if (version.starts_with("1."))
    return collector.add(of_file("0.6.1", root_place, report.kind + "/@version", version));
  FileContext file(root, codes, rules);
  if (file.names.has_default) { // then no element is the standard's
    collector.broken = first_damage(splitter);
    collector.add(of_file("0.3.1/unknown-root", root_place, report.kind, report.kind));
  } else {
    FindingMaker findings(splitter.root_tag(), splitter.root_begin(), "");
    check_root(root, file, findings);
    for (Finding& finding : findings.take())
      collector.add(std::move(finding));
    read_children(splitter, file, input, report, collector);
  }
  if (collector.broken) {
    report.kind.clear();
    report.version.clear();
    collector.replace_all(of_damage(*collector.broken));
  }
  if (rules.org_prefixes == nullptr)
    report.rules_not_run.assign(k_rules_of_prefixes.begin(), k_rules_of_prefixes.end());
}

FileReport Validator::validate(const std::filesystem::path& path) const {
  FileReport report;
  report.file = path.string();
  std::error_code unreachable;
  if (std::filesystem::exists(path, unreachable) && !std::filesystem::is_regular_file(path, unreachable))
    throw Error(ErrorKind::input, "is no file", report.file, "write what comes from a pipe to a file first");
  m_state->examine(report);
  return report;
}

} // namespace kept::validate
