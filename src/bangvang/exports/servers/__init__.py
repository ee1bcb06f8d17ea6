"""Settings for the web servers that offices use: headers, types, caching, the 404 page, permanent redirects.

A server that ignores them all still serves the whole site: old addresses hold plain pages that lead on.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from bangvang.exports.address import decoded
from bangvang.exports.servers.apache import apache
from bangvang.exports.servers.iis import iis, iis_redirects
from bangvang.exports.servers.netlify import headers_file, redirects_file
from bangvang.exports.servers.nginx import nginx
from bangvang.exports.servers.nightly import github_actions, gitlab_ci, schedules
from bangvang.exports.servers.settings import moves, security_headers

__all__ = ["ServerFiles", "server_files"]


class ServerFiles(NamedTuple):
    """Settings by path: those that belong in the site's root, and those that only help to set up a server.

    nginx never reads a file in the site, and IIS stops the whole site over a rule for a module that it lacks: these
    two are for a person to put in place, so they stand beside the site and are not public.
    """

    site: Mapping[str, bytes]
    beside: Mapping[str, bytes]


def server_files(policy: str, redirects: Iterable[tuple[str, str]], base: str) -> ServerFiles:
    """Settings for a site at `base` ("/", "/bang-vang/") with this security policy; redirects are pairs of site paths.

    Redirects that no server can hold are left out: `redirect_problems` names them.
    """
    headers = security_headers(policy)
    moved = moves(redirects, decoded(base))
    site = {
        ".htaccess": apache(headers, moved, base),
        "_headers": headers_file(headers, base),
        "_redirects": redirects_file(moved),
        "web.config": iis(headers),
    }
    beside = {
        "may-chu/nginx.conf": nginx(headers, moved, decoded(base)),
        "may-chu/iis-chuyen-huong.config": iis_redirects(moved, decoded(base)),
        "may-chu/github-actions.yml": github_actions(),
        "may-chu/gitlab-ci.yml": gitlab_ci(),
        "may-chu/lich-hang-dem.txt": schedules(),
    }
    return ServerFiles(
        {path: text.encode() for path, text in site.items()}, {path: text.encode() for path, text in beside.items()}
    )
