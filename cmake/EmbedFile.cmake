# SPDX-License-Identifier: Apache-2.0

# embed_file(<target> HEADER <header> FUNCTION <namespace::name> FILE <file>)
#
# Takes the bytes of a file that is made during the build into a target. The header declares the function, which returns
# them as a std::string_view.
function(embed_file target)
  cmake_parse_arguments(EMBED "" "HEADER;FUNCTION;FILE" "" ${ARGN})
  string(REGEX MATCH "^(.*)::([^:]+)$" matched "${EMBED_FUNCTION}")
  set(namespace "${CMAKE_MATCH_1}")
  set(name "${CMAKE_MATCH_2}")
  set(output "${CMAKE_CURRENT_BINARY_DIR}/embedded_${name}.cpp")
  file(CONFIGURE OUTPUT "${output}" CONTENT [[// Made by cmake/EmbedFile.cmake.
#include "@EMBED_HEADER@"

asm(".pushsection .rodata\n"
    ".balign 16\n"
    "embedded_@name@_begin:\n"
    ".incbin \"@EMBED_FILE@\"\n"
    "embedded_@name@_end:\n"
    ".popsection");
extern "C" const char embedded_@name@_begin[], embedded_@name@_end[];

std::string_view @namespace@::@name@() {
  return {embedded_@name@_begin, embedded_@name@_end};
}
]] @ONLY)
  set_source_files_properties("${output}" PROPERTIES OBJECT_DEPENDS "${EMBED_FILE}")
  target_sources(${target} PRIVATE "${output}")
endfunction()
