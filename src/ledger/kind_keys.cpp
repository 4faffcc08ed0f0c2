// SPDX-License-Identifier: Apache-2.0
#include "ledger/read_records.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace kept::ledger {

namespace {

bool holds(std::span<const std::string_view> keys, std::string_view key) {
  return std::find(keys.begin(), keys.end(), key) != keys.end();
}

} // namespace

void check_kind_keys(const Record& record, std::string_view noun, std::string_view kind,
                     std::span<const std::string_view> all, std::span<const KindKeys> by_kind) {
  const auto own =
      std::find_if(by_kind.begin(), by_kind.end(), [&](const KindKeys& one) { return one.kind == kind; });
  if (own == by_kind.end())
    return;
  for (const std::string_view key : own->needs)
    if (!record.has(key))
      record.draft().problem(record.position(),
                             fmt::format("{} of kind `{}` needs `{}`", record.name(), kind, key));
  for (const std::string_view key : all) {
    if (!record.has(key) || holds(own->needs, key) || holds(own->takes, key))
      continue;
    std::vector<std::string_view> takers;
    for (const KindKeys& one : by_kind)
      if (holds(one.needs, key) || holds(one.takes, key))
        takers.push_back(one.kind);
    record.problem(key, fmt::format("`{}` does not belong to a {} of kind `{}`, only to {}", key, noun, kind,
                                    listing(takers)));
  }
}

} // namespace kept::ledger
