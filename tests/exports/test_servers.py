"""Settings for web servers: read back as each server reads them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote
from xml.etree import ElementTree

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bangvang.checking.named_file import FILE_SUFFIXES
from bangvang.exports.csp import policy
from bangvang.exports.servers import ServerFiles, server_files
from bangvang.exports.servers.settings import LASTING_FOLDERS, SERVICE_FILES, TYPES

BESIDE = {
    *("may-chu/nginx.conf", "may-chu/iis-chuyen-huong.config"),
    *("may-chu/github-actions.yml", "may-chu/gitlab-ci.yml", "may-chu/lich-hang-dem.txt"),
}
POLICY = policy(["sha256-AAAA=", "sha256-B+/="])
PATHS = st.text("ab1đ$\"'*+.:()[]{}&<>|^~;,=!@%-_", min_size=1, max_size=12).filter(
    lambda text: text.strip(".") and "%" not in text
)
BASES = pytest.mark.parametrize("base", ["/", "/bang-vang/"])


def text_of(files: ServerFiles, path: str) -> str:
    """One of the files, wherever it belongs."""
    return (dict(files.site) | dict(files.beside))[path].decode()


def words(line: str) -> list[str]:
    """A line as nginx and Apache cut it: blanks separate, quotation marks join, a backslash spares the next."""
    return [
        re.sub(r"\\([\\\"])", r"\1", quoted) if quoted else plain
        for quoted, plain in re.findall(r'"((?:[^"\\]|\\.)*)"|([^\s"]+)', line)
    ]


def nginx_blocks(text: str) -> list[tuple[list[str], object]]:
    """The directives of a file for nginx: words, and what stands between the braces; a mistake in form fails."""
    tokens: Iterator[str] = iter(re.findall(r'"(?:[^"\\]|\\.)*"|[{};]|[^\s"{};]+', re.sub(r"(?m)^\s*#.*$", "", text)))

    def block(depth: int) -> list[tuple[list[str], object]]:
        found: list[tuple[list[str], object]] = []
        directive: list[str] = []
        for token in tokens:
            if token == "}":
                assert depth
                assert not directive
                return found
            if token in ("{", ";"):
                assert directive
                found.append((directive, block(depth + 1) if token == "{" else None))
                directive = []
            else:
                directive += words(token)
        assert not depth
        assert not directive
        return found

    return block(0)


def nginx_redirects(files: ServerFiles) -> dict[str, str]:
    """Old and new paths of the snippet for nginx."""
    found = {}
    for name, inside in nginx_blocks(text_of(files, "may-chu/nginx.conf")):
        if name[:2] == ["location", "="]:
            [(answer, _)] = inside
            assert answer[:2] == ["return", "301"]
            assert "$" not in answer[2]
            found[name[2]] = answer[2]
    return found


def apache_redirects(files: ServerFiles) -> list[tuple[str, str]]:
    """Patterns and targets of .htaccess as Apache understands them: an unspared $1 is a group, here an empty one."""
    lines = [words(line) for line in text_of(files, ".htaccess").splitlines()]
    return [
        (line[2], re.sub(r"\\([\\$])|\$[0-9]", r"\1", line[3]))
        for line in lines
        if line[:2] == ["RedirectMatch", "301"]
    ]


@BASES
def test_settings_that_a_host_reads_stand_in_the_site(base: str) -> None:
    """Those that a person puts in place stand beside it."""
    files = server_files(POLICY, [("/cu/", "/moi/")], base)
    assert files.site.keys() == {".htaccess", "_headers", "_redirects", "web.config"}
    assert files.beside.keys() == BESIDE


@BASES
def test_every_server_gets_the_same_headers(base: str) -> None:
    """The policy to the letter."""
    files = server_files(POLICY, [], base)
    nginx = dict(line[1:3] for line, _ in location(files, base) if line[0] == "add_header")
    apache = dict(
        words(line)[3:] for line in text_of(files, ".htaccess").splitlines() if line.startswith("  Header always")
    )
    netlify = dict(line.strip().split(": ", 1) for line in rules(files)[f"{base}*"])
    iis = {
        add.attrib["name"]: add.attrib["value"]
        for add in config(files).iterfind("system.webServer/httpProtocol/customHeaders/add")
    }
    assert apache == netlify == iis == {name: value for name, value in nginx.items() if name != "Cache-Control"}
    assert apache["Content-Security-Policy"] == POLICY
    assert apache["X-Content-Type-Options"] == "nosniff"
    assert apache["Referrer-Policy"] == "strict-origin-when-cross-origin"
    assert "Permissions-Policy" in apache


def location(files: ServerFiles, base: str) -> list[tuple[list[str], object]]:
    """What nginx is told of the site's own location."""
    blocks = {tuple(name): inside for name, inside in nginx_blocks(text_of(files, "may-chu/nginx.conf"))}
    found = blocks["location", base]
    assert isinstance(found, list)
    return found


