// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "facts/activity.hpp"
#include "read/iati/elements.hpp"

namespace kept::read::iati {

facts::DocumentLink read_document_link(const ElementReader& reader, Element element);

} // namespace kept::read::iati
