#!/usr/bin/env python3
"""Reads an HTML report as a browser's parser and its security policy would.

usage: html_referee.py FILE

Prints a line for each fault: a tag that is not closed or closes another, a
heading that skips a level, an inline style or handler (the policy would block
it), something to be loaded, a hash that is not the style's or the script's, an
id that stands twice, a link that leads nowhere.
"""

import base64
import hashlib
import re
import sys
from html.parser import HTMLParser
from pathlib import Path

VOID = {"meta", "br", "input"}


class Report(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.open, self.faults, self.ids, self.links = [], [], [], []
        self.policy, self.raw, self.level = "", {"style": "", "script": ""}, 0

    def fault(self, text):
        self.faults.append(f"line {self.getpos()[0]}: {text}")

    def handle_startendtag(self, tag, attributes):
        self.look(tag, dict(attributes))

    def handle_starttag(self, tag, attributes):
        self.look(tag, dict(attributes))
        if tag not in VOID:
            self.open.append(tag)

    def look(self, tag, attributes):
        if tag in ("link", "img", "iframe", "object", "embed", "base", "form"):
            self.fault(f"<{tag}>")
        for name in attributes:
            if name == "style" or name.startswith("on") or name in ("src", "srcset", "action"):
                self.fault(f"{name} of <{tag}>")
        if attributes.get("http-equiv") == "Content-Security-Policy":
            self.policy = attributes["content"]
        if "id" in attributes:
            self.ids.append(attributes["id"])
        if "href" in attributes:
            self.links.append(attributes["href"])
        if re.fullmatch("h[1-6]", tag):
            if int(tag[1]) > self.level + 1:
                self.fault(f"<{tag}> behind level {self.level}")
            self.level = int(tag[1])

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.fault(f"</{tag}> closes another")

    def handle_data(self, data):
        if self.open and self.open[-1] in self.raw:
            self.raw[self.open[-1]] += data


def main():
    report = Report()
    report.feed(Path(sys.argv[1]).read_text(encoding="utf-8"))
    report.close()
    faults = report.faults + [f"<{tag}> is not closed" for tag in report.open]
    for tag, text in report.raw.items():
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        if not text or f"{tag}-src 'sha256-{digest}'" not in report.policy:
            faults.append(f"the policy has not the hash of <{tag}>")
    if "default-src 'none'" not in report.policy:
        faults.append("the policy allows by default")
    faults += [f"id '{one}' twice" for one in set(report.ids) if report.ids.count(one) > 1]
    faults += [f"a link to {one}" for one in report.links if not one.startswith("#") or one[1:] not in report.ids]
    print("\n".join(faults))


if __name__ == "__main__":
    main()
