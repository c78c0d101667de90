#!/bin/sh
# See to the system libraries that Qt loads:  sh packaging/system.sh x11|wayland|offscreen
# and to what some tests use where it is there: strace for `make soak`, and a desk without a screen
# for screen readers:  sh packaging/system.sh strace|access
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

ACCESS="at-spi2-core dbus matchbox-window-manager python3-pyatspi xvfb"

# offer COMMAND PURPOSE PACKAGE...: install what is nice to have, where we may and it is missing.
offer() {
    command=$1 purpose=$2
    shift 2
    if ! command -v "$command" >/dev/null 2>&1 && has_apt && may_install; then
        tell "installing what $purpose uses"
        update_packages
        install_packages "$@" || true
    fi
}

case $1 in
strace)
    offer strace "make soak" strace
    touch .venv/.system-strace
    exit 0
    ;;
access)
    # shellcheck disable=SC2086 # words to be split
    offer matchbox-window-manager "the test for screen readers" $ACCESS
    sh packaging/system.sh x11 || true
    touch .venv/.system-access
    exit 0
    ;;
esac

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
