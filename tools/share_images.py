"""Draws the pictures that social networks show beside a link, one per kind of page.

    .venv/bin/python tools/share_images.py

writes src/bangvang/assets/share/<kind>.png, and the plaque on which `bangvang cards` writes names. It needs
Playwright and Pillow (both in the developers' environment) and a Chromium on the machine. The site's name is not in
them: it is a setting of the site.
"""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from string import Template

from chromium import ASSETS, drawn, page_of
from PIL import Image

FOLDER = ASSETS / "share"
PLAQUE = ASSETS.parent / "cards/plaque.png"
SIZE = (1200, 630)
MAX_BYTES = 60_000
GOLD = (227, 191, 106)
LACQUER = ((0, (157, 35, 40)), (0.32, (143, 29, 33)), (0.68, (109, 18, 22)), (1, (76, 11, 15)))

"""The plaque's gradient in the style sheet: how far out, which colour."""
_LEVELS = 60
_DRUM_LEVELS = 2
_DRUM_OPACITY = 0.16

KINDS = {
    "honouree": ("Gương sáng", "Người tốt, việc tốt<br>và những gì cộng đồng ghi nhận"),
    "decision": ("Quyết định<br>khen thưởng", "Danh sách được khen, thành tích và căn cứ"),
    "campaign": ("Phong trào<br>thi đua", "Mục tiêu, kết quả và người làm nên kết quả"),
    "document": ("Văn bản", "Luật, nghị định, kế hoạch<br>và hướng dẫn về thi đua, khen thưởng"),
    "practice": ("Cách làm hay", "Mô hình, sáng kiến, kinh nghiệm có thể học theo"),
    "cluster": ("Cụm, khối<br>thi đua", "Đơn vị thành viên,<br>giao ước và kết quả từng năm"),
    "event": ("Sự kiện", "Đại hội, hội nghị, lễ phát động và lễ tôn vinh"),
    "report": ("Sơ kết,<br>tổng kết", "Kết quả đạt được, hạn chế và bài học"),
    "consultation": ("Lấy ý kiến<br>Nhân dân", "Trường hợp đề nghị khen thưởng<br>và cách gửi ý kiến"),
    "procedure": ("Thủ tục<br>hành chính", "Các bước, giấy tờ và thời hạn giải quyết"),
    "statistics": ("Thống kê", "Số liệu khen thưởng<br>theo năm, lĩnh vực và địa phương"),
    "site": ("Thi đua,<br>khen thưởng", "Mỗi việc tốt, một tên người"),
}

_PAGE = Template("""<!doctype html>
<html lang="vi"><meta charset="utf-8"><style>
@font-face{font-family:name;src:url(fonts/source-serif-4-latin-600-normal.woff2)}
@font-face{font-family:name;src:url(fonts/source-serif-4-vietnamese-600-normal.woff2);unicode-range:$vietnamese}
@font-face{font-family:text;src:url(fonts/be-vietnam-pro-latin-400-normal.woff2)}
@font-face{font-family:text;src:url(fonts/be-vietnam-pro-vietnamese-400-normal.woff2);unicode-range:$vietnamese}
*{margin:0;box-sizing:border-box}
body{position:relative;width:1200px;height:630px;overflow:hidden;display:flex;flex-direction:column;
 justify-content:center;padding:0 104px;color:#fff5e2}
.drum{position:absolute;width:900px;height:900px;right:-400px;top:-135px}
.frame{position:absolute;inset:22px;border:48px solid transparent;border-image:url("$frame") 24}
img.mark{width:76px;height:76px;margin-bottom:34px}
h1{position:relative;font:600 104px/1.16 name;letter-spacing:-.012em}
h1.long{font-size:92px}
hr{width:132px;height:3px;border:0;margin:34px 0 26px;background:#c9982f}
p{position:relative;max-width:720px;font:400 31px/1.4 text;color:#f3dcc3}
</style>
$body</html>
""")
_DRUM = '<img class="drum" src="trong-dong.svg" alt="">'
_BORDER = '<div class="frame"></div>'
_WORDS = Template("""<img class="mark" src="favicon.svg" alt=""><h1 class="$length">$name</h1><hr><p>$about</p>""")
_VIETNAMESE = (
    "U+0102-0103,U+0110-0111,U+0128-0129,U+0168-0169,U+01A0-01A1,U+01AF-01B0,U+0300-0301,U+0303-0304,U+0308-0309,"
    "U+0323,U+0329,U+1EA0-1EF9,U+20AB"
)
_FRAME = (
    "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' width='72' height='72' fill='none' stroke='%23d9b25a'>"
    "<path d='M18.5 1.5H53.5A17 17 0 0 0 70.5 18.5V53.5A17 17 0 0 0 53.5 70.5H18.5A17 17 0 0 0 1.5 53.5V18.5"
    "A17 17 0 0 0 18.5 1.5Z' stroke-width='1.4'/>"
    "<path d='M22.5 5.5H49.5A18 18 0 0 0 66.5 22.5V49.5A18 18 0 0 0 49.5 66.5H22.5A18 18 0 0 0 5.5 49.5V22.5"
    "A18 18 0 0 0 22.5 5.5Z' stroke-width='.7' stroke-opacity='.6'/>"
    "<g fill='%23d9b25a' stroke='none'><circle cx='7' cy='7' r='2'/><circle cx='65' cy='7' r='2'/>"
    "<circle cx='7' cy='65' r='2'/><circle cx='65' cy='65' r='2'/></g></svg>"
)


