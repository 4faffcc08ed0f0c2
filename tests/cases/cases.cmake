# SPDX-License-Identifier: Apache-2.0
# One test per folder tests/cases/<command>/<case>, and the unit tests of the command line's own logic.
file(GLOB case_commands CONFIGURE_DEPENDS RELATIVE "${CMAKE_CURRENT_LIST_DIR}" "${CMAKE_CURRENT_LIST_DIR}/*/*/cmd")
foreach(case_command ${case_commands})
  get_filename_component(case "${case_command}" DIRECTORY)
  string(REPLACE "/" "." test "case.${case}")
  add_test(NAME ${test}
           COMMAND "${CMAKE_CURRENT_LIST_DIR}/run.sh" --kept $<TARGET_FILE:kept> --data "${CMAKE_SOURCE_DIR}/data"
                   --duckdb $<TARGET_FILE:DuckDB::duckdb> ${case})
  set_tests_properties(${test} PROPERTIES LABELS case SKIP_RETURN_CODE 77)
endforeach()

file(GLOB app_tests CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/unit/app/*.cpp")
set(app_tested data_folder load_summary progress_bar terminal_state)
list(TRANSFORM app_tested REPLACE "(.+)" "${CMAKE_SOURCE_DIR}/src/app/\\1.cpp")
add_executable(test_app ${app_tests} ${app_tested})
target_include_directories(test_app PRIVATE "${CMAKE_CURRENT_SOURCE_DIR}/unit")
target_link_libraries(test_app PRIVATE kept_compile_options test_main kept_load kept_publish)
target_precompile_headers(test_app REUSE_FROM test_main)
add_test(NAME unit.app COMMAND test_app)
set_tests_properties(unit.app PROPERTIES LABELS unit)
