// SPDX-License-Identifier: Apache-2.0
#include "base/error.hpp"
#include "base/text.hpp"
#include "read/tables/fred_series.hpp"
#include "read/tables/rate_number.hpp"
#include "read/tables/read_tables.hpp"
#include "read/tables/required_columns.hpp"
#include "read/tables/source_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace kept::read::tables {
namespace {

using facts::Rate;
using facts::Severity;

/// Rates as they come, one per currency and month.
class RateRows {
public:
  RateRows(SourceTable& table, std::vector<Rate>& rows) : m_table(table), m_rows(rows) {}

  void add(Rate rate) {
    const auto [place, is_new] = m_places.try_emplace({rate.currency, rate.month}, m_rows.size());
    if (is_new) {
      m_rows.push_back(std::move(rate));
      return;
    }
    Rate& earlier = m_rows[place->second];
    m_table.add_finding("duplicate-row", Severity::warning,
                        fmt::format("another rate of {} for {} stands in line {}: this one counts",
                                    rate.currency, rate.month.to_string(), earlier.line));
    earlier = std::move(rate);
  }

private:
  SourceTable& m_table;
  std::vector<Rate>& m_rows;
  std::map<std::pair<std::string, Month>, std::size_t> m_places;
};

/// The rate in a cell; a bad row when there is none.
std::optional<Decimal> rate_in(SourceTable& table, std::string_view column, std::string_view text) {
  const auto rate = parse_rate(text);
  if (rate)
    return *rate;
  table.bad_row(column, text, rate.error().why);
  return std::nullopt;
}

/// `currency,month,usd_per_unit[,source]`
void read_plain_rates(SourceTable& table, const std::string& source_name, RateRows& rows) {
  const auto [currency_column, month_column, rate_column] = table.table().columns(k_rate_columns);
  const auto source_column = table.table().find("source");
  while (table.next()) {
    const std::string currency = upper(table.cell(currency_column));
    const std::string_view month_text = table.cell(month_column);
    const auto month = Month::parse(month_text);
    if (!is_currency_code(currency)) {
      table.bad_row("currency", currency, "not a currency code (expected three letters, ISO 4217)");
    } else if (!month) {
      table.bad_row("month", month_text, month.error().why);
    } else if (const auto rate = rate_in(table, "usd_per_unit", table.cell(rate_column))) {
      const std::string_view source = table.cell(source_column);
      rows.add({currency, *month, *rate, source.empty() ? source_name : std::string(source), table.line()});
    }
  }
}

/// What FRED has for one country, and how many of its rows are passed over.
struct Country {
  std::optional<FredSeries> series;
  std::uint32_t first_line = 0;
  std::uint32_t unusable = 0;
};

facts::Finding about_country(std::string_view name, const Country& country) {
  facts::Finding finding;
  finding.rule = "unread-series";
  finding.line = country.first_line;
  if (!country.series) {
    finding.message = fmt::format("{} rows of `{}` are not read: its currency is not known; write them as "
                                  "currency,month,usd_per_unit (docs/formats/evidence.md)",
                                  country.unusable, name);
    return finding;
  }
  finding.severity = Severity::information;
  finding.message =
      country.series->until_2001
          ? fmt::format("{} rows of `{}` are not read: {} left circulation before 2002", country.unusable,
                        name, country.series->currency)
          : fmt::format("{} rows of `{}` are not read: the series is rescaled at each redenomination",
                        country.unusable, name);
  return finding;
}

/// Of monthly tables every row is dated on the first of the month; daily ones share their columns.
void refuse_daily(const SourceTable& table, std::string_view date_text) {
  const auto date = Date::parse(date_text);
  if (date && date->day() != 1)
    throw Error(ErrorKind::input, "holds daily rates, not averages of months", table.table().where(),
                "load FRED's monthly table");
}

/// `Date,Country,Exchange rate`: national currency per USD.
void read_fred_rates(SourceTable& table, const std::string& source_name, RateRows& rows,
                     std::vector<facts::Finding>& findings) {
  const auto [date_column, country_column, rate_column] = table.table().columns(k_fred_rate_columns);
  std::map<std::string, Country, std::less<>> countries;
  std::uint32_t months_without = 0, first_without = 0;

  while (table.next()) {
    const std::string_view date_text = table.cell(date_column);
    const std::string_view name = table.cell(country_column);
    const std::string_view rate_text = table.cell(rate_column);
    refuse_daily(table, date_text);
    const auto month = Month::parse(date_text);
    if (!month) {
      table.bad_row("date", date_text, month.error().why);
      continue;
    }
    auto known = countries.find(name);
    if (known == countries.end())
      known = countries.emplace(std::string(name), Country{find_fred_series(name)}).first;
    Country& country = known->second;
    if (!country.series || country.series->currency.empty() ||
        (country.series->until_2001 && *month > k_last_legacy_month)) {
      if (country.unusable++ == 0)
        country.first_line = table.line();
    } else if (rate_text.empty()) {
      if (months_without++ == 0)
        first_without = table.line();
    } else if (const auto rate = rate_in(table, "exchange rate", rate_text)) {
      rows.add({std::string(country.series->currency), *month, inverted(*rate), source_name, table.line()});
    }
  }
  for (const auto& [name, country] : countries)
    if (country.unusable > 0)
      findings.push_back(about_country(name, country));
  if (months_without > 0) {
    facts::Finding finding;
    finding.rule = "empty-rate";
    finding.severity = Severity::information;
    finding.line = first_without;
    finding.message = fmt::format("{} rows have no rate", months_without);
    findings.push_back(std::move(finding));
  }
}

} // namespace

Rows<Rate> read_rates(const std::filesystem::path& path, facts::Source& source) {
  Rows<Rate> result;
  SourceTable table(path, source, result.findings);
  RateRows rows(table, result.rows);
  if (table.table().has(k_fred_rate_columns))
    read_fred_rates(table, source.name, rows, result.findings);
  else
    read_plain_rates(table, source.name, rows);
  return result;
}

} // namespace kept::read::tables
