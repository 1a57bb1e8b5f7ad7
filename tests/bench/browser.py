"""P16 and P17: what a phone's browser sees of the first view, and of the next card.

Both are about the wire and the screen, so they start the real server and a real Chromium. The
simulated phone has a processor four times slower, and 1.6 Mbit/s with 150 ms to the server.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import Any

Row = dict[str, object]
SLOWER, LATENCY, BYTES = 4, 150, 1_600_000 / 8
FIRST_VIEWS, CARDS = 5, 40

WATCH = """
window.seen = { blocked: 0, shift: 0 };
const watch = (type, add) => new PerformanceObserver(
  list => list.getEntries().forEach(add)).observe({ type, buffered: true });
watch("longtask", entry => window.seen.blocked += Math.max(0, entry.duration - 50));
watch("layout-shift", entry => window.seen.shift += entry.hadRecentInput ? 0 : entry.value);
"""
PAINTED = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime"
GRADE = """
() => new Promise(done => {
  const shown = document.querySelector("#prompt");
  const button = document.querySelector(".grades button[value='3']");
  const began = performance.now();
  const look = () => shown.isConnected
    ? requestAnimationFrame(look)
    : setTimeout(() => done(performance.now() - began));
  button.click();
  requestAnimationFrame(look);
})
"""
"""From the press to the first frame that shows another card, with that frame's own painting."""


def measure() -> list[Row]:
    if not browser():
        more = "skipped: there is no Chromium"
        return [{"goal": goal, "what": "in a browser", "more": more} for goal in ("P16", "P17")]
    with started() as (site, chromium):
        return first_view(site, chromium) + next_card(site, chromium)


def browser() -> str | None:
    named = os.environ.get("CHROMIUM")
    return named or shutil.which("chromium") or shutil.which("chromium-browser")


@contextmanager
def started() -> Iterator[tuple[str, Any]]:
    """The address of a server with the starter bank, and a browser."""
    from playwright.sync_api import sync_playwright

    from tests.journeys import server

    folder = Path(tempfile.mkdtemp(prefix="bench-browser-"))
    env = server.surroundings(folder, server.free_port())
    env |= {"DEBUG": "0", "HTTPS": "0", "ALLOWED_HOSTS": "*", "STATIC_ROOT": str(folder / "static")}
    server.manage(env, "collectstatic", "--noinput", "--verbosity", "0")
    server.manage(env, "migrate", "--verbosity", "0")
    server.manage(env, "ingest", "content/aws-lambda")
    server.manage(env | {"DEBUG": "1"}, "demo")
    with server.serving(env) as site, sync_playwright() as play:
        opened = play.chromium.launch(executable_path=browser(), args=["--no-sandbox"])
        yield site, opened
        opened.close()
    shutil.rmtree(folder, ignore_errors=True)


def phone(site: str, chromium: Any) -> Any:
    context = chromium.new_context(
        base_url=site, viewport={"width": 390, "height": 844}, reduced_motion="reduce"
    )
    context.add_init_script(WATCH)
    return context.new_page()


def slow(page: Any, latency: float, speed: float = -1, slower: int = 1) -> Any:
    """The session with the browser, whose line and processor are slow from now on."""
    tools = page.context.new_cdp_session(page)
    tools.send("Network.enable")
    line = {"offline": False, "latency": latency}
    line |= {"downloadThroughput": speed, "uploadThroughput": speed}
    tools.send("Network.emulateNetworkConditions", line)
    tools.send("Emulation.setCPUThrottlingRate", {"rate": slower})
    return tools


def first_view(site: str, chromium: Any) -> list[Row]:
    """The front page, nothing kept from before."""
    views = [viewed(site, chromium) for _ in range(FIRST_VIEWS)]
    wanted = [
        ("size", 30, "KB over the wire without htmx"),
        ("paint", 0.9, "seconds to the first paint"),
        ("blocked", 0, "milliseconds blocked by long tasks"),
        ("shift", 0, "shift of what was drawn"),
        ("hosts", 1, "hosts that are asked"),
    ]
    return [
        {
            "goal": "P16",
            "what": f"first view on a simulated phone: {words}",
            "figure": median(view[key] for view in views),
            "most": most,
        }
        for key, most, words in wanted
    ]


def viewed(site: str, chromium: Any) -> dict[str, float]:
    """One first view: kilobytes, seconds to the first paint, milliseconds blocked, shift, hosts."""
    page = phone(site, chromium)
    tools = slow(page, LATENCY, BYTES, SLOWER)
    asked: dict[str, str] = {}
    came: dict[str, float] = {}
    tools.on("Network.requestWillBeSent", lambda e: asked.update({e["requestId"]: address(e)}))
    tools.on("Network.loadingFinished", lambda e: came.update({e["requestId"]: size(e)}))
    page.goto("/")
    page.wait_for_load_state("networkidle")
    seen = page.evaluate("window.seen")
    paint = page.evaluate(PAINTED) / 1000
    page.context.close()
    hosts = {url.split("/")[2] for url in asked.values() if url.startswith("http")}
    weight = sum(much for one, much in came.items() if "htmx" not in asked[one]) / 1000
    return {**seen, "paint": paint, "size": weight, "hosts": float(len(hosts))}


def address(event: Any) -> str:
    return str(event["request"]["url"])


def size(event: Any) -> float:
    return float(event["encodedDataLength"])


def next_card(site: str, chromium: Any) -> list[Row]:
    page = phone(site, chromium)
    learn(page)
    rows = []
    for latency, words in ((0, "on loopback"), (100, "with 100 ms to the server")):
        slow(page, latency)
        took = sorted(graded(page) for _ in range(CARDS))
        what = f"grade to next card painted {words}, p95 in ms"
        figure = took[int(0.95 * len(took))]
        more = f"median {median(took):.1f}; one frame is 16.7"
        rows.append({"goal": "P17", "what": what, "figure": figure, "most": 20, "more": more})
    return rows


def learn(page: Any) -> None:
    """A person with enough new cards for every grade that is measured."""
    page.goto("/accounts/login/")
    page.get_by_label("Email").fill("candidate@example.org")
    page.get_by_label("Password", exact=True).fill("rehearse with me")
    page.get_by_role("button", name="Sign In", exact=True).click()
    page.wait_for_url("**/today/")
    for number in range(1, 5):
        page.goto(f"/bank/?page={number}")
        page.get_by_role("button", name="Add these 25").click()
        page.wait_for_load_state("networkidle")
    page.goto("/flashcards/settings/")
    page.get_by_label("New cards a day").fill("100")
    page.get_by_role("button", name="Save").click()
    page.wait_for_load_state("networkidle")
    page.goto("/flashcards/")


def graded(page: Any) -> float:
    """Milliseconds from a grade to the next card, which came while the answer was read."""
    page.wait_for_load_state("networkidle")
    page.keyboard.press("Space")
    page.locator(".grades button[value='3']").wait_for()
    page.wait_for_timeout(400)
    return float(page.evaluate(GRADE))
