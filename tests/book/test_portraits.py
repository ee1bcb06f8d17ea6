"""Portraits in the book: small, the right way up, and only where they may be shown."""

from __future__ import annotations

from collections.abc import Callable

from PIL import Image

from bangvang.book.portraits import PRINTS, WIDEST, WIDEST_ON_A_WALL, album, wall_album
from bangvang.publishing.gallery import CACHE
from tests.book.conftest import DAY, PROFILE, Project

PHOTO = "photos: [{file: a.jpg, alt: Chân dung ông Thử, credit: Văn phòng xã}]\n"


def _photo(project: Project) -> None:
    folder = project.root / "data/photos"
    folder.mkdir()
    Image.new("RGB", (1600, 2000), "#885533").save(folder / "a.jpg")


def test_a_portrait_is_as_wide_as_print_needs(project_of: Callable[..., Project]) -> None:
    """A wall needs more."""
    project = project_of({"honourees/k7m2q9.yml": PROFILE + PHOTO})
    _photo(project)
    laureates = list(project.registry.laureates.values())
    for bind, widest in ((album, WIDEST), (wall_album, WIDEST_ON_A_WALL)):
        made = bind(project.root, laureates, DAY)
        portrait = made.portraits["k7m2q9"]
        assert (portrait.alt, portrait.credit) == ("Chân dung ông Thử", "Văn phòng xã")
        with Image.open(made.files[portrait.file]) as image:
            assert (image.width, image.format) == (widest, "JPEG")
        assert not made.problems


def test_a_book_develops_each_portrait_once_and_forgets_who_left(project_of: Callable[..., Project]) -> None:
    """Nothing is made for it that only a site needs, and the site's own photos are left alone."""
    project = project_of({"honourees/k7m2q9.yml": PROFILE + PHOTO})
    _photo(project)
    wall_album(project.root, project.registry.laureates.values(), DAY)
    of_site = {path: path.stat().st_mtime_ns for path in (project.root / CACHE).glob("*.*")}
    first = album(project.root, project.registry.laureates.values(), DAY)
    (made,) = (project.root / PRINTS).glob("*.jpg")
    moment = made.stat().st_mtime_ns
    assert album(project.root, project.registry.laureates.values(), DAY) == first
    assert made.stat().st_mtime_ns == moment
    assert not list((project.root / PRINTS).glob("*.webp"))
    album(project.root, [], DAY)
    assert not list((project.root / PRINTS).glob("*.*"))
    assert {path: path.stat().st_mtime_ns for path in (project.root / CACHE).glob("*.*")} == of_site


def test_somebody_living_who_did_not_consent_has_no_portrait(project_of: Callable[..., Project]) -> None:
    """Whoever might look for the file."""
    project = project_of({"honourees/k7m2q9.yml": PROFILE.replace("living: no", "living: yes") + PHOTO})
    _photo(project)
    assert album(project.root, project.registry.laureates.values(), DAY).portraits == {}


def test_a_damaged_photo_is_told_with_its_record(project_of: Callable[..., Project]) -> None:
    """And what to do."""
    project = project_of({"honourees/k7m2q9.yml": PROFILE + PHOTO})
    (project.root / "data/photos").mkdir()
    (project.root / "data/photos/a.jpg").write_bytes(b"\xff\xd8\xff\xe0 khong phai anh")
    made = album(project.root, project.registry.laureates.values(), DAY)
    assert made.portraits == {}
    assert made.problems[0].startswith("data/honourees/k7m2q9.yml: ảnh a.jpg")
