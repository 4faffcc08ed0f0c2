// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/date.hpp"
#include "base/decimal.hpp"
#include "store/fact_writer.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace kept::store {

class Connection;

/// What reports have to share to be of the same money: one provider, one receiver, one kind. Made-up money
/// pairs with its like only.
struct Sides {
  bool operator==(const Sides&) const = default;

  std::int32_t provider = 0, receiver = 0; ///< the numbers that stand for the organisations
  bool commitment = false, illustrative = false;
};

/// One side's report that money crosses. Millions are in memory at once, at 64 bytes each.
struct Report {
  std::int64_t value = 0, usd = 0; ///< in units of derive::k_money_scale; the few that are wider: see Reports
  std::int64_t activity = 0;       ///< the reporter's: a number that stands for its identifier; 0: none
  TransactionKey transaction;
  Sides sides;
  std::int32_t place = 0; ///< of its source among the sources, made-up ones last
  Date date;
  std::uint32_t currency = 0; ///< its code number
  bool incoming = false;      ///< the receiver's
  bool has_usd = false, value_is_wide = false, usd_is_wide = false;
};

/// All reports about the money of some providers, in any order.
struct Reports {
  Decimal value(const Report& report) const { return money(report.value, report.value_is_wide); }
  std::optional<Decimal> usd(const Report& report) const {
    return report.has_usd ? std::optional(money(report.usd, report.usd_is_wide)) : std::nullopt;
  }

  std::vector<Report> all;
  std::vector<Int128> wide; ///< amounts of more than 64 bits: reports have their indices

private:
  Decimal money(std::int64_t units_or_index, bool is_wide) const;
};

/// Takes reports, and the indices of those of each range of providers.
using TakeReports = std::function<void(const Reports&, std::span<const std::vector<std::uint32_t>> ranges)>;

/// How reports are read.
struct ReportSizes {
  std::int64_t of_range = 8'192;    ///< about; more where a provider has more
  std::int64_t at_once = 1'250'000; ///< about; a quarter of all where that is more
  int percent_looked_at = 5;        ///< of the transactions, to learn who has how many
};

/// Calls `take` until all the reports in the store were given. The database only finds them and does not sort
/// them: where what it may have is nearly enough for that, it begins in memory and then runs out.
void read_transfer_reports(const Connection& connection, const TakeReports& take,
                           const ReportSizes& sizes = {});

/// The activities of the other side, as reports name them, by numbers that stand for their identifiers. They
/// are asked for only where both sides report, so they are not joined to all reports.
class NamedActivities {
public:
  explicit NamedActivities(const Connection& connection);

  /// 0: none.
  std::int64_t of(const Report& report) const;

private:
  struct Named {
    std::uint64_t report;
    std::int64_t activity;
  };
  std::vector<Named> m_all; ///< by report
};

} // namespace kept::store
