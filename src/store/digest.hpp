// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace kept::store {

class Connection;

/// Store::digest: 64 hexadecimal digits over the rows of all stable views, as sets: order plays no part.
std::string digest_of(const Connection& connection);

} // namespace kept::store
