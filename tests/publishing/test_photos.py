"""Photos become upright, small and silent; whatever is not a photo is refused in words."""

from __future__ import annotations

import os
import random
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageCms
from PIL.TiffImagePlugin import IFDRational
from pydantic import ValidationError

from bangvang.checking.named_file import FileProblem
from bangvang.publishing.photos import Format, Picture, Rendition, darkroom, developing, prepare, sweep
from bangvang.records.record import Photo

RED, GREEN, BLUE = (200, 30, 30), (30, 160, 60), (30, 60, 200)
SECRET = b"Ten nguoi chup"

Prepare = Callable[[str], Picture | FileProblem]


def scene(width: int = 1600, height: int = 1200) -> Image.Image:
    """Red above, blue below left, green below right: every turn of it looks different."""
    image = Image.new("RGB", (width, height), RED)
    image.paste(BLUE, (0, height // 2, width // 2, height))
    image.paste(GREEN, (width // 2, height // 2, width, height))
    return image


def saved(image: Image.Image, format: str, **settings: object) -> bytes:
    """The file that a camera or an editor would write."""
    stream = BytesIO()
    image.save(stream, format, **settings)
    return stream.getvalue()


def talkative_jpeg(orientation: int = 1) -> bytes:
    """A JPEG with the place where it was taken, a comment, an author and a colour profile."""
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x013B] = SECRET.decode()
    exif.get_ifd(0x8825).update({1: "N", 2: (IFDRational(10), IFDRational(15), IFDRational(7)), 3: "E"})
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    return saved(scene(), "JPEG", exif=exif, comment=SECRET, icc_profile=profile, xmp=b"<x:xmpmeta>" + SECRET)


def noise(width: int, height: int) -> Image.Image:
    """The hardest picture to make small."""
    return Image.frombytes("RGB", (width, height), random.Random(7).randbytes(width * height * 3))


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project whose data/photos/ is there and empty."""
    (tmp_path / "data/photos").mkdir(parents=True)
    return tmp_path


@pytest.fixture
def cache(project: Path) -> Path:
    """Where the project keeps what was developed."""
    return project / ".cache/bangvang/photos"


@pytest.fixture
def prepared(project: Path, cache: Path) -> Prepare:
    """`prepare` for a file of the project."""
    return lambda file: prepare(Photo(file=file, alt="Đường thôn", credit=None), project, cache)


def put(project: Path, name: str, data: bytes) -> None:
    """Supply a photo."""
    path = project / "data/photos" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def picture(result: Picture | FileProblem) -> Picture:
    """The picture that must have come out."""
    assert isinstance(result, Picture), result
    return result


def refusal(result: Picture | FileProblem) -> FileProblem:
    """The problem that must have come out."""
    assert isinstance(result, FileProblem)
    return result


def opened(rendition: Rendition) -> Image.Image:
    """The rendition as a browser sees it."""
    with Image.open(rendition.kept) as image:
        assert image.format == rendition.format.value.upper()
        assert image.size == (rendition.width, rendition.height)
        return image.convert("RGB")


def near(left: tuple[int, ...] | float | None, right: tuple[int, int, int]) -> bool:
    """Whether two colours are the same but for compression."""
    assert isinstance(left, tuple)
    return all(abs(a - b) < 14 for a, b in zip(left, right, strict=True))


def corners(image: Image.Image) -> list[tuple[int, ...] | float | None]:
    """The colours at the top, below left and below right."""
    w, h = image.size
    return [image.getpixel(at) for at in ((w // 2, h // 8), (w // 4, h * 7 // 8), (w * 3 // 4, h * 7 // 8))]


def test_a_photo_comes_in_three_widths_and_two_formats(project: Path, prepared: Prepare) -> None:
    """Sizes are known beforehand, so a page does not jump."""
    put(project, "duong.jpg", saved(scene(), "JPEG"))
    result = picture(prepared("duong.jpg"))
    assert [(r.width, r.height, r.format) for r in result.renditions] == [
        (width, width * 3 // 4, format) for width in developing.WIDTHS for format in Format
    ]
    for rendition in result.renditions:
        assert all(map(near, corners(opened(rendition)), (RED, BLUE, GREEN)))


@pytest.mark.parametrize(
    ("width", "widths"), [(200, [200]), (400, [400]), (450, [400]), (600, [400, 600]), (1300, [400, 800, 1280])]
)
def test_a_small_photo_is_never_blown_up(width: int, widths: list[int]) -> None:
    """And no size hardly wider than the one before is made."""
    assert [size[0] for size in developing.sizes(width, width)] == widths


@given(st.integers(1, 60_000), st.integers(1, 60_000))
def test_sizes_keep_to_the_picture(width: int, height: int) -> None:
    """However long or thin it is, each size is smaller than the source, has pixels, and differs from the others."""
    sizes = developing.sizes(width, height)
    assert len({size[0] for size in sizes}) == len(sizes) > 0
    for size in sizes:
        assert 1 <= size[0] <= min(width, 1280)
        assert 1 <= size[1] <= max(1, min(height, 1920))


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_photo_stands_upright_whatever_way_the_camera_was_held(
    orientation: int, project: Path, prepared: Prepare
) -> None:
    """The pixels are turned, since the note that says how is taken away."""
    stored = scene()
    back = {2: 0, 3: 3, 4: 1, 5: 5, 6: 2, 7: 6, 8: 4}  # the turn that orientation undoes
    if orientation > 1:
        stored = stored.transpose(Image.Transpose(back[orientation]))
    exif = Image.Exif()
    exif[0x0112] = orientation
    put(project, "a.jpg", saved(stored, "JPEG", exif=exif))
    for rendition in picture(prepared("a.jpg")).renditions:
        assert rendition.width * 3 == rendition.height * 4
        assert all(map(near, corners(opened(rendition)), (RED, BLUE, GREEN)))


def test_nothing_but_pixels_comes_out(project: Path, prepared: Prepare) -> None:
    """Neither the place where a photo was taken nor a name in it may reach the site."""
    source = talkative_jpeg()
    assert SECRET in source
    with Image.open(BytesIO(source)) as image:
        assert image.getexif().get_ifd(0x8825)
    put(project, "a.jpg", source)
    for rendition in picture(prepared("a.jpg")).renditions:
        data = rendition.kept.read_bytes()
        assert not [
            mark for mark in (SECRET, b"Exif", b"EXIF", b"XMP ", b"xmp", b"ICC", b"\xff\xfe") if mark in data[:4096]
        ]
        with Image.open(rendition.kept) as image:
            assert set(image.info) <= {
                "jfif",
                "jfif_version",
                "jfif_unit",
                "jfif_density",
                "loop",
                "background",
                "timestamp",
                "duration",
            }


@pytest.mark.parametrize("suffix", ["png", "webp"])
def test_png_and_webp_lose_their_words_too(suffix: str, project: Path, prepared: Prepare) -> None:
    """Every format has its own place for EXIF."""
    exif = Image.Exif()
    exif[0x013B] = SECRET.decode()
    put(project, f"a.{suffix}", saved(scene(), suffix, exif=exif))
    for rendition in picture(prepared(f"a.{suffix}")).renditions:
        assert SECRET not in rendition.kept.read_bytes()


def test_a_portrait_weighs_at_most_thirty_kilobytes(project: Path, prepared: Prepare) -> None:
    """Even the busiest picture does at the width that portraits are shown at."""
    put(project, "a.png", saved(noise(900, 1300), "PNG"))
    small = picture(prepared("a.png")).of("webp", at_most=400)[-1]
    assert (small.width, small.height) == (400, 578)
    assert small.kept.stat().st_size <= 30_000


def test_colours_of_another_space_are_converted(project: Path, prepared: Prepare) -> None:
    """Without its profile, a wide-gamut photo would look dull."""
    swapped = _profile_with_red_and_green_swapped()
    put(project, "a.png", saved(Image.new("RGB", (50, 50), RED), "PNG", icc_profile=swapped))
    shown = opened(picture(prepared("a.png")).fallback()).getpixel((25, 25))
    assert isinstance(shown, tuple)
    assert shown[1] > shown[0]


def _profile_with_red_and_green_swapped() -> bytes:
    """An sRGB profile in which the tags of two primaries change places."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    red, green = profile.index(b"rXYZ"), profile.index(b"gXYZ")
    profile[red : red + 4], profile[green : green + 4] = b"gXYZ", b"rXYZ"
    return bytes(profile)


@pytest.mark.parametrize(
    "profile", [b"", b"\0" * 200, ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()]
)
def test_a_colour_profile_that_makes_no_sense_is_left_aside(profile: bytes, project: Path, prepared: Prepare) -> None:
    """The photo is shown as if it had none."""
    put(project, "a.jpg", saved(scene(80, 60), "JPEG", icc_profile=profile))
    assert near(opened(picture(prepared("a.jpg")).fallback()).getpixel((40, 6)), RED)


def test_a_photo_made_for_print_is_shown_in_screen_colours(project: Path, prepared: Prepare) -> None:
    """CMYK comes from designers."""
    put(project, "a.jpg", saved(scene(800, 600).convert("CMYK"), "JPEG"))
    assert all(map(near, corners(opened(picture(prepared("a.jpg")).fallback())), (RED, BLUE, GREEN)))


def test_sixteen_bits_become_eight(project: Path, prepared: Prepare) -> None:
    """A scanner's grey keeps its shade, not only black and white."""
    put(project, "a.png", saved(Image.new("I;16", (60, 60), 0x6000), "PNG"))
    assert near(opened(picture(prepared("a.png")).fallback()).getpixel((30, 30)), (0x60, 0x60, 0x60))


def test_what_is_transparent_becomes_white(project: Path, prepared: Prepare) -> None:
    """Also where a palette says so."""
    see_through = Image.new("RGBA", (80, 60), (0, 0, 0, 0))
    see_through.paste(RED, (0, 0, 40, 60))
    palette = see_through.convert("RGB").quantize(4)
    hole = palette.getpixel((70, 30))
    for name, data in {
        "rgba.png": saved(see_through, "PNG"),
        "rgba.webp": saved(see_through, "WEBP", lossless=True),
        "p.png": saved(palette, "PNG", transparency=hole),
        "la.png": saved(see_through.convert("LA"), "PNG"),
    }.items():
        put(project, name, data)
        for rendition in picture(prepared(name)).renditions:
            assert near(opened(rendition).getpixel((70, 30)), (255, 255, 255)), name


@pytest.mark.parametrize("mode", ["1", "L", "P"])
def test_grey_and_palette_pictures_come_out(mode: str, project: Path, prepared: Prepare) -> None:
    """Old scans are of every kind."""
    put(project, "a.png", saved(Image.new("RGB", (60, 60), (255, 255, 255)).convert(mode), "PNG"))
    assert near(opened(picture(prepared("a.png")).fallback()).getpixel((30, 30)), (255, 255, 255))


@pytest.mark.parametrize("format", ["webp", "png"])
def test_a_moving_picture_stands_still(format: str, project: Path, prepared: Prepare) -> None:
    """The first frame is the photo."""
    put(
        project,
        f"a.{format}",
        saved(scene(80, 60), format, save_all=True, append_images=[Image.new("RGB", (80, 60))], duration=90),
    )
    for rendition in picture(prepared(f"a.{format}")).renditions:
        with Image.open(rendition.kept) as image:
            assert getattr(image, "n_frames", 1) == 1
        assert all(map(near, corners(opened(rendition)), (RED, BLUE, GREEN)))


def test_the_content_counts_not_the_suffix(project: Path, prepared: Prepare) -> None:
    """A PNG saved under .jpg is a photo all the same."""
    put(project, "a.jpg", saved(scene(80, 60), "PNG"))
    assert picture(prepared("a.jpg")).renditions


def test_a_phone_photo_with_a_second_picture_inside_is_one_photo(project: Path, prepared: Prepare) -> None:
    """Many phones write MPO: a JPEG with a depth map behind it."""
    put(project, "a.jpg", saved(scene(1600, 1200), "MPO", save_all=True, append_images=[Image.new("RGB", (90, 90))]))
    assert all(map(near, corners(opened(picture(prepared("a.jpg")).fallback())), (RED, BLUE, GREEN)))


HEIC = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + b"\0" * 100
REFUSED = {
    "svg": ("a.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "photo-form", ".jpg"),
    "svg under another suffix": ("a.jpg", b"<?xml version='1.0'?>\n<svg onload='x()'/>", "photo-form", "mã lệnh"),
    "heic": ("a.heic", HEIC, "photo-form", "JPEG"),
    "heic under another suffix": ("a.jpg", HEIC, "photo-form", "JPEG"),
    "gif": ("a.jpg", b"GIF89a" + b"\0" * 50, "photo-form", "JPEG"),
    "a text": ("a.jpg", "Ảnh đâu?".encode(), "photo-form", "ảnh gốc"),
    "nothing": ("a.jpg", b"", "photo-form", "Chép lại"),
    "a head only": ("a.jpg", b"\xff\xd8\xff\xe0", "photo-form", "ảnh gốc"),
    "jpeg cut short": ("a.jpg", saved(scene(), "JPEG")[:9000], "photo-form", "ảnh gốc"),
    "png cut short": ("a.png", saved(noise(80, 60), "PNG")[:-900], "photo-form", "ảnh gốc"),
    "webp cut short": ("a.webp", saved(noise(80, 60), "WEBP")[:-900], "photo-form", "ảnh gốc"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_cannot_be_shown_is_refused_with_advice(case: str, project: Path, cache: Path, prepared: Prepare) -> None:
    """The office learns which photo and what to do; nothing is kept of it."""
    name, data, check, advice = REFUSED[case]
    put(project, name, data)
    problem = refusal(prepared(name))
    assert problem.check == check
    assert name in problem.what
    assert advice in problem.remedy
    assert not cache.exists()


def test_a_photo_that_is_not_there_is_named(prepared: Prepare) -> None:
    """With its folder, as the office sees it."""
    assert "không thấy tệp data/photos/2026/a.jpg" in refusal(prepared("2026/a.jpg")).what


def test_a_linked_photo_is_refused(project: Path, prepared: Prepare) -> None:
    """A link could publish any picture of the machine."""
    (project / "elsewhere.jpg").write_bytes(saved(scene(80, 60), "JPEG"))
    (project / "data/photos/a.jpg").symlink_to(project / "elsewhere.jpg")
    assert "symlink" in refusal(prepared("a.jpg")).what


def test_a_linked_folder_that_leads_away_is_refused(project: Path, prepared: Prepare) -> None:
    """The link may be the folder, not the file."""
    (project / "private").mkdir()
    (project / "private/a.jpg").write_bytes(saved(scene(80, 60), "JPEG"))
    (project / "data/photos/2026").symlink_to(project / "private", target_is_directory=True)
    assert "symlink" in refusal(prepared("2026/a.jpg")).what


def test_links_in_a_circle_are_refused(project: Path, prepared: Prepare) -> None:
    """They end in words, not in an exception."""
    (project / "data/photos/a").symlink_to(project / "data/photos/a")
    assert "symlink" in refusal(prepared("a/b.jpg")).what


def test_a_project_behind_a_link_is_fine(project: Path, tmp_path: Path, cache: Path) -> None:
    """Only links below the photos' own folder matter."""
    put(project, "a.jpg", saved(scene(80, 60), "JPEG"))
    (tmp_path / "link").symlink_to(project, target_is_directory=True)
    assert isinstance(prepare(Photo(file="a.jpg", alt="Ảnh"), tmp_path / "link", cache), Picture)


@pytest.mark.parametrize("name", ["../secret.jpg", "a/../../secret.jpg", "/etc/a.jpg", "a\\..\\b.jpg", ".a.jpg"])
def test_a_name_that_climbs_out_never_gets_this_far(name: str) -> None:
    """The record itself is refused."""
    with pytest.raises(ValidationError):
        Photo(file=name, alt="Ảnh")


def test_a_bomb_is_refused_before_it_is_unpacked(project: Path, prepared: Prepare) -> None:
    """A few kilobytes may claim to be a wall of pixels."""
    data = bytearray(saved(Image.new("1", (8, 8)), "PNG"))
    data[16:24] = (60_000).to_bytes(4, "big") * 2
    data[29:33] = _crc(bytes(data[12:29]))
    put(project, "a.png", bytes(data))
    problem = refusal(prepared("a.png"))
    assert "60 triệu điểm ảnh" in problem.what
    assert "Thu nhỏ" in problem.remedy


def _crc(data: bytes) -> bytes:
    from zlib import crc32

    return crc32(data).to_bytes(4, "big")


def test_a_file_too_heavy_to_be_read_is_refused(project: Path, prepared: Prepare) -> None:
    """Before it is read."""
    put(project, "a.jpg", b"\xff\xd8\xff")
    with (project / "data/photos/a.jpg").open("r+b") as stream:
        stream.truncate(50_000_001)
    assert "nặng quá 50 MB" in refusal(prepared("a.jpg")).what


SOURCES = [
    saved(scene(64, 48), "JPEG"),
    talkative_jpeg(6)[:3000],
    saved(scene(64, 48).quantize(8), "PNG"),
    saved(noise(24, 24), "WEBP"),
]


@given(
    st.sampled_from(SOURCES), st.lists(st.tuples(st.integers(0, 2999), st.binary(min_size=1, max_size=4)), max_size=6)
)
def test_damage_anywhere_ends_in_pictures_or_in_words(source: bytes, damage: list[tuple[int, bytes]]) -> None:
    """Decoders meet bytes that nobody wrote on purpose."""
    data = bytearray(source)
    for at, bytes_ in damage:
        data[at % len(data) : at % len(data) + len(bytes_)] = bytes_
    try:
        prints = developing.develop(bytes(data))
    except (developing.Damaged, developing.TooManyPixels):
        return
    assert prints


def test_the_same_photo_gives_the_same_bytes(project: Path) -> None:
    """In another cache, under the same name: a rebuilt site is the same site."""
    put(project, "a.jpg", talkative_jpeg(6))
    photo = Photo(file="a.jpg", alt="Ảnh")
    first, second = (picture(prepare(photo, project, project / name)) for name in ("one", "two"))
    assert [r.path for r in first.renditions] == [r.path for r in second.renditions]
    assert [r.kept.read_bytes() for r in first.renditions] == [r.kept.read_bytes() for r in second.renditions]


def test_names_tell_photos_apart_by_content(project: Path, prepared: Prepare) -> None:
    """A browser may keep what it has for ever, since another content has another name."""
    put(project, "2025/Duong-Thon.jpg", saved(scene(80, 60), "JPEG"))
    put(project, "2026/Duong-Thon.jpg", saved(scene(60, 80), "JPEG"))
    old, new = (picture(prepared(f"{year}/Duong-Thon.jpg")).fallback().path for year in (2025, 2026))
    assert old != new
    assert old.startswith("anh/duong-thon-")
    assert old.endswith("-80.jpg")


def _lazy(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """What is developed from now on."""
    developed: list[bytes] = []

    def note(data: bytes) -> list[developing.Print]:
        developed.append(data)
        return developing.develop(data)

    monkeypatch.setattr(darkroom, "develop", note)
    return developed


def test_a_second_build_develops_nothing(project: Path, prepared: Prepare, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither for the same photo nor for a copy of it under another name."""
    put(project, "a.jpg", saved(scene(80, 60), "JPEG"))
    first = picture(prepared("a.jpg"))
    developed = _lazy(monkeypatch)
    assert prepared("a.jpg") == first
    put(project, "b.jpg", saved(scene(80, 60), "JPEG"))
    assert [r.kept for r in picture(prepared("b.jpg")).renditions] == [r.kept for r in first.renditions]
    assert developed == []


def test_a_changed_photo_is_developed(project: Path, prepared: Prepare, monkeypatch: pytest.MonkeyPatch) -> None:
    """However quickly it was changed and whatever its size."""
    pages = [saved(Image.new("RGB", (8, 8), colour), "PNG", compress_level=0) for colour in (RED, BLUE)]
    assert len(pages[0]) == len(pages[1])
    put(project, "a.png", pages[0])
    before = picture(prepared("a.png"))
    developed = _lazy(monkeypatch)
    put(project, "a.png", pages[1])
    assert picture(prepared("a.png")).renditions[0].path != before.renditions[0].path
    assert developed == [pages[1]]


def test_files_that_look_as_before_are_not_read_again(
    project: Path, cache: Path, prepared: Prepare, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A thousand photos must not be read to change one word of a record."""
    put(project, "a.jpg", saved(scene(80, 60), "JPEG"))
    monkeypatch.setattr(darkroom, "_CLOCK_GRAIN", -(10**12))
    first = prepared("a.jpg")
    read: list[Path] = []
    whole = Path.read_bytes
    monkeypatch.setattr(Path, "read_bytes", lambda path: (read.append(path), whole(path))[1])
    assert prepared("a.jpg") == first
    assert {path.suffix for path in read} == {".json"}


@pytest.mark.parametrize("damage", [b"", b"\0", None])
@pytest.mark.parametrize("victim", ["*.webp", "*.jpg", "*.json", "seen/*.json"])
def test_a_damaged_cache_is_made_anew(
    victim: str, damage: bytes | None, project: Path, cache: Path, prepared: Prepare
) -> None:
    """A file cut short, with another byte, or gone."""
    put(project, "a.jpg", saved(scene(500, 400), "JPEG"))
    whole = [r.kept.read_bytes() for r in picture(prepared("a.jpg")).renditions]
    for path in sorted(cache.glob(victim)):
        if damage is None:
            path.unlink()
        else:
            path.write_bytes(path.read_bytes()[:-1] + damage)
    assert [r.kept.read_bytes() for r in picture(prepared("a.jpg")).renditions] == whole


def test_a_cache_that_cannot_be_written_is_said(project: Path, cache: Path, prepared: Prepare) -> None:
    """A file stands where the folder should be; so does a full disk end."""
    put(project, "a.jpg", saved(scene(80, 60), "JPEG"))
    cache.parent.mkdir(parents=True)
    cache.write_bytes(b"")
    problem = refusal(prepared("a.jpg"))
    assert problem.check == "photo-cache"
    assert "đĩa còn chỗ trống" in problem.remedy


def test_a_full_disk_leaves_nothing_half_written(
    project: Path, cache: Path, prepared: Prepare, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And the next build is right."""
    put(project, "a.jpg", saved(scene(80, 60), "JPEG"))

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(os, "replace", full)
        assert refusal(prepared("a.jpg")).check == "photo-cache"
    assert [path for path in cache.rglob("*") if path.is_file()] == []
    assert picture(prepared("a.jpg")).renditions


def test_sweeping_keeps_what_is_used(
    project: Path, cache: Path, prepared: Prepare, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Photos that no page shows any more, and leftovers of a killed build, go."""
    put(project, "a.jpg", saved(scene(80, 60), "JPEG"))
    put(project, "b.jpg", saved(scene(60, 80), "JPEG"))
    used, unused = picture(prepared("a.jpg")), picture(prepared("b.jpg"))
    (cache / "x.new").write_bytes(b"half")
    sweep(cache, [used])
    assert not [r for r in unused.renditions if r.kept.exists()]
    assert len([path for path in cache.rglob("*") if path.is_file()]) == len(used.renditions) + 2
    developed = _lazy(monkeypatch)
    assert prepared("a.jpg") == used
    assert developed == []


def test_a_template_gets_its_attributes(project: Path, prepared: Prepare) -> None:
    """The portrait's source set ends at the width that its budget allows."""
    put(project, "a.jpg", saved(scene(), "JPEG"))
    result = picture(prepared("a.jpg"))
    mark = result.fallback().path.split("-")[1]
    assert (
        result.srcset("webp", "../../", at_most=800)
        == f"../../anh/a-{mark}-400.webp 400w, ../../anh/a-{mark}-800.webp 800w"
    )
    assert result.srcset("jpeg", at_most=1) == f"anh/a-{mark}-400.jpg 400w"
    assert result.fallback(at_most=800).width == 800
    assert (Format.JPEG.mime, Format.WEBP.mime) == ("image/jpeg", "image/webp")
