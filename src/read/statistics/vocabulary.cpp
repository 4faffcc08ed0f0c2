// SPDX-License-Identifier: Apache-2.0
#include "read/statistics/vocabulary.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace kept::read::statistics {
namespace {

struct Hash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
};
template <typename Value> using ByText = std::unordered_map<std::string, Value, Hash, std::equal_to<>>;

template <typename Value> const Value* find(const ByText<Value>& map, std::string_view text) {
  const auto found = map.find(text);
  return found == map.end() ? nullptr : &found->second;
}

bool is_number(std::string_view text) {
  return !text.empty() && text.size() <= 3 &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool satisfies(const facts::IndicatorCode& code, std::span<const Dimension> dimensions) {
  return std::all_of(code.where.begin(), code.where.end(), [&](const auto& condition) {
    return std::any_of(dimensions.begin(), dimensions.end(), [&](const Dimension& dimension) {
      return dimension.name == condition.first && dimension.value == condition.second;
    });
  });
}

} // namespace

struct Vocabulary::Index {
  ByText<Area> area_codes; ///< upper case
  ByText<Area> area_names; ///< folded
  ByText<const facts::CatalogueIndicator*> indicators;
  ByText<std::vector<Match>> indicator_codes; ///< those with the most conditions first
  ByText<const facts::IndicatorUnit*> units;  ///< folded
};

Vocabulary::Vocabulary(const facts::Reference& reference) {
  auto index = std::make_unique<Index>();
  const auto add_code = [&](std::string_view code, const Area& area) {
    if (!code.empty())
      index->area_codes.try_emplace(upper(code), area);
  };
  const auto add_name = [&](std::string_view name, const Area& area) {
    if (std::string folded = fold(name); !folded.empty())
      index->area_names.try_emplace(std::move(folded), area);
  };
  // In the order of precedence: the first one that takes a text keeps it.
  const auto add_codes = [&](std::string facts::Area::*code) {
    for (const facts::Area& area : reference.areas)
      add_code(area.*code, {facts::AreaKind::country, area.iso3});
  };
  add_codes(&facts::Area::iso3);
  add_codes(&facts::Area::iso2);
  add_codes(&facts::Area::m49);
  for (const facts::Aggregate& aggregate : reference.aggregates)
    add_code(aggregate.code, {facts::AreaKind::aggregate, aggregate.code});
  for (std::string facts::Area::*name : {&facts::Area::name_en, &facts::Area::name_zh, &facts::Area::name_ko})
    for (const facts::Area& area : reference.areas)
      add_name(area.*name, {facts::AreaKind::country, area.iso3});
  for (const facts::AreaAlias& alias : reference.aliases)
    add_name(alias.alias, {facts::AreaKind::country, alias.iso3});
  for (const facts::Aggregate& aggregate : reference.aggregates)
    add_name(aggregate.name, {facts::AreaKind::aggregate, aggregate.code});

  for (const facts::CatalogueIndicator& indicator : reference.indicators) {
    index->indicators.emplace(indicator.id, &indicator);
    for (const facts::IndicatorCode& code : indicator.codes)
      index->indicator_codes[code.code].push_back({&indicator, &code});
  }
  for (auto& [code, matches] : index->indicator_codes)
    std::stable_sort(matches.begin(), matches.end(), [](const Match& a, const Match& b) {
      return a.code->where.size() > b.code->where.size();
    });
  for (const facts::IndicatorUnit& unit : reference.units) {
    index->units.try_emplace(fold(unit.id), &unit);
    for (const std::string& spelling : unit.spellings)
      index->units.try_emplace(fold(spelling), &unit);
  }
  m_index = std::move(index);
}

Vocabulary::~Vocabulary() = default;

Vocabulary::Area Vocabulary::area(std::string_view text) const {
  text = trim(text);
  if (is_number(text)) {
    std::string padded(3 - text.size(), '0');
    const Area* const area = find(m_index->area_codes, padded.append(text));
    return area == nullptr ? Area() : *area;
  }
  if (const Area* const area = find(m_index->area_codes, upper(text)))
    return *area;
  const Area* const area = find(m_index->area_names, fold(text));
  return area == nullptr ? Area() : *area;
}

Vocabulary::Match Vocabulary::indicator(std::string_view text, std::span<const Dimension> dimensions) const {
  text = trim(text);
  if (const auto* const indicator = find(m_index->indicators, text))
    return {*indicator, nullptr};
  const std::vector<Match>* matches = find(m_index->indicator_codes, text);
  if (matches == nullptr)
    matches = find(m_index->indicator_codes, upper(text));
  if (matches != nullptr)
    for (const Match& match : *matches)
      if (satisfies(*match.code, dimensions))
        return match;
  return {};
}

const facts::IndicatorUnit* Vocabulary::unit(std::string_view text) const {
  const auto* const unit = find(m_index->units, fold(text));
  return unit == nullptr ? nullptr : *unit;
}

} // namespace kept::read::statistics
