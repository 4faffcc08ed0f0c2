// SPDX-License-Identifier: Apache-2.0
#include "derive/transfer_network.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <numeric>

namespace kept::derive::testing {
namespace {

struct Currency {
  const char* code;
  std::int64_t usd_millionths; ///< of one unit
};
constexpr std::array<Currency, 6> k_currencies{{{"USD", 1'000'000},
                                                {"EUR", 1'083'100},
                                                {"JPY", 6'733},
                                                {"GBP", 1'262'700},
                                                {"KRW", 742},
                                                {"DKK", 145'210}}};
constexpr std::array<std::int64_t, 6> k_round_usd{50'000, 100'000, 200'000, 250'000, 500'000, 1'000'000};

/// Both sides of one relation between two organisations.
struct Relation {
  std::string provider, receiver, provider_activity, receiver_activity;
  Currency currency{}, receiver_currency{};
  bool linked = false;
  bool by_provider = false, by_receiver = false; ///< who publishes
};

class NetworkMaker {
public:
  explicit NetworkMaker(const NetworkOptions& options) : m_options(options), m_random(options.seed) {}

  Network make() {
    for (int i = 0; i < m_options.organisations * m_options.relations_per_organisation; ++i)
      add_relation(i);
    shuffle();
    return std::move(m_network);
  }

private:
  // The distributions of the standard library differ between libraries; these do not.
  std::int64_t between(std::int64_t low, std::int64_t high) {
    return low + static_cast<std::int64_t>(m_random() % static_cast<std::uint64_t>(high - low + 1));
  }
  bool chance(int of_thousand) { return between(1, 1000) <= of_thousand; }

  /// Most receivers book within a week, one in six within three, three in a hundred take up to two months.
  int delay() {
    const auto kind = between(1, 100);
    return static_cast<int>(kind <= 80 ? between(0, 7) : kind <= 97 ? between(5, 21) : between(15, 60));
  }

  void add_relation(int number) {
    Relation relation;
    const auto provider = between(0, m_options.organisations - 1);
    auto receiver = between(0, m_options.organisations - 2);
    receiver += receiver >= provider ? 1 : 0;
    relation.provider = fmt::format("XX-ORG-{}", provider);
    relation.receiver = fmt::format("XX-ORG-{}", receiver);
    relation.provider_activity = fmt::format("{}-P{}", relation.provider, number);
    relation.receiver_activity = fmt::format("{}-R{}", relation.receiver, number);
    relation.currency = k_currencies[static_cast<std::size_t>(between(0, 5))];
    relation.receiver_currency = k_currencies[static_cast<std::size_t>(between(0, 5))];
    relation.linked = chance(m_options.linked);
    const auto sides = between(1, 1000);
    relation.by_provider = sides <= m_options.both_sides + m_options.provider_only;
    relation.by_receiver = sides <= m_options.both_sides || !relation.by_provider;
    const int days = m_options.years * 365;
    if (chance(m_options.regular)) {
      const std::int64_t amount =
          in_currency(k_round_usd[static_cast<std::size_t>(between(0, 5))], relation.currency);
      const auto start = between(0, days / 2);
      const auto months = between(6, 24);
      for (std::int64_t month = 0; month < months; ++month)
        add_transfer(relation, start + month * 30, amount);
      return;
    }
    const bool round = chance(m_options.round);
    const auto transfers = between(1, 14);
    for (std::int64_t i = 0; i < transfers; ++i) {
      const std::int64_t usd =
          round ? k_round_usd[static_cast<std::size_t>(between(0, 5))] : between(1, 2000) * between(1, 2000);
      add_transfer(relation, between(0, days), in_currency(usd, relation.currency));
    }
  }

  /// In 10^-4 units, in whole units as money is sent.
  static std::int64_t in_currency(std::int64_t usd, const Currency& currency) {
    return usd * 1'000'000 / currency.usd_millionths * 10'000;
  }

  TransferReport report(const Relation& relation, ReportedBy side, TransferKind kind, std::int64_t day,
                        std::int64_t units, const Currency& currency) {
    TransferReport report;
    report.reported_by = side;
    report.kind = kind;
    report.provider = relation.provider;
    report.receiver = relation.receiver;
    const bool by_provider = side == ReportedBy::provider;
    report.activity = by_provider ? relation.provider_activity : relation.receiver_activity;
    // Even linked relations are named by both sides in some reports, by one in others.
    if (relation.linked && chance(800))
      report.counterpart_activity = by_provider ? relation.receiver_activity : relation.provider_activity;
    report.date = Date::from_ymd(2022, 1, 1).plus_days(static_cast<int>(day));
    report.value = Decimal::from_units(units, 4);
    report.currency = currency.code;
    report.usd = (report.value * Decimal::from_units(currency.usd_millionths, 6)).rescaled(4);
    return report;
  }

  void add_transfer(const Relation& relation, std::int64_t day, std::int64_t units) {
    const TransferKind kind =
        chance(m_options.commitments) ? TransferKind::commitment : TransferKind::payment;
    const bool by_provider = relation.by_provider && !chance(m_options.omitted);
    const bool by_receiver = relation.by_receiver && !chance(m_options.omitted);
    if (by_provider)
      add(report(relation, ReportedBy::provider, kind, day, units, relation.currency));
    if (by_receiver) {
      std::int64_t received = units;
      Currency currency = relation.currency;
      if (chance(m_options.other_currency)) {
        currency = relation.receiver_currency;
        if (std::string_view(currency.code) != relation.currency.code)
          received = received / 1000 * relation.currency.usd_millionths / currency.usd_millionths *
                     between(980, 1020);
      }
      if (chance(m_options.rounded))
        received = received / 10'000 * (10'000 + between(-30, 30));
      add(report(relation, ReportedBy::receiver, kind, day + delay(), received, currency));
    }
    if (by_provider && by_receiver) {
      const std::size_t last = m_network.reports.size() - 1;
      m_network.twin[last] = last - 1;
      m_network.twin[last - 1] = last;
    }
    if (chance(m_options.noise)) {
      Relation unrelated = relation;
      unrelated.provider_activity += "-other";
      unrelated.receiver_activity += "-other";
      unrelated.linked = false;
      // One draw after the other: the order in which arguments are evaluated differs between compilers.
      const ReportedBy side = chance(500) ? ReportedBy::provider : ReportedBy::receiver;
      const std::int64_t when = between(0, m_options.years * 365);
      const std::int64_t usd = chance(300) ? k_round_usd[static_cast<std::size_t>(between(0, 5))]
                                           : between(1, 2000) * between(1, 2000);
      add(report(unrelated, side, kind, when, in_currency(usd, relation.currency), relation.currency));
    }
  }

  void add(TransferReport report) {
    m_network.reports.push_back(std::move(report));
    m_network.twin.emplace_back();
  }

  void shuffle() {
    std::vector<std::size_t> place(m_network.reports.size());
    std::iota(place.begin(), place.end(), std::size_t{0});
    for (std::size_t i = place.size(); i > 1; --i)
      std::swap(place[i - 1], place[static_cast<std::size_t>(between(0, static_cast<std::int64_t>(i) - 1))]);
    Network shuffled;
    shuffled.reports.resize(place.size());
    shuffled.twin.resize(place.size());
    for (std::size_t i = 0; i < place.size(); ++i) {
      shuffled.reports[place[i]] = std::move(m_network.reports[i]);
      if (m_network.twin[i])
        shuffled.twin[place[i]] = place[*m_network.twin[i]];
    }
    m_network = std::move(shuffled);
  }

  NetworkOptions m_options;
  std::mt19937_64 m_random;
  Network m_network;
};

} // namespace

Network make_network(const NetworkOptions& options) {
  return NetworkMaker(options).make();
}

} // namespace kept::derive::testing
