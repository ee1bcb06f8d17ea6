"""What people wrote is shown to them, place by place; who else bears the name is left in peace."""

from __future__ import annotations

from pathlib import Path

from removal_tree import MERGED, NAME, NAMESAKE, PERSON, changed

from bangvang.loading import load_project
from bangvang.removal.mentions import attachments, mentions
from bangvang.vietnamese import Names

IDS = (PERSON, MERGED)


def told(root: Path) -> list[str]:
    """Every place outside the person's own rows and file."""
    found = mentions(load_project(root), Names([NAME]), IDS)
    return [one.told() for one in found if not one.path.endswith(f"{PERSON}.yml")]


def test_a_story_about_somebody_else_is_shown_with_its_line(project: Path) -> None:
    """Only a person knows whether it must go."""
    changed(
        project, "data/practices/det-vai.yml", "problem: Vải mỏng.\n", f"problem: |\n  Vải mỏng.\n  Theo bà {NAME}.\n"
    )
    assert f"data/practices/det-vai.yml:4: Vải mỏng. Theo bà {NAME}." in told(project)


def test_a_hand_written_page_is_shown(project: Path) -> None:
    """In Markdown and in templates of the office."""
    changed(project, "docs/gioi-thieu.md", "Trang hư cấu.", "Mrs Hoang Thi Mau Don started it.")
    assert "docs/gioi-thieu.md:5: Mrs Hoang Thi Mau Don started it." in told(project)


def test_who_signed_is_shown_as_such(project: Path) -> None:
    """Acting for an office is no private matter."""
    (line,) = [line for line in told(project) if "người ký" in line]
    assert line.startswith("data/decisions/2026/qd-15.yml:5: ")


def test_a_comment_and_a_file_name_are_shown(project: Path) -> None:
    """Records lie open to the public as well."""
    changed(project, "data/events/hoi-nghi.yml", "type: conference", f"type: conference # hỏi {NAME}")
    (project / "docs/hoang-thi-mau-don.md").write_text("Trang.\n", encoding="utf-8")
    found = told(project)
    assert f"data/events/hoi-nghi.yml:2: # hỏi {NAME}" in found
    assert "docs/hoang-thi-mau-don.md:1: tên tệp" in found


def test_a_namesake_is_no_mention(project: Path) -> None:
    """Neither in a profile nor in a row of a list; what is told of a namesake is shown, for who knows of whom it is."""
    assert not [line for line in told(project) if NAMESAKE in line or "Trường Mầm non" in line]
    changed(project, f"data/honourees/{NAMESAKE}.yml", "Dạy trẻ hát.", f"Bà {NAME} dạy trẻ hát.")
    assert [line for line in told(project) if NAMESAKE in line]


def test_the_head_of_a_household_may_be_the_person(project: Path) -> None:
    """Neither is a household named after its head a namesake."""
    household = f"{{id: d5f6g7, kind: household, name: Hộ bà {NAME}, head: {NAME}, award_text: Giấy khen}}"
    changed(project, "data/decisions/2026/qd-15.yml", "  - {id: h4t8wz,", f"  - {household}\n  - {{id: h4t8wz,")
    found = [line for line in told(project) if line.startswith("data/decisions/2026/qd-15.yml:14:")]
    assert found == [f"data/decisions/2026/qd-15.yml:14: Hộ bà {NAME}", f"data/decisions/2026/qd-15.yml:14: {NAME}"]


def test_settings_and_notes_beside_the_records_are_looked_through(project: Path) -> None:
    """A title in the navigation is read by everybody."""
    (project / "mkdocs.yml").write_text(f"nav:\n  - Gương {NAME}: a.md\n", encoding="utf-8")
    (project / "data/README.md").write_text(f"Hỏi {NAME}.\n", encoding="utf-8")
    assert f"mkdocs.yml:2: - Gương {NAME}: a.md" in told(project)
    assert f"data/README.md:1: Hỏi {NAME}." in told(project)


def test_scans_of_their_lists_are_named(project: Path) -> None:
    """No machine reads a scan."""
    changed(
        project,
        "data/decisions/2026/qd-15.yml",
        "issuer: ubnd-xa-mau\n",
        "issuer: ubnd-xa-mau\nfiles:\n  - {file: qd-15.pdf, title: Bản chụp}\n",
    )
    assert attachments(load_project(project), IDS) == ["data/files/qd-15.pdf"]
    assert attachments(load_project(project), ["h5h5h5"]) == []