def main() -> None:
    """Draw them all; one that is too heavy stops the work."""
    FOLDER.mkdir(exist_ok=True)
    with page_of(*SIZE) as page:
        plaque = with_drum(lacquer(), drawn(page, _html(_DRUM)).getchannel("A"))
        for kind, (name, about) in KINDS.items():
            words = _WORDS.substitute(name=name, about=about, length="long" if "<br>" in name else "")
            _save(in_few_colours(plaque, drawn(page, _html(_BORDER + words))), FOLDER / f"{kind}.png")
        _save(in_few_colours(plaque, drawn(page, _html(_BORDER))), PLAQUE)


def _save(picture: Image.Image, path: Path) -> None:
    picture.save(path, optimize=True)
    size = path.stat().st_size
    print(f"{path.name}: {size} bytes")
    if size > MAX_BYTES:
        raise SystemExit(f"{path.name} weighs more than {MAX_BYTES} bytes.")


def _html(body: str) -> str:
    return _PAGE.substitute(body=body, frame=_FRAME, vietnamese=_VIETNAMESE)


def lacquer() -> Image.Image:
    """The gradient in even steps: a browser roughens its own, and a PNG pays dearly for every rough pixel."""
    width, height = SIZE
    ellipse = Image.radial_gradient("L").resize((round(width * 2.4), height * 3), Image.Resampling.BICUBIC)
    left, top = round(width * (1.2 - 0.82)), round(height * (1.5 - 0.08))
    far = ellipse.crop((left, top, left + width, top + height))
    steps = [round(value / 255 * _LEVELS) / _LEVELS for value in range(256)]
    return Image.merge("RGB", [far.point([_lacquer_at(step)[channel] for step in steps]) for channel in range(3)])


def _lacquer_at(far: float) -> tuple[int, ...]:
    for (start, before), (end, after) in pairwise(LACQUER):
        if far <= end:
            share = (far - start) / (end - start)
            return tuple(round(a + (b - a) * share) for a, b in zip(before, after, strict=True))
    return LACQUER[-1][1]


def with_drum(plaque: Image.Image, drum: Image.Image) -> Image.Image:
    """The drum in gold leaf, its edges in few steps."""
    steps = [round(value / 255 * _DRUM_LEVELS) / _DRUM_LEVELS for value in range(256)]
    engraved = plaque.copy()
    engraved.paste(GOLD, mask=drum.point([round(step * 255 * _DRUM_OPACITY) for step in steps]))
    return engraved


def in_few_colours(plaque: Image.Image, words: Image.Image) -> Image.Image:
    """Words on the plaque, with all of the plaque's colours in the palette and the rest for the words."""
    whole = Image.alpha_composite(plaque.convert("RGBA"), words).convert("RGB")
    ground = _colours(plaque)
    extra = [colour for colour in _colours(whole) if colour not in set(ground)]
    strip = Image.new("RGB", (len(extra), 1))
    strip.putdata(extra)
    chosen = strip.quantize(min(64, 256 - len(ground)), Image.Quantize.MEDIANCUT, kmeans=3).getpalette() or []
    palette = Image.new("P", (1, 1))
    palette.putpalette([part for colour in ground for part in colour] + chosen)
    return whole.quantize(palette=palette, dither=Image.Dither.NONE)


def _colours(image: Image.Image) -> list[tuple[int, ...]]:
    found = image.getcolors(image.width * image.height) or []
    return [colour for _, colour in found if isinstance(colour, tuple)]


if __name__ == "__main__":
    main()
