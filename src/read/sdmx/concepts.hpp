// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace kept::read::sdmx {

/// What a concept of a data set is to a figure.
enum class Role {
  dimension, ///< breaks figures down
  indicator,
  area,
  time,
  sex,
  value,
  lower,
  upper,
  unit,
  unit_multiplier,
  status,
  structure,   ///< names the data set: DATAFLOW, STRUCTURE_ID
  data_source, ///< whose figures they are, in words: DATA_SOURCE
  action,
  passed_over ///< attributes that change nothing about the figure
};

/// The role of a concept by its id, in any case. Messages without their structure do not tell dimensions from
/// attributes, and publishers put attributes before the time too; so the cross-domain concepts of SDMX and
/// the attributes that UNICEF, the ECB and Eurostat use are known by name. What is not known is a dimension.
Role role_of(std::string_view id);

} // namespace kept::read::sdmx
