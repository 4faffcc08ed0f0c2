# SPDX-License-Identifier: Apache-2.0

# embed_text(<target> HEADER <header> FUNCTION <namespace::name> FILES <file>...)
#
# Compiles text files into a target. The header declares the function, which returns a std::span of structs
# {file name, text}: `struct EmbeddedText { std::string_view name, text; }` in the function's namespace.
function(embed_text target)
  cmake_parse_arguments(EMBED "" "HEADER;FUNCTION" "FILES" ${ARGN})
  list(TRANSFORM EMBED_FILES PREPEND "${CMAKE_CURRENT_SOURCE_DIR}/")
  string(REGEX REPLACE "[^a-z_]+" "_" name "${EMBED_FUNCTION}")
  set(output "${CMAKE_CURRENT_BINARY_DIR}/${name}.cpp")
  add_custom_command(
    OUTPUT "${output}"
    COMMAND "${CMAKE_COMMAND}" "-DOUTPUT=${output}" "-DHEADER=${EMBED_HEADER}" "-DFUNCTION=${EMBED_FUNCTION}"
            "-DFILES=${EMBED_FILES}" -P "${PROJECT_SOURCE_DIR}/cmake/EmbedTextScript.cmake"
    DEPENDS ${EMBED_FILES} "${PROJECT_SOURCE_DIR}/cmake/EmbedTextScript.cmake"
    VERBATIM)
  target_sources(${target} PRIVATE "${output}")
endfunction()
