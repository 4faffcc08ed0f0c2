// SPDX-License-Identifier: Apache-2.0
#include "validate/validate.hpp"

#include "base/error.hpp"
#include "base/file.hpp"
#include "base/text.hpp"
#include "read/text/utf8.hpp"
#include "read/work_queue.hpp"
#include "validate/code_lists.hpp"
#include "validate/messages.hpp"
#include "validate/rules.hpp"
#include "validate/schema_check.hpp"
#include "validate/splitter.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <exception>
#include <map>
#include <mutex>
#include <thread>

namespace kept::validate {
namespace {

constexpr std::string_view k_activities = "iati-activities", k_organisations = "iati-organisations";

/// What all blocks of a file have in common.
struct FileContext {
  const Schema& schema;
  const CodeRules& codes;
  RuleContext rules;
  std::string version;
  std::string_view root_name;
  std::string above; ///< "iati-activities/"
  Namespaces names;
};

/// Where an identifier stands.
struct Identifier {
  std::string text;
  std::uint32_t line = 0, column = 0;
};

/// What was found in one block.
struct BlockResult {
  std::vector<Finding> findings;
  std::vector<Identifier> identifiers;
  std::optional<Splitter::Broken> broken;
};

/// A child of the root, and what the order of the root's children says of it.
struct PlacedBlock {
  Block block;
  std::vector<const ElementType*> types; ///< of the children; nullptr: of another namespace, or not looked at
};

class BlockCheck {
public:
  explicit BlockCheck(const FileContext& file) : m_file(file) {}

  BlockResult check(const PlacedBlock& placed) {
    BlockResult result;
    const Block& block = placed.block;
    if (const std::size_t bad = read::text::find_invalid_utf8(block.text); bad != std::string::npos) {
      const auto [line, column] = place_in(block.text, bad, block.line, block.column);
      result.broken = Splitter::Broken{line, column, "bytes that are no UTF-8"};
      return result;
    }
    std::uint32_t line = block.line, column = block.column;
    for (std::size_t i = 0, at = 0; i < block.children.size() && !result.broken; ++i) {
      const Child& child = block.children[i];
      std::tie(line, column) =
          place_in(std::string_view(block.text).substr(at), child.offset - at, line, column);
      --column; // characters before the child
      at = child.offset;
      if (child.name_size != 0)
        check_child(block.text_of(child), {block.text_of(child), line, column, m_file.above}, placed.types[i],
                    result);
    }
    return result;
  }

private:
  void check_child(std::string_view text, FindingMaker findings, const ElementType* type,
                   BlockResult& result) {
    if (auto damage = find_damage(text, 1)) {
      const auto [line, column] = findings.place_of(damage->at);
      result.broken = Splitter::Broken{line, column, std::move(damage->why)};
      return;
    }
    const auto parsed = m_document.load_buffer(
        text.data(), text.size(), pugi::parse_default | pugi::parse_ws_pcdata_single, pugi::encoding_utf8);
    if (!parsed) {
      const auto [line, column] = findings.place_of(static_cast<std::size_t>(parsed.offset));
      result.broken = Splitter::Broken{line, column, parsed.description()};
      return;
    }
    const pugi::xml_node element = m_document.document_element();
    const std::string_view name = element.name();
    const bool activity = name == "iati-activity" && m_file.root_name == k_activities;
    const bool organisation = name == "iati-organisation" && m_file.root_name == k_organisations;
    if (activity || organisation)
      note_identifier(element.child(activity ? "iati-identifier" : "organisation-identifier"), activity,
                      findings, result);
    SchemaCheck schema(m_file.schema, findings);
    if (type != nullptr)
      schema.check(element, *type, m_file.names);
    else if (m_file.names.makes_foreign(element))
      schema.check_foreign(element, m_file.names);
    if (activity)
      check_activity(element, m_file.rules, findings);
    else if (organisation)
      check_organisation(element, m_file.rules, findings);
    m_file.codes.check(element, m_file.version, findings);
    std::vector<Finding> found = findings.take();
    result.findings.insert(result.findings.end(), std::make_move_iterator(found.begin()),
                           std::make_move_iterator(found.end()));
  }

  static void note_identifier(pugi::xml_node identifier, bool activity, FindingMaker& findings,
                              BlockResult& result) {
    const std::string_view text = trim(identifier.text().get());
    findings.set_activity(text);
    if (!activity)
      return;
    const auto [line, column] = findings.place_of_element(identifier);
    result.identifiers.push_back({std::string(text), line, column});
  }

