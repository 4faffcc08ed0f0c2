// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace kept::store {

class Connection;

/// Makes derived.same_organisation anew: far fewer rows to look through than there are organisations, of
/// which each source has its own.
void group_organisations(const Connection& connection);

} // namespace kept::store
