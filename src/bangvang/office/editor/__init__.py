"""The editor in the browser: `bangvang edit`, for clerks who know forms rather than files."""

from bangvang.office.editor.running import run_editor

__all__ = ["run_editor"]
