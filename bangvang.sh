#!/bin/sh
# Opens the editor on Linux and macOS; a project's folder may be named.
set -eu
start=$(pwd)
cd -- "$(dirname -- "$0")"
if command -v make >/dev/null; then
  make --silent .venv/.runtime
  program=$(pwd)
  cd -- "$start"
  exec "$program/.venv/bin/bangvang" edit --project "${1:-$program}"
fi
for python in python3 python; do
  if "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
    program=$(pwd)
    cd -- "$start"
    exec "$python" "$program/khoi-dong/start.py" "$@"
  fi
done
echo 'Máy này chưa có Python 3.11 trở lên. Hãy cài Python từ python.org/downloads hoặc kho phần mềm của máy, rồi mở lại.' >&2
exit 1
