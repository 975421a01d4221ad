#!/usr/bin/env python3
"""The C++ of the library holds no wording, and no source holds leftovers.

usage: check_sources.py ROOT | --self-test

In analyzer/:
- no literal with a character outside ASCII (write \\u escapes);
- no phrase: a literal (neighbours joined, escapes read) with four words of
  lower-case letters in a row. Wording that a reader of an analysis sees belongs
  to lexicons/. What tells somebody that a lexicon is wrong may be said in C++:
  a literal is such a message when its statement names one of MESSAGE_WORDS or a
  code like "L012", or when it stands in a function of that kind (MESSAGE_FUNCTION).
Everywhere:
- no comment with a mark of unfinished work;
- a file opens with a comment, if it is a header, and has the guard of its path.
"""

import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent / "lib"))
import cpp_source  # noqa: E402

PHRASE = re.compile(r"(?:(?<=\s)|^)['\"(]*[^\W\d_A-Z]+(?:['-][^\W\d_]+)*[,;:]?"
                    r"(?: [^\W\d_A-Z]+(?:['-][^\W\d_]+)*[,;:]?){3,}")
MESSAGE_WORDS = re.compile(r"\b(?:\w*error|\w*errors|Diagnostic\w*|diagnostics?|message|warning"
                           r"|refusal|strerror|log_?|static_assert|assert)\b")
MESSAGE_CODE = re.compile(r'"L\d{3}"')
MESSAGE_FUNCTION = re.compile(r"refus|error|warn|complain|diagnos|kind_name|did_you_mean|problem")
FUNCTION = re.compile(r"^ {0,2}(?=\w)(?!(?:return|if|for|while|switch|else|case)\b)"
                      r"[\w:<>,&*\[\] ]+[ &*](?:\w+::)*(\w+)\(", re.M)
MARKS = re.compile(r"\b(?:TO" r"DO|FIX" r"ME|XX" r"X|HA" r"CK)\b")
ESCAPE = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|([nt\"'\\]))")


def read_escapes(text):
    def replace(match):
        code = match[1] or match[2]
        if code:
            return chr(int(code, 16)) if int(code, 16) < 0x110000 else " "
        return " " if match[3] in "nt" else match[3]
    return ESCAPE.sub(replace, text)


def is_message(source, code, literal):
    """Whether a literal tells that a lexicon is wrong; `code` is the source with
    comments and literals blanked."""
    start = max(code.rfind(mark, 0, literal.start) for mark in ";{}") + 1
    end = code.find(";", literal.end)
    end = len(code) if end < 0 else end
    if MESSAGE_WORDS.search(code, start, end) or MESSAGE_CODE.search(source, start, end):
        return True
    function = None
    for function in FUNCTION.finditer(code, 0, literal.start):
        pass
    return bool(function and MESSAGE_FUNCTION.search(function[1]))


def check_wording(path, source):
    code = cpp_source.blanked(source)
    for piece in cpp_source.pieces(source):
        if piece.kind != "comment" and not piece.text.isascii():
            yield f"{path}:{piece.line}: not ASCII: {piece.text!r}; write \\u escapes"
    for literal in cpp_source.joined_strings(source):
        phrase = PHRASE.search(read_escapes(literal.text))
        if phrase and not is_message(source, code, literal):
            yield (f"{path}:{literal.line}: a phrase: {phrase[0].strip()!r}; "
                   "wording belongs to lexicons/")


def check_marks(path, source):
    if path.suffix in (".h", ".cc"):
        comments = [(p.line, p.text) for p in cpp_source.pieces(source) if p.kind == "comment"]
    else:
        comments = [(n, line) for n, line in enumerate(source.split("\n"), 1) if "#" in line]
    for line, text in comments:
        found = MARKS.search(text)
        if found:
            yield f"{path}:{line}: {found[0]}: finish it, or write an issue"


def guard_of(path):
    parts = list(path.parts)
    if parts[:3] == ["analyzer", "include", "analyzer"]:
        parts = parts[2:]
    return "RAPPORT_" + re.sub(r"[^A-Z0-9]", "_", "/".join(parts).upper()) + "_"


def check_header(path, source):
    if not source.startswith("//"):
        yield f"{path}:1: a header opens with a comment: what it is, who owns what, threads"
    guard = guard_of(path)
    if f"#ifndef {guard}\n#define {guard}\n" not in source:
        yield f"{path}:1: its guard must be {guard}"


def scripts(root):
    """Sources that are no C++: scripts, build files."""
    for folder in ("tools", "cmake", "tests", "bench", ".ci"):
        for path in sorted((Path(root) / folder).rglob("*")):
            if path.is_file() and (path.suffix in (".py", ".sh", ".cmake", "")
                                   or path.name == "CMakeLists.txt"):
                yield path.relative_to(root)


def check(root):
    violations = []
    for path in cpp_source.sources(root):
        source = (Path(root) / path).read_text(encoding="utf-8")
        if path.parts[0] == "analyzer":
            violations += check_wording(path, source)
        if path.suffix == ".h":
            violations += check_header(path, source)
        violations += check_marks(path, source)
    for path in scripts(root):
        try:
            source = (Path(root) / path).read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue  # a seed of a fuzzer
        violations += check_marks(path, source)
    return violations


def self_test():
    def analyzer(code, *expected):
        cpp_source.must_see(check, {"analyzer/score/a.cc": code}, *expected)

    analyzer('// Fine: na\u00efve.\nauto a = "na\u00efve";\n', "a.cc:2: not ASCII")
    analyzer("char32_t a = U'\u2019';\n", "not ASCII")
    analyzer('auto a = "\\u2019 x";\n')
    analyzer('auto a = "say what you have seen";\n', "a phrase: 'say what you have seen'")
    analyzer('auto a =\n    "say what "\n    // on\n    "you have";\n', "a.cc:2: a phrase")
    analyzer('auto a = R"(Hi. we help teams like yours)";\n', "a phrase")
    analyzer('auto a = "\\u043f\\u0440 \\u043f\\u0440 \\u043f\\u0440 \\u043f\\u0440";\n', "a phrase")
    analyzer('// "not a literal at all here"\nauto a = "one_two three four";\n')
    analyzer('void f() { log_.add(file, "L004", "takes a number from one"); }\n')
    analyzer('void f() {\n  error("id", c, "a rule has two or more");\n'
             '  reason = "ask for their interest first";\n}\n', "a.cc:3: a phrase")
    analyzer('std::string refuse_pattern(int p) {\n  return "starts with a gap here";\n}\n'
             'std::string advice(int p) {\n  return "starts with a gap here";\n}\n',
             "a.cc:5: a phrase")
    mark = "TO" + "DO"
    analyzer(f"// {mark}: more\n", f"{mark}: finish it")
    analyzer(f'auto a = "{mark}";\n')
    cpp_source.must_see(check, {"tools/a.sh": f"x=1 # {mark}\n"}, "tools/a.sh:1")
    good = "#ifndef RAPPORT_CLI_A_H_\n#define RAPPORT_CLI_A_H_\n#endif\n"
    cpp_source.must_see(check, {"cli/a.h": "// What it is.\n" + good})
    cpp_source.must_see(check, {"cli/a.h": good}, "opens with a comment")
    cpp_source.must_see(check, {"cli/b.h": "// What it is.\n" + good}, "RAPPORT_CLI_B_H_")
    cpp_source.must_see(check, {"cli/a.cc": 'auto a = "say what you have seen";\n'})


if __name__ == "__main__":
    sys.exit(cpp_source.main(sys.argv, check, self_test))
