#!/bin/sh
# Start Meipi; where there is no display, do the main job without one:  sh packaging/run.sh [OUT_DIR]
set -u
cd "$(dirname "$0")/.." || exit 1
. packaging/tell.sh

need() {
    [ -e ".venv/.system-$1" ] || sh packaging/system.sh "$1" || exit 1
}

if [ "$(uname -s)" = Linux ] && [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    need offscreen
    # Qt warns of what it cannot do without one.
    QT_LOGGING_RULES=default.warning=false exec .venv/bin/python -m gui --headless "${1:-out}"
fi
if [ -n "${DISPLAY:-}" ]; then need x11; else need wayland; fi
.venv/bin/python -m gui
code=$?
if [ $code = 134 ]; then
    tell "Qt could not open a window. Without one: env -u DISPLAY -u WAYLAND_DISPLAY make run"
fi
exit $code
