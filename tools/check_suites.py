#!/usr/bin/env python3
"""Every test is run by CTest.

usage: check_suites.py ROOT | --self-test

CTest runs of tests/<folder>/<stem>.cc the suite <stem>. So each *_tests.cc has
that suite, and no test case outside it; a file with test cases is named so.
"""

import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent / "lib"))
import cpp_source  # noqa: E402

EVENT = re.compile(r"\bBOOST_(?P<open>AUTO_TEST_SUITE|FIXTURE_TEST_SUITE)\s*\(\s*(?P<name>\w+)"
                   r"|\bBOOST_(?P<close>AUTO_TEST_SUITE_END)\b"
                   r"|\bBOOST_(?P<case>\w*TEST_CASE\w*)\s*\(")


def check_file(path, code):
    is_suite = path.stem.endswith("_tests")
    open_suites = []
    seen = False
    for event in EVENT.finditer(code):
        line = code.count("\n", 0, event.start()) + 1
        if event["open"]:
            if not open_suites and event["name"] != path.stem:
                yield f"{path}:{line}: suite '{event['name']}' must be named '{path.stem}'"
            open_suites.append(event["name"])
        elif event["close"]:
            if open_suites:
                open_suites.pop()
        elif not is_suite:
            yield f"{path}:{line}: a test case in a file not named *_tests.cc"
        elif not open_suites:
            yield f"{path}:{line}: a test case outside the suite '{path.stem}'"
        else:
            seen = True
    if is_suite and not seen:
        yield f"{path}:1: no test case"


def check(root):
    violations = []
    for path in cpp_source.sources(root, ("tests",), (".cc", ".h")):
        source = (Path(root) / path).read_text(encoding="utf-8")
        code = cpp_source.blanked(source)
        code = re.sub(r"^[ \t]*#[ \t]*define[^\n]*(?:\\\n[^\n]*)*", "", code, flags=re.M)
        violations += check_file(path, code)
    return violations


def self_test():
    def suite(name, body, *expected):
        cpp_source.must_see(check, {f"tests/text/{name}.cc": body}, *expected)

    case = "BOOST_AUTO_TEST_CASE(a) {}\n"
    end = "BOOST_AUTO_TEST_SUITE_END()\n"
    suite("fold_tests", "BOOST_AUTO_TEST_SUITE(fold_tests)\n" + case + end)
    suite("fold_tests", "BOOST_AUTO_TEST_SUITE(fold)\n" + case + end, "must be named 'fold_tests'")
    suite("fold_tests", "BOOST_AUTO_TEST_SUITE(fold_tests)\n" + case + end + case, "outside")
    suite("fold_tests", "BOOST_DATA_TEST_CASE(a, rows) {}\n", "outside", "no test case")
    suite("fold_tests", "BOOST_AUTO_TEST_SUITE(fold_tests)\n// " + case + end, "no test case")
    suite("fold", case, "not named *_tests.cc")


if __name__ == "__main__":
    sys.exit(cpp_source.main(sys.argv, check, self_test))
