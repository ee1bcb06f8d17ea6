"""Any photo → upright sRGB renditions that carry pixels and nothing else. The only module that knows Pillow."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from bangvang.checking.named_file import photo_format
from bangvang.publishing.photos.picture import Format

if TYPE_CHECKING:
    from PIL.Image import Image

Sizes: TypeAlias = list[tuple[int, int]]
WIDTHS = (400, 800, 1280)
"""A portrait on a sharp screen, a photo on a phone, a photo across a page."""
TALLEST = 1.5
"""Height per width; a taller picture is made narrower instead."""
_WORTH_A_FILE = 1.2
MAX_PIXELS = 60_000_000
SMALL_BYTES = 30_000
"""What a WebP of the first width may weigh: portraits are shown at that size."""
_QUALITIES = (76, 62, 48, 34, 20, 8)
_JPEG_QUALITY = 78
_WEBP_EFFORT = 1
_SMALL_WEBP_EFFORT = 4

SETTINGS = f"1 {WIDTHS} {TALLEST} {SMALL_BYTES} {_QUALITIES} {_JPEG_QUALITY} {_WEBP_EFFORT} {_SMALL_WEBP_EFFORT}"
"""Whatever changes the bytes of a rendition; the leading number stands for the code below."""

_ORIENTATION = 0x0112
_SIDEWAYS = (5, 6, 7, 8)
_WHITE = (255, 255, 255)


class TooManyPixels(Exception):
    """The picture would fill the memory."""


class Damaged(Exception):
    """The bytes cannot be read as a picture to the end."""


class Print(NamedTuple):
    """One rendition's bytes and size."""

    width: int
    height: int
    format: Format
    data: bytes


def engine() -> str:
    """The version that the bytes depend on."""
    from PIL import __version__  # importing Pillow costs more than reading the cache

    return f"Pillow {__version__}"


def develop(data: bytes) -> list[Print]:
    """Every rendition of a photo, narrow before wide; the first frame if it moves."""
    return _developed(data, lambda shown: shown, _prints)


def develop_for_print(data: bytes, widest: int) -> list[Print]:
    """One JPEG, at most so wide if there is one: most of the time goes into what only a site needs."""

    def fitting(shown: Sizes) -> Sizes:
        return ([size for size in shown if size[0] <= widest] or shown[:1])[-1:]

    return _developed(data, fitting, _jpeg)


def _developed(
    data: bytes, wanted: Callable[[Sizes], Sizes], made: Callable[[Image, Sizes], list[Print]]
) -> list[Print]:
    try:
        image = _opened(data)
        if image.width * image.height > MAX_PIXELS:
            raise TooManyPixels
        turn = _turn(image)
        shown = wanted(sizes(image.height, image.width) if turn in _SIDEWAYS else sizes(image.width, image.height))
        return made(_upright(image, turn, shown[-1]), shown)
    except MemoryError:
        raise TooManyPixels from None
    except (TooManyPixels, Damaged):
        raise
    except Exception as error:  # decoders meet hostile bytes with many kinds of exception
        raise Damaged from error


