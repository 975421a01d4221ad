#!/usr/bin/env python3
"""Random texts and the rows that Python's csv module reads from them.

usage: csv_referee.py COUNT

Prints, one a line: {"text": TEXT, "rows": [[FIELD, ...], ...]}, without blank rows.
"""

import csv
import io
import json
import random
import sys

if __name__ == "__main__":
    chance = random.Random(4)
    for _ in range(int(sys.argv[1])):
        text = "".join(chance.choice('ab,,"""\n\r ') for _ in range(chance.randrange(24)))
        rows = [row for row in csv.reader(io.StringIO(text, newline="")) if row]
        print(json.dumps({"text": text, "rows": rows}))
