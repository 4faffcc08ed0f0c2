# SPDX-License-Identifier: Apache-2.0
"""newer_store.py LIBRARY FILE: raises the schema version of the store FILE by one, through DuckDB's C library."""
import ctypes
import sys


def main() -> None:
    library, path = ctypes.CDLL(sys.argv[1]), sys.argv[2]
    database, connection = ctypes.c_void_p(), ctypes.c_void_p()
    result = ctypes.create_string_buffer(256)  # a duckdb_result, which is smaller
    if library.duckdb_open(path.encode(), ctypes.byref(database)) != 0:
        sys.exit(f"{path} cannot be opened")
    library.duckdb_connect(database, ctypes.byref(connection))
    sql = "UPDATE meta.property SET value = CAST(CAST(value AS INTEGER) + 1 AS VARCHAR) WHERE name = 'schema_version'"
    if library.duckdb_query(connection, sql.encode(), result) != 0:
        sys.exit(f"{path} is no store")
    library.duckdb_destroy_result(result)
    library.duckdb_disconnect(ctypes.byref(connection))
    library.duckdb_close(ctypes.byref(database))


main()
