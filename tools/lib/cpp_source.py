"""Reads C++ as comments, literals and code, as far as the checks in tools/ need.

Not a parser: it knows where comments and literals begin and end, which is what
a regular expression over lines gets wrong.
"""

import re
from pathlib import Path
from typing import NamedTuple

SOURCE_FOLDERS = ("analyzer", "corpus", "cli", "tests", "bench")

_TOKEN = re.compile(
    r'(?P<comment>//(?:\\\n|[^\n])*|/\*.*?\*/)'
    r'|(?P<raw>(?:u8|[uUL])?R"(?P<mark>[^()\\\s]{0,16})\((?P<body>.*?)\)(?P=mark)")'
    r'|(?P<string>(?:u8|[uUL])?"(?:\\.|[^"\\\n])*")'
    r"|(?P<char>(?<![0-9A-Za-z_])(?:u8|[uUL])?'(?:\\.|[^'\\\n])+')",
    re.S)


class Piece(NamedTuple):
    """A comment or literal of a source."""
    kind: str   # "comment", "string" or "char"
    text: str   # the whole of it; of a string what stands between the quotes
    start: int  # offset of its first character
    end: int
    line: int   # 1-based


def pieces(source):
    """All comments and literals, in order."""
    found = []
    for match in _TOKEN.finditer(source):
        line = source.count("\n", 0, match.start()) + 1
        if match["comment"]:
            kind, text = "comment", match["comment"]
        elif match["raw"]:
            kind, text = "string", match["body"]
        elif match["string"]:
            kind, text = "string", match["string"].split('"', 1)[1][:-1]
        else:
            kind, text = "char", match["char"]
        found.append(Piece(kind, text, match.start(), match.end(), line))
    return found


def blanked(source, kinds=("comment", "string", "char")):
    """The source with these pieces' characters made spaces; lines keep."""
    out = list(source)
    for piece in pieces(source):
        if piece.kind in kinds:
            for at in range(piece.start, piece.end):
                if out[at] != "\n":
                    out[at] = " "
    return "".join(out)


def joined_strings(source):
    """String literals, neighbours joined as the compiler does."""
    result = []
    previous = None
    for piece in pieces(source):
        if piece.kind == "comment":
            continue
        if (previous and piece.kind == "string" and previous.kind == "string"
                and not _code_between(source, previous.end, piece.start)):
            previous = previous._replace(text=previous.text + piece.text, end=piece.end)
            result[-1] = previous
        else:
            previous = piece
            result.append(piece)
    return [piece for piece in result if piece.kind == "string"]


def _code_between(source, start, end):
    return re.sub(r"//[^\n]*|/\*.*?\*/|\s", "", source[start:end], flags=re.S)


def sources(root, folders=SOURCE_FOLDERS, suffixes=(".h", ".cc")):
    """Paths below root's folders with these suffixes, sorted, relative."""
    root = Path(root)
    return sorted(path.relative_to(root) for folder in folders
                  for path in (root / folder).rglob("*") if path.suffix in suffixes)


def main(argv, check, self_test):
    """The command line of every check: a root folder, or --self-test.

    `check(root)` gives the violations as "file:line: what" strings.
    """
    if argv[1:] == ["--self-test"]:
        self_test()
        print("the self-test saw every planted violation")
        return 0
    if len(argv) != 2:
        print(f"usage: {argv[0]} ROOT | --self-test")
        return 2
    violations = check(Path(argv[1]))
    for violation in violations:
        print(violation)
    print(f"{len(violations)} violation{'' if len(violations) == 1 else 's'}")
    return 1 if violations else 0


def plant(root, files):
    """Writes a small tree of {name: content} for a self-test."""
    for name, content in files.items():
        path = Path(root) / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")


def must_see(check, files, *expected):
    """Runs a check on a planted tree; it must say each of `expected`, in order,
    and nothing else."""
    import tempfile
    with tempfile.TemporaryDirectory() as root:
        plant(root, files)
        found = check(Path(root))
    good = len(found) == len(expected) and all(
        part in line for part, line in zip(expected, found))
    if not good:
        raise SystemExit("self-test failed\n  planted:  " + ", ".join(files)
                         + f"\n  expected: {list(expected)}\n  found:    {found}")