  const FileContext& m_file;
  pugi::xml_document m_document;
};

/// The threads that look at the blocks of a file, and what they found.
class Workers {
public:
  Workers(const FileContext& file, unsigned count) : m_queue(2 * std::size_t{count}) {
    for (unsigned i = 0; i < count; ++i)
      m_threads.emplace_back([this, &file] { run(file); });
  }
  ~Workers() { m_queue.stop(); } // the threads join behind this
  Workers(const Workers&) = delete;
  Workers& operator=(const Workers&) = delete;

  /// False when looking further is of no use.
  bool give(PlacedBlock&& block) { return m_queue.push(std::move(block)); }

  /// What was found, by the number of the block. Throws what a thread has thrown.
  std::map<std::size_t, BlockResult> finish() {
    m_queue.close();
    m_threads.clear();
    if (m_failure)
      std::rethrow_exception(m_failure);
    return std::move(m_results);
  }

private:
  void run(const FileContext& file) {
    try {
      BlockCheck check(file);
      while (auto block = m_queue.pop()) {
        BlockResult result = check.check(*block);
        if (result.broken) // blocks before this one have been taken from the queue already
          m_queue.stop();
        const std::scoped_lock lock(m_mutex);
        if (!result.findings.empty() || !result.identifiers.empty() || result.broken)
          m_results.emplace(block->block.sequence, std::move(result));
      }
    } catch (...) {
      m_queue.stop();
      const std::scoped_lock lock(m_mutex);
      m_failure = std::current_exception();
    }
  }

  read::WorkQueue<PlacedBlock> m_queue;
  std::map<std::size_t, BlockResult> m_results;
  std::exception_ptr m_failure;
  std::mutex m_mutex;                  ///< guards m_results and m_failure
  std::vector<std::jthread> m_threads; // last, so that it goes first
};

Finding of_file(std::string_view message, std::uint32_t line, std::uint32_t column, std::string path,
                std::string_view first = {}, std::string_view second = {}) {
  Finding finding;
  finding.message = message;
  finding.line = line;
  finding.column = column;
  finding.path = std::move(path);
  finding.arguments = {std::string(first), std::string(second), {}};
  return finding;
}

Finding of_damage(const Splitter::Broken& broken) {
  return of_file("0.1.1", broken.line, broken.column, "", broken.why);
}

/// Is text between elements nothing but blanks, be they references? A CDATA section never is.
bool is_blank(std::string_view text) {
  if (text.starts_with("<!["))
    return false;
  pugi::xml_document document;
  document.load_string(fmt::format("<t>{}</t>", text).c_str(), pugi::parse_default | pugi::parse_ws_pcdata);
  return trim(document.document_element().text().get()).empty();
}

/// An identifier that stands before in the file. The later one is told.
void find_repeated(const std::vector<Identifier>& identifiers, std::vector<Finding>& findings) {
  std::map<std::string_view, std::size_t> first;
  for (std::size_t i = 0; i < identifiers.size(); ++i) {
    const auto [known, fresh] = first.emplace(identifiers[i].text, i);
    if (fresh)
      continue;
    const Identifier& here = identifiers[i];
    findings.push_back(of_file("1.1.2", here.line, here.column,
                               "iati-activities/iati-activity/iati-identifier", here.text,
                               std::to_string(identifiers[known->second].line)));
    findings.back().activity = here.text;
  }
}

/// Reads to the end of a file that nothing else is asked of.
std::optional<Splitter::Broken> first_damage(Splitter& splitter) {
  for (Block block; splitter.next(block);)
    for (const Child& child : block.children)
      if (const auto damage = child.name_size == 0 ? std::nullopt : find_damage(block.text_of(child), 1)) {
        const auto [line, column] = place_in(block.text, child.offset + damage->at, block.line, block.column);
        return Splitter::Broken{line, column, damage->why};
      }
  return splitter.broken();
}

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

  /// Fills what is found in `report.file`, unsorted.
  void examine(FileReport& report) const;
  void read_children(Splitter& splitter, FileContext& file, const read::text::DecodedInput& input,
                     FileReport& report) const;
  void finish(FileReport& report) const;

