// SPDX-License-Identifier: Apache-2.0
// The precompiled header has included doctest.h already, so the define that this one would follow from comes
// too late.
#define DOCTEST_CONFIG_IMPLEMENT
#define DOCTEST_CONFIG_IMPLEMENT_WITH_MAIN
#include <doctest/doctest.h>
