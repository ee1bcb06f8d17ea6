"""Pages under axe: all its rules of WCAG 2.2 AA and its best practice, in both palettes, on a phone and on a desk.

Most of axe's time goes into contrast, so it judges each look once: what stands in the same parts, in the same colours on
the same grounds, in letters of the same size has the same contrast on every page. Palettes are colours only; where
another one shows other things, they are examined whole as well.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib.resources import files
from itertools import product

from playwright.sync_api import BrowserContext, Page, expect

PALETTES = {"light": "default", "dark": "slate"}
WIDTHS = (390, 1280)
_HEIGHT = 844
_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
_COLOURS = ["color-contrast", "link-in-text-block"]
_RUN = """(context, options) => axe.run(context, { resultTypes: ["violations"], iframes: false, preload: false, ...options })
    .then((found) => found.violations.flatMap((rule) => rule.nodes.map((node) =>
    `${rule.id} ${node.target.join(" ")}: ${node.failureSummary.split("\\n").slice(1).join(" ")}`)))"""
_WITHOUT_COLOURS = f"""([tags, colours]) => ({_RUN})(document, {{ runOnly: {{ type: "tag", values: tags }},
    rules: Object.fromEntries(colours.map((rule) => [rule, {{ enabled: false }}])) }})"""
_COLOURS_ONLY = f"""(colours) => ({_RUN})({{ include: ["[data-look]"] }}, {{ runOnly: {{ type: "rule", values: colours }} }})
    .finally(() => document.querySelectorAll("[data-look]").forEach((one) => one.removeAttribute("data-look")))"""
# But for the button that changes palettes, which shows where it leads.
_VISIBLE = """() => [...document.querySelectorAll("*")]
    .map((one) => Number(!one.closest("[data-act=palette]") && one.checkVisibility())).join("")"""
# Marks what has a look that is not among the known ones, and tells those looks.
_LOOKS = """(known) => {
    const seen = new Set(known), fresh = [], grounds = new Map();
    const digest = (...parts) => {
        let [one, other] = [0xdeadbeef, 0x41c6ce57];
        for (const unit of parts.join("|")) {
            const code = unit.codePointAt(0);
            one = Math.imul(one ^ code, 2654435761);
            other = Math.imul(other ^ code, 1597334677);
        }
        return `${(one >>> 0).toString(36)}${(other >>> 0).toString(36)}`;
    };
    const ground = (element) => {
        if (!element) return "";
        if (!grounds.has(element)) {
            const style = getComputedStyle(element);
            grounds.set(element, digest(ground(element.parentElement), element.localName, element.getAttribute("class"),
                style.backgroundColor, style.backgroundImage, style.opacity, style.filter, style.mixBlendMode, style.position));
        }
        return grounds.get(element);
    };
    for (const element of document.body.querySelectorAll("*")) {
        const says = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
        if (!(says || element.matches("a, input, select, textarea, button")) || !element.checkVisibility()) continue;
        const style = getComputedStyle(element);
        const look = digest(ground(element), style.color, style.fontSize, style.fontWeight, style.textShadow,
            style.textDecorationLine, style.webkitTextFillColor, style.webkitTextStroke, element.getAttribute("aria-disabled"));
        if (seen.has(look)) continue;
        seen.add(look);
        fresh.push(look);
        element.dataset.look = "";
    }
    return fresh;
}"""


class Examiner:
    """Remembers the looks that it has judged, palette by palette and width by width."""

    def __init__(self) -> None:
        self._axe = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
        self._known: dict[tuple[str, int], set[str]] = {place: set() for place in product(PALETTES, WIDTHS)}

    def join(self, context: BrowserContext) -> None:
        """Be there in every page that is opened from now on."""
        context.add_init_script(self._axe)

    def violations(self, page: Page) -> Iterator[str]:
        """All that axe finds on a page, with palette and width; the palette changes once at each width, and back."""
        for width, schemes in zip(WIDTHS, (PALETTES, reversed(PALETTES)), strict=True):
            yield from self._violations(page, width, schemes)

    def violations_at(self, page: Page, width: int) -> Iterator[str]:
        """The same for one width."""
        yield from self._violations(page, width, PALETTES)

    def _violations(self, page: Page, width: int, schemes: Iterable[str]) -> Iterator[str]:
        page.set_viewport_size({"width": width, "height": _HEIGHT})
        shown = ""
        for scheme in schemes:
            page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
            expect(page.locator("body")).to_have_attribute("data-md-color-scheme", PALETTES[scheme])
            found = self._of_colours(page, scheme, width)
            if shown != (shown := page.evaluate(_VISIBLE)):
                found += page.evaluate(_WITHOUT_COLOURS, [_TAGS, _COLOURS])
            yield from (f"{scheme} {width} px: {violation}" for violation in found)

    def _of_colours(self, page: Page, scheme: str, width: int) -> list[str]:
        known = self._known[scheme, width]
        fresh = page.evaluate(_LOOKS, list(known))
        known.update(fresh)
        found: list[str] = page.evaluate(_COLOURS_ONLY, _COLOURS) if fresh else []
        return found
