// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <fmt/format.h>

#include <string>
#include <string_view>

// Invented SDMX-ML messages.

namespace kept::read::sdmx::test {

/// A message of version 2.1 of an invented structure, whose data sets begin in line 6.
inline std::string message(std::string_view root, std::string_view data_sets,
                           std::string_view at_observation = "TIME_PERIOD") {
  return fmt::format(
      "<m:{0} xmlns:m=\"http://example.org/schemas/v2_1/message\" "
      "xmlns:g=\"http://example.org/schemas/v2_1/data/generic\" xmlns:c=\"urn:c\" xmlns:ss=\"urn:ss\">\n"
      "<m:Header><m:ID>EX</m:ID><m:Prepared>2024-05-06T07:08:09+01:00</m:Prepared>\n"
      "<m:Structure structureID=\"S1\" dimensionAtObservation=\"{2}\"><c:Structure>\n"
      "<Ref agencyID=\"EX\" id=\"EX_FLOW\" version=\"1.0\"/></c:Structure></m:Structure>\n"
      "</m:Header>\n"
      "{1}\n"
      "</m:{0}>\n",
      root, data_sets, at_observation);
}

inline std::string generic(std::string_view data_sets, std::string_view at_observation = "TIME_PERIOD") {
  return message("GenericData", data_sets, at_observation);
}

inline std::string specific(std::string_view data_sets, std::string_view at_observation = "TIME_PERIOD") {
  return message("StructureSpecificData", data_sets, at_observation);
}

/// A structure-specific data set with one series of EX_RATE in XAA; `observations` begin in line 8.
inline std::string one_series(std::string_view observations, std::string_view attributes = "") {
  return specific(fmt::format("<m:DataSet ss:structureRef=\"S1\">\n"
                              "<Series INDICATOR=\"EX_RATE\" REF_AREA=\"XAA\" SEX=\"F\" {}>\n"
                              "{}</Series></m:DataSet>",
                              attributes, observations));
}

} // namespace kept::read::sdmx::test
