"""A page with the browser's engine, over the files of an index."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page, Route

from bangvang.assets import FOLDER

SCRIPTS = {name: (FOLDER / f"search-{name}.min.js").read_text(encoding="utf-8") for name in ("engine", "words")}
HOME = "http://tim.example/"
POLICY = "default-src 'none'; script-src 'self'; connect-src 'self'"


class Site:
    """A page with the engine, and the files behind it; some may fail for a while."""

    def __init__(self, page: Page, files: dict[str, bytes]) -> None:
        self.page, self.files = page, files
        self.asked: list[str] = []
        self.scripts: list[str] = []
        self.failing: dict[str, int] = {}
        self.seen: list[str] = []
        page.on("pageerror", lambda error: self.seen.append(str(error)))
        page.on("console", lambda message: self.seen.append(message.text))
        page.route("**/*", self._answer)

    def open(self) -> None:
        """A fresh visit, with nothing loaded yet."""
        self.page.goto(HOME)
        self.asked.clear()
        self.scripts.clear()
        self.seen.clear()

    def visited(self) -> Site:
        """The same, once it was opened."""
        self.open()
        return self

    def find(self, query: object, **options: object) -> dict[str, Any]:
        """What the engine answers."""
        found = self.page.evaluate(
            """async ([query, options]) => {
                window.index ||= BangVangSearch.open({ base: "/chi-muc/", more: "/words.js" });
                const answer = await window.index.find(query, options);
                window.answer = answer;
                return JSON.parse(JSON.stringify(answer));
            }""",
            [query, options],
        )
        assert isinstance(found, dict)
        return found

    def titles(self, query: object, **options: object) -> list[str]:
        """The names of what is found, in order."""
        return [row["title"] for row in self.find(query, **options)["rows"]]

    def _answer(self, route: Route) -> None:
        path = route.request.url.removeprefix(HOME)
        if path.endswith(".js"):
            self._answer_script(route, path.removesuffix(".js"))
        elif not path.startswith("chi-muc/"):
            page = '<!doctype html><meta charset="utf-8"><script src="/engine.js"></script>'
            route.fulfill(body=page, content_type="text/html", headers={"Content-Security-Policy": POLICY})
        else:
            name = path.removeprefix("chi-muc/")
            self.asked.append(name)
            kind = name[0]
            if self.failing.get(kind, 0) > 0:
                self.failing[kind] -= 1
                route.abort()
            elif name in self.files:
                route.fulfill(body=self.files[name], content_type="application/json")
            else:
                route.fulfill(status=404)

    def _answer_script(self, route: Route, name: str) -> None:
        self.scripts.append(name)
        if self.failing.get(name, 0) > 0:
            self.failing[name] -= 1
            route.abort()
        else:
            route.fulfill(body=SCRIPTS[name], content_type="text/javascript")
