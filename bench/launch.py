# SPDX-License-Identifier: Apache-2.0
"""Runs one command and tells what it took: launch.py DESCRIPTOR COMMAND... writes wall and processor seconds, peak memory
as the system counts it, and the wait status to the descriptor.

A program of its own since a process's peak begins with that of the process it was forked from: this one stays small."""

import os
import sys
import time

told, command = int(sys.argv[1]), sys.argv[2:]
os.set_inheritable(told, False)
start = time.perf_counter()
process = os.posix_spawnp(command[0], command, os.environ)
_, status, usage = os.wait4(process, 0)
wall = time.perf_counter() - start
os.write(told, f"{wall} {usage.ru_utime + usage.ru_stime} {usage.ru_maxrss} {status}".encode())
