#!/bin/sh
# Set up Meipi in .venv:  sh packaging/setup.sh run|dev
#
# Finds a Python, makes the virtual environment, installs what the lock files say and Meipi itself
# from this folder. System libraries are system.sh's.
set -eu
cd "$(dirname "$0")/.." || exit 1
. packaging/tell.sh

VENV=.venv/bin/python

suits() {
    "$1" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 15))' 2>/dev/null
}

find_python() {
    for name in ${PYTHON:-} python3 python3.13 python3.12 python3.11 python3.14 /usr/bin/python3; do
        if suits "$name"; then
            command -v "$name"
            return
        fi
    done
    fail "Meipi needs Python 3.11, 3.12, 3.13 or 3.14, and there is none here." \
        "Install one, or name it: make run PYTHON=/path/to/python3"
}

# Debian and Ubuntu keep venv in a package of its own.
need_venv() {
    if "$1" -c 'import ensurepip, venv' 2>/dev/null; then return 0; fi
    package=$("$1" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')
    has_apt || fail "$1 cannot make virtual environments: its modules venv and ensurepip are missing."
    may_install || fail "Python's venv is missing. This installs it:" "sudo apt-get install $package"
    tell "installing $package"
    update_packages
    install_packages "$package" || fail "$package could not be installed; $LOG tells more."
}

# A virtual environment holds its own path: one that was moved is made anew.
make_venv() {
    if [ "$(cat .venv/.place 2>/dev/null || pwd -P)" = "$(pwd -P)" ] &&
        "$VENV" -m pip --version >/dev/null 2>&1 && suits "$VENV"; then return 0; fi
    python=$(find_python) || exit 1
    need_venv "$python"
    tell "making .venv with $("$python" --version)"
    quietly "$python" -m venv --clear .venv || fail "The virtual environment could not be made."
}

install() {
    quietly "$VENV" -m pip install --quiet --disable-pip-version-check --no-input --no-deps \
        --no-build-isolation "$@" || fail "pip could not install what Meipi needs; see above." \
        "When the network is back, the same command goes on from here."
}

mkdir -p build
: >"$LOG"
make_venv
if [ ! -e .venv/.place ]; then tell "fetching Qt and the rest, about 130 MB the first time"; fi
install -r packaging/requirements-build.lock
install -r packaging/requirements.lock
if [ "$1" = dev ]; then install -r packaging/requirements-dev.lock; fi
install --editable .
pwd -P >.venv/.place
touch .venv/.ready-run ".venv/.ready-$1"
