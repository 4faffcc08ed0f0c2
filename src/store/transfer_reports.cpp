// SPDX-License-Identifier: Apache-2.0
#include "store/transfer_reports.hpp"

#include "derive/money.hpp"
#include "store/duckdb_database.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <string>
#include <tuple>
#include <utility>

namespace kept::store {
namespace {

// What identifies an activity is a hash of 63 bits: the memory for numbers, one for each text, would grow
// with the store. Two activities with the same one would have to deal with the same two organisations to be
// taken for each other.
//
// party: organisations by their number, and the number that stands for all with the same key: of those
// without a reference the one with the first name. own: the activities that report, but for superseded ones;
// place: of their source, made-up ones last.
constexpr std::array k_tables = {R"(
CREATE TEMP TABLE party AS
SELECT o.organisation_number, same.party
FROM fact.organisation o
JOIN (SELECT key, arg_min(organisation_number, coalesce(name, '')) AS party FROM fact.organisation GROUP BY key) same
USING (key))",
                                 R"(
CREATE TEMP TABLE own AS
SELECT a.source_number, a.activity_ordinal, s.place, s.illustrative, p.party,
       CASE WHEN a.iati_identifier IS NOT NULL THEN CAST(hash(a.iati_identifier) >> 1 AS BIGINT) END AS activity
FROM packed.activity a
JOIN (SELECT *, CAST(row_number() OVER (ORDER BY illustrative, name) AS INTEGER) AS place FROM fact.source) s
  USING (source_number)
JOIN party p ON p.organisation_number = a.reporting_org
ANTI JOIN derived.superseded d ON d.source_number = a.source_number AND d.activity_ordinal = a.activity_ordinal)"};

/// The reports r among the transactions in `transactions`: receivers report types 1 and 11, providers 3 and
/// 2, each naming the other side.
std::string reports_of(const std::string& transactions) {
  return R"(
FROM (
  SELECT CASE WHEN k.incoming THEN other.party ELSE o.party END AS provider,
         CASE WHEN k.incoming THEN o.party ELSE other.party END AS receiver,
         k.commitment, k.incoming, o.illustrative, o.activity, o.place, t.*
  FROM )" +
         transactions + R"( t
  JOIN (
    SELECT code_number AS type, text IN ('2', '11') AS commitment, text IN ('1', '11') AS incoming
    FROM packed.code
    WHERE text IN ('1', '2', '3', '11')
  ) k USING (type)
  JOIN own o ON o.source_number = t.source_number AND o.activity_ordinal = t.activity_ordinal
  JOIN party other ON other.organisation_number = CASE WHEN k.incoming THEN t.provider ELSE t.receiver END
  WHERE o.party <> other.party
    AND t.reason IN (FROM packed.counted_reason)
) r)";
}

std::string sql_of_reports() {
  return R"(
SELECT r.provider, r.receiver, r.commitment, r.illustrative, r.incoming, r.source_number, r.transaction_ordinal,
       r.place, r.value_date, r.currency, r.activity, r.value, r.value_wide, r.usd, r.usd_wide)" +
         reports_of("packed.transaction") + R"(
WHERE r.provider BETWEEN ? AND ?)";
}

/// The narrow amount in a column, or the index in `wide` of the wide one in the next.
std::pair<std::int64_t, bool> amount(const Rows& row, idx_t column, std::vector<Int128>& wide) {
  if (const auto narrow = row.decimal(column))
    return {static_cast<std::int64_t>(narrow->units()), false};
  if (const auto money = row.decimal(column + 1)) {
    wide.push_back(money->units());
    return {std::ssize(wide) - 1, true};
  }
  return {0, false};
}

void add(const Rows& row, Reports& reports) {
  Report& report = reports.all.emplace_back();
  report.sides = {row.integer(0), row.integer(1), row.boolean(2).value_or(false),
                  row.boolean(3).value_or(false)};
  report.incoming = row.boolean(4).value_or(false);
  report.transaction = {row.integer(5), row.integer(6)};
  report.place = row.integer(7);
  report.date = row.date(8).value_or(Date());
  report.currency = static_cast<std::uint32_t>(row.number(9).value_or(0));
  report.activity = row.number(10).value_or(0);
  std::tie(report.value, report.value_is_wide) = amount(row, 11, reports.wide);
  report.has_usd = !row.is_null(13) || !row.is_null(14);
  std::tie(report.usd, report.usd_is_wide) = amount(row, 13, reports.wide);
}

/// Providers whose numbers follow those of the range before.
struct Range {
  std::int64_t last_provider = std::numeric_limits<std::int32_t>::max();
  std::int64_t reports = 0; ///< about
};

