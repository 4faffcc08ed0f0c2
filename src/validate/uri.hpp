// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace kept::validate {

/// Is `text` a URI reference (RFC 3986)? As XML Schema 1.0 has it for xsd:anyURI, characters that a URI must
/// escape (non-ASCII ones, < > " { } | \ ^ ` and controls) are taken as if they were escaped; blanks within
/// are not.
bool is_uri_reference(std::string_view text);

} // namespace kept::validate
