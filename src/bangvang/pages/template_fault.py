"""What went wrong in a template, told so that the office can put it right."""

from __future__ import annotations

import os
from pathlib import Path

from jinja2 import TemplateSyntaxError


class TemplateFault(Exception):
    """A template that cannot be used; the message is a finished Vietnamese sentence."""


def template_fault(error: Exception, template: str) -> TemplateFault:
    """What went wrong in a template, with its file and line; `template` is named where the error tells none."""
    if isinstance(error, TemplateSyntaxError):
        return TemplateFault(
            f"{_shown(error.filename or template)}:{error.lineno}: mẫu trang viết sai cú pháp ({error.message}) → "
            "Sửa dòng này, hoặc bỏ tệp trong overrides/ để dùng mẫu có sẵn."
        )
    return TemplateFault(
        f"{template_line(error) or template}: mẫu trang gặp lỗi khi dựng ({error}) → "
        "So với mẫu có sẵn cùng tên rồi sửa, hoặc bỏ tệp trong overrides/ để dùng mẫu có sẵn."
    )


def template_line(error: BaseException) -> str | None:
    """The innermost line of a template that an error passed through."""
    trace = error.__traceback__
    place = None
    while trace is not None:
        name = trace.tb_frame.f_code.co_filename
        if name.endswith(".html"):
            place = f"{_shown(name)}:{trace.tb_lineno}"
        trace = trace.tb_next
    return place


def _shown(path: str) -> str:
    """A template's path as the office knows it."""
    try:
        return Path(os.path.relpath(path)).as_posix()
    except ValueError:
        return path
