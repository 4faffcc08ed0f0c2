# SPDX-License-Identifier: Apache-2.0
# Finds DuckDB's C library and defines the target DuckDB::duckdb. A system installation is preferred; else
# the one that `make setup` unpacked into .deps/duckdb is taken.
find_path(DUCKDB_INCLUDE_DIR duckdb.h)
find_library(DUCKDB_LIBRARY duckdb)
if(NOT DUCKDB_INCLUDE_DIR OR NOT DUCKDB_LIBRARY)
  unset(DUCKDB_INCLUDE_DIR CACHE)
  unset(DUCKDB_LIBRARY CACHE)
  find_path(DUCKDB_INCLUDE_DIR duckdb.h PATHS "${CMAKE_CURRENT_SOURCE_DIR}/.deps/duckdb" NO_DEFAULT_PATH)
  find_library(DUCKDB_LIBRARY duckdb PATHS "${CMAKE_CURRENT_SOURCE_DIR}/.deps/duckdb" NO_DEFAULT_PATH)
  set(KEPT_BUNDLED_DUCKDB ON)
endif()
if(NOT DUCKDB_INCLUDE_DIR OR NOT DUCKDB_LIBRARY)
  message(FATAL_ERROR "DuckDB was not found: run `make setup`, or install libduckdb and duckdb.h")
endif()
add_library(DuckDB::duckdb SHARED IMPORTED)
set_target_properties(DuckDB::duckdb PROPERTIES IMPORTED_LOCATION "${DUCKDB_LIBRARY}" IMPORTED_NO_SONAME ON
                                                INTERFACE_INCLUDE_DIRECTORIES "${DUCKDB_INCLUDE_DIR}")
