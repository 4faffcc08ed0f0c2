# SPDX-License-Identifier: Apache-2.0
"""terminal.py WIDTH COMMAND...: runs a command whose standard output and error are a terminal of WIDTH columns."""
import fcntl
import os
import pty
import struct
import sys
import termios


def main() -> int:
    width, command = int(sys.argv[1]), sys.argv[2:]
    pid, screen = pty.fork()
    if pid == 0:
        fcntl.ioctl(1, termios.TIOCSWINSZ, struct.pack("HHHH", 50, width, 0, 0))
        os.execvp(command[0], command)
    shown = bytearray()
    while True:
        try:
            part = os.read(screen, 65536)
        except OSError:  # the terminal is closed: the command has ended
            break
        if not part:
            break
        shown += part
    _, status = os.waitpid(pid, 0)
    sys.stdout.buffer.write(shown.replace(b"\r\n", b"\n").replace(b"\x1b", b"<ESC>"))
    return os.waitstatus_to_exitcode(status)


sys.exit(main())