  Options options;
  CodeLists lists;
  CodeRules codes;
  std::vector<std::string> prefixes;
  RuleContext rules;
};

void Validator::State::read_children(Splitter& splitter, FileContext& file,
                                     const read::text::DecodedInput& input, FileReport& report) const {
  ChildOrder order(file.schema.root());
  bool in_order = true;
  Workers workers(file, options.threads);
  pugi::xml_document tag;
  for (Block block; splitter.next(block);) {
    PlacedBlock placed{std::move(block), {}};
    placed.types.resize(placed.block.children.size());
    for (std::size_t i = 0; in_order && i < placed.block.children.size(); ++i) {
      const Child& child = placed.block.children[i];
      const auto place = [&] {
        return place_in(placed.block.text, child.offset, placed.block.line, placed.block.column);
      };
      if (child.name_size == 0) {
        if (!is_blank(placed.block.text_of(child)))
          report.findings.push_back(
              of_file("0.3.1/text-not-allowed", place().first, place().second, report.kind, report.kind));
        continue;
      }
      const std::string_view name = placed.block.name_of(child);
      bool foreign = file.names.has_default;
      if (name.find(':') != std::string_view::npos || name != "iati-activity") {
        const std::string_view text = placed.block.text_of(child);
        tag.load_buffer(text.data(), std::min(text.size(), text.find('>') + 1),
                        pugi::parse_default); // the tag alone
        foreign = file.names.makes_foreign(tag.document_element());
      }
      const ChildRule* const rule = order.next(name, foreign);
      in_order = rule != nullptr;
      if (in_order)
        placed.types[i] = rule->type;
      else
        report.findings.push_back(of_file("0.3.1/unexpected-element", place().first, place().second,
                                          file.above + std::string(name), name, order.expected()));
    }
    if (options.progress)
      options.progress(input.bytes_read());
    if (const std::uint64_t read = input.bytes_read(); options.largest_unpacked != 0 &&
                                                       read > options.largest_unpacked &&
                                                       read > std::filesystem::file_size(report.file))
      throw Error(ErrorKind::input, fmt::format("unpacks to over {} bytes", options.largest_unpacked),
                  report.file, "allow more with --max-unpacked, if it is what it should be");
    if (!workers.give(std::move(placed)))
      break;
  }
  std::optional<Splitter::Broken> broken = splitter.broken();
  std::vector<Identifier> identifiers;
  for (auto& [sequence, result] : workers.finish()) {
    if (result.broken && !broken)
      broken = result.broken;
    std::move(result.findings.begin(), result.findings.end(), std::back_inserter(report.findings));
    std::move(result.identifiers.begin(), result.identifiers.end(), std::back_inserter(identifiers));
  }
  if (broken) { // nothing else is certain then
    report.kind.clear();
    report.version.clear();
    report.findings = {of_damage(*broken)};
    return;
  }
  if (const std::string missing = order.missing(); in_order && !missing.empty())
    report.findings.push_back(
        of_file("0.3.1/missing-element", splitter.root_line(), 1, report.kind, report.kind, missing));
  find_repeated(identifiers, report.findings);
}

/// Sorts and counts, and leaves out what is beyond the limit.
void Validator::State::finish(FileReport& report) const {
  std::stable_sort(report.findings.begin(), report.findings.end(), [](const Finding& a, const Finding& b) {
    return std::tie(a.line, a.column) < std::tie(b.line, b.column);
  });
  for (const Finding& finding : report.findings)
    ++report.summary[static_cast<std::size_t>(message(finding.message).severity)];
  if (options.max_findings != 0 && report.findings.size() > options.max_findings) {
    report.left_out = report.findings.size() - options.max_findings;
    report.findings.resize(options.max_findings);
  }
}

Validator::Validator(Options options) : m_state(std::make_unique<State>(std::move(options))) {}
Validator::~Validator() = default;

void Validator::State::examine(FileReport& report) const {
  read::text::DecodedInput input(report.file);
  Splitter splitter(input);
  if (!splitter.read_root()) {
    report.findings = {of_damage(*splitter.broken())};
    return;
  }
  pugi::xml_document root_document;
  root_document.load_buffer(splitter.root_tag().data(), splitter.root_tag().size());
  const pugi::xml_node root = root_document.document_element();
  const std::string_view name = splitter.root_name();
  if (name != k_activities && name != k_organisations) {
    const auto broken = first_damage(splitter);
    report.findings = {broken ? of_damage(*broken)
                              : of_file("0.2.1", splitter.root_line(), 1, std::string(name), name)};
    return;
  }
  report.kind = name;
  report.version = root.attribute("version").value();
  if (report.version.starts_with("1.")) {
    report.findings = {of_file("0.6.1", splitter.root_line(), 1, report.kind + "/@version", report.version)};
    return;
  }
  FileContext file{
      Schema::of(name, report.version), codes, rules, report.version, name, report.kind + "/", {}};
  file.rules.before_2_03 = report.version == "2.01" || report.version == "2.02";
  file.names.enter(root);
  if (file.names.has_default) {
    report.findings.push_back(
        of_file("0.3.1/unknown-root", splitter.root_line(), 1, report.kind, report.kind));
  } else {
    FindingMaker findings(splitter.root_tag(), splitter.root_line(), 0, "");
    SchemaCheck(file.schema, findings).check_attributes(root, file.schema.root(), file.names);
    codes.check_root(root, report.version, findings);
    report.findings = findings.take();
  }
  read_children(splitter, file, input, report);
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
  m_state->finish(report);
  return report;
}

} // namespace kept::validate