def sizes(width: int, height: int) -> Sizes:
    """The sizes that a picture is shown at: never blown up, and no size hardly wider than the one before."""
    highest = int(WIDTHS[-1] * TALLEST)
    widest = min(width, max(1, highest * width // height))
    steps = [step for step in WIDTHS if step < widest]
    last = min(widest, WIDTHS[-1])
    if not steps or last > steps[-1] * _WORTH_A_FILE:
        steps.append(last)
    return [(step, min(max(1, round(step * height / width)), highest)) for step in steps]


def _upright(image: Image, turn: int, size: tuple[int, int]) -> Image:
    """At the largest size shown, in sRGB, the right way up."""
    from PIL import Image

    before_turn = size[::-1] if turn in _SIDEWAYS else size
    image.draft(None, before_turn)
    image.load()
    profile = image.info.get("icc_profile")
    small = _eight_bits(image).resize(before_turn, Image.Resampling.BICUBIC, reducing_gap=2.0)
    return _turned(_in_srgb(_opaque(small), profile), turn)


def _opened(data: bytes) -> Image:
    """By the reader of its own format only, whatever its name says."""
    from PIL.JpegImagePlugin import jpeg_factory
    from PIL.PngImagePlugin import PngImageFile
    from PIL.WebPImagePlugin import WebPImageFile

    stream = BytesIO(data)
    match photo_format(data):
        case "jpeg":
            return jpeg_factory(stream)
        case "png":
            return PngImageFile(stream)
        case "webp":
            return WebPImageFile(stream)
    raise Damaged


def _turn(image: Image) -> int:
    """The EXIF orientation; a broken EXIF block says nothing."""
    try:
        return int(image.getexif().get(_ORIENTATION, 1))
    except Exception:  # the block is not needed, and it can be wrong in any way
        return 1


def _eight_bits(image: Image) -> Image:
    """Eight bits a channel, no palette; with transparency only where there is any."""
    if image.mode.startswith("I"):
        return image.convert("I").point(lambda value: value * (1 / 257)).convert("L")
    if "transparency" in image.info:
        return image.convert("RGBA")
    match image.mode:
        case "RGB" | "RGBA" | "L" | "CMYK":
            return image
        case "LA" | "PA" | "La" | "RGBa":
            return image.convert("RGBA")
        case "1":
            return image.convert("L")
    return image.convert("RGB")


def _opaque(image: Image) -> Image:
    """On white: JPEG knows no transparency, and both formats should look alike."""
    from PIL import Image

    if image.mode != "RGBA":
        return image
    paper = Image.new("RGB", image.size, _WHITE)
    paper.paste(image, mask=image.getchannel("A"))
    return paper


def _in_srgb(image: Image, profile: bytes | None) -> Image:
    """By the picture's own colour profile; one that is broken or for other channels is left aside."""
    from PIL import ImageCms

    if profile:
        try:
            source = ImageCms.ImageCmsProfile(BytesIO(profile))
            converted = ImageCms.profileToProfile(image, source, ImageCms.createProfile("sRGB"), outputMode="RGB")
        except (ImageCms.PyCMSError, OSError, TypeError, ValueError):
            converted = None
        if converted is not None:
            return converted
    return image.convert("RGB")


def _turned(image: Image, turn: int) -> Image:
    from PIL.Image import Transpose

    turns = {
        2: Transpose.FLIP_LEFT_RIGHT,
        3: Transpose.ROTATE_180,
        4: Transpose.FLIP_TOP_BOTTOM,
        5: Transpose.TRANSPOSE,
        6: Transpose.ROTATE_270,
        7: Transpose.TRANSVERSE,
        8: Transpose.ROTATE_90,
    }
    return image.transpose(turns[turn]) if turn in turns else image


def _jpeg(largest: Image, shown: Sizes) -> list[Print]:
    return [Print(*shown[-1], Format.JPEG, _encoded(_bare(largest), Format.JPEG))]


def _prints(largest: Image, shown: Sizes) -> list[Print]:
    """Each size is made from the one above it, which is faster and looks the same."""
    from PIL import Image

    prints = []
    image = largest
    for size in reversed(shown):
        image = _bare(image.resize(size, Image.Resampling.BICUBIC, reducing_gap=2.0))
        prints += [Print(*size, format, _encoded(image, format)) for format in reversed(Format)]
    return prints[::-1]


def _bare(image: Image) -> Image:
    """The pixels alone: encoders copy comments and profiles from what an image remembers."""
    from PIL import Image

    bare = Image.new("RGB", image.size)
    bare.paste(image)
    return bare


def _encoded(image: Image, format: Format) -> bytes:
    if format is Format.JPEG:
        return _saved(image, format, quality=_JPEG_QUALITY, optimize=True)
    if image.width > WIDTHS[0]:
        return _saved(image, format, quality=_QUALITIES[0], method=_WEBP_EFFORT)
    data = b""
    for quality in _QUALITIES:
        data = _saved(image, format, quality=quality, method=_SMALL_WEBP_EFFORT)
        if len(data) <= SMALL_BYTES:
            break
    return data


def _saved(image: Image, format: Format, **settings: int | bool) -> bytes:
    stream = BytesIO()
    image.save(stream, format.value, **settings)
    return stream.getvalue()
