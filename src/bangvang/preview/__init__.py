"""The preview: the site on this machine while records are edited. It builds in a process of its own each time, so that
changed Python counts too, and keeps the last good page up with whatever is wrong written over it."""

from bangvang.preview.server import PreviewError, serve

__all__ = ["PreviewError", "serve"]
