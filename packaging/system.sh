#!/bin/sh
# See to the system libraries that Qt loads:  sh packaging/system.sh x11|wayland|offscreen
# and to strace, which `make soak` uses where it is there:  sh packaging/system.sh strace
#
# Asks the dynamic linker whether they are there; installs them with apt where we may, and else says
# how. Elsewhere than on Linux, Qt brings all it needs.
set -eu
cd "$(dirname "$0")/.." || exit 1
. packaging/tell.sh

PACKAGES="libegl1 libgl1 libdbus-1-3 libfontconfig1 libxkbcommon0 libx11-6 libxcb-cursor0
libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxcb-xkb1 libxkbcommon-x11-0 libwayland-cursor0"

# From Debian 13 and Ubuntu 24.04 on, GLib's package has another name.
packages() {
    if apt-cache show libglib2.0-0t64 >/dev/null 2>&1; then glib=libglib2.0-0t64; else glib=libglib2.0-0; fi
    # shellcheck disable=SC2086 # words to be split
    echo $glib $PACKAGES
}

loads() {
    .venv/bin/python packaging/probe.py "$1"
}

if [ "$1" = strace ]; then
    if ! command -v strace >/dev/null 2>&1 && has_apt && may_install; then
        tell "installing strace, for make soak"
        update_packages
        install_packages strace || true
    fi
    touch .venv/.system-strace
    exit 0
fi

if [ "$(uname -s)" = Linux ] && ! missing=$(loads "$1"); then
    has_apt || fail "Qt needs a system library that is not here:" "$missing"
    may_install || fail "Qt needs system libraries. This installs them:" "sudo apt-get install $(packages)"
    tell "installing the system libraries that Qt needs"
    update_packages
    # shellcheck disable=SC2046 # as above
    install_packages $(packages) || fail "They could not be installed; $LOG tells more."
    missing=$(loads "$1") || fail "Qt still misses a library:" "$missing"
fi
touch ".venv/.system-$1"
