#!/usr/bin/env python3
"""Reads HTML reports as a parser of its own does, and says what is amiss.

usage: report_referee.py FILE...

Elements are closed in the order they were opened, none is unknown, attributes
stand once and in quotes; the hashes that the Content-Security-Policy names are
those of the style and the script. One line a complaint; "read FILE" for each file.
"""

import base64
import hashlib
import re
import sys
from html.parser import HTMLParser
from pathlib import Path

VOID = {"meta", "link", "input", "br"}
SELF_CLOSED = {"rect", "path", "circle"}
KNOWN = VOID | SELF_CLOSED | set(
    "html head title style body a header h1 h2 h3 p dl div dt dd small nav ul ol li main section aside article table "
    "caption thead tbody tr th td details summary figure figcaption svg desc text code strong b i mark sup span del "
    "ins bdi template button label footer script".split())


class Referee(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=False)
        self.open = []
        self.complaints = []
        self.raw = {"style": [], "script": []}

    def complain(self, what):
        self.complaints.append(f"line {self.getpos()[0]}: {what}")

    def handle_starttag(self, tag, attributes):
        if tag not in KNOWN:
            self.complain(f"an unknown element {tag}")
        names = [name for name, _ in attributes]
        if len(names) != len(set(names)):
            self.complain(f"an attribute of {tag} twice")
        for name, value in attributes:
            if not re.fullmatch(r"[a-z][a-zA-Z-]*", name):
                self.complain(f"an attribute {name!r} of {tag}")
            if name.startswith("on") or name in ("style", "src", "srcset", "action"):
                self.complain(f"an attribute {name} of {tag}")
            if name == "href" and not re.match(r"#[a-z]+$|data:,$", value or ""):
                self.complain(f"a link to {value!r}")
        if tag not in VOID:
            self.open.append(tag)
            if tag in self.raw:
                self.raw[tag].append("")

    def handle_startendtag(self, tag, attributes):
        if tag not in SELF_CLOSED:
            self.complain(f"{tag} closes itself")
        self.handle_starttag(tag, attributes)
        self.open.pop()

    def handle_endtag(self, tag):
        if not self.open or self.open[-1] != tag:
            self.complain(f"</{tag}> in {self.open[-1:]}")
        else:
            self.open.pop()

    def handle_data(self, data):
        if self.open and self.open[-1] in self.raw:
            self.raw[self.open[-1]][-1] += data
        elif re.search(r"[<>&\x00-\x09\x0b-\x1f\u202a-\u202e\u2066-\u2069\u2028\u2029]", data):
            self.complain(f"text {data[:60]!r}")

    def handle_comment(self, data):
        self.complain(f"a comment {data[:60]!r}")

    def unknown_decl(self, data):
        self.complain(f"a declaration {data[:60]!r}")

    handle_pi = unknown_decl


def complaints(page):
    referee = Referee()
    referee.feed(page)
    referee.close()
    yield from referee.complaints
    if referee.open:
        yield f"not closed: {referee.open}"
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', page)
    if not policy or not policy[1].startswith("default-src 'none'; "):
        yield "no policy"
        return
    for tag in ("style", "script"):
        named = re.findall(rf"{tag}-src 'sha256-([^']*)'", policy[1])
        held = [base64.b64encode(hashlib.sha256(raw.encode()).digest()).decode() for raw in referee.raw[tag]]
        if named != held or len(held) != 1:
            yield f"the policy names {named} for {tag}, the page has {held}"


for file in sys.argv[1:]:
    for complaint in complaints(Path(file).read_bytes().decode("utf-8")):
        print(f"{Path(file).name}: {complaint}")
    print("read " + Path(file).name)
