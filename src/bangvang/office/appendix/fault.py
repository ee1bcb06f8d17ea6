"""Why a file cannot be imported, and what a clerk can do about it."""

from __future__ import annotations


class AppendixError(Exception):
    """Said in one Vietnamese sentence, with a remedy."""

    def __init__(self, what: str, remedy: str) -> None:
        super().__init__(f"{what}. {remedy}")
        self.what = what
        self.remedy = remedy
