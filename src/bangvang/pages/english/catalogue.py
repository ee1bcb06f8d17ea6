"""Every page in English that the site is to have, and who builds each; none without a name in English."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bangvang.pages.addresses import ENGLISH
from bangvang.pages.answers import Answers
from bangvang.pages.english.addresses import AWARDS, FIELDS, FOLDERS, english_url, speaks_english
from bangvang.pages.english.glossary import english_awards_page, english_fields_page
from bangvang.pages.english.home import english_home_page
from bangvang.pages.english.lists import BUILDER, english_list_page, english_list_targets
from bangvang.pages.english.record import english_record_page, english_tombstone
from bangvang.pages.english.told import told_in_english, withdrawn_from_english
from bangvang.pages.page import Builder, Target

_SINGLE: Mapping[str, Builder] = {
    ENGLISH: english_home_page,
    AWARDS: english_awards_page,
    FIELDS: english_fields_page,
}

ENGLISH_BUILDERS: Mapping[str, Builder] = {
    **{f"/{url}": builder for url, builder in _SINGLE.items()},
    BUILDER: english_list_page,
    "english-record": english_record_page,
    "english-withdrawn": english_tombstone,
}


def english_targets(answers: Answers) -> Iterator[Target]:
    """All of them."""
    if not speaks_english(answers.site):
        return
    for url in _SINGLE:
        yield Target(url, f"/{url}")
    yield from english_list_targets(answers)
    for kind in FOLDERS:
        for id in answers.ask(told_in_english, kind):
            yield Target(english_url(kind, id), "english-record", (kind, id))
        for id in withdrawn_from_english(answers, kind):
            yield Target(english_url(kind, id), "english-withdrawn", (kind, id))
