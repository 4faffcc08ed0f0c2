// SPDX-License-Identifier: Apache-2.0
#include "store/reference_tables.hpp"

#include "base/error.hpp"
#include "store/duckdb_appender.hpp"
#include "store/duckdb_database.hpp"
#include "store/reference_statistics.hpp"
#include "store/schema.hpp"

namespace kept::store {
namespace {

void write_areas(const Connection& connection, const std::vector<facts::Area>& areas) {
  Appender rows(connection, "reference", "area");
  for (const facts::Area& area : areas) {
    rows.text(area.iso2).text(area.iso3).text(area.m49).text(area.name_en).text(area.name_zh);
    rows.text(area.name_ko).text(area.region).text(area.sub_region).end_row();
  }
  rows.flush();
}

void write_groups(const Connection& connection, const std::vector<facts::GroupMember>& groups) {
  Appender rows(connection, "reference", "group_member");
  for (const facts::GroupMember& member : groups)
    rows.text(member.group).text(member.iso3).end_row();
  rows.flush();
}

void write_codes(const Connection& connection, const std::vector<facts::CodeEntry>& codes) {
  Appender rows(connection, "reference", "code");
  for (const facts::CodeEntry& code : codes)
    rows.text(code.list).text(code.code).text(code.name).end_row();
  rows.flush();
}

void write_rates(const Connection& connection, const std::vector<facts::Rate>& rates) {
  Appender rows(connection, "reference", "rate");
  std::int64_t position = 0;
  for (const facts::Rate& rate : rates) {
    rows.integer(++position).integer(rate.line).text(rate.currency).text(rate.month.to_string());
    rows.decimal(rate.usd_per_unit).text(rate.source).end_row();
  }
  rows.flush();
}

std::vector<facts::Rate> take_rates(Rows rows) {
  std::vector<facts::Rate> rates;
  while (rows.next()) {
    facts::Rate rate;
    rate.currency = rows.string(0);
    const auto month = Month::parse(rows.text(1));
    if (!month)
      throw Error(ErrorKind::store, "a rate is of the month \"" + rows.string(1) + "\"");
    rate.month = *month;
    rate.usd_per_unit = rows.decimal(2).value_or(Decimal()).trimmed();
    rate.source = rows.string(3);
    rate.line = static_cast<std::uint32_t>(rows.integer(4));
    rates.push_back(std::move(rate));
  }
  return rates;
}

std::vector<facts::Rate> shipped_rates(const Connection& connection) {
  return take_rates(connection
                        .prepare("SELECT currency, month, usd_per_unit, source, line FROM reference.rate "
                                 "ORDER BY position")
                        .rows());
}

bool same_rate(const facts::Rate& a, const facts::Rate& b) {
  return a.currency == b.currency && a.month == b.month && a.usd_per_unit == b.usd_per_unit;
}

} // namespace

bool replace_reference(const Connection& connection, const facts::Reference& reference) {
  const std::vector<facts::Rate> before = shipped_rates(connection);
  connection.execute("BEGIN TRANSACTION"); // one: else each table goes to the disk by itself
  for (const char* table : {"area", "group_member", "code", "rate"})
    connection.execute(std::string("DELETE FROM reference.") + table);
  replace_reference_statistics(connection, reference);
  write_areas(connection, reference.areas);
  write_groups(connection, reference.groups);
  write_codes(connection, reference.codes);
  write_rates(connection, reference.rates);
  set_property(connection, "reference_digest", reference.digest);
  connection.execute("COMMIT");
  return !std::equal(before.begin(), before.end(), reference.rates.begin(), reference.rates.end(), same_rate);
}

std::vector<facts::Rate> read_rates(const Connection& connection) {
  std::vector<facts::Rate> rates = shipped_rates(connection);
  std::vector<facts::Rate> loaded =
      take_rates(connection
                     .prepare("SELECT r.currency, r.month, r.usd_per_unit, r.source, r.line FROM fact.rate r "
                              "JOIN fact.source s USING (source_number) WHERE NOT s.illustrative "
                              "ORDER BY s.name, r.line, r.currency, r.month")
                     .rows());
  rates.insert(rates.end(), std::make_move_iterator(loaded.begin()), std::make_move_iterator(loaded.end()));
  return rates;
}

} // namespace kept::store
