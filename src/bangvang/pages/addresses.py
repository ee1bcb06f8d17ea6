"""Where pages stand, known without any of their builders: the frame is begun before the engine is read in."""

ROOT = "\x01"
"""Stands for the way back to the site's root in rendered bodies; no record can hold this character."""

SINGLE_ADDRESSES = (
    "",
    "bao-cao/",
    "co-quan/",
    "cum-thi-dua/",
    "danh-hieu/",
    "dia-phuong/",
    "du-lieu/",
    "guong/",
    "lay-y-kien/",
    "linh-vuc/",
    "luu-tru/",
    "luu-tru/cay-phong-trao/",
    "luu-tru/dai-hoi/",
    "luu-tru/dia-danh/",
    "mo-hinh/",
    "nam/",
    "nhat-ky/",
    "phong-trao/",
    "quyet-dinh/",
    "su-kien/",
    "thong-ke/",
    "thu-tuc/",
    "tim-kiem/",
    "tra-cuu/",
    "van-ban/",
)
"""Pages of which there is one."""

VERIFY = "tra-cuu/"
"""Where somebody with a paper in hand sees whether the roll knows it."""
ENGLISH = "en/"
"""Below it stand the pages in English, if the site has any."""
ENGLISH_ABOUT = f"{ENGLISH}about/"
"""The hand-written one that their menu leads to."""
ENGLISH_TAB = "en"

_SHELLS = (
    ("", 0),
    ("", 1),
    ("", 2),
    *(("guong", depth) for depth in (1, 2, 3, 4)),
    *(("phong-trao", depth) for depth in (1, 2, 3, 4)),
    *((tab, depth) for tab in ("quyet-dinh", "mo-hinh", "van-ban") for depth in (1, 2, 3)),
    ("thong-ke", 1),
    *(("luu-tru", depth) for depth in (1, 2)),
)
_ENGLISH_SHELLS = tuple((ENGLISH_TAB, depth) for depth in (1, 2, 3))


def shells(*, english: bool) -> tuple[tuple[str, int], ...]:
    """Parts of the site and depths that pages stand at: each pair is one shell."""
    return (*_SHELLS, *_ENGLISH_SHELLS) if english else _SHELLS
