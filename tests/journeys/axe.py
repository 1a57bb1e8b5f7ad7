"""What axe finds wrong with a page (WCAG 2.2 AA), and whether the page scrolls sideways."""

from __future__ import annotations

from .conftest import DESK, PHONE

AA = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    }
}
CONTRAST = {"runOnly": {"type": "rule", "values": ["color-contrast"]}}
SIGHTS = [
    (PHONE, "light", AA),
    (PHONE, "dark", CONTRAST),  # what is no matter of colour was looked at in the light
    (DESK, "light", CONTRAST),
    (DESK, "dark", AA),
    ((320, 600), "light", AA),
]
LOOSEN = """() => document.querySelectorAll("*").forEach((one) => {
  if (getComputedStyle(one).position === "sticky") one.style.position = "static";
})"""
# Only what is wrong is told, of each fault its first places: nobody reads what is right.
RUN = """async (options) => {
  const found = await axe.run({ ...options, resultTypes: ["violations"] });
  return found.violations.map(({ id, nodes }) => [id, nodes.slice(0, 3).map(
    ({ html, failureSummary }) => `${html.slice(0, 120)} ${(failureSummary || "").slice(0, 200)}`
  )]);
}"""


def faults(page, options=AA) -> list[str]:
    """What is wrong with the page.

    What sticks to an edge is laid in its place: what lies half beneath it is scrolled out by
    whoever wants it, and which that is depends on the words of the page.
    """
    page.wait_for_load_state()
    page.evaluate(LOOSEN)
    return faults_as_it_stands(page, options)


def faults_as_it_stands(page, options=AA) -> list[str]:
    """What is wrong with the page, of which nothing is laid otherwise than people see it."""
    load(page)
    found = page.evaluate(RUN, options)
    said = [f"{page.url}: {rule}: {place}" for rule, places in found for place in places]
    wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    return said + ([f"{page.url}: {wide} px too wide"] if wide > 0 else [])


def load(page) -> None:
    """axe is in the document; reading half a megabyte of it anew would take longer than it runs."""
    from axe_playwright_python.base import AXE_SCRIPT

    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)


def everywhere(page) -> list[str]:
    """The faults of the page at every width, in light and dark."""
    said = []
    for (width, height), scheme, options in SIGHTS:
        page.set_viewport_size({"width": width, "height": height})
        page.emulate_media(color_scheme=scheme)
        said += [f"{width} {scheme} {one}" for one in faults(page, options)]
    return said
