// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/date.hpp"
#include "base/decimal.hpp"
#include "facts/indicator.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

// The questions that measures ask, and the records that answer them. The store implements Evidence; tests do
// so with records in memory.

namespace kept::measure {

/// Where a fact stands.
struct FactPlace {
  std::string source;
  std::uint32_t line = 0;
};

/// An organisation, however a source names it: equal when its reference (trimmed, upper case) is in `refs`,
/// or its name (base/text.hpp: fold) is in `names`.
struct OrganisationMatch {
  std::vector<std::string> refs;  ///< upper case, trimmed
  std::vector<std::string> names; ///< folded
  /// Upper case, trimmed: references of others. An organisation with one of these is not meant, whatever its
  /// name.
  std::vector<std::string> other_refs = {};
  bool empty() const { return refs.empty() && names.empty(); }
};

struct OrganisationRecord {
  std::string ref, name; ///< as published
};

/// One transaction.
struct TransactionRecord {
  FactPlace place;
  std::string transaction_id;
  std::string iati_identifier;
  std::string type;
  OrganisationRecord reporting_org, provider, receiver;
  std::string provider_activity, receiver_activity;
  std::string raw_value;        ///< as published
  std::optional<Decimal> value; ///< 4 places
  std::string currency;
  std::optional<Date> value_date;
  std::optional<Decimal> usd;
  std::optional<Decimal> rate; ///< USD per unit
  std::string rate_month;
  bool counted = true;
  std::string reason; ///< why not; "no rate" also when counted
};

/// One flow, with the transaction that it is a share of.
struct FlowRecord {
  TransactionRecord transaction;
  std::string place_kind, place, sector;
  Decimal value;
  std::optional<Decimal> usd;
  std::string gender_marker, rmnch_marker;
};

struct ActivityRecord {
  FactPlace place;
  std::string iati_identifier, title, status;
  OrganisationRecord reporting_org;
  std::vector<std::string> parents, children; ///< identifiers from related-activity types 1 and 2
  bool superseded = false;
};

struct ParticipantRecord {
  FactPlace place;
  std::string person, country, sex, programme, status;
  std::optional<Date> date;
};

/// The actual value of a result indicator in a period.
struct IndicatorValueRecord {
  FactPlace place;
  std::string iati_identifier;
  std::string indicator;      ///< title
  std::string reference_code; ///< may be empty
  std::string measure;        ///< 1 unit, 2 percentage …
  std::optional<Date> period_start, period_end;
  std::string raw_value;
  std::optional<Decimal> value;
  std::string sex; ///< value of the dimension named "sex", lower case; empty: not disaggregated
};

struct EventRecord {
  FactPlace place;
  std::string kind, title, document;
  std::vector<std::string> parties; ///< names or party ids as published
  std::optional<Date> date;
};

/// One figure of a country: of both sexes, not broken down, in the catalogue's unit, with a value.
struct ObservationRecord {
  FactPlace place;  ///< of shipped figures the table and line in the folder `data`
  std::string area; ///< alpha-3
  int year = 0;
  double value = 0;
  std::optional<double> lower, upper;
  std::string raw_value;         ///< as published
  std::string publication;       ///< "World Bank, World Development Indicators", or the source's name
  std::optional<Date> published; ///< none: the source does not say
  bool shipped = false;          ///< one of the figures that come with the program
};

/// A named group of countries.
struct AreaGroup {
  std::string name;
  std::string vintage;              ///< of income groups: "FY26"; else empty
  std::vector<std::string> members; ///< alpha-3, sorted; empty when there is no such group
};

struct SourceRecord {
  std::string name, kind;
  std::vector<std::string> publishers; ///< reporting organisations' refs
  std::vector<std::string> publisher_names;
  std::optional<Date> generated;             ///< of the file
  std::optional<Date> first_date, last_date; ///< of its facts
  bool illustrative = false;
};

/// Restrictions on transactions and flows; an absent or empty one does not restrict.
struct MoneyFilter {
  std::vector<std::string> types; ///< transaction type codes
  std::optional<OrganisationMatch> reporting_org, provider, receiver;
  std::optional<Date> from,
      to; ///< value dates, both inclusive; facts without a date are kept, with their reason
  std::vector<std::string>
      countries; ///< ISO 3166-1 alpha-2; the store has resolved groups (Evidence::alpha2)
  std::vector<std::string> regions;
  std::vector<std::string> sectors; ///< a code, or the beginning of codes
  std::vector<std::string> gender_marker, rmnch_marker;
  std::vector<std::string> statuses;   ///< of the activity
  std::vector<std::string> activities; ///< identifiers
  std::vector<std::string> tags;
  bool uncounted = false; ///< of transactions: only those that are not counted
  /// Of flows: where only the first of several is asked for, the others may be left out. First is the
  /// earliest, then by source and line; only flows above zero with a date are meant.
  enum class FirstOf {
    none,
    activity, ///< one flow shows that an activity (by its identifier) is active
    place     ///< one commitment and one payment show that a place was reached
  };
  FirstOf first_of = FirstOf::none;
};

/// What the store knows. Records come in a stable order: by source name, line, then place and sector.
/// Facts of illustrative sources are given only to illustrative frameworks (the implementation is told once).
class Evidence {
public:
  virtual ~Evidence() = default;

