"""Opens pages in headless Chromium, wide and narrow, and says what is wrong with them: errors on the console, a page
wider than its window, a picture that is not there, text below a contrast of 3 to 1."""

import argparse
import base64
import pathlib
import sys
import tempfile

from selenium import webdriver

WIDTHS = (1280, 400)
HEIGHT = 900
FAULTS = (pathlib.Path(__file__).parent / "faults.js").read_text(encoding="utf-8")
# An SVG file is looked at as the page of a repository shows it.
AROUND_A_PICTURE = """<!DOCTYPE html><html lang="en"><meta charset="utf-8"><link rel="icon" href="data:,"><title>{name}</title>
<body><img style="max-width: 100%" alt="{name}" src="data:image/svg+xml;base64,{data}"></body></html>"""


def start():
    options = webdriver.ChromeOptions()
    # Containers of the continuous integration run as root, where Chromium has no sandbox.
    for argument in ("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--hide-scrollbars"):
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    return webdriver.Chrome(options=options)


def pages(argument, folder):
    """The (name, address) of a page, or of every page and picture in a folder; the pages around pictures go to a folder."""
    if argument.startswith("http"):
        return [(argument, argument)]
    path = pathlib.Path(argument)
    files = [path] if path.is_file() else sorted(p for p in path.rglob("*") if p.suffix in (".html", ".svg"))
    if not files:
        raise SystemExit(f"look.py: {argument} has no page and no picture; name a folder or a file that has.")
    return [(str(file), address(file, folder)) for file in files]


def address(file, folder):
    if file.suffix == ".html":
        return file.resolve().as_uri()
    data = base64.b64encode(file.read_bytes()).decode("ascii")
    page = pathlib.Path(folder) / f"{file.stem}.html"
    page.write_text(AROUND_A_PICTURE.format(name=file.name, data=data), encoding="utf-8")
    return page.as_uri()


def faults(browser, url, shots=None):
    """What is wrong with one page, each with the width that shows it; shots: where its pictures go, without the width."""
    found = []
    for width in WIDTHS:
        # A window of the desktop has a least width, what it emulates has none.
        metrics = {"width": width, "height": HEIGHT, "deviceScaleFactor": 1, "mobile": False}
        browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
        browser.get(url)
        if shots:
            shot = browser.execute_cdp_cmd("Page.captureScreenshot", {"captureBeyondViewport": True})
            pathlib.Path(f"{shots}-{width}.png").write_bytes(base64.b64decode(shot["data"]))
        found += [f"{width} pixels: {fault}" for fault in browser.execute_script(FAULTS)]
        found += [f"{width} pixels: {line['message']}" for line in browser.get_log("browser") if line["level"] == "SEVERE"]
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pages", nargs="+", help="an address, an .html or .svg file, or a folder of them")
    parser.add_argument("--shots", help="folder for what the browser shows, as PNG, for the eye")
    arguments = parser.parse_args()
    bad = 0
    browser = start()
    try:
        with tempfile.TemporaryDirectory() as folder:
            for name, url in (page for argument in arguments.pages for page in pages(argument, folder)):
                shots = arguments.shots and f"{arguments.shots}/{name.strip('/').replace('/', '-').replace(':', '')}"
                found = faults(browser, url, shots)
                bad += bool(found)
                print(f"{name}: {'; '.join(found) or 'fine'}", flush=True)
    finally:
        browser.quit()
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
