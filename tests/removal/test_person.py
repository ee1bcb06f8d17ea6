"""Who is meant by an id, and what belongs to them alone."""

from __future__ import annotations

from pathlib import Path

from removal_tree import DAY, FORMER, MERGED, NAME, NAMESAKE, PERSON, changed

from bangvang.loading import load_project
from bangvang.registry import Registry, build_registry
from bangvang.removal.person import bearers, find_person, namesakes


def registry(root: Path) -> Registry:
    """All records."""
    return build_registry(load_project(root), DAY)


def test_a_person_has_all_ids_and_names_that_records_know(project: Path) -> None:
    """Of profile, rows and corrections; a merged id means the same person."""
    person = find_person(registry(project), PERSON)
    assert person is not None
    assert person.ids == (PERSON, MERGED)
    assert person.names == (NAME, FORMER)
    assert find_person(registry(project), MERGED) == person
    assert find_person(registry(project), "zzzzzz") is None


def test_who_stands_in_a_list_alone_is_a_person_too(project: Path) -> None:
    """Most people have no profile."""
    person = find_person(registry(project), "h4t8wz")
    assert person is not None
    assert (person.ids, person.names, person.photos) == (("h4t8wz",), ("Trần Thị Mẫu",), ())


def test_a_household_is_known_by_all_who_belong_to_it(project: Path) -> None:
    """They are named in it."""
    changed(
        project,
        "data/decisions/2026/qd-15.yml",
        "recipients:\n",
        "recipients:\n  - {id: d5f6g7, kind: household, name: Hộ ông Mẫu Hai, head: Lê Văn Mẫu Hai, "
        "members: [Lê Thị Mẫu Ba], award_text: Giấy khen}\n",
    )
    person = find_person(registry(project), "d5f6g7")
    assert person is not None
    assert person.names == ("Hộ ông Mẫu Hai", "Lê Văn Mẫu Hai", "Lê Thị Mẫu Ba")


def test_a_picture_that_others_show_is_not_theirs_alone(project: Path) -> None:
    """It stays, and the clerk is told."""
    person = find_person(registry(project), PERSON)
    assert person is not None
    assert (person.photos, person.shared_photos) == (("chan-dung.png",), ())
    with (project / "data/practices/det-vai.yml").open("a", encoding="utf-8") as stream:
        stream.write("photos:\n  - {file: chan-dung.png, alt: Khung cửi}\n")
    person = find_person(registry(project), PERSON)
    assert person is not None
    assert (person.photos, person.shared_photos) == ((), ("chan-dung.png",))


def test_namesakes_bear_the_name_letter_by_letter(project: Path) -> None:
    """Who asks by a name gets everybody whose name folds to it."""
    known = registry(project)
    person = find_person(known, PERSON)
    assert person is not None
    assert [one.told() for one in namesakes(known, person)] == [f"{NAMESAKE} ({NAME}, Trường Mầm non Mẫu)"]
    assert {one.id for one in bearers(known, "hoang thi mau don")} == {PERSON, NAMESAKE}
    assert bearers(known, "") == []