std::vector<Range> ranges_of_providers(const Connection& connection, const ReportSizes& sizes) {
  const std::string looked_at =
      "(FROM packed.transaction TABLESAMPLE SYSTEM(" + std::to_string(sizes.percent_looked_at) + " PERCENT))";
  std::vector<Range> ranges(1);
  for (Rows rows =
           connection
               .prepare("SELECT r.provider, count(*)" + reports_of(looked_at) + " GROUP BY ALL ORDER BY ALL")
               .rows();
       rows.next();) {
    Range& range = ranges.back();
    range.reports += rows.number(1).value_or(0) * 100 / sizes.percent_looked_at;
    if (range.reports >= sizes.of_range) {
      range.last_provider = rows.integer(0);
      ranges.emplace_back();
    }
  }
  return ranges;
}

/// How many of the next ranges are read at once: as many as there is room for, but one at least.
std::size_t fitting(std::span<const Range> next, std::int64_t room) {
  std::size_t count = 0;
  for (std::int64_t reports = 0; count < next.size(); ++count)
    if (reports += next[count].reports; count > 0 && reports > room)
      break;
  return count;
}

} // namespace

Decimal Reports::money(std::int64_t units_or_index, bool is_wide) const {
  return Decimal::from_units(is_wide ? wide[static_cast<std::size_t>(units_or_index)]
                                     : Int128{units_or_index},
                             derive::k_money_scale);
}

void read_transfer_reports(const Connection& connection, const TakeReports& take, const ReportSizes& sizes) {
  for (const char* const sql : k_tables)
    connection.execute(sql);
  const std::vector<Range> ranges = ranges_of_providers(connection, sizes);
  std::int64_t all = 0;
  for (const Range& range : ranges)
    all += range.reports;
  constexpr std::int64_t most_readings = 4; // each looks at all transactions
  const std::int64_t readings =
      std::clamp<std::int64_t>((all + sizes.at_once / 2) / sizes.at_once, 1, most_readings);
  const std::int64_t room = all / readings + all / 50;

  Statement statement = connection.prepare(sql_of_reports());
  std::int64_t first_provider = std::numeric_limits<std::int32_t>::min();
  Reports reports;
  reports.all.reserve(static_cast<std::size_t>(room + room / 2)); // what stays empty takes no memory
  for (std::span<const Range> left = ranges; !left.empty();) {
    const std::span<const Range> read = left.first(fitting(left, room));
    left = left.subspan(read.size());
    statement.bind(first_provider).bind(read.back().last_provider);
    first_provider = read.back().last_provider + 1;
    reports.all.clear();
    reports.wide.clear();
    std::vector<std::vector<std::uint32_t>> found(read.size());
    for (Rows rows = statement.stream(); rows.next();) {
      const auto index = static_cast<std::uint32_t>(reports.all.size());
      add(rows, reports);
      const auto range = std::lower_bound(
          read.begin(), read.end(), reports.all.back().sides.provider,
          [](const Range& some, std::int32_t provider) { return some.last_provider < provider; });
      found[static_cast<std::size_t>(range - read.begin())].push_back(index);
    }
    take(reports, found);
  }
}

namespace {

std::uint64_t as_number(TransactionKey transaction, bool by_receiver) {
  return static_cast<std::uint64_t>(transaction.source_number) << 32 |
         static_cast<std::uint64_t>(transaction.ordinal) << 1 | (by_receiver ? 1U : 0U);
}

} // namespace

NamedActivities::NamedActivities(const Connection& connection) {
  for (Rows rows =
           connection
               .prepare("SELECT source_number, transaction_ordinal, kind = 'provider activity', "
                        "CAST(hash(text) >> 1 AS BIGINT) FROM fact.transaction_text WHERE kind <> 'value'")
               .stream();
       rows.next();)
    m_all.push_back({as_number({rows.integer(0), rows.integer(1)}, rows.boolean(2).value_or(false)),
                     rows.number(3).value_or(0)});
  std::sort(m_all.begin(), m_all.end(), [](const Named& a, const Named& b) { return a.report < b.report; });
}

std::int64_t NamedActivities::of(const Report& report) const {
  const std::uint64_t number = as_number(report.transaction, report.incoming);
  const auto found =
      std::lower_bound(m_all.begin(), m_all.end(), number,
                       [](const Named& named, std::uint64_t sought) { return named.report < sought; });
  return found != m_all.end() && found->report == number ? found->activity : 0;
}

} // namespace kept::store
