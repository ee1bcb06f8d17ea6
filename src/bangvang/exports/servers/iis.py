"""IIS on Windows Server: web.config, and rules for its module URL Rewrite."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape

from bangvang.exports.servers.settings import (
    ABOUT_HSTS,
    ASSETS,
    HSTS,
    LASTING_FOLDERS,
    SERVICE_FILES,
    TEXTS,
    TYPES,
    Move,
    no_variables,
)

_CONFIG = """<?xml version="1.0" encoding="UTF-8"?>
<!-- Cấu hình IIS (Windows Server) cho trang Bảng Vàng. Địa chỉ cũ đã có trang dẫn tới địa chỉ mới;
     muốn máy chủ tự chuyển hướng thì xem tệp may-chu/iis-chuyen-huong.config. -->
<configuration>
  <system.webServer>
    <defaultDocument>
      <files>
        <clear />
        <add value="index.html" />
      </files>
    </defaultDocument>
    <httpErrors errorMode="Custom" existingResponse="Auto">
      <remove statusCode="404" subStatusCode="-1" />
      <error statusCode="404" path="404.html" responseMode="File" />
    </httpErrors>
    <staticContent>
{types}
      <clientCache cacheControlMode="UseMaxAge" cacheControlMaxAge="00:01:00" cacheControlCustom="public" />
    </staticContent>
    <urlCompression doStaticCompression="true" doDynamicCompression="false" />
    <httpProtocol>
      <customHeaders>
        <remove name="X-Powered-By" />
{headers}
      </customHeaders>
    </httpProtocol>
    <security>
      <requestFiltering>
        <hiddenSegments>
{hidden}
        </hiddenSegments>
      </requestFiltering>
    </security>
  </system.webServer>
{caching}
</configuration>
"""

_CACHING = """  <location path="{folder}">
    <system.webServer>
      <staticContent>
        <clientCache cacheControlMode="UseMaxAge" cacheControlMaxAge="{age}" cacheControlCustom="{custom}" />
      </staticContent>
    </system.webServer>
  </location>"""

_REDIRECTS = """<!-- Chuyển hướng bằng mã 301 trên IIS. Chỉ dùng khi máy chủ đã cài URL Rewrite: chép phần <rewrite> vào
     trong <system.webServer> của web.config. Thiếu URL Rewrite mà chép vào thì cả trang báo lỗi 500. -->
<rewrite>
  <rewriteMaps>
    <rewriteMap name="bang-vang">
{pairs}
    </rewriteMap>
  </rewriteMaps>
  <rules>
    <rule name="bang-vang" stopProcessing="true">
      <match url=".+" />
      <conditions>
        <add input="{{bang-vang:{{R:0}}}}" pattern="(.+)" />
      </conditions>
      <action type="Redirect" url="{{C:1}}" redirectType="Permanent" appendQueryString="false" />
    </rule>
  </rules>
</rewrite>
"""


def iis(headers: Mapping[str, str]) -> str:
    """Each entry is removed before it is added: one that a folder above has set would stop the whole site."""
    return _CONFIG.format(
        types="\n".join(_types()),
        headers="\n".join(_headers(headers)),
        hidden="\n".join(_hidden()),
        caching="\n".join(
            (
                _CACHING.format(folder=ASSETS, age="1.00:00:00", custom="public"),
                *(
                    _CACHING.format(folder=name, age="365.00:00:00", custom="public, immutable")
                    for name in LASTING_FOLDERS
                ),
            )
        ),
    )


def iis_redirects(moves: Iterable[Move], base: str) -> str:
    """Paths count from the folder of web.config; their letters' case is ignored, and no two may be the same."""
    places: dict[str, Move] = {}
    for move in moves:
        places.setdefault(move.old.lower(), move)
    pairs = (
        f"      <add key={_quoted(old.removeprefix(base))} value={_quoted(no_variables(new))} />"
        for old, new in places.values()
    )
    return _REDIRECTS.format(pairs="\n".join(pairs))


def _types() -> Iterable[str]:
    for kind, type in TYPES.items():
        whole = f"{type}; charset=utf-8" if kind in TEXTS else type
        yield f'      <remove fileExtension=".{kind}" />'
        yield f'      <mimeMap fileExtension=".{kind}" mimeType={_quoted(whole)} />'


def _headers(headers: Mapping[str, str]) -> Iterable[str]:
    for name, value in headers.items():
        yield f"        <remove name={_quoted(name)} />"
        yield f"        <add name={_quoted(name)} value={_quoted(value)} />"
    yield from (f"        <!-- {line} -->" for line in ABOUT_HSTS)
    yield f'        <!-- <add name="Strict-Transport-Security" value={_quoted(HSTS)} /> -->'


def _hidden() -> Iterable[str]:
    """web.config is hidden already."""
    for name in SERVICE_FILES:
        if name != "web.config":
            yield f"          <remove segment={_quoted(name)} />"
            yield f"          <add segment={_quoted(name)} />"


def _quoted(text: str) -> str:
    """The value of an attribute; what the standard library has for it brings all of its network along."""
    value = escape(text, quote=False).replace('"', "&quot;")
    return f'"{value}"'
