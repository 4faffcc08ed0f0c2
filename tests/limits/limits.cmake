# SPDX-License-Identifier: Apache-2.0
# Hostile input, faults and memory: a short form of each in every run, the long form with `ctest -C long -L long`.
add_library(jumping_clock MODULE ${CMAKE_CURRENT_LIST_DIR}/jumping_clock.cpp)
target_link_libraries(jumping_clock PRIVATE kept_compile_options ${CMAKE_DL_LIBS})

function(kept_limit_test name)
  set(command python3 ${CMAKE_CURRENT_FUNCTION_LIST_DIR}/${name}.py $<TARGET_FILE:kept>)
  add_test(NAME limits.${name} COMMAND ${command} ${ARGN})
  set_tests_properties(limits.${name} PROPERTIES LABELS slow)
  add_test(NAME limits.${name}.long COMMAND ${command} ${ARGN} --long CONFIGURATIONS long)
  set_tests_properties(limits.${name}.long PROPERTIES LABELS long TIMEOUT 7200 RUN_SERIAL TRUE)
endfunction()

kept_limit_test(faults --clock $<TARGET_FILE:jumping_clock>)
kept_limit_test(hostile)
kept_limit_test(memory)

add_test(NAME limits.large_table COMMAND python3 ${CMAKE_CURRENT_LIST_DIR}/large_table.py $<TARGET_FILE:kept>)
set_tests_properties(limits.large_table PROPERTIES LABELS slow)
