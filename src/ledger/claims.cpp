// SPDX-License-Identifier: Apache-2.0
#include "ledger/read_records.hpp"
#include "ledger/top.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace kept::ledger {

namespace {

constexpr int k_first_year = 1950, k_last_year = 2100; ///< of figures that a claim may speak of

/// "10" or "10%".
std::optional<Top> read_top(const Record& record) {
  const std::string written = record.text("top");
  if (written.empty())
    return std::nullopt;
  const Result<Top> top = parse_top(written);
  if (top)
    return *top;
  record.problem("top", fmt::format("`top` {}", top.error().why));
  return std::nullopt;
}

void read_bound(const Record& record, Claim& claim) {
  const std::optional<Decimal> at_most = record.positive_number("at_most");
  const std::optional<Decimal> at_least = record.positive_number("at_least");
  if (record.has("at_most") && record.has("at_least"))
    record.problem("at_least", "give either `at_most` or `at_least`, not both");
  claim.at_most = record.has("at_most");
  claim.bound = claim.at_most ? at_most : at_least;
}

void check_figures(const Record& record, const Claim& claim) {
  const bool bounded = record.has("at_most") || record.has("at_least");
  if (claim.kind == ClaimKind::threshold && !bounded)
    record.draft().problem(record.position(),
                           fmt::format("{} needs a bound: `at_most` or `at_least`", record.name()));
  if (claim.kind == ClaimKind::pace && bounded == record.has("top"))
    record.draft().problem(
        record.position(),
        fmt::format("{} needs either `top` with `group`, or `at_most` or `at_least`", record.name()));
  if (claim.kind == ClaimKind::pace && record.has("top") && !record.has("group"))
    record.draft().problem(record.position(),
                           fmt::format("{} has `top` and needs the `group` to be ranked in", record.name()));
  if (!claim.vintage.empty() && !record.has("group"))
    record.problem("vintage", "`vintage` is of a group; name the `group`");
  if (claim.since && claim.year && *claim.since >= *claim.year)
    record.problem("since", fmt::format("`since` must be before `year` ({})", *claim.year));
  if (!record.has("about") && !record.has("by"))
    record.draft().problem(
        record.position(),
        fmt::format("{} needs `about` (or `by`): whose figures are looked up", record.name()));
}

bool is_vintage(std::string_view text) {
  return text.size() == 4 && text.starts_with("FY") &&
         std::all_of(text.begin() + 2, text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

} // namespace

void read_claim(const YamlNode& node, Draft& draft) {
  const Record record(node, keys::claim, draft);
  Claim claim;
  claim.position = record.position();
  claim.id = record.define_id(IdKind::claim);
  claim.title = read_title(record, claim.id);
  const std::optional<ClaimKind> kind = record.word("claim", k_claim_kinds);
  claim.kind = kind.value_or(ClaimKind::event);
  const bool of_figures = kind == ClaimKind::rank || kind == ClaimKind::threshold || kind == ClaimKind::pace;

  claim.agreement = record.mention("agreement", IdKind::agreement);
  claim.by = record.mention("by", IdKind::party, of_figures && !record.has("about"));
  claim.about = record.mention("about", IdKind::party, of_figures);
  claim.indicator = record.text("indicator");
  claim.indicator_position = record.position_of("indicator");
  claim.group = record.text("group");
  claim.group_position = record.position_of("group");
  claim.vintage = record.text("vintage");
  if (!claim.vintage.empty() && !is_vintage(claim.vintage))
    record.problem("vintage",
                   fmt::format("`vintage` must be a fiscal year such as FY26, not `{}`", claim.vintage));
  claim.lower_is_better = record.boolean("lower_is_better").value_or(true);
  claim.top = read_top(record);
  claim.year = record.whole_number("year", k_first_year, k_last_year);
  claim.since = record.whole_number("since", k_first_year, k_last_year);
  claim.preferred_source = record.text("preferred_source");
  read_bound(record, claim);
  claim.companion = record.mention("companion", IdKind::claim);
  const WrittenDate date = record.date("date");
  claim.date = date.day;
  claim.date_text = date.text;
  claim.source = read_document(record, "source");

  if (kind)
    check_kind_keys(record, "claim", to_string(*kind), claim_kind_keys(), keys_by_claim_kind());
  if (of_figures)
    check_figures(record, claim);
  draft.framework.claims.push_back(std::move(claim));
}

} // namespace kept::ledger
