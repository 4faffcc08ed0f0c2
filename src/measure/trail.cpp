// SPDX-License-Identifier: Apache-2.0
#include "measure/trail.hpp"

#include "measure/parties.hpp"
#include "measure/restriction.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <numeric>
#include <set>
#include <tuple>

namespace kept::measure {
namespace {

constexpr int k_share_scale = 6;

/// The transaction types of IATI 2.03, codelist TransactionType, in words.
std::string_view type_name(std::string_view type) {
  constexpr std::array<std::string_view, 13> names = {
      "incoming funds",   "outgoing commitment", "disbursement",        "expenditure",
      "interest payment", "loan repayment",      "reimbursement",       "purchase of equity",
      "sale of equity",   "credit guarantee",    "incoming commitment", "outgoing pledge",
      "incoming pledge"};
  std::size_t code = 0;
  for (const char c : type)
    code = c >= '0' && c <= '9' && code < 100 ? code * 10 + static_cast<std::size_t>(c - '0') : 100;
  return code >= 1 && code <= names.size() ? names[code - 1] : "transaction";
}

std::string label_of(const TransactionRecord& transaction) {
  const bool incoming = is_incoming(transaction.type);
  const OrganisationRecord& other = incoming ? transaction.provider : transaction.receiver;
  std::string label(type_name(transaction.type));
  if (!is_absent(other))
    label += (incoming ? " from " : " to ") + (other.name.empty() ? other.ref : other.name);
  return label;
}

} // namespace

std::string text_of(const FactPlace& place) {
  return fmt::format("{}:{}", place.source, place.line);
}

std::string text_of(const ledger::Document& document) {
  const std::string& title = document.title.english();
  return document.publisher.empty() ? title : fmt::format("{} ({})", title, document.publisher);
}

TrailEntry trail_entry(const TransactionRecord& transaction) {
  TrailEntry entry;
  entry.place = transaction.place;
  entry.iati_identifier = transaction.iati_identifier;
  entry.transaction_id = transaction.transaction_id;
  entry.label = label_of(transaction);
  entry.date = transaction.value_date;
  entry.raw_value = transaction.raw_value;
  entry.currency = transaction.currency;
  entry.rate = transaction.rate;
  entry.reason = transaction.reason;
  return entry;
}

TrailEntry trail_entry(const FlowRecord& flow) {
  TrailEntry entry = trail_entry(flow.transaction);
  if (flow.transaction.value)
    entry.share = share_of(flow.value, *flow.transaction.value);
  return entry;
}

std::optional<Decimal> share_of(const Decimal& part, const Decimal& whole) {
  if (whole.is_zero())
    return std::nullopt;
  return part.divided_by(whole, k_share_scale).trimmed();
}

TrailEntry excluded(TrailEntry entry, std::string_view reason) {
  entry.role = Role::excluded;
  entry.reason = reason;
  return entry;
}

void sort_trail(std::vector<TrailEntry>& trail) {
  std::vector<std::size_t> order(trail.size()); // an entry is some hundred bytes: each moves once
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return std::tie(trail[a].place.source, trail[a].place.line) <
           std::tie(trail[b].place.source, trail[b].place.line);
  });
  std::vector<TrailEntry> sorted;
  sorted.reserve(trail.size());
  for (const std::size_t index : order)
    sorted.push_back(std::move(trail[index]));
  trail = std::move(sorted);
}

std::vector<std::string> deciding_sources(const std::vector<TrailEntry>& trail) {
  std::set<std::string> names;
  for (const TrailEntry& entry : trail)
    if (entry.role != Role::excluded)
      names.insert(entry.place.source);
  return {names.begin(), names.end()};
}

} // namespace kept::measure
