"""YAML's syntax errors in words that a clerk can act on."""

from __future__ import annotations

import re

import yaml

from bangvang.loading.problem import Unreadable

_QUOTE = 'Đặt cả nội dung sau dấu hai chấm trong dấu nháy kép: "…".'
_EXPLANATIONS: tuple[tuple[str, str, str, str], ...] = (
    (
        r"mapping values are not allowed",
        "có dấu hai chấm “: ” ở giữa nội dung, hoặc dòng này thụt vào sai",
        _QUOTE,
        "yaml-colon",
    ),
    (
        r"unknown escape|escape (sequence|character)|hexdecimal|hexadecimal",
        "trong dấu nháy kép có dấu \\ không hiểu được",
        "Viết \\\\ thay cho \\, hoặc dùng dấu nháy đơn.",
        "yaml-escape",
    ),
    (
        r"quoted scalar|found unexpected end of stream|unexpected end",
        "thiếu dấu nháy đóng",
        "Thêm dấu nháy ở cuối nội dung; nếu trong nội dung có dấu nháy kép thì dùng “ ”.",
        "yaml-quote",
    ),
    (
        r"could not find expected ':'",
        "thiếu dấu hai chấm “:” sau tên mục",
        "Viết theo dạng ten_muc: nội dung. Đoạn văn nhiều dòng thì mở đầu bằng dấu | sau dấu hai chấm.",
        "yaml-missing-colon",
    ),
    (
        r"flow (sequence|mapping)|expected ',' or",
        "danh sách viết trên một dòng thiếu dấu phẩy hoặc dấu đóng ngoặc",
        "Đóng bằng ] hoặc }, giữa các phần là dấu phẩy; hoặc viết mỗi phần một dòng với dấu “- ”.",
        "yaml-flow",
    ),
    (
        r"cannot start any token|found character",
        "nội dung bắt đầu bằng ký tự đặc biệt (như @ ` %)",
        _QUOTE,
        "yaml-character",
    ),
    (
        r"expected <block end>|did not find expected key|did not find expected '-' indicator|block (mapping|sequence)",
        "dòng này thụt vào không khớp với các dòng trên",
        "Căn đầu dòng thẳng hàng với các dòng cùng cấp; mỗi cấp lùi vào hai dấu cách.",
        "yaml-indent",
    ),
    (
        r"alias|anchor",
        "nội dung bắt đầu bằng ký tự đặc biệt (* hoặc &)",
        _QUOTE,
        "yaml-character",
    ),
    (
        r"tag|directive|%",
        "nội dung bắt đầu bằng ký tự đặc biệt (! hoặc %)",
        _QUOTE,
        "yaml-character",
    ),
    (
        r"control characters|special characters|invalid",
        "có ký tự lạ không đọc được",
        "Xóa và gõ lại dòng này.",
        "control-character",
    ),
)


def explain_yaml_error(error: yaml.YAMLError, text: str) -> Unreadable:
    """Where the reader stumbled and, mostly, why."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    line = mark.line if mark else 0
    column = mark.column if mark else 0
    lines = text.split("\n")
    if tabbed := _tab_near(lines, line):
        return tabbed
    problem = str(getattr(error, "problem", None) or "")
    context = str(getattr(error, "context", None) or "")
    for pattern, what, remedy, check in _EXPLANATIONS:
        if re.search(pattern, problem) or re.search(pattern, context):
            if check in ("yaml-quote", "yaml-flow") and getattr(error, "context_mark", None):
                line, column = error.context_mark.line, error.context_mark.column  # type: ignore[attr-defined]
            line = min(line, max(len(lines) - 1, 0))
            return Unreadable(line + 1, column + 1, what, remedy, check)
    return Unreadable(
        line + 1, column + 1, "dòng này không đúng cách viết", "Xem lại dòng này và dòng ngay trên nó.", "yaml-syntax"
    )


def _tab_near(lines: list[str], line: int) -> Unreadable | None:
    """A tab in the indentation of the line of the error or of one just before it."""
    for index in (line, line - 1):
        if 0 <= index < len(lines):
            indent = re.match(r"[ -]*\t", lines[index])
            if indent:
                return Unreadable(
                    index + 1,
                    indent.end(),
                    "dòng này thụt vào bằng phím Tab",
                    "Xóa khoảng trống ở đầu dòng rồi gõ dấu cách (mỗi cấp hai dấu cách).",
                    "yaml-tab",
                )
    return None
