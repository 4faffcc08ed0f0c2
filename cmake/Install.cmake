# SPDX-License-Identifier: Apache-2.0
install(TARGETS kept RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(DIRECTORY data/ DESTINATION ${CMAKE_INSTALL_DATADIR}/kept)
install(DIRECTORY docs/man/ DESTINATION ${CMAKE_INSTALL_DOCDIR}/man)
install(FILES completions/kept.bash DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions RENAME kept
       )
if(KEPT_BUNDLED_DUCKDB)
  install(FILES "${DUCKDB_LIBRARY}" DESTINATION ${CMAKE_INSTALL_LIBDIR}/kept)
endif()
