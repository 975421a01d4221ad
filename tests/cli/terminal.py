#!/usr/bin/env python3
"""Runs a program on a terminal of its own.

usage: terminal.py KEYS PROGRAM [ARGUMENT...]

Types a line of KEYS ("/" parts them, ^C interrupts) each time the program waits
for one; what it shows on the terminal goes to standard error, its standard
output to ours. Exits as the program does, with 130 for an interrupt.
"""

import os
import pty
import select
import signal
import sys

PROMPTS = (b"[?] ", b"(empty: later): ")


def main():
    keys = sys.argv[1].split("/")
    output = os.dup(1)
    child, terminal = pty.fork()
    if child == 0:
        os.dup2(output, 1)
        os.execv(sys.argv[2], sys.argv[2:])
    shown = b""
    while True:
        ready, _, _ = select.select([terminal], [], [], 10)
        if not ready:
            os.kill(child, signal.SIGKILL)
            break
        try:
            new = os.read(terminal, 4096)
        except OSError:
            break
        if not new:
            break
        shown += new
        if shown.endswith(PROMPTS) and keys:
            key = keys.pop(0)
            os.write(terminal, b"\x03" if key == "^C" else key.encode() + b"\n")
        elif shown.endswith(PROMPTS):
            os.write(terminal, b"\x04")
    sys.stderr.write(shown.decode(errors="replace"))
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    sys.exit(128 - status if status < 0 else status)


main()
