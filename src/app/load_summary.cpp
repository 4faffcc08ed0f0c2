// SPDX-License-Identifier: Apache-2.0
#include "app/load_summary.hpp"

#include "base/text.hpp"
#include "publish/json_writer.hpp"
#include "publish/numbers.hpp"
#include "publish/text_table.hpp"

#include <fmt/format.h>

#include <numeric>

namespace kept::app {
namespace {

using publish::Align;
using publish::Cell;
using publish::Fit;
using publish::TextTable;
using publish::Tint;

constexpr double k_megabyte = 1e6;
constexpr double k_least_shown = 0.05; ///< MB; a pace over less says nothing

std::string count(std::uint64_t number) {
  return group_thousands(std::to_string(number));
}

std::string count_or_nothing(std::uint64_t number) {
  return number == 0 ? "" : count(number);
}

/// Bytes that were read: those of sources that were left or taken out are not.
std::uint64_t bytes_read(const load::Summary& summary) {
  return std::accumulate(summary.sources.begin(), summary.sources.end(), std::uint64_t{0},
                         [](std::uint64_t sum, const load::SourceSummary& source) {
                           const bool read = source.outcome == load::Outcome::loaded ||
                                             source.outcome == load::Outcome::replaced;
                           return sum + (read ? source.source.size : 0);
                         });
}

TextTable sources_table(const load::Summary& summary) {
  TextTable table({{"Source", Align::left, Fit::wrap},
                   {"Outcome", Align::left, Fit::whole},
                   {"Kind", Align::left, Fit::whole},
                   {"Activities", Align::right, Fit::whole, 0, true},
                   {"Transactions", Align::right, Fit::whole, 0, true},
                   {"Rows", Align::right, Fit::whole, 0, true},
                   {"Findings", Align::right, Fit::whole}});
  for (const load::SourceSummary& source : summary.sources) {
    table.add_row({source.source.name, std::string(load::to_string(source.outcome)),
                   std::string(facts::to_string(source.source.kind)), count_or_nothing(source.activities),
                   count_or_nothing(source.transactions), count_or_nothing(source.rows),
                   count(source.findings)});
    if (source.source.illustrative)
      table.add_note("illustrative: made-up data");
  }
  return table;
}

Tint tint_of(const std::string& severity) {
  if (severity == "critical" || severity == "error")
    return Tint::red;
  return severity == "warning" ? Tint::yellow : Tint::none;
}

/// "USD 1,234.50"; "USD, unknown" where the amount itself is what cannot be read; nothing where no money is
/// affected.
std::string money_affected(const store::FindingSum& sum) {
  if (sum.amount)
    return publish::display_amount(*sum.amount, sum.currency);
  return sum.currency.empty() ? "" : sum.currency + ", unknown";
}

TextTable findings_table(const load::Summary& summary) {
  TextTable table({{"Finding", Align::left, Fit::whole},
                   {"Severity", Align::left, Fit::whole},
                   {"Count", Align::right, Fit::whole},
                   {"Money affected", Align::right, Fit::whole, 0, true}});
  for (const store::FindingSum& sum : summary.findings)
    table.add_row({sum.rule, Cell(sum.severity, tint_of(sum.severity)),
                   group_thousands(std::to_string(sum.count)), money_affected(sum)});
  return table;
}

/// A blank line between the parts.
void append_part(std::string& out, const std::string& part) {
  if (!out.empty())
    out += '\n';
  out += part;
}

} // namespace

std::string load_summary_as_table(const load::Summary& summary, double seconds,
                                  const publish::Terminal& terminal) {
  std::string out;
  if (!summary.sources.empty())
    append_part(out, sources_table(summary).render(terminal));
  if (!summary.passed_over.empty()) {
    TextTable table({{"Passed over", Align::left, Fit::wrap}, {"Why", Align::left, Fit::wrap}});
    for (const load::PassedOver& file : summary.passed_over)
      table.add_row({file.path, file.why});
    append_part(out, table.render(terminal));
  }
  if (!summary.findings.empty())
    append_part(out, findings_table(summary).render(terminal));
  const double megabytes = static_cast<double>(bytes_read(summary)) / k_megabyte;
  std::string last = fmt::format("{} {} in {:.2f} s", summary.sources.size(),
                                 summary.sources.size() == 1 ? "source" : "sources", seconds);
  if (megabytes >= k_least_shown && seconds > 0)
    last += fmt::format(", {:.1f} MB read, {:.1f} MB/s", megabytes, megabytes / seconds);
  append_part(out, last + "\n");
  return out;
}

std::string load_summary_as_json(const load::Summary& summary, double seconds) {
  const auto number = [](std::uint64_t value) { return std::to_string(value); };
  publish::JsonWriter json;
  const auto count_field = [&](std::string_view name, std::uint64_t value) {
    json.key(name);
    json.number_token(number(value));
  };
  json.begin_object();
  json.key("sources");
  json.begin_array();
  for (const load::SourceSummary& source : summary.sources) {
    json.begin_object();
    json.field("source", source.source.name);
    json.field("outcome", load::to_string(source.outcome));
    json.field("kind", facts::to_string(source.source.kind));
    count_field("activities", source.activities);
    count_field("transactions", source.transactions);
    count_field("rows", source.rows);
    count_field("findings", source.findings);
    count_field("size", source.source.size);
    json.field("sha256", source.source.sha256);
    json.field("illustrative", source.source.illustrative);
    json.end_object();
  }
  json.end_array();
  json.key("passed_over");
  json.begin_array();
  for (const load::PassedOver& file : summary.passed_over) {
    json.begin_object();
    json.field("path", file.path);
    json.field("why", file.why);
    json.end_object();
  }
  json.end_array();
  json.key("findings");
  json.begin_array();
  for (const store::FindingSum& sum : summary.findings) {
    json.begin_object();
    json.field("rule", sum.rule);
    json.field("severity", sum.severity);
    count_field("count", static_cast<std::uint64_t>(sum.count));
    json.field("amount", sum.amount);
    json.text_field("currency", sum.currency);
    json.end_object();
  }
  json.end_array();
  count_field("bytes", bytes_read(summary));
  json.key("seconds");
  json.number_token(fmt::format("{:.3f}", seconds));
  json.end_object();
  return json.take();
}

} // namespace kept::app
