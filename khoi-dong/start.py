"""Opens the editor from a fresh copy: makes .venv and installs what is locked, the first time, then starts.

bangvang.bat and bangvang.sh run it with whatever Python they found, so it needs nothing but the standard library.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(os.path.abspath(__file__)).parents[1]
_STAMP = ".bangvang-start"
_LONGEST_ON_WINDOWS = 110
"""Windows stops at 260 letters, and the longest path inside .venv has nearly 150."""
_QUIET = ("--quiet", "--no-input", "--disable-pip-version-check")


class Stop(Exception):
    """A finished message: why the editor cannot be opened, and what to do."""


def main(arguments: list[str]) -> int:
    """Set up what is missing and run the editor until the clerk closes it."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        project = project_of(arguments)
        python = set_up(ROOT) if (ROOT / "requirements.txt").is_file() else installed_for_all()
        return _run([str(python), "-m", "bangvang", "edit", "--project", str(project)])
    except Stop as stop:
        print(f"\n{stop}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 0


def project_of(arguments: list[str]) -> Path:
    """The folder dropped on the starter, or the one where the starter stands."""
    if not arguments:
        return ROOT
    folder = Path(os.path.abspath(arguments[0].strip('"')))
    if not (folder / "data").is_dir():
        raise Stop(f"Trong {folder} không có thư mục data, nên đó không phải là một dự án Bảng Vàng.")
    return folder


def set_up(root: Path) -> Path:
    """The Python of the project's own environment, made anew where it is missing, moved or out of date."""
    environment = root / ".venv"
    python = environment / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    stamp = environment / _STAMP
    wanted = stamp_text(root)
    if python.is_file() and stamp.is_file() and stamp.read_text(encoding="utf-8") == wanted:
        return python
    refuse_long_path(root, os.name)
    print("Lần đầu mở: đang cài những gì cần, vài phút, cần có mạng. Xin đừng đóng cửa sổ này…", flush=True)
    _must([sys.executable, "-m", "venv", "--clear", str(environment)], "Chưa tạo được môi trường trong thư mục .venv.")
    pip = [str(python), "-m", "pip", "install", *_QUIET]
    locked = [*pip, "--require-hashes", "--only-binary", ":all:", "-r", str(root / "requirements.txt")]
    _must(locked, "Chưa tải hoặc cài được các gói Python cần dùng.")
    _must([*pip, "--no-index", "--no-deps", "--no-build-isolation", "-e", str(root)], "Chưa cài được Bảng Vàng.")
    stamp.write_text(wanted, encoding="utf-8")
    return python


def stamp_text(root: Path) -> str:
    """What an environment holds good for: this place, this Python, these locked packages."""
    locked = hashlib.sha256((root / "requirements.txt").read_bytes()).hexdigest()
    return f"{root}\n{sys.version_info[0]}.{sys.version_info[1]}\n{locked}\n"


def refuse_long_path(root: Path, system: str) -> None:
    """Raise where Windows would break off in the middle of the installation."""
    if system == "nt" and len(str(root)) > _LONGEST_ON_WINDOWS:
        raise Stop(
            f"Đường dẫn tới thư mục này quá dài: {root}.\n"
            "Hãy chuyển cả thư mục tới chỗ ngắn hơn, ví dụ D:\\bang-vang, rồi mở lại."
        )


def _must(command: list[str], sorry: str) -> None:
    """Run a step of the installation; what it printed of its own stands above the message."""
    if subprocess.call(command, env=_surroundings()):
        raise Stop(
            f"{sorry} Hãy xem lại mạng và chỗ trống trên đĩa, rồi mở lại tệp vừa nhấp đúp.\n"
            "Vẫn không được thì chép những dòng ở trên gửi người phụ trách mạng: máy cần tải được các gói Python (pip)."
        )


def _run(command: list[str]) -> int:
    """Run the editor; Ctrl+C is for it, and the usual way to end it."""
    process = subprocess.Popen(command, env=_surroundings())
    while True:
        try:
            return process.wait()
        except KeyboardInterrupt:
            continue


def _surroundings() -> dict[str, str]:
    """Found by name, and read as UTF-8: a path with Vietnamese letters gets lost in the files of an installation."""
    own = [str(ROOT / "src")] if (ROOT / "src").is_dir() else []
    given = [path for path in (os.environ.get("PYTHONPATH"),) if path]
    return {**os.environ, "PYTHONUTF8": "1", "PYTHONPATH": os.pathsep.join([*own, *given])}


def installed_for_all() -> Path:
    """This Python, where it knows Bảng Vàng already: a project without the engine beside it has none of its own."""
    look = [sys.executable, "-c", "import bangvang"]
    if subprocess.call(look, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL):
        raise Stop(
            f"Thư mục {ROOT} chỉ có hồ sơ, không có bộ chương trình.\n"
            "Hãy kéo thư mục này thả lên tệp bangvang.bat nằm trong thư mục của bộ chương trình."
        )
    return Path(sys.executable)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