  /// Transactions that pass one of the filters at least, the uncounted included, each with its reason.
  /// Restrictions on place, sector and marker do not apply.
  virtual std::vector<TransactionRecord> transactions_of_any(std::span<const MoneyFilter> filters) const = 0;
  std::vector<TransactionRecord> transactions(const MoneyFilter& filter) const {
    return transactions_of_any({&filter, 1});
  }
  /// Flows of counted transactions.
  virtual std::vector<FlowRecord> flows(const MoneyFilter& filter) const = 0;
  /// Activities, the superseded included. With countries, regions, sectors: those that have a share there.
  /// With types or dates: those that have such a transaction.
  virtual std::vector<ActivityRecord> activities(const MoneyFilter& filter) const = 0;
  /// Names of programmes are compared folded; none: all rows.
  virtual std::vector<ParticipantRecord> participants(const std::vector<std::string>& programmes) const = 0;
  /// `names`: indicator titles or reference codes, folded.
  virtual std::vector<IndicatorValueRecord> indicator_values(const MoneyFilter& filter,
                                                             const std::vector<std::string>& names) const = 0;
  /// Kinds are compared folded; none: all rows.
  virtual std::vector<EventRecord> events(const std::vector<std::string>& kinds) const = 0;
  virtual std::vector<SourceRecord> sources() const = 0;

  /// USD per unit in `month`, or the nearest earlier one within 12 months.
  virtual std::optional<Decimal> usd_per_unit(std::string_view currency, Month month) const = 0;
  /// ISO 3166-1 alpha-2 codes of the members of a named group, sorted; empty when there is no such group.
  virtual std::vector<std::string> group_members(std::string_view group) const = 0;
  /// The catalogue's indicators, sorted by id.
  virtual std::vector<facts::CatalogueIndicator> indicators() const = 0;
  virtual std::optional<facts::CatalogueIndicator> indicator(std::string_view id) const = 0;
  virtual std::optional<facts::IndicatorUnit> indicator_unit(std::string_view id) const = 0;
  /// The figures of an indicator, of all sources, by area, then year, then precedence: what is loaded goes
  /// before what ships, a newer publication before an older one and before one that does not say its date,
  /// then the source that sorts first. Of several for one area and year in one source (RULES.md 8) the later
  /// line goes first. `areas`: alpha-3; none: all countries.
  virtual std::vector<ObservationRecord> observations(std::string_view indicator,
                                                      const std::vector<std::string>& areas) const = 0;
  /// Members of a group: an income group ("low-income", "lower-middle-income", "middle-income",
  /// "upper-middle-income", "high-income") of `vintage` (empty: the newest fiscal year that has begun by
  /// `as_of`; fiscal year n begins on 1 July of n − 1), a group of the figures of reference
  /// ("african-union"), or "world": all countries.
  virtual AreaGroup area_group(std::string_view name, std::string_view vintage, Date as_of) const = 0;
  /// The names that area_group knows, sorted, for messages.
  virtual std::vector<std::string> area_group_names() const = 0;
  /// alpha-3 of a country, by any code or English name; empty when there is none.
  virtual std::string alpha3(std::string_view country) const = 0;
  /// The English name of a country by its alpha-3 code; the code itself when there is none.
  virtual std::string area_name(std::string_view alpha3) const = 0;

  /// alpha-2 for an alpha-2 or alpha-3 code; the text itself when it is neither.
  virtual std::string alpha2(std::string_view country) const = 0;
};

} // namespace kept::measure
