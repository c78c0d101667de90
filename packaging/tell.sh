# shellcheck shell=sh
# For setup.sh and system.sh to source: speaking, and asking Debian for packages.

LOG=build/setup.log

tell() {
    printf 'meipi: %s\n' "$1" >&2
}

# fail SENTENCE [LINE...]: say what is wrong and what to do about it, and stop.
fail() {
    tell "$1"
    shift
    for line; do printf '  %s\n' "$line" >&2; done
    exit 1
}

# quietly COMMAND...: keep what it prints in the log; when it fails, show the end of that.
quietly() {
    mkdir -p build
    if "$@" >>"$LOG" 2>&1 </dev/null; then return 0; fi
    grep -viE '^ *(note|hint):|^ *$' "$LOG" | tail -n 6 | sed 's/^/  /' >&2
    return 1
}

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi
}

has_apt() {
    command -v apt-get >/dev/null 2>&1
}

may_install() {
    has_apt && { [ "$(id -u)" = 0 ] || sudo -n true 2>/dev/null; }
}

update_packages() {
    mkdir -p build
    as_root apt-get update >>"$LOG" 2>&1 </dev/null || true
}

# install_packages NAME...: by apt, where we may, after update_packages.
install_packages() {
    quietly as_root env DEBIAN_FRONTEND=noninteractive apt-get install --yes \
        --no-install-recommends -o DPkg::Lock::Timeout=120 "$@"
}
