"""robots.txt: what search engines may read."""

from __future__ import annotations

from bangvang.exports.address import absolute, base_path


def robots_txt(address: str, trial: bool) -> bytes:
    """Nothing of a trial site; all of a real one, with the way to its sitemap.

    Robots read only the file at the root of a host: a site that stands under a path has these lines copied there.
    """
    base = base_path(address)
    if trial:
        return f"User-agent: *\nDisallow: {base}\n".encode()
    return f"User-agent: *\nAllow: {base}\n\nSitemap: {absolute(address, 'sitemap.xml')}\n".encode()
