#!/usr/bin/env python3
"""Validates JSON Lines by a JSON Schema.

usage: validate.py SCHEMA < DOCUMENTS

Prints one line a document: "ok", or where and why it is not.
"""

import json
import sys

from jsonschema import Draft202012Validator


def told(error):
    place = "/".join(str(part) for part in error.absolute_path)
    return f"{place or '.'}: {error.message[:200]}"


def main(argv):
    if len(argv) != 2:
        print("usage: validate.py SCHEMA < DOCUMENTS", file=sys.stderr)
        return 2
    with open(argv[1], encoding="utf-8") as file:
        schema = json.load(file)
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    # Bytes, so that no locale has a say.
    for line in sys.stdin.buffer.read().splitlines():
        errors = sorted(validator.iter_errors(json.loads(line)), key=str)
        print(" ".join("; ".join(told(error) for error in errors).split()) if errors else "ok")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