def rules(files: ServerFiles) -> dict[str, list[str]]:
    """The headers of _headers by path."""
    found: dict[str, list[str]] = {}
    path = ""
    for line in text_of(files, "_headers").splitlines():
        if line.startswith("  ") and not line.startswith("  #"):
            found[path].append(line)
        elif line and not line.lstrip().startswith("#"):
            path = line
            found[path] = []
    return found


def config(files: ServerFiles) -> ElementTree.Element:
    """web.config."""
    return ElementTree.fromstring(files.site["web.config"])


@pytest.mark.parametrize("path", [".htaccess", "_headers", "web.config", "may-chu/nginx.conf"])
def test_strict_transport_waits_for_a_person(path: str) -> None:
    """It cannot be taken back: the line is there, commented out, with a sentence."""
    text = text_of(server_files(POLICY, [], "/"), path)
    [line] = [line for line in text.splitlines() if "Strict-Transport-Security" in line]
    assert line.lstrip().startswith(("#", "<!--"))
    assert "không lùi lại được" in text


def test_each_level_of_nginx_repeats_the_headers() -> None:
    """An add_header in a location drops those from outside it."""

    def check(inside: list[tuple[list[str], object]]) -> int:
        names = [line[1] for line, _ in inside if line[0] == "add_header"]
        locations = [below for line, below in inside if line[0] == "location" and line[1] != "="]
        assert "Cache-Control" in names
        assert "Content-Security-Policy" in names
        return 1 + sum(check(below) for below in locations if isinstance(below, list))

    assert check(location(server_files(POLICY, [], "/"), "/")) == 3 + len(LASTING_FOLDERS)


@BASES
def test_only_names_with_a_hash_are_kept_for_ever(base: str) -> None:
    """Pages are asked for anew within a minute."""
    lines = [words(line) for line in text_of(server_files(POLICY, [], base), ".htaccess").splitlines()]
    caching = {
        line[4] if len(line) > 4 else "": line[3] for line in lines if line[:3] == ["Header", "set", "Cache-Control"]
    }
    patterns = [(re.compile(line[2]), line[3]) for line in lines if line[:2] == ["SetEnvIf", "Request_URI"]]

    def kept(path: str) -> str:
        value = caching[""]
        for pattern, name in patterns:
            if pattern.search(base + path):
                value = caching[f"env={name}"]
        return value

    assert kept("guong/a/") == kept("tim-kiem/chi-muc/dau.json") == "public, max-age=60"
    assert kept("assets/bangvang/fonts/x.woff2") == "public, max-age=86400"
    for path in (
        "assets/bangvang/site.0123abcd.css",
        "assets/javascripts/bundle.a5f9d56c.min.js",
        "anh/k7m2q9-640.webp",
        "tim-kiem/chi-muc/n/x1b.ab12.json",
    ):
        assert kept(path).endswith("immutable")


@BASES
def test_the_404_page_is_the_sites_own(base: str) -> None:
    """On every server that has to be told."""
    files = server_files(POLICY, [], base)
    assert (["error_page", "404", f"{base}404.html"], None) in location(files, base)
    assert f"ErrorDocument 404 {base}404.html" in text_of(files, ".htaccess")
    error = config(files).find("system.webServer/httpErrors/error")
    assert error is not None
    assert error.attrib == {"statusCode": "404", "path": "404.html", "responseMode": "File"}


@pytest.mark.parametrize(
    ("kind", "type"),
    [
        ("woff2", "font/woff2"),
        ("webp", "image/webp"),
        ("json", "application/json"),
        ("webmanifest", "application/manifest+json"),
        ("svg", "image/svg+xml"),
    ],
)
def test_newer_kinds_of_file_have_their_type(kind: str, type: str) -> None:
    """IIS would answer 404 for a kind that it does not know."""
    files = server_files(POLICY, [], "/")
    [types] = [inside for line, inside in location(files, "/") if line == ["types"]]
    assert ([type, kind], None) in types  # type: ignore[operator]
    assert f"AddType {type} .{kind}" in text_of(files, ".htaccess")
    maps = config(files).iterfind("system.webServer/staticContent/mimeMap")
    assert {entry.attrib["fileExtension"]: entry.attrib["mimeType"].split(";")[0] for entry in maps}[f".{kind}"] == type


