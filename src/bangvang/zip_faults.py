"""How reading a ZIP file fails: it is cut off, damaged, locked, or packed in a way that is not known here."""

from __future__ import annotations

import lzma
import struct
import zipfile
import zlib

ZIP_FAULTS = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    EOFError,
    ValueError,
    NotImplementedError,
    RuntimeError,
)
"""All that zipfile raises for the fault of a file; a name that is no UTF-8 is a ValueError, a password RuntimeError."""
