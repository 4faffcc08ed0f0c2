// SPDX-License-Identifier: Apache-2.0
#include "read/sdmx/data_message.hpp"

#include "read/sdmx/concepts.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace kept::read::sdmx {

const Component* DataMessage::find_key(std::string_view id) const {
  for (const Components* level : {&series, &observation})
    for (const Component& component : *level)
      if (component.id == id && !component.attribute)
        return &component;
  return nullptr;
}

bool DataMessage::applies(const Components& group) const {
  return std::all_of(group.begin(), group.end(), [&](const Component& component) {
    if (component.attribute)
      return true;
    const Component* const key = find_key(component.id);
    // Structure-specific groups do not tell their keys from their attributes; series have the keys.
    return key == nullptr || key->value == component.value;
  });
}

void DataMessage::add(const Components& components, statistics::RawObservation& raw) {
  for (const Component& component : components)
    add(component, component.attribute, raw);
}

/// `raw` views the component, which has to live until the builder has taken it.
void DataMessage::add(const Component& component, bool attribute, statistics::RawObservation& raw) {
  switch (role_of(component.id)) {
  case Role::indicator:
    raw.indicator = component.value;
    break;
  case Role::area:
    raw.area = component.value;
    break;
  case Role::time:
    raw.time = component.value;
    break;
  case Role::sex:
    raw.sex = component.value;
    break;
  case Role::value:
    raw.value = component.value;
    break;
  case Role::lower:
    raw.lower = component.value;
    break;
  case Role::upper:
    raw.upper = component.value;
    break;
  case Role::unit:
    raw.unit = component.value;
    break;
  case Role::unit_multiplier:
    raw.unit_multiplier = component.value;
    break;
  case Role::status:
    raw.status = component.value;
    break;
  case Role::dimension:
    if (!attribute)
      m_dimensions.push_back({component.id, component.value});
    break;
  case Role::structure:
  case Role::action:
  case Role::data_source:
  case Role::passed_over:
    break;
  }
}

void DataMessage::take(std::uint32_t line, std::string_view value) {
  m_dimensions.clear();
  statistics::RawObservation raw;
  raw.line = line;
  raw.indicator = structure;
  // What is said nearer to the observation goes before what is said further away.
  add(data_set, raw);
  for (const Components& group : m_groups)
    if (applies(group))
      for (const Component& component : group)
        if (component.attribute || find_key(component.id) == nullptr)
          add(component, true, raw);
  add(series, raw);
  add(observation, raw);
  if (!value.empty())
    raw.value = value;
  std::sort(m_dimensions.begin(), m_dimensions.end(),
            [](const statistics::Dimension& a, const statistics::Dimension& b) { return a.name < b.name; });
  raw.dimensions = m_dimensions;
  m_builder.take(raw);
  ++m_seen;
}

void DataMessage::refuse(std::uint32_t line, std::string why) {
  m_builder.add_finding("bad-row", facts::Severity::error, line, std::move(why));
  ++m_seen;
}

void DataMessage::warn_of_groups(std::uint32_t line) {
  m_builder.add_finding(
      "unread-attributes", facts::Severity::warning, line,
      "attributes of groups of dimensions are not read: check that no unit or multiplier is among them");
}

void DataMessage::pass_over_deletion(std::uint32_t line) {
  if (m_deletions++ == 0)
    m_first_deletion = line;
}

void DataMessage::finish() {
  if (m_deletions != 0)
    m_builder.add_finding("deleted-row", facts::Severity::information, m_first_deletion,
                          m_deletions == 1
                              ? "1 row deletes figures elsewhere and states none"
                              : fmt::format("{} rows delete figures elsewhere and state none", m_deletions));
  else if (m_seen == 0)
    m_builder.add_finding("no-figures", facts::Severity::warning, 1, "the message holds no observations");
}

} // namespace kept::read::sdmx
