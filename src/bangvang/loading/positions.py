"""Where in a file a value stands; worked out only for files that have something wrong."""

from __future__ import annotations

from typing import Any

import yaml

from bangvang.records import Loc

_Loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class Positions:
    """Lines and columns of the keys and values of one file that is known to be readable."""

    def __init__(self, text: str) -> None:
        self._root = yaml.compose(text, Loader=_Loader) if text.strip() else None

    def of_value(self, loc: Loc) -> tuple[int, int]:
        """Where the value at the path begins; where the path ends early, its last known part."""
        node, _ = self._follow(loc)
        return _place(node)

    def of_key(self, loc: Loc) -> tuple[int, int]:
        """Where the name at the end of the path begins."""
        _, key = self._follow(loc)
        return _place(key)

    def _follow(self, loc: Loc) -> tuple[Any, Any]:
        node: Any = self._root
        key: Any = self._root
        for step in loc:
            if isinstance(node, yaml.MappingNode):
                for name, value in node.value:
                    if name.value == str(step):
                        key, node = name, value
                        break
                else:
                    return node, key
            elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
                key = node = node.value[step]
            else:
                return node, key
        return node, key


def _place(node: Any) -> tuple[int, int]:
    return (1, 1) if node is None else (node.start_mark.line + 1, node.start_mark.column + 1)
