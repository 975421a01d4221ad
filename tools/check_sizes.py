#!/usr/bin/env python3
"""No source file has more than 400 lines; half of them have at most 160.

usage: check_sizes.py ROOT | --self-test
"""

import statistics
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent / "lib"))
import cpp_source  # noqa: E402

MOST_LINES = 400
MOST_MEDIAN = 160
SUFFIXES = (".h", ".cc", ".py", ".sh", ".cmake", ".js", ".css")


def check(root):
    sizes = {}
    for path in cpp_source.sources(root, (*cpp_source.SOURCE_FOLDERS, "cmake", "tools"), SUFFIXES):
        sizes[path] = (Path(root) / path).read_bytes().count(b"\n")
    violations = [f"{path}:{MOST_LINES + 1}: {size} lines; split it, at most {MOST_LINES}"
                  for path, size in sizes.items() if size > MOST_LINES]
    if sizes:
        median = statistics.median(sizes.values())
        if median > MOST_MEDIAN:
            violations.append(f".:1: the median source has {median:g} lines, at most {MOST_MEDIAN}")
    return violations


def self_test():
    def lines(count):
        return "// A line.\n" * count

    cpp_source.must_see(check, {"cli/a.cc": lines(160), "cli/b.cc": lines(400)},
                        "the median source has 280")
    cpp_source.must_see(check, {"cli/a.cc": lines(10), "cli/b.cc": lines(10),
                                "tools/c.py": lines(401)}, "tools/c.py:401: 401 lines")
    cpp_source.must_see(check, {"cli/a.cc": lines(160), "cli/b.h": lines(160),
                                "tests/c/d.cc": lines(400)})


if __name__ == "__main__":
    sys.exit(cpp_source.main(sys.argv, check, self_test))
