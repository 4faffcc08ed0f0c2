# SPDX-License-Identifier: Apache-2.0

# kept_room(<name> USES <target>... [PRIVATE_USES <target>...])
#
# One static library per folder of src/. Every .cpp file in the folder belongs to the room; USES are the
# rooms and libraries that its headers need, PRIVATE_USES those that only its .cpp files need.
function(kept_room name)
  cmake_parse_arguments(ROOM "" "" "USES;PRIVATE_USES" ${ARGN})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/${name}/*.cpp")
  add_library(kept_${name} STATIC ${sources})
  target_include_directories(kept_${name} PUBLIC "${CMAKE_CURRENT_SOURCE_DIR}")
  target_link_libraries(kept_${name} PUBLIC ${ROOM_USES} PRIVATE kept_compile_options ${ROOM_PRIVATE_USES})
  target_precompile_headers(kept_${name} REUSE_FROM kept_precompiled)
endfunction()
