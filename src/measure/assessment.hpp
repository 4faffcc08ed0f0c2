// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ledger/ledger.hpp"
#include "measure/evidence.hpp"
#include "measure/league.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kept::measure {

/// RULES.md 7 and 8. The first six are of pledges, the others of claims (and of agreements, which are dated
/// events).
enum class Verdict {
  kept,
  on_track,
  behind,
  not_started,
  broken,
  no_evidence,
  is_true,
  is_false,
  undecided,
  no_data
};

/// "kept", "on track", "behind", "not started", "broken", "no evidence", "true", "false", "undecided", "no
/// data".
std::string_view to_string(Verdict verdict);

/// What a line of a trail did to the number.
enum class Role {
  confirmed, ///< counted in low, central and high: paired, or of a measure with one side
  reported,  ///< counted in central and high: reported by one side
  committed, ///< counted in high only
  merged,    ///< the other side's report of money already counted: removed as double counting
  baseline,  ///< of the years before the window
  excluded,  ///< not counted, for `reason`
};
std::string_view to_string(Role role);

/// One fact behind a number.
struct TrailEntry {
  FactPlace place; ///< source and line; a ledger file for milestones
  std::string iati_identifier;
  std::string transaction_id;
  std::string
      label; ///< what it is: "incoming commitment from Government of China", "completed", a document's title
  std::optional<Date> date;
  std::string raw_value;         ///< as published
  std::string currency;          ///< of raw_value
  std::optional<Decimal> rate;   ///< USD per unit
  std::optional<Decimal> share;  ///< 0–1, of the transaction, for splits
  std::optional<Decimal> amount; ///< in the unit of the statement
  Role role = Role::excluded;
  std::string reason; ///< why excluded, or what it was merged with ("unhcr.xml:17317")
};

/// The answer for one statement.
struct Assessment {
  std::string id;
  std::string kind;    ///< "pledge", "claim", "agreement"
  std::string measure; ///< "money" … "meetings", "rank" … "recognition"; of agreements their kind
  ledger::LocalText title;
  Verdict verdict = Verdict::no_evidence;
  std::optional<bool> certain; ///< none where no evidence or data decides
  std::optional<Decimal> target;
  std::optional<Decimal> low, central, high;
  std::string unit; ///< currency, "activities", "people", "countries", "steps", "meetings"; may be empty
  std::optional<Decimal> expected; ///< by now
  std::optional<int> rank, of;
  std::optional<Decimal> value;
  std::optional<int> year;
  std::optional<double> probability;
  std::string why;                       ///< one or two sentences in English
  std::optional<Decimal> double_counted; ///< amount removed, in `unit`
  std::vector<std::string> sources; ///< names of the sources (or titles of documents) that decided, sorted
  std::vector<TrailEntry> trail;
  std::optional<League> league; ///< of ranks and paces among a group
  std::optional<ledger::Document>
      attested_by;            ///< for events, recognitions, agreements, and where a pledge is stated
  ledger::Position stated_at; ///< in the ledger
};

struct Report {
  std::string framework;
  ledger::LocalText title;
  bool illustrative = false;
  Date as_of;
  std::vector<Assessment> statements; ///< agreements, pledges, claims, each in the order of the ledger
};

/// Assesses every statement of a framework on `as_of`: facts dated later do not count. Deterministic. The
/// trails may lack facts that are excluded: a report shows none of them; `assess_statement` gives them all.
Report assess(const ledger::Framework& framework, const Evidence& evidence, Date as_of);

/// One statement; throws Error(usage) naming the nearest id when the framework has no such statement.
Assessment assess_statement(const ledger::Framework& framework, const Evidence& evidence, Date as_of,
                            std::string_view id);

} // namespace kept::measure
