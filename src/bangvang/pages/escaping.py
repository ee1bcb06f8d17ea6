"""Text made safe for a page: most of it has nothing to escape or is a piece of a page already, which is quickly seen.

A page of a large site shows a hundred texts, and the general way makes an object of each.
"""

from __future__ import annotations

import re
from collections.abc import Callable, MutableMapping
from functools import partial
from typing import Any, cast

from jinja2 import Environment, Template
from markupsafe import Markup, escape

markup = cast("Callable[[str], Markup]", partial(str.__new__, Markup))
"""A text that is HTML."""
_to_escape = re.compile("[&<>'\"]").search


def escaped(text: str) -> str:
    """A text as HTML."""
    return str(escape(text)) if _to_escape(text) else text


def shown(value: object) -> str:
    """A value as it looks in a page."""
    kind = type(value)
    if kind is Markup:
        return value  # type: ignore[return-value]
    if kind is str:
        return escaped(value)  # type: ignore[arg-type]
    return escape(value)


class QuickTemplate(Template):
    """A template whose values are escaped so."""

    @classmethod
    def _from_namespace(
        cls, environment: Environment, namespace: MutableMapping[str, Any], globals: MutableMapping[str, Any]
    ) -> Template:
        namespace["escape"] = shown
        return super()._from_namespace(environment, namespace, globals)
