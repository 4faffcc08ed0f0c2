// SPDX-License-Identifier: Apache-2.0
#include "base/text.hpp"
#include "read/tables/read_tables.hpp"
#include "read/tables/required_columns.hpp"
#include "read/tables/source_table.hpp"

#include <algorithm>

namespace kept::read::tables {
namespace {

struct GroupWord {
  std::string_view text; ///< folded, as the World Bank writes it
  std::string_view group;
};
/// LM* was the World Bank's mark for countries between two groups.
constexpr std::array<GroupWord, 13> k_groups{{{"l", "low"},
                                              {"lm", "lower-middle"},
                                              {"lm*", "lower-middle"},
                                              {"um", "upper-middle"},
                                              {"h", "high"},
                                              {"low", "low"},
                                              {"lower-middle", "lower-middle"},
                                              {"upper-middle", "upper-middle"},
                                              {"high", "high"},
                                              {"low income", "low"},
                                              {"lower middle income", "lower-middle"},
                                              {"upper middle income", "upper-middle"},
                                              {"high income", "high"}}};

bool is_fiscal_year(std::string_view text) {
  return text.size() == 4 && text.starts_with("FY") &&
         std::all_of(text.begin() + 2, text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool is_alpha3(std::string_view text) {
  return text.size() == 3 &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

} // namespace

Rows<facts::IncomeGroup> read_income_groups(const std::filesystem::path& path, facts::Source& source) {
  Rows<facts::IncomeGroup> result;
  SourceTable table(path, source, result.findings);
  const auto [iso3, year, group] = table.table().columns(k_income_group_columns);
  while (table.next()) {
    const std::string text = fold(table.cell(group));
    if (text.empty() || text == "..")
      continue; // not classified in that year
    const auto known = std::find_if(k_groups.begin(), k_groups.end(),
                                    [&](const GroupWord& word) { return word.text == text; });
    if (!is_alpha3(table.cell(iso3)))
      table.bad_row("iso3", table.cell(iso3), "no alpha-3 code");
    else if (!is_fiscal_year(table.cell(year)))
      table.bad_row("fiscal_year", table.cell(year), "no fiscal year (expected FY26)");
    else if (known == k_groups.end())
      table.bad_row("group", table.cell(group), "no income group (expected L, LM, UM or H)");
    else
      result.rows.push_back({table.line(), std::string(table.cell(iso3)), std::string(table.cell(year)),
                             std::string(known->group)});
  }
  return result;
}

} // namespace kept::read::tables
