// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "read/statistics/observation_builder.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace kept::read::sdmx {

/// The value of a concept.
struct Component {
  std::string id, value;
  bool attribute = false; ///< said to be one; else role_of(id) decides
};
using Components = std::vector<Component>;

/// What holds at one point of a data message, from the data set down to the observation; turns it into
/// figures. Shared by the formats that nest: SDMX-ML and SDMX-JSON.
class DataMessage {
public:
  /// `builder` must outlive the message.
  explicit DataMessage(statistics::ObservationBuilder& builder) : m_builder(builder) {}

  std::string structure; ///< id of the structure or data flow: the indicator where no dimension names one
  std::string dimension_at_observation = "TIME_PERIOD";
  Components data_set, series, observation;

  /// Attributes that hold for every series whose dimensions have the values of `group`.
  void add_group(Components group) { m_groups.push_back(std::move(group)); }
  void begin_data_set() {
    data_set.clear();
    m_groups.clear();
  }

  /// The observation that the components describe. `value` empty: there is none, or it stands among them as
  /// OBS_VALUE.
  void take(std::uint32_t line, std::string_view value);
  /// An observation that cannot be placed.
  void refuse(std::uint32_t line, std::string why);
  /// Attributes of groups of dimensions stand there, which are not read.
  void warn_of_groups(std::uint32_t line);
  /// An observation of a data set that deletes.
  void pass_over_deletion(std::uint32_t line);
  /// Tells what was passed over, or that there was nothing at all.
  void finish();

private:
  void add(const Components& components, statistics::RawObservation& raw);
  void add(const Component& component, bool attribute, statistics::RawObservation& raw);
  bool applies(const Components& group) const;
  const Component* find_key(std::string_view id) const;

  statistics::ObservationBuilder& m_builder;
  std::vector<Components> m_groups;
  std::vector<statistics::Dimension> m_dimensions;
  std::uint64_t m_seen = 0, m_deletions = 0;
  std::uint32_t m_first_deletion = 0; ///< its line
};

} // namespace kept::read::sdmx
