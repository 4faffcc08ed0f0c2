// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/date.hpp"
#include "base/decimal.hpp"
#include "base/yaml_tree.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kept::ledger {

/// Text per language ("en", "zh", "ko"); English is always there.
struct LocalText {
  std::map<std::string, std::string> by_language;
  /// The text in `language`, else in English.
  const std::string& in(std::string_view language) const;
  const std::string& english() const { return in("en"); }
};

using kept::Position;

/// What attests something: an article, an agreement's text, a report.
struct Document {
  LocalText title;
  std::string publisher;
  std::string published; ///< "2026", "2026-01" or "2026-01-06"
  std::string url;       ///< may be empty
};

struct Party {
  std::string id;
  LocalText name;
  std::string country;              ///< ISO 3166-1 alpha-3, or empty
  std::vector<std::string> orgs;    ///< organisation references, as written
  std::vector<std::string> aliases; ///< names under which sources know it (the names themselves count too)
};

struct Agreement {
  std::string id;
  LocalText title;
  std::string kind;         ///< "mou", "initiative", "meeting", "appointment" …
  std::optional<Date> date; ///< exact where known
  std::string date_text;    ///< as written: "2023", "2025-10" or "2025-10-13"
  std::vector<std::string> parties;
  std::optional<Document> source;
  Position position;
};

enum class Measure { money, spend, activities, people, countries, milestone, meetings };
std::string_view to_string(Measure measure);

/// Which facts a pledge counts; an empty list does not restrict. Lists hold alternatives, several keys must
/// all hold.
struct Filter {
  std::vector<std::string> provider, receiver, reporting_org; ///< party ids
  std::vector<std::string> countries;                         ///< ISO 3166-1 alpha-2 or alpha-3
  std::vector<std::string> regions;                           ///< DAC region codes
  std::string group;                                          ///< a named group of areas: "african-union"
  Position group_position;                                    ///< where the ledger names it
  std::vector<std::string> sectors;                     ///< DAC codes; "130" takes every code that begins so
  std::vector<std::string> gender_marker, rmnch_marker; ///< significances, "unscreened" included
  std::vector<std::string> statuses;                    ///< activity status codes
  std::vector<std::string> activities;                  ///< iati identifiers
  std::vector<std::string> tags;                        ///< tag codes
};

/// What was promised; no amount means that none was stated (an open target).
struct Target {
  std::optional<Decimal> amount; ///< money, or a count
  std::string currency;          ///< of money
};

struct Window {
  Date from;
  std::optional<Date> to; ///< inclusive; none: open-ended
};

/// A point on the way that the ledger states: by `date`, `amount` in all.
struct Waypoint {
  Date date;
  Decimal amount;
};

enum class Basis { payments, commitments };
enum class Level { lowest, highest, any }; ///< which of parent and child activities count

/// How `people` are counted.
struct PeopleRule {
  enum class From { participants, indicator } from = From::participants;
  std::vector<std::string> programmes; ///< of participant lists
  std::string sex;                     ///< "female" …; empty: all
  std::vector<std::string> indicators; ///< result indicator titles or reference codes, folded when compared
  bool cumulative = false;             ///< indicator periods: the last counts, instead of adding up
};

/// A dated step of a milestone pledge; done when it has a date and a document.
struct Step {
  std::string id;
  LocalText title;
  std::optional<Date> due, done;
  std::optional<Document> document;
};

/// A span of the calendar that a promise repeats in.
enum class Period { year, quarter, month };
std::string_view to_string(Period period);

struct MeetingRule {
  std::vector<std::string> kinds; ///< of events
  std::optional<Period> per;      ///< the target is that of every such period from the window's first day on
};

struct Pledge {
  std::string id;
  LocalText title;
  std::string agreement;
  std::string by;                ///< party id
  std::optional<std::string> to; ///< party id; none: anyone outside `by`
  Measure measure = Measure::money;
  Target target;
  Window window;
  std::vector<Waypoint> waypoints;   ///< the expected path; straight from 0 when empty
  std::optional<int> baseline_years; ///< `additional`
  Basis basis = Basis::payments;
  Level level = Level::lowest;
  Filter filter;
  PeopleRule people;
  MeetingRule meetings;
  std::vector<Step> steps;
  std::optional<Document> source; ///< the agreement's when none
  Position position;
};

enum class ClaimKind { rank, threshold, pace, event, recognition };
std::string_view to_string(ClaimKind kind);

/// "top: 10" or "top: 10%".
struct Top {
  Decimal amount;
  bool percent = false;
};

struct Claim {
  std::string id;
  LocalText title;
  std::string agreement; ///< may be empty
  std::string by;        ///< who claims; party id, may be empty
  std::string about;     ///< party id that the claim is about; `by` when empty
  ClaimKind kind = ClaimKind::event;
  std::string indicator, group;
  Position indicator_position, group_position; ///< where the ledger names them
  bool lower_is_better = true;
  std::optional<Top> top;
  std::optional<int> year, since; ///< of the value; start of a pace
  std::string vintage;            ///< of the group: "FY26"; empty: the newest by the day of the report
  std::string preferred_source;
  std::optional<Decimal> bound; ///< of a threshold or pace
  bool at_most = true;          ///< threshold: value ≤ bound, else ≥
  std::string companion;        ///< id of a claim computed alongside a recognition; may be empty
  std::optional<Date> date;
  std::string date_text; ///< as written
  std::optional<Document> source;
  Position position;
};

/// One ledger.
struct Framework {
  std::string id;
  LocalText title;
  bool illustrative = false;
  std::vector<Party> parties;
  std::vector<Agreement> agreements;
  std::vector<Pledge> pledges;
  std::vector<Claim> claims;

  /// The party with this id; nullptr when there is none.
  const Party* party(std::string_view id) const;
  const Agreement* agreement(std::string_view id) const;
};

} // namespace kept::ledger
