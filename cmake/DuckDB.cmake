# SPDX-License-Identifier: Apache-2.0
# Finds DuckDB's C library and defines the target DuckDB::duckdb. A system installation is preferred; else
# the one that `make setup` unpacked into .deps/duckdb is taken, and installed along (KEPT_BUNDLED_DUCKDB).
set(bundled_duckdb "${CMAKE_CURRENT_SOURCE_DIR}/.deps/duckdb")
find_library(DUCKDB_LIBRARY duckdb)
find_library(DUCKDB_LIBRARY duckdb PATHS "${bundled_duckdb}" NO_DEFAULT_PATH)
find_path(DUCKDB_INCLUDE_DIR duckdb.h)
find_path(DUCKDB_INCLUDE_DIR duckdb.h PATHS "${bundled_duckdb}" NO_DEFAULT_PATH)
if(NOT DUCKDB_INCLUDE_DIR OR NOT DUCKDB_LIBRARY)
  message(FATAL_ERROR "DuckDB was not found: run `make setup`, or install libduckdb and duckdb.h")
endif()
cmake_path(IS_PREFIX bundled_duckdb "${DUCKDB_LIBRARY}" KEPT_BUNDLED_DUCKDB)

add_library(DuckDB::duckdb SHARED IMPORTED)
set_target_properties(DuckDB::duckdb PROPERTIES IMPORTED_LOCATION "${DUCKDB_LIBRARY}" IMPORTED_NO_SONAME ON
                                                INTERFACE_INCLUDE_DIRECTORIES "${DUCKDB_INCLUDE_DIR}")
