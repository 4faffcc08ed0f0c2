// SPDX-License-Identifier: Apache-2.0
#include "base/text.hpp"
#include "read/tables/read_tables.hpp"
#include "read/tables/required_columns.hpp"
#include "read/tables/source_table.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace kept::read::tables {
namespace {

using facts::Participant;
using facts::Severity;

constexpr std::array<std::string_view, 4> k_statuses{"nominated", "enrolled", "completed", "withdrawn"};

/// "female", "male", "other" or empty; none for a word that is none of these.
std::optional<std::string> normalised_sex(std::string_view text) {
  const std::string word = fold(text);
  if (word.empty() || word == "female" || word == "male" || word == "other")
    return word;
  if (word == "f")
    return "female";
  if (word == "m")
    return "male";
  return std::nullopt;
}

std::optional<int> parse_year(std::string_view text) {
  int year = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), year);
  if (error != std::errc() || end != text.data() + text.size() || text.size() != 4 || year < 1800)
    return std::nullopt;
  return year;
}

struct Columns {
  std::size_t person, programme, status;
  std::optional<std::size_t> country, sex, birth_year, date;
};

Columns columns_of(const Table& table) {
  const auto [person, programme, status] = table.columns(k_participant_columns);
  return {person,
          programme,
          status,
          table.find("country"),
          table.find("sex"),
          table.find("birth_year"),
          table.find("date")};
}

/// Cells that describe a person without deciding whether one counts: an unreadable one is left out, with a
/// warning.
void read_description(SourceTable& table, const Columns& columns, Participant& participant) {
  const std::string_view sex_text = table.cell(columns.sex);
  const auto sex = normalised_sex(sex_text);
  participant.sex = sex.value_or("");
  if (!sex)
    table.add_finding("bad-cell", Severity::warning,
                      about_cell("sex", sex_text, "not read (expected female, male, other or nothing)"));

  const std::string_view year_text = table.cell(columns.birth_year);
  participant.birth_year = parse_year(year_text);
  if (!participant.birth_year && !year_text.empty())
    table.add_finding("bad-cell", Severity::warning,
                      about_cell("birth_year", year_text, "not a year (expected YYYY); left out"));
}

std::optional<Participant> read_participant(SourceTable& table, const Columns& columns) {
  Participant participant;
  participant.line = table.line();
  participant.person = table.cell(columns.person);
  participant.programme = table.cell(columns.programme);
  participant.country = table.cell(columns.country);
  const std::string_view status_text = table.cell(columns.status);
  participant.status = fold(status_text);
  if (participant.person.empty()) {
    table.bad_row("person", {}, {});
    return std::nullopt;
  }
  if (std::find(k_statuses.begin(), k_statuses.end(), participant.status) == k_statuses.end()) {
    table.bad_row("status", status_text, "no status (expected nominated, enrolled, completed or withdrawn)");
    return std::nullopt;
  }
  bool sound = true;
  participant.date = table.date(columns.date, sound);
  if (!sound)
    return std::nullopt;
  read_description(table, columns, participant);
  return participant;
}

} // namespace

Rows<Participant> read_participants(const std::filesystem::path& path, facts::Source& source) {
  Rows<Participant> result;
  SourceTable table(path, source, result.findings);
  const Columns columns = columns_of(table.table());
  while (table.next())
    if (auto participant = read_participant(table, columns))
      result.rows.push_back(std::move(*participant));
  return result;
}

} // namespace kept::read::tables
