#!/usr/bin/env python3
"""Public headers are the manual: every type and function of theirs is told of.

usage: check_headers.py ROOT | --self-test

In analyzer/include/analyzer, each header names its thread rule, and each type at
namespace scope, free function and public member function has a comment: above
it, behind it on one of its lines, or earlier in the same block (no blank line
between). The type that a header is named for is told of by the header's opening
comment. Functions whose body stands in the header, constructors, destructors,
operators and forward declarations speak for themselves.
"""

import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent / "lib"))
import cpp_source  # noqa: E402

TYPE = re.compile(r"^(?:template\s*<[^;{]*>\s*)?(?:class|struct|enum(?: class| struct)?|union)\s+"
                  r"(?:\[\[\w+\]\]\s*)?(\w+)[^;]*\{")
FUNCTION = re.compile(r"^[^={]*?\b(\w+)\s*\(")


def declarations(code):
    """(name, kind, first line, last line) of the public declarations; lines from
    0. `code` has comments, literals and preprocessor lines blanked."""
    scopes = []  # (kind, name, public?)
    start = None
    depth_skipped = 0
    text = ""
    parentheses = 0
    line = 0
    for at, char in enumerate(code):
        if char == "\n":
            line += 1
        if depth_skipped:
            depth_skipped += (char == "{") - (char == "}")
            if depth_skipped == 0:
                text, start = "", None
            continue
        if start is None and not char.isspace():
            start = line
        text = (text + char) if start is not None else ""
        parentheses += (char == "(") - (char == ")")
        if parentheses:
            continue
        head = text.strip()
        public = all(scope[2] for scope in scopes)
        access = re.fullmatch(r"(public|private|protected)\s*:", head)
        if access:
            kind, name, _ = scopes.pop()
            scopes.append((kind, name, access[1] == "public"))
            text, start = "", None
        elif char == "{":
            type_head = TYPE.match(head)
            if head.startswith("namespace"):
                scopes.append(("namespace", "", True))
                text, start = "", None
            elif type_head and not head.startswith("enum"):
                if public:
                    yield type_head[1], "type", start, line
                is_class = bool(re.search(r"\bclass\s+(?:\[\[\w+\]\]\s*)?" + type_head[1], head))
                scopes.append(("type", type_head[1], not is_class))
                text, start = "", None
            else:
                if type_head and public:
                    yield type_head[1], "type", start, line + code[at:code.find("}", at)].count("\n")
                depth_skipped = 1
        elif char == "}":
            if scopes:
                scopes.pop()
            text, start = "", None
        elif char == ";":
            function = FUNCTION.match(head)
            inside = scopes[-1][1] if scopes else ""
            if (public and function and function[1] != inside and "~" not in head
                    and "operator" not in head):
                yield function[1], "function", start, line
            text, start = "", None


def is_commented(lines, bare, first, last):
    """Whether a declaration on these lines has a comment; `bare` are the lines
    without comments."""
    if any(bare[n].strip() and "//" in lines[n] for n in range(first, last + 1)):
        return True
    for n in range(first - 1, -1, -1):
        opens_scope = bare[n].rstrip().endswith(("{", ":")) or bare[n].startswith("}")
        if not lines[n].strip() or opens_scope:
            return False
        if "//" in lines[n]:
            return True
    return False


def check(root):
    violations = []
    for path in cpp_source.sources(root, ("analyzer/include/analyzer",), (".h",)):
        source = (Path(root) / path).read_text(encoding="utf-8")
        if "Thread rule:" not in source:
            violations.append(f"{path}:1: says no \"Thread rule:\"")
        lines = source.split("\n")
        code = cpp_source.blanked(source)
        code = re.sub(r"^[ \t]*#[^\n]*", lambda m: " " * len(m[0]), code, flags=re.M)
        bare = code.split("\n")
        named = re.sub(r"_?([a-z]+)", lambda m: m[1].capitalize(), path.stem)
        for name, kind, first, last in declarations(code):
            if kind == "type" and name == named:
                continue
            if not is_commented(lines, bare, first, last):
                violations.append(f"{path}:{first + 1}: {kind} '{name}' has no comment")
    return violations


def self_test():
    def header(body, *expected):
        cpp_source.must_see(check, {"analyzer/include/analyzer/a.h":
                                    "// A. Thread rule: values.\n\nnamespace rapport {\n\n"
                                    + body + "\n}  // namespace rapport\n"}, *expected)

    header("struct B {\n  int a = 0;\n};\n", "type 'B' has no comment")
    header("struct A {\n  int a = 0;\n};\n")
    header("// Said.\nstruct A {\n  int a = 0;\n};\n")
    header("struct B {  // Said.\n  int a = 0;\n};\n")
    header("enum class B { kB };\n", "type 'B'")
    header("// Said.\ntemplate <typename T>\nclass A {\n public:\n  int b() const;\n"
           " private:\n  int c() const;\n};\n", "function 'b'")
    header("// Said.\nclass A {\n public:\n  // Said.\n  int b() const;\n  int c() const;\n\n"
           "  int d(int x,\n        int y) const;\n};\n", "function 'd'")
    header("// Said.\nclass A {\n public:\n  A();\n  ~A();\n  int b() const { return 1; }\n"
           "  int c() const;  // Said.\n};\n")
    header("int f(int a = 3);\n", "function 'f'")
    header("// Said.\nclass B {\n public:\n  int b() const;  // Said.\n  int c() const;\n};\n")
    header("class A {\n public:\n  int b() const;\n};\n", "function 'b'")
    header("class Forward;\n\n// Said.\nint f();\n")
    cpp_source.must_see(check, {"analyzer/include/analyzer/a.h": "// A.\n"}, "Thread rule")


if __name__ == "__main__":
    sys.exit(cpp_source.main(sys.argv, check, self_test))
