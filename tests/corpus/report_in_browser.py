#!/usr/bin/env python3
"""Loads reports in a headless Chromium and says what is amiss.

usage: report_in_browser.py FILE...
       report_in_browser.py --picture PNG WIDTH HEIGHT light|dark FILE [#ID]

One line a complaint, on stdout; "loaded FILE" for each file. Status 0 where all
were looked at, amiss or not; 77 where there is no Chromium. HEIGHT 0: the page's.
"""

import base64
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
import browser  # noqa: E402

LOOK = Path(__file__).with_name("report_in_browser.js").read_text(encoding="utf-8")


def complaints_of_events(events, url):
    for event in events:
        method, params = event["method"], event["params"]
        if method == "Network.requestWillBeSent":
            wanted = params["request"]["url"]
            if wanted != url and not wanted.startswith("data:"):
                yield "a request to " + wanted
        elif method == "Runtime.consoleAPICalled":
            yield "a word on the console: " + str(params["args"])
        elif method == "Runtime.exceptionThrown":
            yield "an error: " + params["exceptionDetails"].get("exception", {}).get("description", "?")
        elif method == "Log.entryAdded":
            yield "a log entry: " + params["entry"]["text"]
        elif method == "Page.javascriptDialogOpening":
            yield "a dialog: " + params["message"]
        elif method == "Page.frameNavigated" and params["frame"]["url"] != url:
            yield "it left for " + params["frame"]["url"]


def press(page, key, code):
    for kind in ("keyDown", "keyUp"):
        page.call("Input.dispatchKeyEvent", type=kind, key=key, code=key, windowsVirtualKeyCode=code,
                  **({"text": "\r"} if key == "Enter" and kind == "keyDown" else {}))


def look(page, what, *arguments):
    call = f"({LOOK}).{what}({', '.join(map(repr, arguments))})"
    return [f"{what}: {complaint}" for complaint in page.evaluate(call)]


def complaints(page, file):
    url = Path(file).resolve().as_uri()
    for width, scheme in ((1280, "light"), (390, "dark")):
        page.open(url, width=width, scheme=scheme)
        yield from complaints_of_events(page.events, url)
        for what in ("foreign", "structure", "width"):
            yield from look(page, what)
        page.evaluate("document.querySelectorAll('details').forEach(function (one) { one.open = true; })")
        yield from look(page, "width")
        yield from look(page, "contrast")
    page.open(url)
    yield from look(page, "focusSort")
    if not page.evaluate("Boolean(window.chosen)"):
        return
    for direction in ("descending", "ascending"):
        press(page, "Enter", 13)
        yield from look(page, "sorted", direction)
    yield from look(page, "focusFilter")
    page.call("Input.insertText", text=page.evaluate("window.wanted"))
    yield from look(page, "filtered")
    yield from complaints_of_events(page.events, url)
    # Without script it is whole, and nothing stands there that would need one.
    page.open(url, script=False)
    text = page.call("Runtime.evaluate", returnByValue=True,
                     expression="document.querySelectorAll('.sort, .filter').length + ' ' + document.querySelectorAll('tbody tr').length")
    buttons, rows = text["result"]["value"].split()
    if buttons != "0" or rows == "0":
        yield f"without script: {buttons} buttons, {rows} rows"


def picture(page, png, width, height, scheme, file, anchor=""):
    page.open(Path(file).resolve().as_uri() + anchor, width=int(width), height=int(height) or 900, scheme=scheme)
    options = {} if int(height) else {"captureBeyondViewport": True}
    if not int(height):
        size = page.call("Page.getLayoutMetrics")["cssContentSize"]
        options["clip"] = {"x": 0, "y": 0, "width": int(width), "height": min(size["height"], 16000), "scale": 1}
    data = page.call("Page.captureScreenshot", format="png", **options)["data"]
    Path(png).write_bytes(base64.b64decode(data))


def main():
    program = browser.find()
    if not program:
        print("skipped: no Chromium here; apt-get install chromium")
        return 77
    with browser.Browser(program) as page:
        if sys.argv[1] == "--picture":
            picture(page, *sys.argv[2:])
            return 0
        for file in sys.argv[1:]:
            for complaint in complaints(page, file):
                print(f"{Path(file).name}: {complaint}")
            print("loaded " + Path(file).name, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
