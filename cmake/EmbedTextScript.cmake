# SPDX-License-Identifier: Apache-2.0
# Writes the .cpp file of embed_text (EmbedText.cmake): OUTPUT, HEADER, FUNCTION, FILES.
string(REGEX MATCH "^(.*)::([^:]+)$" matched "${FUNCTION}")
set(namespace "${CMAKE_MATCH_1}")
set(name "${CMAKE_MATCH_2}")
set(entries "")
foreach(file IN LISTS FILES)
  file(READ "${file}" text)
  get_filename_component(file_name "${file}" NAME)
  string(APPEND entries "    {\"${file_name}\", R\"embedded(${text})embedded\"},\n")
endforeach()
file(WRITE "${OUTPUT}" "// Made by cmake/EmbedText.cmake.
#include \"${HEADER}\"

namespace ${namespace} {
namespace {
constexpr EmbeddedText texts[] = {
${entries}};
} // namespace

std::span<const EmbeddedText> ${name}() { return texts; }

} // namespace ${namespace}
")
