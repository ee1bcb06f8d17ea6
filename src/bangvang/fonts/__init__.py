"""Whole fonts, for what is drawn and set here; browsers get the subsets in assets/fonts."""

from pathlib import Path

FOLDER = Path(__file__).parent
NAMES = FOLDER / "SourceSerif4_600SemiBold.ttf"
TEXT = FOLDER / "BeVietnamPro_400Regular.ttf"
STRONG = FOLDER / "BeVietnamPro_600SemiBold.ttf"

__all__ = ["FOLDER", "NAMES", "STRONG", "TEXT"]
