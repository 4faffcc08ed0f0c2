// SPDX-License-Identifier: Apache-2.0
#include "ledger/read_records.hpp"

#include <algorithm>

namespace kept::ledger {

namespace {

bool are_capitals(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}
bool are_digits(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

} // namespace

Filter read_filter(const Record& pledge) {
  Filter filter;
  const YamlNode* const node = pledge.value("filter");
  if (!node)
    return filter;
  const Record record(*node, keys::filter, pledge.draft());
  if (node->kind == YamlNode::Kind::map && node->entries.empty())
    record.problem("filter", "`filter` is empty and would count everything; name what counts");

  filter.provider = record.mentions("provider", IdKind::party);
  filter.receiver = record.mentions("receiver", IdKind::party);
  filter.reporting_org = record.mentions("reporting_org", IdKind::party);
  filter.countries = record.texts(
      "countries", "a country code of two or three capitals (ISO 3166-1)",
      [](std::string_view code) { return (code.size() == 2 || code.size() == 3) && are_capitals(code); });
  filter.regions = record.texts("regions", "a region code of the DAC such as 298", [](std::string_view code) {
    return (code.size() == 2 || code.size() == 3) && are_digits(code);
  });
  filter.group = record.text("group");
  filter.group_position = record.position_of("group");
  filter.sectors = record.texts("sectors", "a sector code of the DAC, or its beginning, such as 12220 or 122",
                                [](std::string_view code) { return code.size() <= 5 && are_digits(code); });
  filter.gender_marker = record.words("gender_marker", k_significances);
  filter.rmnch_marker = record.words("rmnch_marker", k_significances);
  filter.statuses = record.words("statuses", k_statuses);
  filter.activities = record.texts("activities");
  filter.tags = record.texts("tags");
  return filter;
}

} // namespace kept::ledger
