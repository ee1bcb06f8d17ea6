"""The lists of those who held a title at the end of a year, and what has become of it since."""

from __future__ import annotations

from bangvang.pages.answers import Answers, question
from bangvang.pages.held import held_key, is_lasting, year_end
from bangvang.pages.honours import brief
from bangvang.pages.listing import listing, part_url
from bangvang.pages.membership import HELD, headings, honours_shown, members
from bangvang.pages.page import Link, Page
from bangvang.pages.reading import Reading
from bangvang.records import KINDS, Award, PartialDate, StandingState
from bangvang.registry import lists_indexed

TAB = "guong"
_AWARDS = Link("Danh hiệu, hình thức khen thưởng", f"{KINDS['award'].url}/")
_LOST = {StandingState.CANCELLED: "bị hủy bỏ ngày", StandingState.STRIPPED: "bị tước ngày"}


@question
def held_years(answers: Answers, award: str) -> tuple[tuple[str, int], ...]:
    """The years of a title that have a list, the latest first, and how many each holds."""
    years = answers.own.get(("held", "years"))
    if years is None:
        found: dict[str, list[tuple[str, int]]] = {}
        for key, count in answers.ask(headings, HELD):
            title, year = key.split()
            found.setdefault(title, []).append((year, count))
        years = answers.own["held", "years"] = found
    assert isinstance(years, dict)
    return tuple(sorted(years.get(award, ()), reverse=True))


@question
def lost_since(answers: Answers, award: str, year: str) -> tuple[tuple[str, StandingState, PartialDate], ...]:
    """Who of a list holds the title no more, what happened, and when."""
    last, found = year_end(int(year)), []
    for id in answers.ask(members, HELD, held_key(award, year)):
        if not any(one.source.outline.rulings for one in answers.registry.laureates[id].given):
            continue
        for honour in honours_shown(answers, id):
            state = honour.standing(answers.day)
            if honour.award == award and state is not None and honour.standing(last) is None:
                turn = next(one for one in reversed(honour.facts.standing) if one.date.first <= answers.day)
                if honour.date is not None and honour.date.year <= last.year:
                    found.append((id, state, turn.date))
    return tuple(dict.fromkeys(found))


def held_url(key: str) -> str:
    """Where the list of a title and a year begins."""
    award, year = key.split()
    return f"{_AWARDS.url}{award}/{year}/"


def held_title(reading: Reading, key: str) -> str:
    """What a list is called."""
    id, year = key.split()
    award = reading.find(Award, id)
    if award is None:
        return key
    return f"{award.name}, ngày 31/12/{year}" if is_lasting(award) else f"{award.name}, năm {year}"


def held_links(reading: Reading, award: str) -> list[tuple[Link, int]]:
    """The lists of a title, the latest year first."""
    return [(Link(year, held_url(held_key(award, year))), count) for year, count in reading.ask(held_years, award)]


def holders_page(reading: Reading, key: str, number: str) -> Page:
    """One list."""
    id, year = key.split()
    award = reading.find(Award, id)
    assert award is not None
    page, base, title = int(number), held_url(key), held_title(reading, key)
    people = listing(reading, HELD, key, base, page)
    lost = reading.ask(lost_since, id, year) if page == 1 else ()
    crumbs = (_AWARDS, Link(award.name, f"{_AWARDS.url}{id}/"))
    return Page(
        url=part_url(base, page),
        tab=TAB,
        title=title if page == 1 else f"{title}, trang {page}",
        description=f"{title}: {people.total} người, tập thể, hộ gia đình.",
        template="pages/held.html",
        context={
            "people": people,
            "sub": _sub(award, year),
            "day": f"31/12/{year}",
            "years": [(link, count, link.text == year) for link, count in held_links(reading, id)],
            "lost": [(link, _LOST[state], brief(day)) for who, state, day in lost if (link := reading.person(who))],
        },
        crumbs=crumbs if page == 1 else (*crumbs, Link(title, base)),
        image="honouree",
        indexed=not award.illustrative and lists_indexed(reading.site),
        listed=page == 1,
    )


def _sub(award: Award, year: str) -> str:
    if is_lasting(award):
        return f"Đã được tặng từ trước và còn giữ vào ngày 31/12/{year}, theo hồ sơ của trang này."
    return f"Được tặng trong năm {year} và còn giá trị vào ngày 31/12/{year}, theo hồ sơ của trang này."
