// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string_view>

namespace kept::app {

/// The folder with the figures of reference (data/README.md). `given` is what --data or $KEPT_DATA says;
/// where that is empty, the first of these that holds frameworks: `share/kept` next to the folder of the
/// program (installed), `data` next to it (built in a folder of the checkout). Throws Error(input) saying
/// where it looked.
std::filesystem::path find_data_folder(const std::filesystem::path& given,
                                       const std::filesystem::path& program);

/// The path of the running program (/proc/self/exe); empty where the system does not tell.
std::filesystem::path this_program();

} // namespace kept::app
