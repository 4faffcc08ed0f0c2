// SPDX-License-Identifier: Apache-2.0
#include "read/statistics/catalogue.hpp"

#include "base/text.hpp"
#include "read/yaml_record.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace kept::read::statistics {
namespace {

using Keys = std::span<const std::string_view>;

constexpr std::array<std::string_view, 2> k_catalogue_keys{"units", "indicators"};
constexpr std::array<std::string_view, 6> k_unit_keys{"id", "name", "base", "per", "share", "spellings"};
constexpr std::array<std::string_view, 6> k_indicator_keys{"id",     "name", "unit", "lower_is_better",
                                                           "target", "codes"};
constexpr std::array<std::string_view, 3> k_name_keys{"en", "zh", "ko"};
constexpr std::array<std::string_view, 6> k_target_keys{"goal",          "year",         "at_most",
                                                        "world_at_most", "reduced_from", "reduced_by"};
constexpr std::array<std::string_view, 4> k_code_keys{"scheme", "code", "where", "unit"};

class CatalogueReader {
public:
  Catalogue read(const YamlNode& root) {
    const YamlRecord record(root, k_catalogue_keys, m_problems);
    for (const YamlNode* node : record.items("units"))
      read_unit(*node);
    for (const YamlNode* node : record.items("indicators"))
      read_indicator(*node);
    return std::move(m_catalogue);
  }

  const std::vector<Problem>& problems() const { return m_problems; }

private:
  void read_unit(const YamlNode& node) {
    const YamlRecord record(node, k_unit_keys, m_problems);
    facts::IndicatorUnit unit;
    unit.id = record.required_text("id");
    unit.name = record.required_text("name");
    unit.base = record.required_text("base");
    unit.per = record.number("per").value_or(0);
    if (!(unit.per > 0))
      record.problem("per", "`per` must be a number over zero");
    unit.share = record.boolean("share", false);
    unit.spellings = record.texts("spellings");
    std::vector<std::string> texts = unit.spellings;
    texts.push_back(unit.id);
    for (const std::string& text : texts)
      if (const auto [owner, is_new] = m_unit_texts.try_emplace(fold(text), unit.id); !is_new)
        record.problem("spellings", fmt::format("`{}` already names the unit `{}`", text, owner->second));
    m_catalogue.units.push_back(std::move(unit));
  }

  /// Of a unit of the catalogue; an unknown one is a problem.
  std::string unit_id(const YamlRecord& record) {
    std::string id = record.text("unit");
    const bool known = std::any_of(m_catalogue.units.begin(), m_catalogue.units.end(),
                                   [&](const facts::IndicatorUnit& unit) { return unit.id == id; });
    if (!id.empty() && !known)
      record.problem("unit", fmt::format("there is no unit `{}`", id));
    return id;
  }

  void read_indicator(const YamlNode& node) {
    const YamlRecord record(node, k_indicator_keys, m_problems);
    facts::CatalogueIndicator indicator;
    indicator.id = record.required_text("id");
    if (!m_ids.insert(indicator.id).second)
      record.problem("id", fmt::format("`{}` stands there twice", indicator.id));
    if (const YamlNode* const names = record.value("name")) {
      const YamlRecord name(*names, k_name_keys, m_problems);
      indicator.name_en = name.required_text("en");
      indicator.name_zh = name.required_text("zh");
      indicator.name_ko = name.required_text("ko");
    } else {
      record.problem(record.position(), "`name` is missing");
    }
    record.required_text("unit");
    indicator.unit = unit_id(record);
    if (record.value("lower_is_better") == nullptr)
      record.problem(record.position(), "`lower_is_better` is missing");
    indicator.lower_is_better = record.boolean("lower_is_better", true);
    if (const YamlNode* const target = record.value("target"))
      indicator.target = read_target(*target);
    for (const YamlNode* code : record.items("codes"))
      indicator.codes.push_back(read_code(*code));
    m_catalogue.indicators.push_back(std::move(indicator));
  }

  facts::IndicatorTarget read_target(const YamlNode& node) {
    const YamlRecord record(node, k_target_keys, m_problems);
    facts::IndicatorTarget target;
    target.goal = record.required_text("goal");
    target.year = record.whole_number("year").value_or(target.year);
    target.at_most = record.number("at_most");
    target.world_at_most = record.number("world_at_most");
    target.reduced_from = record.whole_number("reduced_from");
    target.reduced_by = record.number("reduced_by");
    if (target.reduced_from.has_value() != target.reduced_by.has_value())
      record.problem(record.position(), "`reduced_from` and `reduced_by` belong together");
    if (!target.at_most)
      record.problem(record.position(), "`at_most` is missing");
    return target;
  }

  facts::IndicatorCode read_code(const YamlNode& node) {
    const YamlRecord record(node, k_code_keys, m_problems);
    facts::IndicatorCode code;
    code.scheme = record.required_text("scheme");
    code.code = record.required_text("code");
    code.where = record.text_map("where");
    code.unit = unit_id(record);
    if (!m_codes.insert({code.code, code.where}).second)
      record.problem("code", fmt::format("`{}` already names an indicator", code.code));
    return code;
  }

  Catalogue m_catalogue;
  std::vector<Problem> m_problems;
  std::set<std::string> m_ids;
  std::map<std::string, std::string> m_unit_texts; ///< folded: which unit it names
  std::set<std::pair<std::string, std::map<std::string, std::string>>> m_codes;
};

} // namespace

Catalogue read_catalogue(const std::filesystem::path& path) {
  const YamlPointer root = read_yaml_root(path.string());
  CatalogueReader reader;
  Catalogue catalogue = reader.read(*root);
  refuse_problems(path.string(), reader.problems());
  return catalogue;
}

} // namespace kept::read::statistics
