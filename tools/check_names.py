#!/usr/bin/env python3
"""One definition: no type at namespace scope is defined in two headers under the
same name (C++20 [basic.def.odr]), which no compiler tells.

usage: check_names.py ROOT | --self-test

Headers of analyzer, corpus and cli; a type of an unnamed namespace or inside
another type is left out. Its full name is that of the namespace that it stands in.
"""

import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent / "lib"))
import cpp_source  # noqa: E402

HEAD = re.compile(r"(?:class|struct|union|enum(?:\s+class|\s+struct)?)\s+(?:\[\[\w+\]\]\s*)?(\w+)\s*"
                  r"(?:final\s*)?(?::[^:;{][^;{]*)?$")
NAMESPACE = re.compile(r"namespace\s+([\w:]+)$")


def types(code):
    """(full name, line from 1) of the types that `code` defines."""
    scopes = []  # names of namespaces, None for anything else
    head, line = "", 1
    for char in code:
        line += char == "\n"
        if char == "{":
            namespace = NAMESPACE.search(head.strip())
            kind = HEAD.search(head.strip())
            if kind and all(scopes):
                yield "::".join([*scopes, kind[1]]), line
            scopes.append(namespace[1] if namespace else None)
            head = ""
        elif char == "}":
            if scopes:
                scopes.pop()
            head = ""
        elif char == ";":
            head = ""
        else:
            head += char


def check(root):
    found = {}
    violations = []
    for path in cpp_source.sources(root, ("analyzer", "corpus", "cli"), (".h",)):
        code = cpp_source.blanked((Path(root) / path).read_text(encoding="utf-8"))
        code = re.sub(r"^[ \t]*#[^\n]*", "", code, flags=re.M)
        for name, line in types(code):
            if name in found:
                violations.append(f"{path}:{line}: '{name}' is defined in {found[name]} too")
            found.setdefault(name, path)
    return violations


def self_test():
    def headers(one, other, *expected):
        cpp_source.must_see(check, {"corpus/a.h": one, "corpus/b.h": other}, *expected)

    named = "namespace rapport::corpus {\n%s\n}\n"
    reader = named % "class Reader {\n public:\n  int a = 0;\n};"
    headers(reader, reader, "'rapport::corpus::Reader' is defined in")
    headers(reader, named % "class Reader : public Base {\n};", "Reader")
    headers(named % "enum class Kind { kA };", named % "struct Kind {};", "Kind")
    headers(reader, "namespace rapport::cli {\nclass Reader {};\n}\n")
    headers(reader, named % "class Reader;")
    headers(reader, named % "class Other {\n  struct Reader {};\n};")
    headers(reader, "namespace rapport::corpus {\nnamespace {\nclass Reader {};\n}\n}\n")
    headers(named % "template <typename T>\nstruct A { };", named % "inline A<int> f() { return {}; }")


if __name__ == "__main__":
    sys.exit(cpp_source.main(sys.argv, check, self_test))
