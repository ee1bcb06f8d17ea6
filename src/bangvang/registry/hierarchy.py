"""Trees and successions: what belongs to what, and what became of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping


def circles(nodes: Iterable[str], parents: Callable[[str], Iterable[str]]) -> list[list[str]]:
    """Every circle once, each beginning with its smallest id."""
    state: dict[str, int] = {}
    found: dict[tuple[str, ...], list[str]] = {}
    for start in nodes:
        if start in state:
            continue
        path: list[str] = []
        stack: list[tuple[str, bool]] = [(start, False)]
        while stack:
            node, leaving = stack.pop()
            if leaving:
                state[node] = 2
                path.pop()
                continue
            if state.get(node) == 2:
                continue
            if state.get(node) == 1:
                circle = path[path.index(node) :]
                turn = circle.index(min(circle))
                rotated = circle[turn:] + circle[:turn]
                found.setdefault(tuple(rotated), rotated)
                continue
            state[node] = 1
            path.append(node)
            stack.append((node, True))
            stack.extend((parent, False) for parent in parents(node))
    return list(found.values())


def ancestors(start: str, parent: Callable[[str], str | None]) -> list[str]:
    """The chain above a node, nearest first; a circle ends it."""
    chain: list[str] = []
    node = parent(start)
    while node is not None and node != start and node not in chain:
        chain.append(node)
        node = parent(node)
    return chain


def children_of(parents: Mapping[str, str | None]) -> dict[str, list[str]]:
    """Parent → its children, in the order given."""
    found: dict[str, list[str]] = {}
    for child, parent in parents.items():
        if parent is not None:
            found.setdefault(parent, []).append(child)
    return found


def final_successors(start: str, successors: Callable[[str], Iterable[str]]) -> list[str]:
    """What something has become in the end: every last member of its lines of succession."""
    last: list[str] = []
    seen = {start}
    queue = list(successors(start))
    while queue:
        node = queue.pop(0)
        if node in seen:
            continue
        seen.add(node)
        following = list(successors(node))
        if following:
            queue.extend(following)
        else:
            last.append(node)
    return last