def test_iis_adds_nothing_that_it_has_not_removed_first() -> None:
    """An entry that a folder above has set already would stop the whole site."""
    for parent in config(server_files(POLICY, [], "/")).iter():
        gone: set[tuple[str, ...]] = set()
        for entry in parent:
            key = next(
                (entry.attrib[name] for name in ("fileExtension", "name", "segment") if name in entry.attrib), ""
            )
            if entry.tag == "remove":
                gone.add((key,))
            elif entry.tag in ("add", "mimeMap") and key:
                assert (key,) in gone
    assert config(server_files(POLICY, [], "/")).find("system.webServer/rewrite") is None


@BASES
def test_settings_of_one_server_are_not_shown_by_the_others(base: str) -> None:
    """They are in the site's root."""
    files = server_files(POLICY, [], base)
    hidden = [line[2] for line, _ in location(files, base) if line[:2] == ["location", "="]]
    assert hidden == [base + name for name in SERVICE_FILES]
    patterns = [words(line)[2] for line in text_of(files, ".htaccess").splitlines() if "RedirectMatch 404" in line]
    assert all(any(re.search(pattern, path) for pattern in patterns) for path in hidden)


@given(st.dictionaries(PATHS, PATHS, max_size=5))
@example({"a": "b$1"})
def test_redirects_are_read_back_as_they_were_written(pairs: dict[str, str]) -> None:
    """Whatever characters a path holds, each server sees one old path and one target."""
    wanted = {f"/x y/{old}/": f"/x y/{new}/" for old, new in pairs.items() if old != new}
    files = server_files(POLICY, [(f"/{old}/", f"/{new}/") for old, new in pairs.items()], "/x%20y/")
    assert {old: unquote(new) for old, new in nginx_redirects(files).items()} == wanted
    patterns = apache_redirects(files)
    for old, new in wanted.items():
        assert [target for pattern, target in patterns if re.search(pattern, old)] == [new]
    lines = [line for line in text_of(files, "_redirects").splitlines() if not line.startswith("#")]
    assert {unquote(line.split()[0]): unquote(line.split()[1]) for line in lines} == wanted
    for line in lines:
        assert re.fullmatch(r"/[!-)+-9;-~]+ /[!-)+-9;-~]+ 301!", line)
    table = ElementTree.fromstring(files.beside["may-chu/iis-chuyen-huong.config"])
    rows = {
        f"/x y/{row.attrib['key']}": unquote(row.attrib["value"]) for row in table.iter("add") if "key" in row.attrib
    }
    assert rows == wanted


def test_a_dot_is_a_dot_and_the_pattern_is_whole() -> None:
    """Neither /aXb/ nor a page below the old one is led away."""
    [(pattern, target)] = apache_redirects(server_files(POLICY, [("/a.b/", "/moi/#qd-1")], "/"))
    assert target == "/moi/#qd-1"
    assert re.search(pattern, "/a.b/")
    assert not any(re.search(pattern, path) for path in ("/aXb/", "/a.b/c/", "/x/a.b/"))


@pytest.mark.parametrize(
    "redirect",
    [
        ("/a/", "/a/"),
        ("/a/\n/", "/b/"),
        ("/a%0a/", "/b/"),
        ("/a/", "/b%0Ac"),
        ("/../a/", "/b/"),
        ("/a/#b", "/b/"),
        ("/a/", "//x.vn/"),
    ],
)
def test_a_redirect_that_no_server_can_hold_is_left_out(redirect: tuple[str, str]) -> None:
    """It would break the settings, turn in a circle, or lead to another host."""
    assert server_files(POLICY, [redirect], "/") == server_files(POLICY, [], "/")


def test_an_old_address_stands_once() -> None:
    """nginx and IIS refuse to start with a double; on Windows letters' case is none."""
    files = server_files(POLICY, [("/a/", "/b/"), ("/a/", "/c/"), ("/%61/", "/d/"), ("/A/", "/e/")], "/")
    assert nginx_redirects(files) == {"/A/": "/e/", "/a/": "/b/"}
    table = ElementTree.fromstring(files.beside["may-chu/iis-chuyen-huong.config"])
    assert len([row for row in table.iter("add") if "key" in row.attrib]) == 1


def test_the_order_of_redirects_changes_nothing() -> None:
    """Same input, same bytes."""
    pairs = [("/a/", "/b/"), ("/c/", "/d/")]
    assert server_files(POLICY, pairs, "/") == server_files(POLICY, reversed(pairs), "/")


def test_every_kind_of_file_that_an_office_may_offer_has_a_type() -> None:
    """IIS answers 404 for a kind that it does not know."""
    assert {suffix.removeprefix(".") for suffix in FILE_SUFFIXES} <= TYPES.keys()
