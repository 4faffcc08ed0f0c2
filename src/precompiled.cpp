// SPDX-License-Identifier: Apache-2.0
// Empty: this file exists so that the precompiled header has a target of its own (src/CMakeLists.txt).
