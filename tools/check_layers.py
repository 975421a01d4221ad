#!/usr/bin/env python3
"""Layers include downwards only, and each library has one door.

usage: check_layers.py ROOT | --self-test

The order, lowest first:
  text, lexicon, match, features, score, advise, rewrite, analyzer, corpus, cli
where "analyzer" is the wiring in analyzer/*.cc. Public headers
(analyzer/include/analyzer) include the standard library and each other.
"""

import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent / "lib"))
import cpp_source  # noqa: E402

LAYERS = ["text", "lexicon", "match", "features", "score", "advise", "rewrite",
          "analyzer", "corpus", "cli"]

# The lowest layer that may include a public header; text where none is named.
PUBLIC_HEADERS = {"lexicon.h": "lexicon", "analysis.h": "match", "analyzer.h": "analyzer", "fix.h": "analyzer"}

# Include prefix of a third-party library -> its doors.
DOORS = {
    "unicode/": ["text"],
    "cld2/": ["text"],
    "toml++/": ["lexicon"],
    "re2/": ["match"],
    "boost/program_options": ["cli"],
    "boost/json": ["corpus", "cli"],
    "nlopt": ["corpus"],
    "archive": ["corpus"],
    "simdjson.h": ["corpus"],
    "libxml/": ["corpus"],
    "gmime/": ["corpus"],
    "zlib.h": ["corpus"],
    "dtl/": ["cli"],
}

# The operating system, for the layers that read files or face a terminal.
SYSTEM = re.compile(r"(sys/\w+|unistd|fcntl|dirent|signal|termios|poll)\.h")
SYSTEM_LAYERS = ["lexicon", "corpus", "cli"]

INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"\n]+)[>"]', re.M)


def layer_of(path):
    """The layer of a source, "public", or None for what is in no layer."""
    parts = Path(path).parts
    if parts[:3] == ("analyzer", "include", "analyzer"):
        return "public"
    if parts[0] == "analyzer":
        return parts[1] if len(parts) > 2 else "analyzer"
    return parts[0] if parts[0] in ("corpus", "cli") else None


def target_of(name):
    """(layer, public header or None) of an included file of ours, or None."""
    parts = Path(name).parts
    if parts[0] == "analyzer" and len(parts) == 2:
        return PUBLIC_HEADERS.get(parts[1], "text"), parts[1]
    if parts[0] == "analyzer" and len(parts) > 2:
        return parts[1], None
    if parts[0] in ("corpus", "cli"):
        return parts[0], None
    return None


def refusal(layer, quote, name):
    """Why a source of `layer` may not include `name`, or ""."""
    ours = target_of(name)
    if ours:
        target, public = ours
        if target not in LAYERS:
            return f"'{target}' is no layer"
        if layer == "public":
            return "" if public else "a public header includes an internal one"
        if LAYERS.index(target) > LAYERS.index(layer):
            return f"{layer} includes {target}, which stands above it"
        return ""
    if quote == '"':
        return "not a path from the root of the tree"
    for prefix, doors in DOORS.items():
        if name.startswith(prefix):
            return "" if layer in doors else f"only {' and '.join(doors)} may"
    if SYSTEM.fullmatch(name):
        return "" if layer in SYSTEM_LAYERS else f"only {', '.join(SYSTEM_LAYERS)} may"
    if "/" in name or "." in name:
        return "neither the standard library nor a library with a door"
    return ""


def check(root):
    violations = []
    for path in cpp_source.sources(root, ("analyzer", "corpus", "cli")):
        layer = layer_of(path)
        if layer != "public" and layer not in LAYERS:
            violations.append(f"{path}:1: in no layer: '{layer}'")
            continue
        source = (Path(root) / path).read_text(encoding="utf-8")
        code = cpp_source.blanked(source, ("comment",))
        for match in INCLUDE.finditer(code):
            why = refusal(layer, match[1], match[2])
            if why:
                line = code.count("\n", 0, match.start()) + 1
                violations.append(f"{path}:{line}: includes {match[2]}: {why}")
    return violations


def self_test():
    def one(path, include, *expected):
        cpp_source.must_see(check, {path: f"// A file.\n#include {include}\n"}, *expected)

    one("analyzer/text/a.cc", '"analyzer/match/matcher.h"', "text includes match")
    one("analyzer/match/a.cc", '"analyzer/analyzer.h"', "match includes analyzer")
    one("analyzer/rewrite/a.h", '"analyzer/text/fold.h"')
    one("analyzer/analyzer.cc", '"cli/options.h"', "analyzer includes cli")
    one("analyzer/score/a.cc", "<re2/re2.h>", "only match may")
    one("analyzer/match/a.cc", "<re2/re2.h>")
    one("analyzer/match/a.cc", "<unicode/brkiter.h>", "only text may")
    one("analyzer/text/a.cc", "<toml++/toml.h>", "only lexicon may")
    one("analyzer/analyzer.cc", "<boost/json.hpp>", "only corpus and cli may")
    one("corpus/a.cc", "<boost/program_options.hpp>", "only cli may")
    one("cli/a.cc", "<boost/algorithm/string.hpp>", "neither the standard")
    one("analyzer/include/analyzer/a.h", '"analyzer/text/fold.h"', "public header")
    one("analyzer/include/analyzer/a.h", "<unicode/uchar.h>", "only text may")
    one("analyzer/include/analyzer/a.h", "<vector>")
    one("analyzer/score/a.cc", '"../text/fold.h"', "not a path from the root")
    one("analyzer/score/a.cc", "<unistd.h>", "only lexicon, corpus, cli may")
    one("analyzer/extra/a.cc", "<vector>", "in no layer")
    cpp_source.must_see(check, {"analyzer/text/a.cc": "// #include <re2/re2.h>\n"})


if __name__ == "__main__":
    sys.exit(cpp_source.main(sys.argv, check, self_test))
