"""The content security policy: what scripts a page may run, and what in a page the policy would stop."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache
from hashlib import sha256
from html.parser import HTMLParser
from typing import NamedTuple

_RUN = ("", "module", "importmap", "speculationrules")
_SCRIPT_TYPE = re.compile(r"(text|application)/(x-)?(java|ecma|live|j)script(1\.\d)?")
_BLOCKED = ("iframe", "frame", "object", "embed", "applet", "audio", "video")
_LOADING = ("src", "href", "xlink:href", "action", "formaction", "poster", "data", "background", "ping", "manifest")
_SETS = ("srcset", "imagesrcset")
_PAINT = ("fill", "stroke", "filter", "mask", "clip-path", "marker-start", "marker-mid", "marker-end", "cursor")
_PICTURES = ("img", "source", "image", "feimage", "input")
_IDLE_RELS = frozenset(("alternate", "author", "canonical", "help", "license", "me", "next", "prev", "search"))
"""What a `link` only mentions; any other may be fetched."""
_URL_OF_CSS = re.compile(r"""(?:@import\s+)?(?:url\(|@import)\s*["']?\s*([^"'()\s;]+)""", re.IGNORECASE)
_HANDLER = re.compile(r"on[a-z]+")
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_UNREAD = str.maketrans("", "", "\t\n\r")
_BLANKS = "".join(map(chr, range(33)))
_REFRESH = re.compile(r"""^[\s\d.]*[;,\s]\s*(?:url\s*=\s*)?["']?\s*([^"']*)""", re.IGNORECASE)


class Surprise(NamedTuple):
    """Something in a page that the policy stops or that leaves the site, and what to do about it."""

    line: int
    column: int
    what: str
    remedy: str


def inline_scripts(html: str) -> tuple[str, ...]:
    """The text of each script that stands in the page itself, once, in order."""
    return tuple(dict.fromkeys(script.text for script in _scan(html).scripts))


def script_hash(text: str) -> str:
    """The name by which a policy knows an inline script: sha256-…, without quotation marks."""
    return "sha256-" + b64encode(sha256(text.encode("utf-8", "replace")).digest()).decode("ascii")


def policy(hashes: Iterable[str]) -> str:
    """The header's value: everything from the site itself, and inline only the scripts with these hashes."""
    scripts = " ".join(["'self'", *(f"'{hash}'" for hash in sorted(set(hashes)))])
    return (
        f"default-src 'none'; script-src {scripts}; style-src 'self'; img-src 'self' data:; font-src 'self'; "
        "connect-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; "
        "frame-ancestors 'none'"
    )


def surprises(html: str, known: Collection[str]) -> tuple[Surprise, ...]:
    """All that the policy with the `known` script hashes would stop, in the order of the page."""
    page = _scan(html)
    unknown = [
        Surprise(
            script.line,
            script.column,
            f"đoạn mã “{_short(script.text)}” nằm thẳng trong trang nên bị trình duyệt chặn",
            "Chuyển đoạn mã vào một tệp .js của trang rồi gọi bằng <script src=…>.",
        )
        for script in page.scripts
        if script_hash(script.text) not in known
    ]
    return tuple(sorted([*page.surprises, *unknown], key=lambda one: (one.line, one.column, one.what)))


def style_surprises(css: str) -> tuple[Surprise, ...]:
    """What a style sheet would load from elsewhere."""
    return tuple(
        Surprise(
            css.count("\n", 0, found.start()) + 1,
            found.start() - css.rfind("\n", 0, found.start()),
            *_elsewhere(f"tệp kiểu dáng tải “{_short(found[1])}”"),
        )
        for found in _URL_OF_CSS.finditer(css)
        if _leaves(found[1]) and not _is_data(found[1])
    )


class _Script(NamedTuple):
    line: int
    column: int
    text: str


@lru_cache(maxsize=1)
def _scan(html: str) -> _Page:
    """Two questions are asked of each page, one after the other."""
    page = _Page()
    page.feed(html.replace("\r\n", "\n").replace("\r", "\n"))
    page.close()
    page.finish()
    return page


class _Page(HTMLParser):
    """One reading of a page: its inline scripts, and everything else worth a message."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.scripts: list[_Script] = []
        self.surprises: list[Surprise] = []
        self._open: tuple[int, int] | None = None
        self._text: list[str] = []

    def parse_marked_section(self, i: int, report: bool = True) -> int:
        """Odd text after <![ is a comment to a browser; the standard parser would raise."""
        return self.parse_bogus_comment(i, report)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        fields: dict[str, str] = {}
        for name, value in attrs:
            fields.setdefault(name, value or "")
        if tag == "script" and "src" not in fields and _runs(fields):
            line, offset = self.getpos()
            self._open = (line, offset + 1)
        for what, remedy in _complaints(tag, fields):
            self._add(what, remedy)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag in self.CDATA_CONTENT_ELEMENTS:
            # A browser does not heed the slash: what follows is the script's text.
            self.set_cdata_mode(tag)

    def handle_data(self, data: str) -> None:
        if self._open:
            self._text.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "script":
            self._end()

    def finish(self) -> None:
        """A script left open at the page's end never runs in a browser; it is a mistake all the same."""
        if self._open:
            self._add("thẻ <script> chưa đóng", "Thêm </script> sau đoạn mã.")

    def _end(self) -> None:
        text = "".join(self._text).replace("\0", "\ufffd")
        if self._open and text:
            self.scripts.append(_Script(*self._open, text))
        self._open = None
        self._text.clear()

    def _add(self, what: str, remedy: str) -> None:
        line, offset = self.getpos()
        self.surprises.append(Surprise(line, offset + 1, what, remedy))


def _runs(fields: dict[str, str]) -> bool:
    """Whether a browser runs a script element's text; a data block such as JSON-LD is only read."""
    kind = fields.get("type", "").split(";")[0].strip().lower()
    return kind in _RUN or _SCRIPT_TYPE.fullmatch(kind) is not None


def _complaints(tag: str, fields: dict[str, str]) -> Iterator[tuple[str, str]]:
    if tag == "style":
        yield (
            "thẻ <style> nằm thẳng trong trang nên bị trình duyệt chặn",
            "Chuyển phần kiểu dáng vào một tệp .css của trang.",
        )
    elif tag == "base":
        yield "thẻ <base> bị trình duyệt chặn", "Bỏ thẻ này và viết đường dẫn đầy đủ trong trang."
    elif tag in _BLOCKED:
        yield f"thẻ <{tag}> bị trình duyệt chặn", "Thay bằng một liên kết hoặc một ảnh của trang."
    for name in fields:
        if _HANDLER.fullmatch(name):
            yield (
                f"thẻ <{tag}> có thuộc tính {name}=… chạy mã nên bị trình duyệt chặn",
                "Bỏ thuộc tính này; gắn việc ấy trong một tệp .js của trang.",
            )
        elif name in ("style", "srcdoc"):
            yield (
                f"thẻ <{tag}> có thuộc tính {name}=… nên bị trình duyệt chặn",
                "Bỏ thuộc tính này; dùng một lớp (class) trong tệp .css của trang.",
            )
    for name, url in () if tag == "base" or tag in _BLOCKED else _urls(tag, fields):
        yield from _about_url(tag, name, url, fields)


def _urls(tag: str, fields: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Every address in the element's attributes that a browser may follow by itself or run."""
    for name, value in fields.items():
        if name in _LOADING:
            yield name, value
        elif name in _SETS:
            yield from ((name, url) for url in _candidates(value))
        elif name in _PAINT:
            yield from ((name, url) for url in _URL_OF_CSS.findall(value))
        elif tag == "meta" and name == "content" and fields.get("http-equiv", "").strip().lower() == "refresh":
            yield from ((name, found) for found in _REFRESH.findall(value))


def _candidates(srcset: str) -> Iterator[str]:
    """The addresses of a srcset, cut as browsers cut them: a comma inside an address belongs to it."""
    rest = srcset.lstrip(" \t\n\f,")
    while rest:
        url = re.split(r"[ \t\n\f]", rest, maxsplit=1)[0]
        rest = rest[len(url) :]
        if not url.endswith(","):
            rest = rest.partition(",")[2]
        yield url.rstrip(",")
        rest = rest.lstrip(" \t\n\f,")


def _about_url(tag: str, name: str, url: str, fields: dict[str, str]) -> Iterator[tuple[str, str]]:
    found = _SCHEME.match(_as_read(url))
    if found and found[1].lower() in ("javascript", "vbscript"):
        yield (
            f"thẻ <{tag}> có địa chỉ {found[1].lower()}: trong {name} nên bị trình duyệt chặn",
            "Thay bằng địa chỉ của một trang, hoặc gắn việc ấy trong một tệp .js của trang.",
        )
    elif _is_fetched(tag, name, fields) and _leaves(url) and not (_is_data(url) and _is_picture(tag, name, fields)):
        yield _elsewhere(f"thẻ <{tag}> gọi “{_short(url)}”")


def _is_fetched(tag: str, name: str, fields: dict[str, str]) -> bool:
    if tag in ("a", "area"):
        return name == "ping"
    return not (tag == "link" and name == "href" and _rels(fields) <= _IDLE_RELS)


def _is_picture(tag: str, name: str, fields: dict[str, str]) -> bool:
    return tag in _PICTURES or name in _PAINT or "icon" in _rels(fields)


def _rels(fields: dict[str, str]) -> frozenset[str]:
    return frozenset(fields.get("rel", "").lower().split())


def _as_read(url: str) -> str:
    """The address as a browser reads it: no line breaks or tabs, no blanks around it, \\ for /."""
    return url.translate(_UNREAD).strip(_BLANKS).replace("\\", "/")


def _leaves(url: str) -> bool:
    """Whether the address is not one of the site's own: even its whole address leaves a copy that stands elsewhere."""
    read = _as_read(url)
    return read.startswith("//") or _SCHEME.match(read) is not None


def _is_data(url: str) -> bool:
    return _as_read(url).lower().startswith("data:")


def _elsewhere(what: str) -> tuple[str, str]:
    return (
        f"{what} từ ngoài trang",
        "Chép tệp ấy vào trang rồi dùng đường dẫn trong trang; trang không được gọi đến nơi khác.",
    )


def _short(text: str) -> str:
    """Enough of a text to find it again."""
    words = " ".join(text.split())
    return words if len(words) <= 60 else words[:59] + "…"
